"""How sure is a rank: every rank again with each line left out and each weight moved by a quarter."""

from collections.abc import Sequence
from decimal import Decimal

from .context import ZERO, round_settled, step
from .method import Method
from .ranking import competition_ranks
from .results import RankRange
from .score import Tally, is_covered, weighted

FACTORS = (ZERO, Decimal("0.75"), Decimal("1.25"))  # 0 leaves the line out


class Contender:
    """One unit in all trials: its sums, its rounded score (None where unranked) and its tie-breaks."""

    __slots__ = ("is_full", "rounded", "tally", "ties", "without")

    def __init__(self, tally: Tally, rounded: Decimal | None, ties: tuple):
        self.tally = tally
        self.rounded = rounded
        self.ties = ties
        self.is_full = tally.total_valued == tally.total_due
        self.without = _sums_without_each(tally.shares)

    def score_with(self, index: int, factor: Decimal, min_coverage: Decimal, unit: Decimal) -> Decimal | None:
        """The rounded score when one line's weight is multiplied by `factor`; None where not ranked."""
        tally = self.tally
        own_weight = tally.counting[index]
        weight = tally.weight - own_weight + factor * own_weight
        if not weight or not (self.is_full or self._is_covered(index, factor, min_coverage)):
            return None
        return round_settled(weighted(self.without[index] + factor * tally.shares[index], weight), unit)

    def _is_covered(self, index: int, factor: Decimal, min_coverage: Decimal) -> bool:
        tally = self.tally
        change = factor - 1
        valued = tally.total_valued + change * tally.valued[index]
        due = tally.total_due + change * tally.due[index]
        return is_covered(valued, due, min_coverage)


def _sums_without_each(shares: Sequence[Decimal]) -> list[Decimal]:
    """For each line the sum of all others, by adding only: subtracting would leave residues of rounding."""
    before = [ZERO]
    for share in shares[:-1]:
        before.append(before[-1] + share)
    after = ZERO
    sums = list(before)
    for index in range(len(shares) - 1, -1, -1):
        sums[index] = before[index] + after
        after += shares[index]
    return sums


def rank_ranges(
    method: Method, contenders: Sequence[Contender], ranks: Sequence[int | None]
) -> list[RankRange | None]:
    """The range of each contender around its rank in the release; None for the unranked, or with one line.

    A trial in which a unit is not ranked does not count for it. A line left out takes its tie-break along.
    """
    if len(method.lines) < 2:
        return [None] * len(contenders)
    best = list(ranks)
    worst = list(ranks)
    for index, line in enumerate(method.lines):
        tie = method.tie_lines.index(line) if line.tie_order is not None else None
        for factor in FACTORS:
            _try(method, contenders, index, factor, tie if not factor else None, best, worst)
    return [
        None if rank is None else RankRange(best[place], worst[place]) for place, rank in enumerate(ranks)
    ]


def _try(
    method: Method,
    contenders: Sequence[Contender],
    index: int,
    factor: Decimal,
    dropped_tie: int | None,
    best: list[int | None],
    worst: list[int | None],
) -> None:
    """One trial; widens `best` and `worst` of the units it ranks and that the release ranks too."""
    unit = step(method.precision)
    places, keys = [], []
    for place, contender in enumerate(contenders):
        rounded = contender.rounded
        if contender.tally.counting[index] or rounded is None or not contender.is_full:
            rounded = contender.score_with(index, factor, method.min_coverage, unit)
        if rounded is not None:
            places.append(place)
            keys.append(_key(rounded, contender.ties, dropped_tie))
    for place, rank in zip(places, competition_ranks(keys), strict=True):
        if best[place] is None:
            continue
        if rank < best[place]:
            best[place] = rank
        elif rank > worst[place]:
            worst[place] = rank


def _key(rounded: Decimal, ties: tuple, dropped_tie: int | None):
    if dropped_tie is None:
        return (rounded, ties) if ties else rounded
    return (rounded, ties[:dropped_tie] + ties[dropped_tie + 1 :])
