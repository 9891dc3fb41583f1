"""Rankings for page tests: the eleven of Jambi with their press figures, judged as in the office."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from evaluations import actions
from evaluations.models import Band, Score
from programs.models import Program, Report
from regions.models import Regency, Unit
from tests import factories as make

NBSP = "\N{NO-BREAK SPACE}"

# code: name, column and row of its tile, MCP 2017, MCP 2018
ELEVEN = {
    "15.01": ("Kerinci", 1, 2, 52, 55),
    "15.02": ("Merangin", 2, 3, 51, 52),
    "15.03": ("Sarolangun", 3, 3, 46, 60),
    "15.04": ("Batanghari", 3, 2, 50, 67),
    "15.05": ("Muaro Jambi", 5, 2, 47, 57),
    "15.06": ("Tanjung Jabung Barat", 4, 1, 54, 66),
    "15.07": ("Tanjung Jabung Timur", 5, 1, 46, 43),
    "15.08": ("Bungo", 2, 2, 51, 56),
    "15.09": ("Tebo", 3, 1, 46, 50),
    "15.71": ("Kota Jambi", 4, 2, 58, 44),
    "15.72": ("Kota Sungai Penuh", 1, 3, 53, 53),
}
MCP_2017 = {code: fields[3] for code, fields in ELEVEN.items()}
MCP_2018 = {code: fields[4] for code, fields in ELEVEN.items()}


def make_eleven(province):
    for code, (name, column, row, *_figures) in ELEVEN.items():
        make.make_regency(code, name, province=province, tile_column=column, tile_row=row)


def make_mcp():
    """The program with its one indicator, made once."""
    known = Program.objects.filter(code="MCP").first()
    if known:
        return known, known.indicators.get()
    program = make.make_program("MCP", "Pencegahan korupsi (MCP)", short_name="MCP")
    return program, make.make_indicator(program, "MCP-01", "Capaian MCP", decimals=0)


def publish(values, year, *, weight=100, bands=(), rakor=None, kind="resmi", reason="", edition=1):
    """A ranking of MCP figures ({code: value}) through every step of the office; by three people."""
    program, indicator = make_mcp()
    instrument = make.make_instrument(program, year, name=f"MCP {year}", edition=edition)
    make.make_line(instrument, indicator, weight=weight)
    for label, lower in bands:
        Band.objects.create(instrument=instrument, label=label, lower=lower)
    period, source = make.make_period(year), make.make_source(f"Pers {year}.{edition}", level="pers")
    for code, value in values.items():
        unit = Unit.objects.get(code=code)
        known = unit.measurements.filter(indicator=indicator, period=period).first()
        if known:
            known.value = value
            known.save()
        else:
            make.make_figure(indicator, unit, period, value, source=source)
    Report.objects.update(accepted_at=timezone.now())
    region = Unit.objects.get(code=next(iter(values))[:2])
    return settle(
        make.make_round(instrument, period, region, as_of=date(2100, 1, 1), kind=kind), rakor, reason
    )


def settle(round_, rakor=None, reason=""):
    """Compute, determine and publish; each step by somebody else."""
    first, second, third = (make.make_user() for _person in range(3))
    actions.compute(round_, by=first)
    actions.determine(round_, by=second)
    return actions.publish(round_, by=third, announced_at=rakor, reason=reason)


def record(ranks, rakor=None, **fields):
    """A ranking from the press: {code: rank}; everybody else of the province was not announced."""
    program = make.make_program("PKS", "Penanganan konflik sosial", short_name="PKS")
    units = list(Regency.objects.order_by("code"))
    by_code = {unit.code: unit for unit in units}
    fields.setdefault("title", "Penanganan konflik sosial Jambi 2022")
    return actions.record_release(
        by=make.make_user(),
        program=program,
        period=make.make_period(2022),
        region=units[0].parent,
        ranks=[(by_code[code], rank, None) for code, rank in ranks.items()],
        units=units,
        subject="penanganan konflik sosial",
        source_name="Berita",
        source_on=date(2022, 11, 7),
        basis="Permendagri 42/2015",
        announced_at=rakor,
        **fields,
    )


def rank_many(number, year=2024, rakor=None):
    """A computed ranking of many regencies without the arithmetic: what a page must bear."""
    units = list(Regency.objects.order_by("code")[:number]) or make.make_regencies(number)
    program, indicator = make_mcp()
    instrument = make.make_instrument(program, year, name=f"MCP {year}")
    make.make_line(instrument, indicator)
    region = units[0].parent
    release = make.make_release(
        f"mcp-{year}",
        program,
        make.make_period(year),
        region,
        round=make.make_round(instrument, region=region),
        instrument=instrument,
        title=f"MCP {year}",
        places=number,
        announced_at=rakor,
    )
    Score.objects.bulk_create(
        Score(release=release, unit=unit, rank=place, score=Decimal(number - place) / 10, state="diperingkat")
        for place, unit in enumerate(units, 1)
    )
    return release
