"""How far a figure is on the way to its target, in per cent: shown while it is typed, never a score.

An instrument may count otherwise; what it counts is in evaluations. Here it is the plain reading: realisasi
over target, or, where less is better, how far the figure stays below twice its target.
"""

from decimal import Decimal

from programs.choices import Polarity

__all__ = ["progress"]

HUNDRED = Decimal(100)


def progress(polarity, value, low, high=None):
    """Per cent of a target, of which `high` is the other end where it is a range; None where there is none.

    A range is held against its nearer end; inside it is all of it. Never under 0.
    """
    if value is None or low is None:
        return None
    if high is not None and low <= value <= high:
        return HUNDRED
    target = high if high is not None and value > high else low
    if not target:
        return None
    share = 2 * target - value if polarity == Polarity.LOWER else value
    return max(share * HUNDRED / target, Decimal(0))
