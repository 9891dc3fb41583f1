"""What /metodologi/ is built from: the instruments behind published rankings, and the public indicators."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from dashboard.pictures.bands import by_label
from dashboard.selectors.links import Link, public_indicator
from dashboard.selectors.metadata import Rule, reading_facts
from evaluations.models import Band, Instrument, Line, Release
from meetings.models import FollowUp
from programs.models import Indicator
from rakor.lib.formats import format_number


@dataclass(frozen=True)
class LineText:
    name: str
    indicator: Link | None
    formula: str
    weight: str
    cap: str


@dataclass(frozen=True)
class BandText:
    segments: object
    bounds: str


@dataclass(frozen=True)
class InstrumentText:
    anchor: str
    name: str
    basis: str
    scope: str
    lines: tuple[LineText, ...]
    bands: tuple[BandText, ...]
    rules: tuple[Rule, ...]
    rankings: tuple[Link, ...]


@dataclass(frozen=True)
class IndicatorText:
    anchor: str
    code: str
    name: str
    url: str
    definition: str
    facts: tuple[Rule, ...]


@dataclass(frozen=True)
class ProgramText:
    """A program with its indicators; `links` go on to the work that should move them, and to its rankings."""

    name: str
    url: str
    indicators: tuple[IndicatorText, ...]
    links: tuple[Link, ...]


def public_instruments():
    """With lines, bands and the rankings made with them. Five queries, whatever their number."""
    return (
        Instrument.objects.public()
        .select_related("program", "owner")
        .prefetch_related(
            Prefetch("lines", Line.objects.prefetch_related(public_indicator("indicator"))),
            Prefetch("bands", Band.objects.order_by("lower")),
            Prefetch("releases", Release.objects.public().in_force().defer("text"), to_attr="shown_releases"),
        )
        .order_by("program__name", "-year", "-edition")
    )


def public_indicators():
    return (
        Indicator.objects.public()
        .select_related("program__owner", "owner", "producer")
        .annotate(
            is_moved=Exists(FollowUp.objects.public().filter(indicator=OuterRef("pk"))),
            is_ranked=Exists(Release.objects.public().filter(program=OuterRef("program"))),
        )
        .order_by("program__name", "program_id", "code")
    )


def formulas_of(instruments):
    return {line.formula for instrument in instruments for line in instrument.lines.all()}


def instrument_text(instrument):
    lines, bands = list(instrument.lines.all()), list(instrument.bands.all())
    return InstrumentText(
        anchor=f"instrumen-{instrument.pk}",
        name=_name(instrument),
        basis=instrument.basis.strip().removesuffix("."),
        scope=instrument.get_category_display(),
        lines=tuple(_line(line) for line in lines),
        bands=tuple(_bands(bands)),
        rules=tuple(_rules(instrument, lines, bands)),
        rankings=tuple(
            Link(release.title, release.get_absolute_url()) for release in instrument.shown_releases
        ),
    )


def _name(instrument):
    """A second edition of one year says so: two instruments of one name would be one to a reader."""
    if instrument.edition == 1:
        return instrument.name
    return _("%(name)s, versi %(edition)d") % {"name": instrument.name, "edition": instrument.edition}


def _line(line):
    indicator = line.indicator
    return LineText(
        name=line.name,
        indicator=Link(indicator.name, f"#indikator-{indicator.pk}") if indicator else None,
        formula=line.get_formula_display(),
        weight=format_number(line.weight),
        cap=_("tanpa batas") if line.cap is None else format_number(line.cap),
    )


def _bands(bands):
    """Highest first; each says where it begins and whether its lower bound is inside."""
    segments = by_label([band.label for band in bands])
    for index in range(len(bands) - 1, -1, -1):
        band = bands[index]
        inside = band.is_lower_inside or index == 0
        pattern = _("mulai %(bound)s") if inside else _("di atas %(bound)s")
        yield BandText(segments[band.label], pattern % {"bound": format_number(band.lower)})


def _rules(instrument, lines, bands):
    yield Rule(
        _("Pembulatan"),
        _("Nilai dibulatkan ke %(places)d angka desimal, lalu diperingkat.")
        % {"places": instrument.precision},
    )
    yield Rule(_("Belum lapor"), instrument.get_not_reported_rule_display())
    yield Rule(_("Tidak dapat dinilai"), instrument.get_not_assessable_rule_display())
    yield Rule(_("Ditahan"), instrument.get_withheld_rule_display())
    yield Rule(_("Angka belum sinkron"), instrument.get_difference_rule_display())
    yield Rule(_("Nilai sama"), _ties(instrument, lines))
    yield Rule(
        _("Cakupan data"),
        _("Daerah dengan cakupan di bawah %(least)s %% tidak diperingkat, dengan alasannya.")
        % {"least": format_number(instrument.min_coverage)},
    )
    if not bands:
        yield Rule(_("Predikat"), _("Tidak ada: instrumen ini tidak memakai predikat."))


def _ties(instrument, lines):
    breakers = sorted((line for line in lines if line.tie_order), key=lambda line: line.tie_order)
    named = [_("capaian %(line)s") % {"line": line.name} for line in breakers]
    if instrument.tie_by_report_time:
        named.append(_("laporan lengkap yang lebih awal"))
    if not named:
        return _("Berbagi peringkat: 1, 2, 2, 4.")
    return _("Dipisahkan menurut %(breakers)s; yang tetap sama berbagi peringkat.") % {
        "breakers": ", ".join(named)
    }


def indicator_groups(indicators):
    """The programs in order, each with its indicators."""
    return [
        _program(program, list(members))
        for program, members in groupby(indicators, key=lambda indicator: indicator.program)
    ]


def _program(program, indicators):
    links = []
    if any(indicator.is_moved for indicator in indicators):
        links.append(Link(_("Tindak lanjut"), _listed("follow-up-list", program)))
    if any(indicator.is_ranked for indicator in indicators):
        links.append(Link(_("Peringkat"), _listed("release-list", program)))
    texts = tuple(_indicator(indicator) for indicator in indicators)
    return ProgramText(program.name, program.get_absolute_url(), texts, tuple(links))


def _listed(page, program):
    return f"{reverse(f'dashboard:{page}')}?{urlencode({'program': program.code})}"


def _indicator(indicator):
    return IndicatorText(
        anchor=f"indikator-{indicator.pk}",
        code=indicator.code,
        name=indicator.name,
        url=indicator.get_absolute_url(),
        definition=indicator.definition,
        facts=reading_facts(indicator),
    )
