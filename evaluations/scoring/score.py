"""From achievements to one score: weights, missing lines, coverage."""

from collections.abc import Sequence
from decimal import Decimal

from .achievement import NoTarget, achieve, target_of
from .context import HUNDRED, SETTLING, ZERO
from .inputs import Reading, State, UnitReadings
from .method import Line, Method, MissingRule, MissingRules
from .results import Counting, LineOutcome, Unranked

NOT_REPORTED = Reading(State.NOT_REPORTED)
LEAVING = frozenset({State.NOT_APPLICABLE, State.NOT_DUE})


def line_outcomes(method: Method, unit: UnitReadings) -> tuple[LineOutcome, ...]:
    """Every line of the instrument for one unit, in key order. A line without a reading was not reported."""
    return tuple(_outcome(method, line, unit.readings.get(line.key, NOT_REPORTED)) for line in method.lines)


def _outcome(method: Method, line: Line, reading: Reading) -> LineOutcome:
    state, achieved = reading.state, None
    if state is State.VALUE:
        try:
            achieved = achieve(line, reading)
        except NoTarget:
            state = State.NOT_ASSESSABLE
    counting = Counting.COUNTED if achieved else _without_value(line.missing or method.missing, state)
    points = points_open = None
    if achieved:
        points = line.weight * achieved.capped / HUNDRED
    elif counting is Counting.AS_ZERO:
        points = ZERO
    if points is not None:
        points_open = max(line.weight - points, ZERO)
    return LineOutcome(
        line=line.key,
        formula=str(line.formula),
        weight=line.weight,
        reading=reading,
        target=target_of(line, reading),
        state=state,
        lacks_target=state is not reading.state,
        counting=counting,
        achievement=achieved,
        points=points,
        points_open=points_open,
    )


def _without_value(rules: MissingRules, state: State) -> Counting:
    if state in LEAVING:
        return Counting.LEFT_OUT
    return Counting.AS_ZERO if rules.rule_for(state) is MissingRule.ZERO else Counting.EXCLUDED


class Tally:
    """The sums of one unit, line by line, kept so that trials need not go back to the readings.

    `shares` are weight × counted achievement; `counting`, `due` and `valued` the weights that enter the
    score's divisor, the coverage's base and the coverage.
    """

    __slots__ = ("counting", "due", "shares", "total", "total_due", "total_valued", "valued", "weight")

    def __init__(self, outcomes: Sequence[LineOutcome]):
        self.shares = [line.weight * line.counted if line.counts else ZERO for line in outcomes]
        self.counting = [line.weight if line.counts else ZERO for line in outcomes]
        self.due = [line.weight if line.is_due else ZERO for line in outcomes]
        self.valued = [line.weight if line.counting is Counting.COUNTED else ZERO for line in outcomes]
        self.total = sum(self.shares, ZERO)
        self.weight = sum(self.counting, ZERO)
        self.total_due = sum(self.due, ZERO)
        self.total_valued = sum(self.valued, ZERO)

    @property
    def score(self) -> Decimal | None:
        """Σ (weight × capped achievement) ÷ Σ weight over the lines that count; none where nothing does."""
        return weighted(self.total, self.weight) if self.weight else None

    @property
    def coverage(self) -> Decimal | None:
        """Weight of lines with a value ÷ weight of lines that apply and are due, in per cent."""
        return weighted(self.total_valued * HUNDRED, self.total_due) if self.total_due else None

    def unranked(self, min_coverage: Decimal) -> Unranked | None:
        """Why the unit cannot be ranked, or None."""
        if not self.total_due:
            return Unranked.NOTHING_DUE
        if not self.weight:
            return Unranked.NO_VALUE
        if not is_covered(self.total_valued, self.total_due, min_coverage):
            return Unranked.LOW_COVERAGE
        return None


def weighted(total: Decimal, weight: Decimal) -> Decimal:
    """The last division of a score, at 40 digits (see SETTLING)."""
    return SETTLING.divide(total, weight)


def is_covered(valued: Decimal, due: Decimal, min_coverage: Decimal) -> bool:
    """Compared without dividing, so that exactly the minimum is enough."""
    return valued * HUNDRED >= min_coverage * due
