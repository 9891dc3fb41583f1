"""The standard sheet (lembar baku): one row, one figure of one region, indicator, period and source.

From cells to typed rows; every problem of the whole file is collected. What needs the database (does the
region exist, is the figure within its scale) is asked by who has one and added as further ``SheetProblem``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from rakor.lib.figure_states import NOT_REPORTED, VALUE, WORDS
from rakor.lib.refusals import Refused
from rakor.lib.sheets.cells import Row, Sheet
from rakor.lib.sheets.header import find_columns
from rakor.lib.sheets.problems import SheetProblem
from rakor.lib.standard_cells import CELL_READERS
from rakor.lib.writing import csv_text

NEEDED = ("kode_wilayah", "kode_indikator", "tahun", "periode", "realisasi", "sumber")
OPTIONAL = ("target", "keterangan", "per_tanggal", "satuan", "keadaan")
LONGEST_LIST = 10
COLUMNS = (
    "kode_wilayah",
    "kode_indikator",
    "tahun",
    "periode",
    "target",
    "realisasi",
    "sumber",
    "keterangan",
    "per_tanggal",
    "satuan",
    "keadaan",
)


@dataclass(slots=True)
class StandardRow:
    """One row, typed. A field whose cell has a problem is None or empty.

    A row holds a figure, or a ``state`` that says why there is none. Rows count only when the file has no
    problem at all. ``cells`` gives the address each column was read from, ``notes`` what was read otherwise
    than it stands there.
    """

    row: int
    region_code: str = ""
    indicator_code: str = ""
    year: int | None = None
    period_code: str = ""
    target_low: Decimal | None = None
    target_high: Decimal | None = None
    value: Decimal | None = None
    source: str = ""
    note: str = ""
    cut_off_on: date | None = None
    measure_unit: str = ""
    state: str = VALUE
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def problem(self, column: str, code: str, message: str) -> SheetProblem:
        """A problem in one cell of this row, for what only the database can tell."""
        return SheetProblem(code, self.row, column, self.cells.get(column, ""), message)

    @property
    def key(self) -> tuple | None:
        """What may stand once in a file, letters' case aside; None while a part of it is unread."""
        parts = (self.region_code, self.indicator_code, self.year, self.period_code, self.source)
        if not all(parts):
            return None
        return (*parts[:1], self.indicator_code.casefold(), *parts[2:4], self.source.casefold())


@dataclass(slots=True)
class StandardReading:
    """All filled rows in order, all problems, and sentences on what was left out or read in a special way."""

    rows: list[StandardRow]
    problems: list[SheetProblem]
    notes: list[str]

    @property
    def is_clean(self) -> bool:
        return not self.problems


def read_standard(sheet: Sheet) -> StandardReading:
    """Read a sheet as the standard sheet. Never stops at the first problem; stores and looks up nothing."""
    found = find_columns(sheet, NEEDED, OPTIONAL)
    problems = list(found.problems)
    rows: list[StandardRow] = []
    if found.places:
        last_title = sheet.columns[-1].index
        for row in sheet.rows:
            if sheet.file_format == "csv" and max(row.cells) > last_title:
                problems.append(_ragged(row, last_title))
                continue
            standard, wrong = _read_row(row, found.places)
            rows.append(standard)
            problems += wrong
        problems += _duplicates(rows)
    problems.sort(key=lambda problem: (problem.row or 0, found.places.get(problem.column, 0)))
    row_notes = _row_notes(sheet, rows) if found.places else []
    return StandardReading(rows, problems, [*sheet.notes, *found.notes, *row_notes])


def template_csv() -> str:
    """An empty standard sheet to fill in: the titles only, since an example row would be imported as data."""
    return csv_text(COLUMNS)


def _read_row(row: Row, places: dict[str, int]) -> tuple[StandardRow, list[SheetProblem]]:
    standard = StandardRow(row.number)
    refusals = {}
    for column, index in places.items():
        cell = row[index]
        standard.cells[column] = cell.address
        try:
            reading = CELL_READERS[column](cell, column)
        except Refused as refusal:
            refusals[column] = refusal
            continue
        for name, value in reading.values.items():
            setattr(standard, name, value)
        if reading.note:
            standard.notes.append(reading.note)
    _settle_state(standard, refusals)
    problems = [standard.problem(column, no.code, no.message) for column, no in refusals.items()]
    return standard, problems


def _settle_state(standard: StandardRow, refusals: dict[str, Refused]) -> None:
    """A figure, or the state that says why there is none: one of the two, and never both."""
    if standard.state == VALUE and "keadaan" not in refusals:
        return
    if standard.value is not None and "keadaan" not in refusals:
        message = _(
            'Baris ini memuat angka dan keadaan "%(state)s" sekaligus. Hapus angkanya atau kosongkan keadaan.'
        )
        refusals["keadaan"] = Refused("state_conflict", message % {"state": WORDS[standard.state]})
    _forget_missing(refusals, "realisasi")
    if standard.state == NOT_REPORTED and _forget_missing(refusals, "sumber"):
        standard.notes.append(_("belum lapor dan tanpa sumber, jadi tidak ada yang dicatat."))


def _forget_missing(refusals: dict[str, Refused], column: str) -> bool:
    """Let an empty cell be where the row's state explains it; whether it was empty."""
    is_missing = column in refusals and refusals[column].code == "missing_required"
    if is_missing:
        del refusals[column]
    return is_missing


def _duplicates(rows: Iterable[StandardRow]) -> list[SheetProblem]:
    """Each later row of an equal key; the first stands, and every sentence names both."""
    first_rows: dict[tuple, int] = {}
    problems = []
    for row in rows:
        if row.key is None:
            continue
        first = first_rows.setdefault(row.key, row.row)
        if first != row.row:
            message = _(
                "Baris %(row)d sama dengan baris %(first)d: daerah, indikator, tahun, periode, dan sumber "
                "kembar. Sisakan satu."
            )
            problems.append(
                row.problem("realisasi", "duplicate_in_file", message % {"row": row.row, "first": first})
            )
    return problems


def _ragged(row: Row, last_title: int) -> SheetProblem:
    message = _(
        "Baris ini memuat %(filled)d isian, sedangkan judulnya %(titles)d. Apit isian yang memuat tanda "
        "pemisah dengan tanda kutip ganda."
    )
    params = {"filled": max(row.cells), "titles": last_title}
    return SheetProblem("ragged_row", row.number, "", "", message % params)


def _row_notes(sheet: Sheet, rows: list[StandardRow]) -> list[str]:
    """Sentences on rows and cells that a reader of the sheet would not expect to count, or to be left out."""
    notes = [
        _("Baris %(row)d: %(note)s") % {"row": row.row, "note": note} for row in rows for note in row.notes
    ]
    if hidden := [str(row.number) for row in sheet.rows if row.is_hidden]:
        notes.append(_("Baris tersembunyi ikut dibaca: %(rows)s.") % {"rows": _listed(hidden)})
    titled = {column.index for column in sheet.columns}
    if untitled := [
        cell.address for row in sheet.rows for cell in row.cells.values() if cell.column not in titled
    ]:
        notes.append(_("Isi di luar kolom berjudul tidak dibaca: %(cells)s.") % {"cells": _listed(untitled)})
    return notes


def _listed(places: list[str]) -> str:
    """The places one by one, or the first ten and how many more there are."""
    if len(places) <= LONGEST_LIST:
        return ", ".join(places)
    message = _("%(places)s, dan %(count)d lainnya")
    return message % {"places": ", ".join(places[:LONGEST_LIST]), "count": len(places) - LONGEST_LIST}
