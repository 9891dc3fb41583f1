"""What a reader hands on, whatever the format: cells with their address, rows with their own number."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rakor.lib.sheets.numberformats import is_percent_format


class Kind(StrEnum):
    """What stands in a cell. In text files every cell is TEXT or EMPTY."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    ERROR = "error"
    UNCALCULATED = "uncalculated"


@lru_cache(maxsize=1024)
def column_letters(index: int) -> str:
    """Column 1 is A, 27 is AA."""
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(slots=True)
class Cell:
    """One cell as stored.

    ``text`` is what the file keeps: words, the raw text of a number, a date in ISO form, ``#DIV/0!``.
    ``number_format`` is the format code the cell is shown in ("0.00%"); ``is_formula`` says that the value is
    the last result a spreadsheet program left there. UNCALCULATED is a formula without one.
    """

    row: int
    column: int
    kind: Kind = Kind.EMPTY
    text: str = ""
    number_format: str = ""
    is_formula: bool = False

    @property
    def address(self) -> str:
        return f"{column_letters(self.column)}{self.row}"

    @property
    def is_percent(self) -> bool:
        """Whether the cell shows its number as a percentage: 0.855 is seen as 85,5%."""
        return self.kind is Kind.NUMBER and is_percent_format(self.number_format)


@dataclass(slots=True)
class Row:
    """A row with its own number in the sheet; only filled cells are kept.

    In text files the number is the record's, the first being 1.
    """

    number: int
    cells: dict[int, Cell] = field(default_factory=dict)
    is_hidden: bool = False

    def __getitem__(self, column: int) -> Cell:
        return self.cells.get(column) or Cell(self.number, column)


@dataclass(slots=True)
class Grid:
    """A table as it stands in the file, before a header is looked for. Rows without content are left out."""

    name: str
    rows: list[Row]
    is_hidden: bool = False


@dataclass(slots=True)
class Column:
    """A titled column: its place and its title as written, tidied."""

    index: int
    title: str


@dataclass(slots=True)
class Sheet:
    """A grid whose header is known.

    ``notes`` are sentences on what was done with the file (a hidden sheet left out).
    """

    name: str
    file_format: str
    header_row: int
    columns: list[Column]
    rows: list[Row]
    notes: list[str] = field(default_factory=list)
