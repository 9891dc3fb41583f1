"""The instrument as data: lines, weights, formulas, missing rules, bands, tie-breaks."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .context import HUNDRED
from .inputs import State, Target, choice, number, text, whole


class Formula(StrEnum):
    """How one figure becomes one achievement (capaian); it belongs to the line and is never guessed."""

    RATIO = "ratio"
    INVERSE_DIFFERENCE = "inverse_difference"
    INVERSE_RATIO = "inverse_ratio"
    RANGE = "range"
    PRESENT = "present"
    VALUE = "value"
    TIMELINESS = "timeliness"
    COMPLETENESS = "completeness"
    RUBRIC = "rubric"


class Accumulation(StrEnum):
    """How the figures of several periods become the figure of the year."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"


class MissingRule(StrEnum):
    """What a due line without a value does: counts as zero, or leaves and the weights are renormalised."""

    ZERO = "zero"
    EXCLUDE = "exclude"


class OpenDifference(StrEnum):
    """What an unsettled difference between sources does: the producing agency's figure, or no value."""

    PREFERRED = "preferred"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class MissingRules:
    """The instrument's choice for each state in which a due figure has no value; printed in public."""

    not_reported: MissingRule
    not_assessable: MissingRule
    withheld: MissingRule

    def __post_init__(self):
        for field in (State.NOT_REPORTED, State.NOT_ASSESSABLE, State.WITHHELD):
            object.__setattr__(self, field, choice(MissingRule, getattr(self, field), field))

    def rule_for(self, state: State) -> MissingRule:
        return getattr(self, state)


@dataclass(frozen=True, slots=True)
class Line:
    """One line (butir penilaian) of an instrument.

    `cap` None means none. A `target` written here holds for every unit; without one each unit's own counts.
    `tie_order` 1 makes this line's capped achievement the first tie-break. `missing` overrides the method's.
    """

    key: str
    weight: Decimal
    formula: str
    cap: Decimal | None = HUNDRED
    lower_is_better: bool | None = None
    scale_min: Decimal | None = None
    scale_max: Decimal | None = None
    target: Target | None = None
    accumulation: Accumulation | None = None
    to_date: bool = False
    tie_order: int | None = None
    missing: MissingRules | None = None

    def __post_init__(self):
        text(self.key, "key")
        text(self.formula, "formula")
        number(self.weight, "weight")
        for field in ("cap", "scale_min", "scale_max"):
            if getattr(self, field) is not None:
                number(getattr(self, field), field)
        if self.accumulation is not None:
            object.__setattr__(
                self,
                "accumulation",
                choice(Accumulation, self.accumulation, "accumulation"),
            )
        if self.tie_order is not None:
            whole(self.tie_order, "tie_order")


@dataclass(frozen=True, slots=True)
class Band:
    """One band (predikat): from its lower bound, inside or not, up to where the next begins."""

    label: str
    lower: Decimal
    includes_lower: bool = True

    def __post_init__(self):
        text(self.label, "label")
        number(self.lower, "lower")


@dataclass(frozen=True, slots=True)
class Method:
    """One version of an instrument, complete: with the readings it determines every score and rank."""

    lines: tuple[Line, ...]
    missing: MissingRules
    open_difference: OpenDifference = OpenDifference.NOT_ASSESSABLE
    precision: int = 2
    min_coverage: Decimal = Decimal(60)
    bands: tuple[Band, ...] = ()
    earlier_report_wins: bool = False

    def __post_init__(self):
        # The order in which rows were typed is not part of the method.
        object.__setattr__(self, "lines", tuple(sorted(self.lines, key=lambda line: line.key)))
        object.__setattr__(self, "bands", tuple(sorted(self.bands, key=_band_order)))
        object.__setattr__(
            self,
            "open_difference",
            choice(OpenDifference, self.open_difference, "open_difference"),
        )
        whole(self.precision, "precision")
        number(self.min_coverage, "min_coverage")

    @property
    def tie_lines(self) -> tuple[Line, ...]:
        """The lines that break ties, first one first."""
        listed = (line for line in self.lines if line.tie_order is not None)
        return tuple(sorted(listed, key=lambda line: line.tie_order))

    @property
    def has_tie_breaks(self) -> bool:
        return self.earlier_report_wins or any(line.tie_order is not None for line in self.lines)


def _band_order(band: Band):
    return (band.lower, not band.includes_lower, band.label)
