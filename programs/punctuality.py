"""How units kept their deadlines, as of a day: reports due, received, in time, and full.

    count(arrivals_of(obligations(units, deadlines), date(2026, 3, 31)))

What happened after the day does not count; each day ends on the unit's own clock.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from programs.models import Report, ReportStep
from programs.obligations import Obligation
from programs.owing import Sending

__all__ = ["Arrival", "Punctuality", "arrivals_of", "count", "count_by_unit"]

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Arrival:
    """One report that a unit owes, as it was known on the day `as_of`: whether it had come, and how full.

    What is full is read today: a figure that was taken away since is missing on every day.
    """

    owed: Obligation
    as_of: date
    received_on: date | None
    is_full: bool

    @property
    def is_due(self):
        return self.owed.due_on <= self.as_of

    @property
    def is_in_time(self):
        return self.received_on is not None and self.received_on <= self.owed.due_on

    @property
    def is_complete(self):
        return self.received_on is not None and self.is_full


@dataclass(frozen=True)
class Punctuality:
    """Counts of reports that were due. The shares are None where nothing was due: neither 0 nor 100."""

    due: int = 0
    received: int = 0
    in_time: int = 0
    complete: int = 0

    @property
    def timeliness(self):
        return self.in_time * HUNDRED / self.due if self.due else None

    @property
    def completeness(self):
        return self.complete * HUNDRED / self.due if self.due else None


def arrivals_of(obligations, as_of=None):
    """Every obligation with what was known of it on a day, or now, by each unit's clock. Two queries more."""
    reports = {owed.report.pk for owed in obligations if owed.report}
    steps = _steps(reports)
    full = _full(reports)
    arrivals = []
    for owed in obligations:
        key, day = owed.report and owed.report.pk, as_of or owed.today()
        received_on = _received_on(steps[key], owed.zone, day) if key in steps else None
        arrivals.append(Arrival(owed, day, received_on, key in full))
    return arrivals


def count(arrivals):
    """The figures over all of them; what is not due yet counts nowhere, though it may have come."""
    due = [one for one in arrivals if one.is_due]
    return Punctuality(
        due=len(due),
        received=sum(one.received_on is not None for one in due),
        in_time=sum(one.is_in_time for one in due),
        complete=sum(one.is_complete for one in due),
    )


def count_by_unit(arrivals):
    """{unit's key: Punctuality}"""
    grouped = defaultdict(list)
    for one in arrivals:
        grouped[one.owed.unit.pk].append(one)
    return {unit: count(its) for unit, its in grouped.items()}


def _steps(reports):
    """{report's key: [(kind, moment)]} in the order in which they were taken."""
    steps = defaultdict(list)
    for report, kind, at in (
        ReportStep.objects.filter(report__in=reports).order_by("pk").values_list("report", "kind", "at")
    ):
        steps[report].append((kind, at))
    return steps


def _received_on(steps, zone, as_of):
    """The day on which came what still stood as a sending at the end of `as_of`."""
    sending = Sending()
    for kind, at in steps:
        if at.astimezone(zone).date() <= as_of:
            sending.take(kind, at)
    return sending.at and sending.at.astimezone(zone).date()


def _full(reports):
    """The reports in which every indicator of the program has a value, or a reason for none."""
    progress = Report.objects.filter(pk__in=reports).with_progress().order_by()
    return {
        key for key, filled, asked in progress.values_list("pk", "filled", "asked") if filled >= asked > 0
    }
