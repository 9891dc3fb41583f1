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
    """The current observation of one source.

    `is_producer` marks the indicator's producing agency, `is_own` what the unit's own report rests on.
    """

    source: str
    value: Decimal
    is_producer: bool = False
    is_own: bool = False

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
    included) that agency's counts; where it is silent, within that of the unit's own report, this one. Beyond
    it the difference is open and the instrument's rule `when_open` decides. It may prefer the producing
    agency and nobody else: where that is silent the figure is not assessable.
    """
    if number(tolerance, "tolerance") < 0:
        raise InputRefused(Problem("tolerance_negative", {"value": tolerance}))
    if settled is not None:
        return Choice(State.VALUE, Basis.SETTLED, number(settled, "settled"))
    known = sorted(observations, key=lambda observation: observation.source)
    if not known:
        return Choice(State.NOT_REPORTED, Basis.NOTHING_REPORTED)
    producer, own = _marked(known)
    reference = producer or own
    preferred = reference or known[0]
    if len(known) == 1:
        return _counts(preferred, Basis.ONLY_SOURCE)
    if all(other.value == preferred.value for other in known):
        return _counts(preferred, Basis.SAME_VALUE)
    if reference and all(_is_near(reference.value, other.value, tolerance) for other in known):
        return _counts(reference, Basis.WITHIN_TOLERANCE)
    if producer and when_open == OpenDifference.PREFERRED:
        return _counts(producer, Basis.PREFERRED, is_out_of_sync=True)
    return Choice(State.NOT_ASSESSABLE, Basis.OPEN_DIFFERENCE, is_out_of_sync=True)


def _counts(observation: SourceValue, basis: Basis, is_out_of_sync: bool = False) -> Choice:
    return Choice(State.VALUE, basis, observation.value, observation.source, is_out_of_sync)


def _is_near(reference: Decimal, value: Decimal, tolerance: Decimal) -> bool:
    return abs(value - reference) * HUNDRED <= tolerance * abs(reference)


def _marked(known: Sequence[SourceValue]) -> tuple[SourceValue | None, SourceValue | None]:
    """The producing agency's observation and the unit's own. Each source, and each of these, speaks once."""
    for first, second in zip(known, known[1:], strict=False):
        if first.source == second.source:
            raise InputRefused(Problem("source_twice", {"source": second.source}))
    producers = [observation for observation in known if observation.is_producer]
    own = [observation for observation in known if observation.is_own]
    if len(producers) > 1:
        raise InputRefused(Problem("two_producers", _names(producers)))
    if len(own) > 1:
        raise InputRefused(Problem("two_own", _names(own)))
    return next(iter(producers), None), next(iter(own), None)


def _names(marked: Sequence[SourceValue]) -> dict:
    return {"first": marked[0].source, "second": marked[1].source}
