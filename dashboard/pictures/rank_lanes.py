"""Rank over time: a lane for each program over the same years, 1 at the top; programs are never joined."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.pictures.geometry import percent, plain

HEIGHT = 76
TOP, BOTTOM = 22, 62
LEFT, RIGHT = 6, 94
MOST_YEARS = 8


@dataclass(frozen=True)
class RankPoint:
    """A rank in one year. `label` is "7" where it was computed, "II" where it was recorded.

    `is_joined` says that it may be compared with the point before it in the same program.
    """

    year: int
    rank: int
    places: int
    label: str
    is_joined: bool = False


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    label: str
    label_y: str


@dataclass(frozen=True)
class Join:
    x1: str
    y1: str
    x2: str
    y2: str
    tone: str


@dataclass(frozen=True)
class Lane:
    name: str
    title: str
    dots: tuple[Dot, ...]
    joins: tuple[Join, ...]
    height: int = HEIGHT


@dataclass(frozen=True)
class RankLanes:
    lanes: tuple[Lane, ...]
    years: tuple[tuple[str, str], ...]
    """Where each year's line stands and what is written under it; nothing where the years stand too close."""


def rank_lanes(series):
    """`series` are (program name, its RankPoints by year). All lanes share one axis of years."""
    years = sorted({point.year for _name, points in series for point in points})
    span = list(range(years[0], years[-1] + 1)) if years else []
    step = (RIGHT - LEFT) / (len(span) - 1) if len(span) > 1 else 0
    columns = {year: LEFT + index * step if step else 50 for index, year in enumerate(span)}
    lanes = tuple(_lane(name, points, columns) for name, points in series)
    every = max(1, -(-len(span) // MOST_YEARS))
    written = {year: str(year) for year in span[::-1][::every]}
    return RankLanes(lanes, tuple((percent(columns[year]), written.get(year, "")) for year in span))


def _lane(name, points, columns):
    places = max(point.places for point in points)
    heights = [_height(point.rank, places) for point in points]
    dots = tuple(
        Dot(percent(columns[point.year]), plain(y), point.label, plain(y - 11))
        for point, y in zip(points, heights, strict=True)
    )
    joins = tuple(
        _join(points[index - 1], points[index], dots[index - 1], dots[index])
        for index in range(1, len(points))
        if points[index].is_joined
    )
    told = "; ".join(
        _("peringkat %(rank)s pada %(year)s") % {"rank": point.label, "year": point.year} for point in points
    )
    return Lane(str(name), f"{name}: {told}", dots, joins)


def _height(rank, places):
    return TOP + (rank - 1) / max(places - 1, 1) * (BOTTOM - TOP)


def _join(before, after, start, end):
    tone = "up" if after.rank < before.rank else "down" if after.rank > before.rank else "flat"
    return Join(start.x, start.y, end.x, end.y, tone)
