"""The tile grid: one equal square per regency, placed so that the province is still recognised.

What a reader may rely on (`keeps_order`): within a row the tiles stand in their true west–east order, and
every tile of a row lies north of every tile of the next. Of all grids that keep this, the one that strays
least from the map is taken. Nothing here runs while pages are served: data/regions/make.py writes it down.
"""

from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

WIDEST = 6
"""Seven columns leave 51 px a tile on a telephone 390 px wide: too little for a name."""
COMFORTABLE = 5

# What a grid costs besides straying (the mean squared distance from the true place, in tiles). Chosen by
# looking at all 38 provinces.
EMPTY_SQUARES = 0.25
WRONG_SHAPE = 0.6
UNCOMFORTABLE_COLUMN = 0.15


class Place(NamedTuple):
    """The middle of a regency, in degrees."""

    code: str
    latitude: float
    longitude: float


class Shape(NamedTuple):
    columns: int
    rows: int


def tile_grid(places):
    """{code: (column, row)}, counted from 1, for the regencies of one province. Equal places, equal grids."""
    places = sorted(places, key=lambda place: (-place.latitude, place.longitude, place.code))
    candidates = [_arranged(places, shape) for shape in _shapes(len(places))]
    _cost, _shape, tiles = min(candidates, key=lambda candidate: candidate[:2])
    return tiles


def keeps_order(places, tiles):
    """Whether `tiles` keeps west–east in each row and north–south between rows, one place to a tile."""
    rows = {}
    for place in places:
        column, row = tiles[place.code]
        rows.setdefault(row, []).append((column, place))
    ordered = [[place for _column, place in sorted(rows[row])] for row in sorted(rows)]
    return (
        len(set(tiles.values())) == len(places)
        and all(a.longitude <= b.longitude for row in ordered for a, b in pairwise(row))
        and all(
            min(place.latitude for place in upper) >= max(place.latitude for place in lower)
            for upper, lower in pairwise(ordered)
        )
    )


def _shapes(count):
    """The shapes worth trying: room for all, and not much more than half of it empty."""
    for columns in range(1, WIDEST + 1):
        for rows in range(-(-count // columns), count + 1):
            if columns * rows <= 2 * count + 1:
                yield Shape(columns, rows)


def _arranged(places, shape):
    """(cost, shape, tiles) of the best grid of one shape for places sorted from the north."""
    aspect, ideal = _ideal_positions(places, shape)
    strayed, tiles = _cut_into_rows(places, shape, ideal)
    cost = (
        strayed / len(places)
        + EMPTY_SQUARES * (shape.columns * shape.rows / len(places) - 1)
        + WRONG_SHAPE * log(shape.columns / shape.rows / aspect) ** 2
        + UNCOMFORTABLE_COLUMN * max(0, shape.columns - COMFORTABLE)
    )
    return round(cost, 9), shape, tiles


def _ideal_positions(places, shape):
    """(width : height of the province, {code: (x, y)} as if the grid were a map, from 0)."""
    north, south = places[0].latitude, places[-1].latitude
    west, east = min(place.longitude for place in places), max(place.longitude for place in places)
    width, height = east - west or 1, north - south or 1
    return width / height, {
        place.code: (
            (place.longitude - west) / width * (shape.columns - 1),
            (north - place.latitude) / height * (shape.rows - 1),
        )
        for place in places
    }


def _cut_into_rows(places, shape, ideal):
    """(strayed, tiles): cut the list from north to south into rows so that the tiles stray least."""

    @cache
    def row_of(start, end, row):
        west_first = sorted(
            places[start:end], key=lambda place: (place.longitude, -place.latitude, place.code)
        )
        strayed, columns = _best_columns([ideal[place.code][0] for place in west_first], shape.columns)
        strayed += sum((ideal[place.code][1] - row) ** 2 for place in west_first)
        return strayed, {
            place.code: (column + 1, row + 1) for place, column in zip(west_first, columns, strict=True)
        }

    @cache
    def rest(start, row):
        left, rows_left = len(places) - start, shape.rows - row
        if rows_left == 1:
            return row_of(start, len(places), row)
        options = []
        for size in range(1, shape.columns + 1):
            if rows_left - 1 <= left - size <= (rows_left - 1) * shape.columns:
                here, tiles = row_of(start, start + size, row)
                below, tiles_below = rest(start + size, row + 1)
                options.append((round(here + below, 9), size, tiles | tiles_below))
        strayed, _size, tiles = min(options, key=lambda option: option[:2])
        return strayed, tiles

    return rest(0, 0)


def _best_columns(wanted, columns):
    """(strayed, chosen): growing column numbers from 0, as near as possible to the wanted ones."""

    @cache
    def rest(index, first):
        if index == len(wanted):
            return 0.0, ()
        last = columns - (len(wanted) - index)
        options = []
        for column in range(first, last + 1):
            strayed, chosen = rest(index + 1, column + 1)
            options.append((strayed + (column - wanted[index]) ** 2, (column, *chosen)))
        return min(options)

    return rest(0, 0)
