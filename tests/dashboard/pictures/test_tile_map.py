import pytest

from dashboard.pictures.names import width
from dashboard.pictures.tile_map import NAME_SIZE, ROOM, SIZE, Place, tile_map
from tests.dashboard.rankings import ELEVEN


def places(**values):
    return [
        Place(column, row, name, name, f"/daerah/{code}/", values.get(name, "1"))
        for code, (name, column, row, *_figures) in ELEVEN.items()
    ]


def test_tiles_stand_in_reading_order_as_on_the_ground():
    names = [tile.place.name for tile in tile_map(places()).tiles]
    assert names == [
        "Tebo", "Tanjung Jabung Barat", "Tanjung Jabung Timur",
        "Kerinci", "Bungo", "Batanghari", "Kota Jambi", "Muaro Jambi",
        "Kota Sungai Penuh", "Merangin", "Sarolangun",
    ]  # fmt: skip


def test_the_grid_is_as_large_as_its_places():
    drawn = tile_map(places())
    assert (drawn.width, drawn.height) == (358, 214)
    tebo = drawn.tiles[0]
    assert (tebo.x, tebo.y) == ("144.5", "0.5")


def test_a_grid_that_begins_elsewhere_begins_at_the_edge():
    drawn = tile_map([Place(4, 3, "A", "A", "/", "1"), Place(5, 3, "B", "B", "/", "2")])
    assert (drawn.tiles[0].x, drawn.width, drawn.height) == ("0.5", 142, 70)


def test_tiles_do_not_lie_on_each_other():
    corners = [(float(tile.x), float(tile.y)) for tile in tile_map(places()).tiles]
    for index, (x, y) in enumerate(corners):
        for other_x, other_y in corners[index + 1 :]:
            assert abs(x - other_x) >= SIZE or abs(y - other_y) >= SIZE


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [Place(1, 1, "A", "A", "/"), Place(1, 1, "B", "B", "/")],
        [Place(None, None, "A", "A", "/")],
        [Place(column, row, "A", "A", "/") for column in range(1, 8) for row in range(1, 8)],
    ],
)
def test_without_a_square_for_each_there_is_no_map(wrong):
    assert tile_map(wrong) is None


@pytest.mark.parametrize(
    "name", ["Kerinci", "Tanjab Barat", "Hulu Sungai Selatan", "Pematangsiantar", "OKU Timur"]
)
def test_a_name_stays_inside_its_tile(name):
    [tile] = tile_map([Place(1, 1, name, name, "/", "67")]).tiles
    assert " ".join(line.text for line in tile.lines) == name
    for line in tile.lines:
        assert line.squeezed or width(line.text, NAME_SIZE) <= ROOM + 4
    assert float(tile.lines[-1].y) <= 45


@pytest.mark.parametrize(
    "name, value, said, label",
    [
        ("Tebo", "", "Kabupaten Tebo, tidak diumumkan", "Kabupaten Tebo, tidak diumumkan"),
        ("Kerinci", "I", "Kabupaten Kerinci, peringkat I", "Kerinci I: Kabupaten Kerinci, peringkat I"),
        (
            "Tanjab Barat",
            "66",
            "Kabupaten Tanjung Jabung Barat",
            "Tanjab Barat 66: Kabupaten Tanjung Jabung Barat",
        ),
    ],
)
def test_what_is_read_aloud_holds_what_is_written(name, value, said, label):
    [tile] = tile_map([Place(1, 1, name, said, "/", value)]).tiles
    assert tile.label == label
