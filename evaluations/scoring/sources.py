"""Several sources, one figure: which value counts, and when none may."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .context import HUNDRED, exactly
from .errors import InputRefused, Problem
from .inputs import State, number, text
from .method import OpenDifference


class Basis(StrEnum):
    """Why this value counts."""

    NOTHING_REPORTED = "nothing_reported"
    ONLY_SOURCE = "only_source"
    SAME_VALUE = "same_value"
    WITHIN_TOLERANCE = "within_tolerance"
    SETTLED = "settled"
    PREFERRED = "preferred"
    OPEN_DIFFERENCE = "open_difference"


@dataclass(frozen=True, slots=True)
class SourceValue:
    """The current observation of one source; `is_producer` marks the indicator's producing agency."""

    source: str
    value: Decimal
    is_producer: bool = False

    def __post_init__(self):
        text(self.source, "source")
        number(self.value, "value")


@dataclass(frozen=True, slots=True)
class Choice:
    """The value that counts, whose it is, and why; `is_out_of_sync` is shown as "belum sinkron"."""

    state: State
    basis: Basis
    value: Decimal | None = None
    source: str = ""
    is_out_of_sync: bool = False


@exactly
def choose(
    observations: Iterable[SourceValue],
    tolerance: Decimal,
    when_open: OpenDifference,
    *,
    settled: Decimal | None = None,
) -> Choice:
    """Which value counts when sources differ.

    A settled value comes first. Within `tolerance` (per cent of the producing agency's figure, the bound
    included) that agency's counts. Beyond it the difference is open and the instrument's rule `when_open`
    decides. Where the producing agency is silent and the others differ, no rule prefers one: not assessable.
    """
    if number(tolerance, "tolerance") < 0:
        raise InputRefused(Problem("tolerance_negative", {"value": tolerance}))
    if settled is not None:
        return Choice(State.VALUE, Basis.SETTLED, number(settled, "settled"))
    known = sorted(observations, key=lambda observation: observation.source)
    if not known:
        return Choice(State.NOT_REPORTED, Basis.NOTHING_REPORTED)
    producer = _producer(known)
    preferred = producer or known[0]
    if len(known) == 1:
        return _counts(preferred, Basis.ONLY_SOURCE)
    if all(other.value == preferred.value for other in known):
        return _counts(preferred, Basis.SAME_VALUE)
    if producer and all(_is_near(producer.value, other.value, tolerance) for other in known):
        return _counts(producer, Basis.WITHIN_TOLERANCE)
    if producer and when_open == OpenDifference.PREFERRED:
        return _counts(producer, Basis.PREFERRED, is_out_of_sync=True)
    return Choice(State.NOT_ASSESSABLE, Basis.OPEN_DIFFERENCE, is_out_of_sync=True)


def _counts(observation: SourceValue, basis: Basis, is_out_of_sync: bool = False) -> Choice:
    return Choice(State.VALUE, basis, observation.value, observation.source, is_out_of_sync)


def _is_near(reference: Decimal, value: Decimal, tolerance: Decimal) -> bool:
    return abs(value - reference) * HUNDRED <= tolerance * abs(reference)


def _producer(known: Sequence[SourceValue]) -> SourceValue | None:
    """The producing agency's observation. Each source, and that agency, may speak once."""
    for first, second in zip(known, known[1:], strict=False):
        if first.source == second.source:
            raise InputRefused(Problem("source_twice", {"source": second.source}))
    producers = [observation for observation in known if observation.is_producer]
    if len(producers) > 1:
        values = {"first": producers[0].source, "second": producers[1].source}
        raise InputRefused(Problem("two_producers", values))
    return producers[0] if producers else None
