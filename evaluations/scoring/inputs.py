"""What is known of one unit on one line: a target (T), a figure (R), or a state that is not a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from .errors import InputRefused, Problem

LARGEST_POWER = 18  # of ten; a quotient of two such numbers still leaves room for six decimals
MOST_DIGITS = 50


class State(StrEnum):
    """A reported value, or one of five states that must never become 0 or each other."""

    VALUE = "value"
    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"  # belum lapor
    NOT_APPLICABLE = "not_applicable"  # tidak berlaku
    NOT_ASSESSABLE = "not_assessable"  # tidak dapat dinilai
    WITHHELD = "withheld"


E = TypeVar("E", bound=StrEnum)


def number(value: object, field: str) -> Decimal:
    """Refuse whatever is not a finite Decimal of a size that can be computed with."""
    if not isinstance(value, Decimal):
        raise InputRefused(Problem("not_a_decimal", {"field": field, "value": repr(value)}))
    if not value.is_finite():
        raise InputRefused(Problem("not_finite", {"field": field, "value": str(value)}))
    parts = value.as_tuple()
    fits = (
        -MOST_DIGITS - LARGEST_POWER <= parts.exponent <= LARGEST_POWER and len(parts.digits) <= MOST_DIGITS
    )
    if not fits or (value and abs(value.adjusted()) > LARGEST_POWER):
        raise InputRefused(Problem("number_out_of_range", {"field": field, "value": str(value)}))
    return value


def whole(value: object, field: str) -> int:
    """Refuse whatever is not a count."""
    if type(value) is not int or value < 0:
        raise InputRefused(Problem("not_a_whole_number", {"field": field, "value": repr(value)}))
    return value


def text(value: object, field: str) -> str:
    """Refuse keys that are not text: a region code read as a number has lost its zeros."""
    if not isinstance(value, str):
        raise InputRefused(Problem("not_text", {"field": field, "value": repr(value)}))
    return value


def choice(kind: type[E], value: object, field: str) -> E:
    """The member of `kind` that a plain text stands for."""
    try:
        return kind(value)
    except ValueError:
        raise InputRefused(Problem("not_a_choice", {"field": field, "value": repr(value)})) from None


@dataclass(frozen=True, slots=True)
class Target:
    """T: one number, or a range from `low` to `high` ("7–8 bulan")."""

    low: Decimal
    high: Decimal | None = None

    def __post_init__(self):
        number(self.low, "target")
        if self.high is not None and number(self.high, "target") < self.low:
            raise InputRefused(Problem("target_reversed", {"low": self.low, "high": self.high}))

    @property
    def is_range(self) -> bool:
        return self.high is not None and self.high != self.low

    @property
    def top(self) -> Decimal:
        return self.low if self.high is None else self.high

    def __str__(self) -> str:
        return f"{self.low}–{self.high}" if self.is_range else str(self.low)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one unit has on one line.

    `value` is R (1 or 0 for `present`). `timeliness` and `completeness` read `on_time` of `due` reports
    instead (those in time, or complete), and `rubric` the points of the level each assessor chose.
    `is_out_of_sync` marks a figure whose sources still differ.
    """

    state: State
    value: Decimal | None = None
    target: Target | None = None
    on_time: int | None = None
    due: int | None = None
    marks: tuple[Decimal, ...] = ()
    source: str = ""
    is_out_of_sync: bool = False

    def __post_init__(self):
        object.__setattr__(self, "state", choice(State, self.state, "state"))
        object.__setattr__(self, "marks", tuple(self.marks))
        if self.value is not None:
            number(self.value, "value")
        for mark in self.marks:
            number(mark, "mark")
        for field in ("on_time", "due"):
            if getattr(self, field) is not None:
                whole(getattr(self, field), field)
        if self.state is not State.VALUE and self.has_number:
            raise InputRefused(Problem("state_with_number", {"state": str(self.state)}))

    @property
    def has_number(self) -> bool:
        return self.value is not None or self.on_time is not None or self.due is not None or bool(self.marks)


@dataclass(frozen=True, slots=True)
class UnitReadings:
    """All readings of one unit by line key, and when its report was complete (for a tie-break)."""

    readings: Mapping[str, Reading]
    completed_at: datetime | None = None

    def __post_init__(self):
        object.__setattr__(self, "readings", dict(self.readings))
        if self.completed_at is not None and self.completed_at.utcoffset() is None:
            raise InputRefused(Problem("time_without_zone", {"value": str(self.completed_at)}))
