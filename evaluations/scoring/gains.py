"""The smallest gain: what one line alone must add to bring the next better rank."""

from collections.abc import Sequence
from decimal import Decimal

from .context import ZERO, enough, round_settled, step
from .method import Line, Method
from .ranges import Contender
from .results import Gain, GainKind, LineOutcome
from .score import weighted

HALF = Decimal("0.5")


def smallest_gains(
    method: Method, contender: Contender, above: Contender, outcomes: Sequence[LineOutcome]
) -> tuple[Gain, ...]:
    """One Gain for each line. `above` holds the next better rank; drawing level with it suffices."""
    return tuple(
        _gain(method, contender, above, index, line, outcome)
        for index, (line, outcome) in enumerate(zip(method.lines, outcomes, strict=True))
    )


def _gain(
    method: Method, contender: Contender, above: Contender, index: int, line: Line, outcome: LineOutcome
) -> Gain:
    reached = outcome.counted
    if reached is None:
        return Gain(line.key, GainKind.NOT_COUNTED)
    if line.cap is not None and reached >= line.cap:
        return Gain(line.key, GainKind.FULL)
    trial = _Raise(method, contender, index, line, reached)
    for candidate in trial.candidates(above):
        points = candidate if line.cap is None else min(candidate, line.cap - reached)
        if trial.key_after(points) >= (above.rounded, above.ties):
            return Gain(line.key, GainKind.ENOUGH, points)
    return Gain(line.key, GainKind.OUT_OF_REACH)


class _Raise:
    """One line of one unit, raised on trial."""

    def __init__(self, method: Method, contender: Contender, index: int, line: Line, reached: Decimal):
        self.contender = contender
        self.weight = contender.tally.counting[index]
        self.unit = step(method.precision)
        self.reached = reached
        self.tie = method.tie_lines.index(line) if line.tie_order is not None else None

    def candidates(self, above: Contender) -> list[Decimal]:
        """Ascending: level with the score above; level with its tie-break too; one step beyond."""
        level = self._to_score(above.rounded)
        if level is None or not self.contender.ties:
            return [] if level is None else [level]
        found = [level]
        if self.tie is not None:
            tie = max(level, enough(above.ties[self.tie] - self.reached))
            found += [tie, tie + self.unit]  # the second where a later tie-break would still be lost
        beyond = self._to_score(above.rounded + self.unit)
        if beyond is not None:
            found.append(beyond)
        return sorted(found)

    def _to_score(self, rounded: Decimal) -> Decimal | None:
        """Points that bring a score which rounds to `rounded`; None where the line has no weight."""
        tally = self.contender.tally
        lacking = (rounded - HALF * self.unit) * tally.weight - tally.total
        if lacking <= 0:
            return ZERO
        return enough(lacking / self.weight) if self.weight else None

    def key_after(self, points: Decimal) -> tuple:
        tally = self.contender.tally
        rounded = round_settled(weighted(tally.total + self.weight * points, tally.weight), self.unit)
        ties = list(self.contender.ties)
        if self.tie is not None:
            ties[self.tie] = self.reached + points
        return (rounded, tuple(ties))
