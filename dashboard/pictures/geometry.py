"""Coordinates as SVG reads them, bounds for a scale, and labels that keep out of each other's way."""

from decimal import Decimal
from math import ceil, floor


def percent(value):
    """36.2 as "36.2%": two decimals at most, a point whatever the language."""
    return f"{plain(value)}%"


def plain(value):
    """A coordinate as text: two decimals at most, none that say nothing."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def placed(value, low, high, start, end):
    """Where a value lies between `start` and `end` when `low` lies at the one and `high` at the other."""
    if high == low:
        return (start + end) / 2
    return start + float(value - low) / float(high - low) * (end - start)


def bounds(values, step=5):
    """The nearest multiples of `step` that hold all values between them; never a scale of no length."""
    low = floor(min(values) / step) * step
    high = ceil(max(values) / step) * step
    return (low, high) if low < high else (low - step, high + step)


def median(values):
    """Nilai tengah: the middle one, or half-way between the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / Decimal(2)


def pushed_apart(wanted, gap, low, high):
    """Places at least `gap` apart inside `low`–`high`, in their (rising) order, moved as little as can be.

    Neighbours that would touch share the distance they have to move; where `high` is too near for all of them
    the last ones go beyond it, for a label is never dropped.
    """
    groups = []
    for index, place in enumerate(wanted):
        groups.append([place - index * gap, 1])
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            mean, size = groups.pop()
            groups[-1][0] = (groups[-1][0] * groups[-1][1] + mean * size) / (groups[-1][1] + size)
            groups[-1][1] += size
    ceiling = max(low, high - (len(wanted) - 1) * gap)
    free = [min(max(mean, low), ceiling) for mean, size in groups for _member in range(size)]
    return [place + index * gap for index, place in enumerate(free)]
