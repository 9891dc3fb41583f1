"""Several periods in one year: a count is summed, an index or a stock is taken last, some are averaged."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .context import ZERO, exactly
from .errors import InputRefused, Problem
from .inputs import Reading, State, Target, choice
from .method import Accumulation

# What a year lacks when its due periods lack different things: the gravest for the reader to know first.
GAPS = (State.NOT_REPORTED, State.WITHHELD, State.NOT_ASSESSABLE)


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """One period of the year: its place in time, whether its figure is due, and what is known of it."""

    order: int
    is_due: bool
    reading: Reading


@exactly
def accumulate(
    kind: Accumulation | str,
    figures: Iterable[PeriodFigure],
    *,
    to_date: bool = False,
    year_target: Target | None = None,
) -> Reading:
    """The reading of the year.

    Every due period must have a value (for `last`: the last due one), unless the line counts `to_date`; then
    the periods that have one count, and T is taken over the same periods as R. `year_target` is a target set
    for the year as a whole; it stands in place of the periods' own, but never `to_date`.
    """
    kind = choice(Accumulation, kind, "accumulation")
    due = _due(figures)
    applying = [reading for reading in due if reading.state is not State.NOT_APPLICABLE]
    if not applying:
        return Reading(State.NOT_APPLICABLE if due else State.NOT_DUE)
    if kind is Accumulation.LAST and not to_date:
        applying = applying[-1:]
    used = [reading for reading in applying if reading.state is State.VALUE]
    if not used or (len(used) < len(applying) and not to_date):
        states = {reading.state for reading in applying}
        return Reading(next(state for state in GAPS if state in states), target=year_target)
    return _joined(kind, used, None if to_date else year_target)


def _due(figures: Iterable[PeriodFigure]) -> list[Reading]:
    """Due periods in order of time; one the unit itself has as not due yet is not due."""
    ordered = sorted(figures, key=lambda figure: figure.order)
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        if earlier.order == later.order:
            raise InputRefused(Problem("period_twice", {"period": later.order}))
    return [
        figure.reading for figure in ordered if figure.is_due and figure.reading.state is not State.NOT_DUE
    ]


def _joined(kind: Accumulation, used: Sequence[Reading], year_target: Target | None) -> Reading:
    if kind is Accumulation.LAST:
        return replace(used[-1], target=year_target or used[-1].target)
    if any(reading.value is None for reading in used):
        raise InputRefused(Problem("period_without_value", {"kind": str(kind)}))
    join = JOINS[kind]
    sources = {reading.source for reading in used}
    return Reading(
        State.VALUE,
        join([reading.value for reading in used]),
        year_target or _joined_target(join, [reading.target for reading in used]),
        source=sources.pop() if len(sources) == 1 else "",
        is_out_of_sync=any(reading.is_out_of_sync for reading in used),
    )


def _joined_target(join: Callable, targets: Sequence[Target | None]) -> Target | None:
    """T over the same periods as R; None where one of them has no target."""
    if None in targets:
        return None
    low = join([target.low for target in targets])
    return (
        Target(low, join([target.top for target in targets]))
        if any(t.is_range for t in targets)
        else Target(low)
    )


def _sum(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, ZERO)


JOINS: dict[Accumulation, Callable[[Sequence[Decimal]], Decimal]] = {
    Accumulation.SUM: _sum,
    Accumulation.MEAN: lambda numbers: _sum(numbers) / len(numbers),
}
