"""A country full of reports, made set by set with a fixed seed. Nothing here goes through the ledger.

One program asks every regency once a month; of its figures most have a second source, and many of those are
apart. The names and numbers mean nothing.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import OuterRef, Subquery

from accounts.choices import Role, Scope
from accounts.models import User
from deploy import statistics
from programs.choices import Cause, DifferenceState, Frequency, Level, ReportState, State, StepKind, Verdict
from programs.models import (
    Comparison,
    Deadline,
    Difference,
    Indicator,
    Measurement,
    Observation,
    Period,
    Program,
    Report,
    ReportStep,
    Schedule,
    Source,
)
from regions.models import Assignment, Unit

SEED = 20240801
FIRST_YEAR = 2020
NOW = datetime(2025, 3, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Size:
    """How many of everything."""

    units: int = 514
    years: int = 5
    open_differences: int = 20_000
    in_sync: int = 6_000


@dataclass(frozen=True)
class Country:
    """What was made, for who measures."""

    admin: User
    program: Program
    indicator: Indicator
    periods: list
    units: list


@transaction.atomic
def fill(size):
    """Make the whole country in an empty database; gives what a page is asked with."""
    chance = random.Random(SEED)  # noqa: S311  the same country every time
    call_command("load_regions", verbosity=0)
    units = list(Unit.objects.regencies().order_by("code")[: size.units])
    admin, operator = (
        User.objects.create(username=name, name=name, is_staff=True) for name in ("pengukur", "pelapor")
    )
    Assignment.objects.create(
        user=admin, role=Role.PROVINCE_ADMIN, scope=Scope.ALL, starts_on=NOW.date() - timedelta(days=999)
    )
    program = Program.objects.create(code="UKUR", name="Program terukur", short_name="Ukur")
    indicator = Indicator.objects.create(
        program=program, code="UKUR-1", name="Angka terukur", measure_unit="orang", decimals=0
    )
    periods = make_calendar(program, size.years)
    reports = make_reports(program, units, periods, operator, admin)
    figures = make_figures(indicator, reports, chance)
    make_sources_apart(figures, size, operator, chance)
    return Country(admin, program, indicator, periods, units)


def make_calendar(program, years):
    """Monthly periods, each due ten days after it ended."""
    made = []
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        periods = [Period.objects.named(year, f"BLN{month:02}") for month in range(1, 13)]
        schedule = Schedule.objects.create(program=program, year=year, frequency=Frequency.MONTHLY)
        Deadline.objects.bulk_create(
            Deadline(schedule=schedule, period=period, due_on=period.ends_on + timedelta(days=10))
            for period in periods
        )
        made += periods
    return made


def make_reports(program, units, periods, operator, admin):
    """One for each unit and period: all accepted but those of the last two periods."""
    waiting = {period.pk for period in periods[-2:]}
    reports = [
        Report(
            unit=unit,
            program=program,
            period=period,
            state=ReportState.SUBMITTED if period.pk in waiting else ReportState.ACCEPTED,
            submitted_at=NOW,
            submitted_by=operator,
            accepted_at=None if period.pk in waiting else NOW,
            accepted_by=None if period.pk in waiting else admin,
        )
        for period in periods
        for unit in units
    ]
    Report.objects.bulk_create(reports)
    ReportStep.objects.bulk_create(
        ReportStep(report=report, kind=StepKind.SUBMITTED, at=NOW, by=operator) for report in reports
    )
    return reports


def make_figures(indicator, reports, chance):
    figures = [
        Measurement(
            report=report,
            unit=report.unit,
            period=report.period,
            indicator=indicator,
            state=State.VALUE,
            value=Decimal(chance.randint(500, 20_000)),
        )
        for report in reports
    ]
    Measurement.objects.bulk_create(figures)
    return figures


def make_sources_apart(figures, size, observer, chance):
    """Every figure rests on its regency's own word; the ministry repeats some of it and contradicts more."""
    own, ministry = (
        Source.objects.create(name=name, level=level)
        for name, level in (("Laporan daerah", Level.REGENCY), ("Kementerian", Level.CENTRAL))
    )
    said = {"observed_at": NOW, "observed_by": observer, "measure_unit": "orang"}
    chosen = [Observation(measurement=one, source=own, value=one.value, **said) for one in figures]
    Observation.objects.bulk_create(chosen)
    first = Observation.objects.filter(measurement=OuterRef("pk")).order_by("pk").values("pk")[:1]
    Measurement.objects.update(chosen=Subquery(first))
    compared = chance.sample(chosen, min(len(chosen), size.open_differences + size.in_sync))
    apart = {one.pk for one in compared[: size.open_differences]}
    others = [
        Observation(
            measurement=one.measurement,
            source=ministry,
            value=one.value + (shift(one.value, chance) if one.pk in apart else 0),
            **said,
        )
        for one in compared
    ]
    Observation.objects.bulk_create(others)
    differences = [
        difference(reference, other, chance) for reference, other in zip(compared, others, strict=True)
    ]
    Difference.objects.bulk_create(differences)
    Comparison.objects.bulk_create(
        Comparison(
            difference=one,
            reference=reference,
            other=other,
            verdict=Verdict.APART if one.gap else Verdict.SAME,
            gap=one.gap,
            gap_percent=one.gap_percent,
        )
        for one, reference, other in zip(differences, compared, others, strict=True)
    )


def shift(value, chance):
    """Between two and forty per cent, up or down."""
    return chance.choice((-1, 1)) * max(1, value * chance.randint(2, 40) // 100)


def difference(reference, other, chance):
    gap = other.value - reference.value
    return Difference(
        measurement=reference.measurement,
        state=DifferenceState.OPEN if gap else DifferenceState.IN_SYNC,
        gap=gap,
        gap_percent=(gap * 100 / reference.value).quantize(Decimal("0.0001")),
        likely_cause=chance.choice(Cause.values) if gap else "",
        opened_at=NOW - timedelta(minutes=chance.randint(1, 500_000)) if gap else None,
    )


def take_stock():
    """Let the database count its rows, as it will have done in an office after a while."""
    statistics.refresh()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
