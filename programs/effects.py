"""What becomes of a figure when a source says something about it. No database is asked here."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.choices import NO_FIGURE, ReportState, State
from rakor.lib.measure_units import same_unit, unit_key


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
    OTHER_UNIT = "satuan_lain", _("Satuan lain")
    """It would become the figure, but is counted in another unit than the indicator."""


class Said(NamedTuple):
    """What a source says about a figure: a value, or why there is none, as of which day, in which unit."""

    value: Decimal | None = None
    note: str = ""
    state: str = State.VALUE
    cut_off_on: date | None = None
    other_unit: str = ""
    """The unit's key where it is not the indicator's own: such a value is never the figure."""

    @classmethod
    def about(cls, indicator, *, measure_unit="", **said):
        is_own = same_unit(measure_unit, indicator.measure_unit)
        return cls(**said, other_unit="" if is_own else unit_key(measure_unit))

    @property
    def is_answer(self):
        """Whether it says what the figure is, or for good why there is none: no longer awaited."""
        return self.state not in NO_FIGURE

    def repeats(self, before):
        """Whether it says nothing new. Where no day is named, the one that was named before holds."""
        return before is not None and self in (before, before._replace(cut_off_on=None))


@dataclass(slots=True)
class Figure:
    """One figure (unit, indicator, period) as it stands. Sources are known by any hashable key.

    `receive` is asked once for each thing said, in order: what came first in a sheet already stands when the
    next row of the same figure is read.
    """

    report_state: str = ""
    stands: Said | None = None
    """What the figure says; None where nobody said anything, or it was taken back."""
    source: object = None
    """The source it rests on; None where nobody is named."""
    said: dict = field(default_factory=dict)

    @property
    def is_locked(self):
        return self.report_state == ReportState.ACCEPTED

    @property
    def is_answered(self):
        return self.stands is not None and self.stands.is_answer

    def receive(self, source, said):
        """What becomes of it, and what was said before in its place: (effect, Said or None)."""
        before = self.said.get(source)
        if said.repeats(before) and (self.is_answered or not said.is_answer):
            return Effect.SAME, before
        if self._rests_on_another(source, said):
            self.said[source] = said
            return Effect.BESIDE, before
        if said.other_unit:
            return Effect.OTHER_UNIT, self.stands
        if self.is_locked:
            return Effect.LOCKED, self.stands
        effect, before = (Effect.CHANGED if self.is_answered else Effect.NEW), self.stands
        self.stands, self.source, self.said[source] = said, source, said
        return effect, before

    def _rests_on_another(self, source, said):
        """An answer gives way to its own source only; that nothing is known yet, to any answer."""
        if self.stands is None or self.source == source:
            return False
        return self.is_answered or not said.is_answer
