"""When the demo's reports fall due."""

from datetime import timedelta

from django.utils import timezone

from dashboard.demo import clock
from programs.models import Deadline, Extension, Period, Schedule


def make_schedule(stage, program, year, frequency, due, *, owner, units=()):
    """A year's calendar. `due`: {code of a period: (last day to send, days until it is shut or None)}."""
    schedule = Schedule.objects.create(
        owner=stage.unit(owner), program=program, year=year, frequency=frequency, lock_days=21
    )
    schedule.units.set(stage.unit(code) for code in units)
    Deadline.objects.bulk_create(
        Deadline(
            schedule=schedule,
            period=Period.objects.named(year, code),
            due_on=day,
            locks_on=None if lock is None else day + timedelta(days=lock),
        )
        for code, (day, lock) in due.items()
    )
    return schedule


def extend(stage, schedule, code, unit, until, reason, *, given_on, by):
    """More time for one unit."""
    with clock.on(given_on):
        Extension.objects.create(
            deadline=schedule.deadlines.get(period__code=code),
            unit=stage.unit(unit),
            due_on=until,
            reason=reason,
            given_at=timezone.now(),
            given_by=by,
        )


def last_ended(codes, today):
    """The two latest periods of these codes that are over, the later one last, and the one that runs."""
    known = [Period.objects.named(year, code) for year in (today.year - 1, today.year) for code in codes]
    known.sort(key=lambda period: period.ends_on)
    over = [period for period in known if period.ends_on < today]
    running = next(period for period in known if period.ends_on >= today)
    return [*over[-2:], running]
