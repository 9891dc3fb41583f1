"""A rate from 0 to 100 % over periods: one line, its first, last and lowest value written beside it."""

from dataclasses import dataclass

from dashboard.pictures.geometry import percent, placed, plain

TOP, BOTTOM = 26, 96
LEFT, RIGHT = 6, 94
HEIGHT = 124


@dataclass(frozen=True)
class Dot:
    """`label` is written above the dot; "" where it would crowd the others."""

    x: str
    y: str
    label_y: str
    label: str


@dataclass(frozen=True)
class RateLine:
    """Periods without a rate leave a gap. `first` and `last` name the ends of the axis."""

    title: str
    dots: tuple[Dot, ...]
    joins: tuple[tuple[str, str, str, str], ...]
    first: str
    last: str
    height: int = HEIGHT
    top: str = plain(TOP)
    bottom: str = plain(BOTTOM)


def rate_line(periods, rates, labels, title):
    """None with fewer than two rates: one dot is no line. `labels` are the rates as written."""
    held = [place for place, rate in enumerate(rates) if rate is not None]
    if len(held) < 2:
        return None
    lowest = min(held, key=lambda place: rates[place])
    told = held if len(held) <= 6 else {held[0], held[-1], lowest}
    dots = {place: _dot(place, rates, labels[place] if place in told else "") for place in held}
    joins = tuple(
        (dots[one].x, dots[one].y, dots[one + 1].x, dots[one + 1].y) for one in held if one + 1 in dots
    )
    return RateLine(title, tuple(dots.values()), joins, periods[0], periods[-1])


def _dot(place, rates, label):
    x = LEFT + place * (RIGHT - LEFT) / (len(rates) - 1)
    y = placed(rates[place], 100, 0, TOP, BOTTOM)
    return Dot(percent(x), plain(y), plain(y - 10), label)
