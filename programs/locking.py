"""Filling is shut after the lock day: what was never sent by then asks for an extension first.

A report that was sent once, and then returned or opened again, may be mended whatever the day.
"""

from django.utils.translation import gettext as _

from programs.models import Deadline
from programs.obligations import obligation_of, obligations
from rakor.lib.dates import format_date
from records.refusals import ActionRefused

__all__ = ["lock_sentence", "locked_reports", "refuse_locked"]

CODE = "past_lock"


def refuse_locked(unit, program, period):
    """Refuse to fill or send what a unit owes once its lock day is over."""
    owed = obligation_of(unit, program, period)
    if owed and owed.is_locked():
        raise ActionRefused(CODE, lock_sentence(owed))


def locked_reports(units, programs, periods):
    """{(unit, program, period): Obligation} of those that are shut now; arguments are units and keys."""
    deadlines = Deadline.objects.filter(schedule__program__in=programs, period__in=periods)
    return {
        (owed.unit.pk, owed.program.pk, owed.period.pk): owed
        for owed in obligations(units, deadlines)
        if owed.is_locked()
    }


def lock_sentence(owed):
    message = _(
        "Pengisian laporan %(program)s %(period)s untuk %(unit)s ditutup sesudah %(day)s. "
        "Minta admin program memberi perpanjangan."
    )
    return message % {
        "program": owed.program.short_name,
        "period": owed.period,
        "unit": owed.unit,
        "day": format_date(owed.locks_on),
    }
