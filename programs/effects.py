"""What becomes of a figure when a source says something about it. No database is asked here."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.choices import ReportState


class Effect(models.TextChoices):
    """What one row of a sheet does."""

    NEW = "baru", _("Baru")
    """The figure had no value; now it has this one."""
    CHANGED = "berubah", _("Berubah")
    """The figure's own source says something else than before."""
    SAME = "sama", _("Sama")
    """This source said exactly this before; nothing is written."""
    BESIDE = "di_samping", _("Di samping")
    """Another source's figure stands; this one is noted beside it and counts when a second person accepts."""
    LOCKED = "terkunci", _("Terkunci")
    """The report is accepted; its figures stand until a verifier opens it again."""


class Said(NamedTuple):
    """What a source last said about a figure, not retracted since."""

    value: Decimal
    note: str


@dataclass(slots=True)
class Figure:
    """One figure (unit, indicator, period) as it stands. Sources are known by any hashable key.

    `receive` is asked once for each thing said, in order: what came first in a sheet already stands when the
    next row of the same figure is read.
    """

    report_state: str = ""
    value: Decimal | None = None
    source: object = None
    """The source the value rests on; None where nobody is named."""
    said: dict = field(default_factory=dict)

    @property
    def is_locked(self):
        return self.report_state == ReportState.ACCEPTED

    def receive(self, source, value, note=""):
        """What becomes of it, and what stood there before: (effect, old value)."""
        before = self.said.get(source)
        if before == Said(value, note) and self.value is not None:
            return Effect.SAME, before.value
        if self.value is not None and self.source != source:
            self.said[source] = Said(value, note)
            return Effect.BESIDE, before.value if before else None
        old = self.value
        if self.is_locked:
            return Effect.LOCKED, old
        self.value, self.source, self.said[source] = value, source, Said(value, note)
        return (Effect.NEW if old is None else Effect.CHANGED), old
