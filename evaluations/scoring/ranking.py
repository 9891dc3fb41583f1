"""From scores to ranks: equal scores share a rank (1, 2, 2, 4) unless the instrument lists tie-breaks."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from .inputs import UnitReadings
from .method import Method
from .results import LineOutcome

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NO_ACHIEVEMENT = Decimal(-1)  # below a reported 0


def competition_ranks(keys: Sequence[Any]) -> list[int]:
    """The rank of each key, the greatest first. A key is a rounded score, tie-breaks behind it."""
    order = sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
    ranks = [0] * len(keys)
    last_key, last_rank = None, 0
    for place, index in enumerate(order, 1):
        if last_key is None or keys[index] != last_key:
            last_key, last_rank = keys[index], place
        ranks[index] = last_rank
    return ranks


def tie_values(method: Method, outcomes: Mapping[str, LineOutcome], unit: UnitReadings) -> tuple:
    """What decides between equal rounded scores, the first value first, the greater the better.

    A line without an achievement comes after any that has one; a report never completed after any that was.
    """
    values: list = [_tie_achievement(outcomes[line.key]) for line in method.tie_lines]
    if method.earlier_report_wins:
        values.append(_earliness(unit.completed_at))
    return tuple(values)


def _tie_achievement(outcome: LineOutcome) -> Decimal:
    return outcome.achievement.capped if outcome.achievement else NO_ACHIEVEMENT


def _earliness(completed_at: datetime | None) -> tuple[int, int]:
    if completed_at is None:
        return (0, 0)
    return (1, -((completed_at - EPOCH) // timedelta(microseconds=1)))
