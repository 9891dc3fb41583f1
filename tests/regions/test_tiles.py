"""The tile grids: the rule for all provinces, and that it can be broken."""

from itertools import groupby

import pytest

from regions import datafile
from regions.tiles import WIDEST, Place, keeps_order, tile_grid

REGENCIES = [row for row in datafile.read_regions() if not row.is_province]
PROVINCES = {province: list(rows) for province, rows in groupby(REGENCIES, key=lambda row: row.province_code)}


def places_of(province):
    return [Place(row.code, float(row.latitude), float(row.longitude)) for row in PROVINCES[province]]


def stored_tiles(province):
    return {row.code: (row.tile_column, row.tile_row) for row in PROVINCES[province]}


@pytest.mark.parametrize("province", PROVINCES)
def test_stored_tiles_keep_west_east_in_rows_and_north_south_between_them(province):
    assert keeps_order(places_of(province), stored_tiles(province))


@pytest.mark.parametrize("province", PROVINCES)
def test_stored_grids_fit_a_telephone_and_start_at_one(province):
    columns, rows = zip(*stored_tiles(province).values(), strict=True)
    assert max(columns) <= WIDEST
    assert min(columns) == min(rows) == 1


@pytest.mark.slow
def test_stored_tiles_are_the_computed_ones():
    """Nobody moved a tile by hand."""
    for province in PROVINCES:
        assert tile_grid(places_of(province)) == stored_tiles(province), province


def test_jambi():
    rows = {}
    for row in PROVINCES["15"]:
        rows.setdefault(row.tile_row, {})[row.tile_column] = row.name
    assert rows == {
        1: {3: "Tebo", 4: "Tanjung Jabung Barat", 5: "Tanjung Jabung Timur"},
        2: {1: "Kerinci", 2: "Bungo", 3: "Batanghari", 4: "Kota Jambi", 5: "Muaro Jambi"},
        3: {1: "Kota Sungai Penuh", 2: "Merangin", 3: "Sarolangun"},
    }


NORTH_WEST, NORTH_EAST, SOUTH = Place("a", 2.0, 100.0), Place("b", 2.0, 102.0), Place("c", 0.0, 101.0)
TRIANGLE = [NORTH_WEST, NORTH_EAST, SOUTH]


@pytest.mark.parametrize(
    ("tiles", "kept"),
    [
        ({"a": (1, 1), "b": (2, 1), "c": (1, 2)}, True),
        ({"a": (1, 1), "b": (3, 1), "c": (2, 2)}, True),
        ({"a": (2, 1), "b": (1, 1), "c": (1, 2)}, False),  # east before west
        ({"a": (1, 2), "b": (2, 2), "c": (1, 1)}, False),  # south above north
        ({"a": (1, 1), "b": (1, 1), "c": (1, 2)}, False),  # two on one tile
    ],
)
def test_keeps_order_sees_what_is_wrong(tiles, kept):
    assert keeps_order(TRIANGLE, tiles) is kept


def test_a_grid_does_not_depend_on_the_order_of_its_places():
    places = places_of("15")
    assert tile_grid(places) == tile_grid(places[::-1])


def test_one_regency_alone_and_two_in_one_place():
    assert tile_grid([SOUTH]) == {"c": (1, 1)}
    twins = [Place("x", 1.0, 100.0), Place("y", 1.0, 100.0)]
    assert keeps_order(twins, tile_grid(twins))
