"""A small line of one unit's values over a few periods; a period without a value leaves a gap."""

from dataclasses import dataclass

from dashboard.pictures.geometry import percent, placed, plain

TOP, BOTTOM = 6, 22
LEFT, RIGHT = 5, 95


@dataclass(frozen=True)
class Stroke:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Trend:
    """`last` is where the newest value stands; `title` says all of them."""

    title: str
    strokes: tuple[Stroke, ...]
    dots: tuple[tuple[str, str], ...]
    last: tuple[str, str]


def trend(values, title, low, high):
    """None with fewer than two values. `low` and `high` are the ends of the scale that all lines share."""
    if sum(value is not None for value in values) < 2:
        return None
    points = [_point(place, value, len(values), low, high) for place, value in enumerate(values)]
    strokes = tuple(
        Stroke(*before, *after) for before, after in zip(points, points[1:], strict=False) if before and after
    )
    stood = [point for point in points if point]
    return Trend(title, strokes, tuple(stood[:-1]), stood[-1])


def _point(place, value, number, low, high):
    if value is None:
        return None
    across = LEFT + place * (RIGHT - LEFT) / (number - 1)
    return percent(across), plain(placed(value, high, low, TOP, BOTTOM))
