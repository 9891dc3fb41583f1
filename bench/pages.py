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
    return [
        Asked("Meja sinkronisasi", address, rows),
        Asked(
            "– program dan periode", f"{address}?program={country.program.pk}&periode={period.pk}", of_period
        ),
        Asked("– daerah", f"{address}?daerah={unit.code}", rows.filter(measurement__unit=unit)),
        Asked("– selisih lebih dari 20 %", f"{address}?selisih=20", rows.filter(gap_percent__gt=20)),
        Asked("– terlama dahulu", f"{address}?urut=umur", rows),
        Asked("– halaman 100", f"{address}?halaman=100", rows),
    ]


def heat_map(country):
    """A program's completeness, units by periods."""
    address = reverse("work:program-detail", args=[country.program.pk])
    province, period = country.units[0].parent, country.periods[-1]
    rows = Report.objects.filter(program=country.program)
    return [
        Asked("Peta kelengkapan", address, rows),
        Asked("– satu provinsi", f"{address}?provinsi={province.code}", rows.filter(unit__parent=province)),
        Asked(
            "– satu periode",
            f"{address}?tahun={period.year}&periode={period.year}-{period.code}",
            rows.filter(period=period),
        ),
        Asked(
            "– yang menunggu",
            f"{address}?tahun={period.year}&keadaan={ReportState.SUBMITTED}",
            rows.filter(period__year=period.year, state=ReportState.SUBMITTED),
        ),
    ]
