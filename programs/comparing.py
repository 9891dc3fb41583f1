"""How the sources of one figure stand to each other. No database is asked here; docs/facts.md explains it.

One source is the reference, every other is held against it: the producing agency's where it speaks, else the
one the figure rests on, else the first. "Belum lapor", "belum jatuh tempo", "ditahan" and "tidak dapat
dinilai" say nothing about a figure and take no part; "tidak berlaku" does: against a value it is a difference
without size.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Context, Decimal

from programs.causes import guess
from programs.choices import Cause, DifferenceState, State, Verdict
from rakor.lib.digits import MAX_DECIMALS, MAX_SIGNIFICANT_DIGITS
from rakor.lib.measure_units import unit_key

SPEAKING = (State.VALUE, State.NOT_APPLICABLE)

HUNDRED = Decimal(100)
ROOMY = Context(prec=60)
KEPT = Context(prec=MAX_SIGNIFICANT_DIGITS)
LARGEST = Decimal(10) ** MAX_SIGNIFICANT_DIGITS - 1
LARGEST_PERCENT = Decimal("99999999999.9999")


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says now of one figure: its current observation. Keys are any hashable."""

    key: object
    source: object
    value: Decimal | None
    state: str = State.VALUE
    measure_unit: str = ""
    cut_off_on: date | None = None
    agency: object = None
    level: str = ""
    said_at: datetime | None = None

    @property
    def speaks(self) -> bool:
        return self.state in SPEAKING


@dataclass(frozen=True, slots=True)
class Measure:
    """What an indicator holds its sources to: tolerances, its own unit, and who produces its figures."""

    tolerance_percent: Decimal
    tolerance_days: int = 0
    measure_unit: str = ""
    producer: object = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One source held against the reference. `gap` is other − reference, `percent` its size without sign.

    Both are None where there is no size: units or dates differ, one of them says "tidak berlaku". The percent
    of a gap from 0 is None too.
    """

    reference: Voice
    other: Voice
    verdict: Verdict
    gap: Decimal | None = None
    percent: Decimal | None = None

    @property
    def is_comparable(self) -> bool:
        return self.verdict not in (Verdict.OTHER_UNIT, Verdict.OTHER_DATE)


@dataclass(frozen=True, slots=True)
class Compared:
    """All sources of a figure: how they stand, the largest gap of those that make it so, a guess at why."""

    state: DifferenceState
    pairs: tuple[Pair, ...]
    gap: Decimal | None = None
    percent: Decimal | None = None
    likely_cause: Cause | str = ""


def measure_of(indicator) -> Measure:
    return Measure(
        indicator.tolerance_percent,
        indicator.tolerance_days,
        indicator.measure_unit,
        indicator.producer_id,
    )


def compare(voices: Iterable[Voice], measure: Measure, rests_on: object = None) -> Compared | None:
    """How they stand to each other; None where fewer than two sources speak.

    `rests_on` is the source that the figure rests on. Each source speaks once.
    """
    speaking = sorted((voice for voice in voices if voice.speaks), key=lambda voice: voice.source)
    if len(speaking) < 2:
        return None
    reference = reference_among(speaking, measure, rests_on)
    pairs = tuple(pair(reference, other, measure) for other in speaking if other is not reference)
    apart = [one for one in pairs if one.verdict == Verdict.APART]
    if apart:
        return _sized(DifferenceState.OPEN, pairs, apart, measure)
    unlike = [one for one in pairs if not one.is_comparable]
    if unlike:
        cause = _cause(unlike[0], measure)
        return Compared(DifferenceState.NOT_COMPARABLE, pairs, likely_cause=cause)
    return _sized(DifferenceState.IN_SYNC, pairs, pairs, measure)


def reference_among(speaking: list[Voice], measure: Measure, rests_on: object = None) -> Voice:
    """The producing agency's; where it is silent or unnamed the one the figure rests on; else the first."""
    own = [voice for voice in speaking if voice.source == rests_on]
    producing = [voice for voice in speaking if measure.producer and voice.agency == measure.producer]
    return next((voice for voice in own if voice in producing), None) or [*producing, *own, *speaking][0]


def pair(reference: Voice, other: Voice, measure: Measure) -> Pair:
    """One held against the other. No cut-off date goes with any; no unit is the indicator's own."""
    if unit_of(reference, measure) != unit_of(other, measure):
        return Pair(reference, other, Verdict.OTHER_UNIT)
    if days_between(reference, other) > measure.tolerance_days:
        return Pair(reference, other, Verdict.OTHER_DATE)
    if reference.state != other.state:
        return Pair(reference, other, Verdict.APART)
    if reference.value is None:
        return Pair(reference, other, Verdict.SAME, Decimal(0), Decimal(0))
    gap, base = ROOMY.subtract(other.value, reference.value), reference.value
    return Pair(reference, other, _verdict(gap, base, measure), kept(gap), percent(gap, base))


def _verdict(gap, base, measure):
    if not gap:
        return Verdict.SAME
    near = ROOMY.multiply(abs(gap), HUNDRED) <= ROOMY.multiply(measure.tolerance_percent, abs(base))
    return Verdict.WITHIN if near else Verdict.APART


def kept(gap: Decimal) -> Decimal:
    """A gap as a column of figures keeps it: two figures of 15 digits may lie further apart than that."""
    if abs(gap) > LARGEST:
        return LARGEST.copy_sign(gap)
    return round(KEPT.plus(gap), MAX_DECIMALS)


def percent(gap: Decimal, base: Decimal) -> Decimal | None:
    """The size of a gap in per cent of `base`, to four decimals, half up; None from 0 to something else."""
    if gap and not base:
        return None
    size = ROOMY.divide(ROOMY.multiply(abs(gap), HUNDRED), abs(base)) if gap else Decimal(0)
    return min(size, LARGEST_PERCENT).quantize(Decimal("0.0001"), rounding="ROUND_HALF_UP")


def unit_of(voice: Voice, measure: Measure) -> str:
    """One key for one unit of measure; a source that writes none means the indicator's."""
    return unit_key(voice.measure_unit) or unit_key(measure.measure_unit)


def days_between(one: Voice, other: Voice) -> int:
    if one.cut_off_on is None or other.cut_off_on is None:
        return 0
    return abs((one.cut_off_on - other.cut_off_on).days)


def stand(
    voices: Iterable[Voice], measure: Measure, rests_on: object = None, agreed: Voice | None = None
) -> Compared:
    """How a figure stands: as its sources do, or settled where it rests on what was `agreed`.

    It stays settled until a source says something, later than that, which lies apart from the agreed figure.
    One source alone is in sync with nothing: no pairs, no gap.
    """
    voices = list(voices)
    compared = compare(voices, measure, rests_on) or Compared(DifferenceState.IN_SYNC, ())
    if agreed is None:
        return compared
    against = contradictions(voices, agreed, measure)
    if not against:
        return replace(compared, state=DifferenceState.SETTLED)
    if compared.state == DifferenceState.OPEN:
        return compared
    return _sized(DifferenceState.OPEN, compared.pairs, against, measure)


def contradictions(voices: Iterable[Voice], agreed: Voice, measure: Measure) -> list[Pair]:
    """What was said since a figure was agreed and lies apart from it."""
    later = [voice for voice in voices if voice.speaks and voice.said_at > agreed.said_at]
    pairs = [pair(agreed, voice, measure) for voice in later]
    return [one for one in pairs if one.verdict == Verdict.APART]


def _sized(state, pairs, among, measure):
    """The largest gap among the pairs that make the state; one without size is told by none of both."""
    sized = [one for one in among if one.gap is not None]
    largest = max(sized, key=lambda one: abs(one.gap), default=None)
    worst = largest or among[0]
    cause = "" if state == DifferenceState.IN_SYNC else _cause(worst, measure)
    return Compared(state, pairs, worst.gap, worst.percent, cause)


def _cause(worst, measure):
    reference, other = worst.reference, worst.other
    same_unit = unit_of(reference, measure) == unit_of(other, measure)
    return guess(reference, other, same_unit=same_unit, days=days_between(reference, other))
