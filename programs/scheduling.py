"""The days of a reporting calendar: made from its frequency, moved for what is still to come, copied on."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from programs.actions import take_period
from programs.choices import Frequency
from programs.models import Deadline, Schedule
from programs.standing import lock_programs
from rakor.lib import periods
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused
from regions.zones import NATIONAL, today_in

__all__ = ["codes_of", "copy_schedule", "fill_deadlines", "refill_deadlines"]


def codes_of(frequency):
    """The periods of a year that fall due; none where a calendar names its own."""
    if frequency == Frequency.IRREGULAR:
        return ()
    return tuple(code for code in periods.CODES if periods.kind(code) == frequency)


@transaction.atomic
def fill_deadlines(schedule, *, by):
    """Give a calendar the periods of its frequency that it does not have yet; gives their number."""
    stand = set(schedule.deadlines.values_list("period__code", flat=True))
    missing = [code for code in codes_of(schedule.frequency) if code not in stand]
    for code in missing:
        period = take_period(schedule.year, code, by=by)
        due_on, locks_on = _days(schedule, period)
        line = Deadline(schedule=schedule, period=period, due_on=due_on, locks_on=locks_on)
        ledger.save(line, Action.CREATE, by=by, before={})
    return len(missing)


@transaction.atomic
def refill_deadlines(schedule, *, by):
    """Add what is missing and set the days of what is not due yet anew; gives how many changed.

    What was due already stays: nobody becomes late, or in time, afterwards. So do periods named by hand.
    """
    if schedule.frequency == Frequency.IRREGULAR:
        message = _("Kalender ini memuat periode tertentu; tenggatnya diisi satu per satu.")
        raise ActionRefused("irregular", message)
    lock_programs(pk=schedule.program_id)
    changed = 0
    coming = schedule.deadlines.select_related("period").filter(
        due_on__gte=today_in(NATIONAL.zone), period__code__in=codes_of(schedule.frequency)
    )
    for line in coming:
        before = ledger.snapshot(line)
        line.due_on, line.locks_on = _days(schedule, line.period)
        if ledger.snapshot(line) != before:
            ledger.save(line, Action.CHANGE, by=by, before=before)
            changed += 1
    return changed + fill_deadlines(schedule, by=by)


def _days(schedule, period):
    due_on = period.ends_on + timedelta(days=schedule.due_days)
    return due_on, None if schedule.lock_days is None else due_on + timedelta(days=schedule.lock_days)


@transaction.atomic
def copy_schedule(schedule, *, by):
    """The same calendar a year later, each day as far from the end of its period; gives the new one."""
    year = schedule.year + 1
    lock_programs(pk=schedule.program_id)
    if Schedule.objects.filter(owner=schedule.owner_id, program=schedule.program_id, year=year).exists():
        message = _("Kalender %(program)s %(year)d sudah ada.")
        raise ActionRefused("schedule_exists", message % {"program": schedule.program, "year": year})
    copied = Schedule(year=year, **{name: getattr(schedule, name) for name in COPIED})
    ledger.save(copied, Action.CREATE, by=by, before={})
    if units := list(schedule.units.all()):
        copied.units.set(units)
        names = ", ".join(sorted(map(str, units)))
        ledger.write(copied, Action.CHANGE, by=by, changes={"units": ["", names]})
    for line in schedule.deadlines.select_related("period").order_by("pk"):
        period = take_period(line.period.year + 1, line.period.code, by=by)
        days = {name: _as_far(getattr(line, name), line.period, period) for name in ("due_on", "locks_on")}
        ledger.save(Deadline(schedule=copied, period=period, **days), Action.CREATE, by=by, before={})
    return copied


COPIED = ("owner", "program", "frequency", "due_days", "lock_days")
"""The paper that set this year's calendar says nothing of the next."""


def _as_far(day, old, new):
    return day and new.ends_on + (day - old.ends_on)
