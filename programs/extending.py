"""More time for one unit: a new day, a reason, a name. The latest extension holds; none is taken back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.models import Extension
from programs.notices import tell_extended
from programs.obligations import existed_in, obligations
from programs.standing import lock_programs
from rakor.lib.dates import format_date
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, reason_of

__all__ = ["check_extension", "extend"]


@transaction.atomic
def extend(deadline, unit, *, due_on, reason, by):
    """Give a unit more time for one report, which opens one that was shut, too. Gives the Extension."""
    lock_programs(pk=deadline.schedule.program_id)
    reason = check_extension(deadline, unit, due_on=due_on, reason=reason)
    extension = Extension.objects.create(
        deadline=deadline, unit=unit, due_on=due_on, reason=reason, given_at=timezone.now(), given_by=by
    )
    changes = ledger.changes_between({}, ledger.snapshot(extension))
    ledger.write(extension, Action.CREATE, by=by, changes=changes, reason=reason)
    tell_extended(extension, by=by)
    return extension


def check_extension(deadline, unit, *, due_on, reason):
    """Refuse what would not be more time for a report that this unit owes; gives the reason, tidied."""
    owed = next(iter(obligations([unit], [deadline])), None)
    if owed is None:
        raise not_owed(deadline, unit)
    if due_on <= owed.due_on:
        message = _("Batas waktunya sekarang %(day)s. Perpanjangan jatuh sesudah hari itu.")
        raise ActionRefused("no_more_time", message % {"day": format_date(owed.due_on)})
    return reason_of(reason)


def not_owed(deadline, unit):
    words = {"unit": unit, "period": deadline.period, "program": deadline.schedule.program.short_name}
    if not existed_in(unit, deadline.period):
        return ActionRefused("unit_ended", ended_sentence(unit, deadline.period))
    message = _("%(unit)s tidak diminta melapor %(program)s %(period)s menurut kalender ini.")
    return ActionRefused("not_asked", message % words)


def ended_sentence(unit, period):
    """Why a unit has no report to make in a period."""
    if unit.valid_to and unit.valid_to < period.starts_on:
        message = _("%(unit)s sudah berakhir pada %(day)s, sebelum %(period)s; tidak ada yang dilaporkan.")
        return message % {"unit": unit, "day": format_date(unit.valid_to), "period": period}
    message = _("%(unit)s baru ada sejak %(day)s, sesudah %(period)s; tidak ada yang dilaporkan.")
    return message % {"unit": unit, "day": format_date(unit.valid_from), "period": period}
