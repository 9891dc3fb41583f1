"""The pages that are measured: the desk of differences, and the heat map of a program."""

from django.urls import reverse

from bench.rows import Asked
from programs.choices import DifferenceState, ReportState
from programs.models import Difference, Report


def asked_of(country):
    return [*desk(country), *heat_map(country)]


def desk(country):
    """The desk's first page, whole and narrowed each way that its form offers."""
    address = reverse("work:difference-list")
    period, unit = country.periods[len(country.periods) // 2], country.units[len(country.units) // 2]
    rows = Difference.objects.filter(state=DifferenceState.OPEN)
    of_period = rows.filter(measurement__report__program=country.program, measurement__period=period)

    def narrowed(name, query, some=rows):
        return Asked(f"– {name}", f"{address}?{query}", some, rows)

    return [
        Asked("Meja sinkronisasi", address, rows, rows),
        narrowed("program dan periode", f"program={country.program.pk}&periode={period.pk}", of_period),
        narrowed("daerah", f"daerah={unit.code}", rows.filter(measurement__unit=unit)),
        narrowed("selisih lebih dari 20 %", "selisih=20", rows.filter(gap_percent__gt=20)),
        narrowed("terlama dahulu", "urut=umur"),
        narrowed("halaman 100", "halaman=100"),
    ]


def heat_map(country):
    """A program's completeness, units by periods."""
    address = reverse("work:program-detail", args=[country.program.pk])
    province, period = country.units[0].parent, country.periods[-1]
    rows = Report.objects.filter(program=country.program)

    def narrowed(name, query, some):
        return Asked(f"– {name}", f"{address}?{query}", some, rows)

    waiting = rows.filter(period__year=period.year, state=ReportState.SUBMITTED)
    return [
        Asked("Peta kelengkapan", address, rows, rows),
        narrowed("satu provinsi", f"provinsi={province.code}", rows.filter(unit__parent=province)),
        narrowed(
            "satu periode",
            f"tahun={period.year}&periode={period.year}-{period.code}",
            rows.filter(period=period),
        ),
        narrowed("yang menunggu", f"tahun={period.year}&keadaan={ReportState.SUBMITTED}", waiting),
    ]
