"""Reading one worksheet in a single pass: nothing is laid out, so a far cell costs no more than a near."""

import re
from functools import lru_cache

from django.utils.translation import gettext as _

from rakor.lib.formats import format_count
from rakor.lib.sheets.cells import Cell, Kind, Row, column_letters
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.numberformats import is_date_format, serial_to_iso
from rakor.lib.sheets.problems import corrupt, file_refused

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
LAST_ROW = 1_048_576
EMPTY_PER_FILLED = 3
"""Cells that are only formatted cost time, not memory: so many may stand for each that could be filled."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@lru_cache(maxsize=1024)
def column_index(letters: str) -> int:
    """A is 1, AA is 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index


class WorksheetReader:
    """Handlers for the parser; afterwards ``rows`` holds the filled rows in order.

    ``allowance`` is the number of filled cells this sheet may still add to those of the sheets before it.
    """

    def __init__(self, workbook, limits: Limits, allowance: int):
        self.rows: list[Row] = []
        self.cell_count = 0
        self._workbook = workbook
        self._limits = limits
        self._allowance = allowance
        self._row = Row(0)
        self._column = 0
        self._seen = 0
        self._attributes: dict = {}
        self._parts: list[str] = []
        self._in_cell = self._in_value = self._in_aid = self._is_formula = False

    def start(self, name: str, attributes: dict) -> None:
        if name == "v" or name == "t":
            self._in_value = self._in_cell and not self._in_aid
        elif name == "c":
            self._open_cell(attributes)
        elif name == "f":
            self._is_formula = self._in_cell
        elif name == "row":
            number = int(attributes.get("r") or self._row.number + 1)
            if not self._row.number < number <= LAST_ROW:
                raise corrupt()
            self._row = Row(number, is_hidden=attributes.get("hidden") in ("1", "true"))
            self._column = 0
        elif name == "rPh":
            self._in_aid = True

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            self._in_value = False
        elif name == "c":
            self._in_cell = False
            kind, text = self._content()
            if kind is not Kind.EMPTY:
                self._keep(kind, text)
        elif name == "rPh":
            self._in_aid = False

    def text(self, data: str) -> None:
        if self._in_value:
            self._parts.append(data)

    def _open_cell(self, attributes: dict) -> None:
        self._seen += 1
        if self._seen > EMPTY_PER_FILLED * self._limits.max_cells:
            raise _too_many_cells(EMPTY_PER_FILLED * self._limits.max_cells)
        if not self._row.number:
            raise corrupt()
        if reference := attributes.get("r"):
            match = _REFERENCE.fullmatch(reference)
            if not match or int(match[2]) != self._row.number:
                raise corrupt()
            column = column_index(match[1])
        else:
            column = self._column + 1
        if column <= self._column:  # the same cell twice: two programs would read two values
            raise corrupt()
        self._column = column
        self._attributes = attributes
        self._parts = []
        self._in_cell = True
        self._in_aid = self._is_formula = False

    def _content(self) -> tuple[Kind, str]:
        """What the cell holds. A formula counts by the result that was last calculated into the file."""
        kind = self._attributes.get("t", "n")
        text = "".join(self._parts)
        if kind == "s":
            text = self._shared(text)
        if kind in ("s", "str", "inlineStr"):
            text = _unescape(text)
            return (Kind.TEXT, text) if text.strip() else (Kind.EMPTY, "")
        if not text.strip():
            return (Kind.UNCALCULATED if self._is_formula else Kind.EMPTY), ""
        if kind == "n":
            if is_date_format(self._format()):
                return Kind.DATE, serial_to_iso(text, from_1904=self._workbook.from_1904)
            return Kind.NUMBER, text
        if kind in ("b", "e", "d"):
            return {"b": Kind.BOOL, "e": Kind.ERROR, "d": Kind.DATE}[kind], text
        raise corrupt()

    def _keep(self, kind: Kind, text: str) -> None:
        number, column = self._row.number, self._column
        if number - 1 > self._limits.max_rows:
            raise _too_many_rows(self._limits, column, number)
        if column > self._limits.max_columns:
            raise _too_many_columns(self._limits, column, number)
        self.cell_count += 1
        if self.cell_count > self._allowance:
            raise _too_many_cells(self._limits.max_cells)
        if not self._row.cells:
            self.rows.append(self._row)
        number_format = self._format() if kind in (Kind.NUMBER, Kind.DATE) else ""
        self._row.cells[column] = Cell(number, column, kind, text, number_format, self._is_formula)

    def _shared(self, text: str) -> str:
        index = int(text)
        if index < 0:
            raise corrupt()
        return self._workbook.shared_texts[index]

    def _format(self) -> str:
        index = int(self._attributes.get("s", 0))
        formats = self._workbook.formats
        return formats[index] if 0 <= index < len(formats) else ""


def _unescape(text: str) -> str:
    """Excel writes what XML cannot hold as ``_x000D_``."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _too_many_cells(limit: int):
    message = _(
        "Berkas memuat lebih dari %(limit)s sel. Hapus baris dan kolom yang tidak dipakai atau bagi berkas."
    )
    return file_refused("too_large_unpacked", message % {"limit": format_count(limit)})


def _too_many_rows(limits: Limits, column: int, row: int):
    message = _(
        "Lembar berisi sampai baris %(row)s; paling banyak %(limit)s baris. Hapus isi yang jauh di "
        "bawah atau bagi berkas."
    )
    cell = f"{column_letters(column)}{row}"
    return file_refused(
        "too_many_rows",
        message % {"row": format_count(row), "limit": format_count(limits.max_rows)},
        row=row,
        cell=cell,
    )


def _too_many_columns(limits: Limits, column: int, row: int):
    message = _(
        "Lembar berisi sampai kolom %(column)s; paling banyak %(limit)d kolom. Hapus isi yang jauh di kanan."
    )
    letters = column_letters(column)
    params = {"column": letters, "limit": limits.max_columns}
    return file_refused("too_many_columns", message % params, row=row, cell=f"{letters}{row}")
