"""A unit begins a report that its calendar asks for: a draft, empty until somebody fills it."""

from django.db import transaction

from programs.extending import not_owed
from programs.locking import refuse_locked
from programs.models import Report
from programs.obligations import obligations
from programs.standing import lock_programs
from records import ledger
from records.choices import Action

__all__ = ["start_report"]


@transaction.atomic
def start_report(deadline, unit, *, by):
    """Begin what a unit owes under a deadline; gives the report, or the one that was begun before."""
    program, period = deadline.schedule.program, deadline.period
    lock_programs(pk=program.pk)
    owed = next(iter(obligations([unit], [deadline])), None)
    if owed is None:
        raise not_owed(deadline, unit)
    if owed.report:
        return owed.report
    refuse_locked(unit, program, period)
    return ledger.save(Report(unit=unit, program=program, period=period), Action.CREATE, by=by)
