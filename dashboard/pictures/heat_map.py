"""A heat map of reports: units down, periods across, each state a shape and a word.

It is a table, so it needs no other table beside it: what a cell shows by its shape is read aloud as a word.
"""

from dataclasses import dataclass

from rakor.lib.dates import month_name
from rakor.lib.periods import kind


@dataclass(frozen=True)
class Mark:
    """A state: the class of its shape in the sheet, and the word for it."""

    tone: str
    word: str


@dataclass(frozen=True)
class Cell:
    """One unit's report of one period; `note` is what is said of it besides its state."""

    mark: Mark
    note: str = ""
    url: str = ""

    @property
    def said(self):
        return f"{self.mark.word}, {self.note}" if self.note else self.mark.word


@dataclass(frozen=True)
class Row:
    name: str
    cells: tuple[Cell, ...]
    url: str = ""


@dataclass(frozen=True)
class HeatMap:
    """`columns` are (short name, full name); `legend` holds the marks that stand in it, in order."""

    caption: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    legend: tuple[Mark, ...]


def heat_map(caption, periods, rows, marks):
    """`rows` are (name, address, cells in the order of `periods`); `marks` every mark there is, in order."""
    found = {cell.mark for _name, _url, cells in rows for cell in cells}
    return HeatMap(
        str(caption),
        tuple((short_period(period), str(period)) for period in periods),
        tuple(Row(name, tuple(cells), url) for name, url, cells in rows),
        tuple(mark for mark in marks if mark in found),
    )


def short_period(period):
    """ "Jan", "TW1", "B04", "2022": what fits over a narrow column, under the heading of its year."""
    if kind(period.code) == "bulanan":
        return month_name(period.starts_on.month)[:3]
    return str(period.year) if kind(period.code) == "tahunan" else period.code
