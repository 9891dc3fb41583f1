"""The tile map: one equal square per regency, where it lies in its province."""

from dataclasses import dataclass

from dashboard.pictures.geometry import plain
from dashboard.pictures.names import lines_of, width

PITCH, SIZE = 72, 69
NAME_SIZE, LEADING, ROOM = 11, 12.5, 58
MOST_PLACES = 40
"""More squares than any province has regencies; a longer list is no province."""


@dataclass(frozen=True)
class Place:
    """What a tile says. `tone` "b0" is plain, "b1"–"b5" a band; a place without `value` is hatched."""

    column: int
    row: int
    name: str
    said: str
    url: str
    value: str = ""
    tone: str = "b0"


@dataclass(frozen=True)
class NameLine:
    y: str
    text: str
    squeezed: str
    """The width a word too long for its tile is set to, or nothing."""


@dataclass(frozen=True)
class Tile:
    place: Place
    x: str
    y: str
    name_x: str
    lines: tuple[NameLine, ...]
    value_x: str
    value_y: str
    hatch_x: str
    hatch_y: str

    @property
    def label(self):
        """What is read aloud: all of it, beginning with what is written, for whoever calls a tile by that."""
        written = f"{self.place.name} {self.place.value}".strip()
        return self.place.said if written in self.place.said else f"{written}: {self.place.said}"

    @property
    def is_tight(self):
        """A value such as 100,00 needs smaller figures."""
        return len(self.place.value) > 5


@dataclass(frozen=True)
class TileMap:
    tiles: tuple[Tile, ...]
    width: int
    height: int


def tile_map(places):
    """Tiles in reading order, columns and rows counted from 1; None where two places share a square."""
    squares = {(place.row, place.column) for place in places}
    if not places or len(places) > MOST_PLACES or len(squares) != len(places):
        return None
    if any(not place.column or not place.row for place in places):
        return None
    left, top = (min(getattr(place, side) for place in places) for side in ("column", "row"))
    wide, high = (max(getattr(place, side) for place in places) for side in ("column", "row"))
    ordered = sorted(places, key=lambda place: (place.row, place.column))
    return TileMap(
        tuple(_tile(place, place.column - left, place.row - top) for place in ordered),
        (wide - left + 1) * PITCH - 2,
        (high - top + 1) * PITCH - 2,
    )


def _tile(place, column, row):
    x, y = column * PITCH + 0.5, row * PITCH + 0.5
    lines = tuple(
        NameLine(
            plain(y + 15 + index * LEADING), text, str(ROOM) if width(text, NAME_SIZE) > ROOM + 4 else ""
        )
        for index, text in enumerate(lines_of(place.name, NAME_SIZE, ROOM))
    )
    return Tile(
        place,
        x=plain(x),
        y=plain(y),
        name_x=plain(x + 6),
        lines=lines,
        value_x=plain(x + 62),
        value_y=plain(y + 61),
        hatch_x=plain(x + 42),
        hatch_y=plain(y + 45),
    )
