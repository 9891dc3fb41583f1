"""Bands (predikat): does a set of them cover the whole scale, and which one does a score fall in."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .context import ZERO
from .errors import Problem
from .method import Band

SCORE_MINIMUM = ZERO


def band_problems(bands: Sequence[Band], score_maximum: Decimal | None) -> Iterator[Problem]:
    """A gap at the foot, two bands at one bound, or a band no score can reach.

    With lower bounds only, each band ends where the next begins, so a gap can be nowhere else. `bands` are in
    ascending order; `score_maximum` None means a line has no cap.
    """
    if not bands:
        return
    if bands[0].lower > SCORE_MINIMUM:
        yield Problem("band_gap", {"low": SCORE_MINIMUM, "high": bands[0].lower})
    for lower, upper in zip(bands, bands[1:], strict=False):
        if lower.lower == upper.lower:
            values = {"first": lower.label, "second": upper.label, "bound": lower.lower}
            yield Problem("band_overlap", values)
    for band in bands:
        if _is_unreachable(band, score_maximum):
            high = "" if score_maximum is None else score_maximum
            values = {
                "band": band.label,
                "bound": band.lower,
                "low": SCORE_MINIMUM,
                "high": high,
            }
            yield Problem("band_outside_scale", values)


def _is_unreachable(band: Band, score_maximum: Decimal | None) -> bool:
    if band.lower < SCORE_MINIMUM:
        return True
    if score_maximum is None or band.lower < score_maximum:
        return False
    return band.lower > score_maximum or not band.includes_lower


def band_of(bands: Sequence[Band], rounded: Decimal) -> str | None:
    """The label for a rounded score; the lowest band always holds the scale's minimum. No bands, no label."""
    for band in reversed(bands[1:]):
        if rounded > band.lower or (band.includes_lower and rounded == band.lower):
            return band.label
    return bands[0].label if bands else None
