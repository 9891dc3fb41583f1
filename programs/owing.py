"""One report that a unit owes, and how it stands on a day of the unit's own province. No database is asked.

Days are those of the unit's own clock: what Jayapura sends at 00.30 WIT on the day after is a day late,
though it is not yet midnight in Jakarta.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programs.choices import StepKind
from programs.models import Deadline, Extension, Report
from rakor.lib.dates import format_date
from regions.models import Unit
from regions.zones import today_in

__all__ = ["SOON", "DueState", "Obligation", "Sending"]

SOON = 30
"""Days before the due date from which a report counts as due soon."""


class DueState(models.TextChoices):
    """How a report stands against its deadline; its review state and its figures are other matters."""

    NOT_DUE = "belum", gettext_lazy("Belum jatuh tempo")
    DUE_SOON = "segera", gettext_lazy("Segera jatuh tempo")
    LATE = "terlambat", gettext_lazy("Terlambat")
    ON_TIME = "tepat", gettext_lazy("Dikirim tepat waktu")
    SENT_LATE = "dikirim_terlambat", gettext_lazy("Dikirim terlambat")
    CLOSED = "ditutup", gettext_lazy("Ditutup")


@dataclass
class Sending:
    """What a report's steps say of its sending. `at`: when what counts as its sending arrived.

    A report that was returned or withdrawn was not received; one that was accepted was, and stays so though
    it is opened again and sent anew. What was withdrawn counts as never sent.
    """

    at: datetime | None = None
    times: int = 0
    is_settled: bool = False

    @property
    def was_sent(self):
        return self.times > 0

    def take(self, kind, at):
        """The next step, in the order in which they were taken."""
        if kind == StepKind.SUBMITTED:
            self.times += 1
            self.at = self.at or at
        elif kind == StepKind.ACCEPTED:
            self.is_settled = self.at is not None
        elif kind == StepKind.WITHDRAWN:
            self.times -= 1
        if kind in (StepKind.RETURNED, StepKind.WITHDRAWN) and not self.is_settled:
            self.at = None


@dataclass(frozen=True)
class Obligation:
    """One report that a unit owes, begun or not. `zone` is the unit's own clock."""

    deadline: Deadline
    unit: Unit
    report: Report | None
    extension: Extension | None
    zone: ZoneInfo
    received_at: datetime | None = None
    was_sent: bool = False
    """Whether it was ever sent, and not only by an import that was taken back."""

    @property
    def program(self):
        return self.deadline.schedule.program

    @property
    def period(self):
        return self.deadline.period

    @property
    def due_on(self):
        return self.extension.due_on if self.extension else self.deadline.due_on

    @property
    def locks_on(self):
        """The last day on which it may be filled for the first time; None where filling is never shut."""
        locks_on = self.deadline.locks_on
        return locks_on and max(locks_on, self.due_on)

    @property
    def received_on(self):
        return self.received_at and self.received_at.astimezone(self.zone).date()

    @property
    def days_late(self):
        """Days between the due date and its arrival; None while it has not arrived."""
        return self.received_on and max((self.received_on - self.due_on).days, 0)

    def today(self):
        return today_in(self.zone)

    def is_locked(self, today: date | None = None):
        """Whether filling is shut. What was sent once may be mended: it was in time for that."""
        return bool(not self.was_sent and self.locks_on and (today or self.today()) > self.locks_on)

    def due_state(self, today: date | None = None):
        today = today or self.today()
        if self.received_on:
            return DueState.SENT_LATE if self.days_late else DueState.ON_TIME
        if self.is_locked(today):
            return DueState.CLOSED
        left = (self.due_on - today).days
        if left < 0:
            return DueState.LATE
        return DueState.DUE_SOON if left <= SOON else DueState.NOT_DUE

    def due_sentence(self, today: date | None = None):
        """ "Terlambat 3 hari, jatuh tempo 10 Januari 2026"."""
        today = today or self.today()
        return _SENTENCES[self.due_state(today)](self, (self.due_on - today).days)


def _not_due(owed, left):
    return _("Jatuh tempo %(day)s") % {"day": format_date(owed.due_on)}


def _due_soon(owed, left):
    day = {"day": format_date(owed.due_on), "number": left}
    if not left:
        return _("Jatuh tempo hari ini, %(day)s") % day
    return (
        ngettext(
            "Jatuh tempo %(day)s, %(number)d hari lagi", "Jatuh tempo %(day)s, %(number)d hari lagi", left
        )
        % day
    )


def _late(owed, left):
    said = ngettext(
        "Terlambat %(number)d hari, jatuh tempo %(day)s",
        "Terlambat %(number)d hari, jatuh tempo %(day)s",
        -left,
    )
    return said % {"day": format_date(owed.due_on), "number": -left}


def _on_time(owed, left):
    return _("Dikirim tepat waktu, %(day)s") % {"day": format_date(owed.received_on)}


def _sent_late(owed, left):
    said = ngettext(
        "Dikirim terlambat %(number)d hari, %(day)s",
        "Dikirim terlambat %(number)d hari, %(day)s",
        owed.days_late,
    )
    return said % {"day": format_date(owed.received_on), "number": owed.days_late}


def _closed(owed, left):
    return _("Ditutup sesudah %(day)s, belum dikirim") % {"day": format_date(owed.locks_on)}


_SENTENCES = {
    DueState.NOT_DUE: _not_due,
    DueState.DUE_SOON: _due_soon,
    DueState.LATE: _late,
    DueState.ON_TIME: _on_time,
    DueState.SENT_LATE: _sent_late,
    DueState.CLOSED: _closed,
}
