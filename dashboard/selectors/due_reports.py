"""The reports that a person has to send: what is late, what is due soon, what came back."""

from datetime import timedelta

from django.db.models import Q

from programs.choices import ReportState
from programs.models import Deadline
from programs.obligations import DueState, obligations
from programs.owing import SOON
from regions.access import reach_of
from regions.choices import UnitKind
from regions.models import Unit
from regions.zones import NATIONAL, today_in

__all__ = ["LATE", "may_report", "owed_by"]

LATE = (DueState.LATE, DueState.CLOSED)
A_YEAR = timedelta(days=366)
"""What was due longer ago is history, and stands on the board."""

SUBMIT = "programs.submit_report"


def owed_by(user):
    """What this person's units owe and have not sent, the earliest first; each day is the unit's own.

    Read once per user object, that is once per request, in a fixed number of queries.
    """
    if not hasattr(user, "_owed_reports"):
        user._owed_reports = _read(user) if user.has_perm(SUBMIT) else []
    return user._owed_reports


def _read(user):
    reach = reach_of(user, SUBMIT)
    today = today_in(NATIONAL.zone)
    # A day more than asked, on either side: in Jayapura it may be tomorrow already.
    near = (today - A_YEAR, today + timedelta(days=SOON + 1))
    deadlines = Deadline.objects.filter(due_on__range=near)
    served = set(reach.units_served().values_list("pk", flat=True))
    owed = obligations(_units(reach), deadlines)
    return [
        one
        for one in owed
        if (one.unit.pk in served or reach.covers_figure(one.unit, one.program)) and _is_waiting(one)
    ]


def _is_waiting(owed):
    """Neither on its way nor received, and due soon at the latest."""
    is_out = owed.report and owed.report.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)
    return not is_out and owed.due_state() in (*LATE, DueState.DUE_SOON)


def _units(reach):
    """Whose reports this person may send; of own programs those of every regency in their province."""
    asked = Unit.objects.filter(Q(kind=UnitKind.REGENCY) | Q(schedules__isnull=False)).distinct()
    homes = {province for _agency, province in reach.programs}
    if reach.everything or None in homes:
        return asked
    return asked.filter(
        reach.filter_served("") | Q(parent__in=homes) | Q(parent__parent__in=homes) | Q(pk__in=homes)
    )


def may_report(user, unit, program):
    """Whether this person sends what a unit reports for a program."""
    reach = reach_of(user, SUBMIT)
    return reach.units_served().filter(pk=unit.pk).exists() or reach.covers_figure(unit, program)
