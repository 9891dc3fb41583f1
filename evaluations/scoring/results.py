"""What a round gives: for each unit the score, rank and band, and for each line how it came about."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .achievement import Achievement
from .context import ZERO
from .inputs import Reading, State, Target


class Counting(StrEnum):
    """What a line does in its unit's score."""

    COUNTED = "counted"  # it has a value
    AS_ZERO = "as_zero"  # due without a value, and the instrument says zero
    EXCLUDED = "excluded"  # due without a value, weights renormalised; still lowers the coverage
    LEFT_OUT = "left_out"  # not applicable or not due: gone from the sum and from the coverage


class Unranked(StrEnum):
    """Why a unit is listed below the table (tidak diperingkat)."""

    NOTHING_DUE = "nothing_due"
    NO_VALUE = "no_value"
    LOW_COVERAGE = "low_coverage"


class GainKind(StrEnum):
    """What one line alone can do for the next better rank."""

    ENOUGH = "enough"
    FULL = "full"  # sudah diraih seluruhnya
    OUT_OF_REACH = "out_of_reach"  # tidak terkejar oleh butir ini saja
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """One line of one unit. Of `weight`, `points` are reached, `points_open` not yet (belum diraih).

    `state` is the reading's, except that a value without the target its formula needs becomes
    `not_assessable`, told apart by `lacks_target`.
    """

    line: str
    formula: str
    weight: Decimal
    reading: Reading
    target: Target | None
    state: State
    lacks_target: bool
    counting: Counting
    achievement: Achievement | None
    points: Decimal | None
    points_open: Decimal | None

    @property
    def counts(self) -> bool:
        return self.counting is Counting.COUNTED or self.counting is Counting.AS_ZERO

    @property
    def is_due(self) -> bool:
        """Does the line apply and is it due: the base of the coverage."""
        return self.counting is not Counting.LEFT_OUT

    @property
    def counted(self) -> Decimal | None:
        """The achievement the score uses: capped, 0 where the instrument says zero, or none."""
        if self.achievement is not None:
            return self.achievement.capped
        return ZERO if self.counting is Counting.AS_ZERO else None


@dataclass(frozen=True, slots=True)
class RankRange:
    """The best and worst rank when lines are left out and weights moved."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class NextPlace:
    """The next better rank, and the rounded score of the unit that holds it."""

    rank: int
    score: Decimal


@dataclass(frozen=True, slots=True)
class Gain:
    """Achievement points on one line, the others fixed, that suffice for the next better rank."""

    line: str
    kind: GainKind
    points: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """One unit's result. `score` is exact (40 digits), `rounded` is what ranks and bands look at.

    A unit without a rank has the reason in `unranked`, and neither band, range nor gains.
    """

    unit: str
    lines: tuple[LineOutcome, ...]
    score: Decimal | None
    rounded: Decimal | None
    coverage: Decimal | None
    unranked: Unranked | None
    rank: int | None = None
    band: str | None = None
    rank_range: RankRange | None = None
    next_place: NextPlace | None = None
    gains: tuple[Gain, ...] = ()

    def line(self, key: str) -> LineOutcome:
        return next(outcome for outcome in self.lines if outcome.line == key)


@dataclass(frozen=True, slots=True)
class Result:
    """All units: the ranked by rank, then the unranked; equal places by unit key. Lines are in key order."""

    units: tuple[UnitOutcome, ...]

    def unit(self, key: str) -> UnitOutcome:
        return next(outcome for outcome in self.units if outcome.unit == key)

    @property
    def ranked(self) -> tuple[UnitOutcome, ...]:
        return tuple(outcome for outcome in self.units if outcome.rank is not None)

    @property
    def unranked(self) -> tuple[UnitOutcome, ...]:
        return tuple(outcome for outcome in self.units if outcome.rank is None)
