"""A list of officers (daftar pejabat) as offices send it: name, post, unit, e-mail.

From cells to typed rows; every problem of the whole file is collected. A title line above the header and a
remark below the table do not count. What an identity number or a telephone stands in is not even read.
"""

import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from rakor.lib.officer_titles import COLUMNS, find_officer_columns, from_its_header
from rakor.lib.personnames import person_key
from rakor.lib.refusals import Refused, refused
from rakor.lib.sheets.cells import Cell, Kind, Row, Sheet
from rakor.lib.sheets.problems import SheetProblem
from rakor.lib.standard_cells import read_text, read_words
from rakor.lib.text import excerpt
from rakor.lib.writing import csv_text

LONGEST = 150
MOST_ROWS = 1000

_NOBODY = re.compile(
    r"\(.*\)|.*\b(kosong|lowong|vakum|belum (?:ada|ditunjuk|ditetapkan)|tidak ada)\b.*", re.IGNORECASE
)
_ADDRESS = EmailValidator()


@dataclass(slots=True)
class OfficerRow:
    """One person as written; a field whose cell has a problem is empty."""

    row: int
    name: str = ""
    office: str = ""
    code: str = ""
    unit: str = ""
    email: str = ""
    username: str = ""
    cells: dict[str, str] = field(default_factory=dict)

    def problem(self, column: str, code: str, message: str) -> SheetProblem:
        """A problem in one cell of this row."""
        return SheetProblem(code, self.row, column, self.cells.get(column, ""), message)


@dataclass(slots=True)
class OfficerReading:
    """All rows with somebody in them, all problems, and sentences on what was tidied or left out."""

    rows: list[OfficerRow] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_officers(sheet: Sheet) -> OfficerReading:
    """Read a sheet as a list of officers. Never stops at the first problem; looks up nothing."""
    reading = OfficerReading(notes=list(sheet.notes))
    sheet = from_its_header(sheet)
    found = find_officer_columns(sheet)
    reading.notes += found.notes
    if found.problems or not found.places:
        reading.problems += found.problems
        return reading
    for row in sheet.rows:
        _read_row(row, found.places, reading)
    if len(reading.rows) > MOST_ROWS:
        message = _("Daftar memuat lebih dari %(limit)d orang. Bagi menjadi beberapa berkas.")
        reading.problems = [SheetProblem("too_many_rows", None, "", "", message % {"limit": MOST_ROWS})]
        return reading
    if not (reading.rows or reading.problems):
        reading.problems.append(
            SheetProblem("no_data_rows", None, "", "", _("Tidak ada nama di bawah judul."))
        )
    _tell_twins(reading)
    return reading


def template_csv() -> str:
    """An empty list to fill in: the titles only."""
    return csv_text(COLUMNS)


def _read_row(row: Row, places: dict[str, int], reading: OfficerReading) -> None:
    cells = {column: row[index] for column, index in places.items()}
    if all(cell.kind is Kind.EMPTY for cell in cells.values()):
        reading.notes.append(_("Baris %(row)d tidak dibaca: tidak memuat orang.") % {"row": row.number})
        return
    if all(cell.text.strip().isdecimal() for cell in cells.values() if cell.kind is not Kind.EMPTY):
        reading.notes.append(_("Baris %(row)d tidak dibaca: nomor kolom.") % {"row": row.number})
        return
    officer = OfficerRow(row.number, cells={column: cell.address for column, cell in cells.items()})
    reading.rows.append(officer)
    if not _has_somebody(officer, cells["nama"], reading):
        return
    for column, cell in cells.items():
        try:
            FIELDS[column](officer, cell, reading)
        except Refused as refusal:
            reading.problems.append(officer.problem(column, refusal.code, refusal.message))
    if not officer.email and not officer.username and not _refused_at(officer, ("surel", "akun"), reading):
        column = "surel" if "surel" in cells else "akun"
        message = _("Sel ini kosong. Isi surelnya, agar orang ini dapat diundang.")
        reading.problems.append(officer.problem(column, "missing_required", message))
    if not officer.unit and not officer.code and not _refused_at(officer, ("unit", "kode"), reading):
        column = "unit" if "unit" in cells else "kode"
        message = _("Sel ini kosong. Isi unit kerja atau kode daerahnya.")
        reading.problems.append(officer.problem(column, "missing_required", message))


def _refused_at(officer: OfficerRow, columns: tuple, reading: OfficerReading) -> bool:
    return any(one.row == officer.row and one.column in columns for one in reading.problems)


def _has_somebody(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> bool:
    """Whether a person's name stands there; an empty post is one problem, not three."""
    if (
        cell.kind is Kind.TEXT
        and not _NOBODY.fullmatch(cell.text.strip())
        and any(map(str.isalpha, cell.text))
    ):
        return True
    read = excerpt(cell.text) or _("kosong")
    message = _('"%(read)s" bukan nama orang. Isi namanya bila sudah ditunjuk, atau lewati baris ini.')
    reading.problems.append(officer.problem("nama", "no_person", message % {"read": read}))
    return False


def _name(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    officer.name = read_words(cell, "nama", LONGEST, is_needed=True)


def _office(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    officer.office = read_words(cell, "jabatan", LONGEST, is_needed=False)


def _code(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    officer.code = read_words(cell, "kode", 40, is_needed=False).replace(",", ".").lower()


def _unit(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    officer.unit = read_words(cell, "unit", LONGEST, is_needed=False)


def _username(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    username = read_words(cell, "akun", 40, is_needed=False)
    if username and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", username):
        message = _('"%(read)s" bukan nama akun. Pakai huruf, angka, titik, garis bawah, atau tanda hubung.')
        raise refused("bad_username", message, username)
    officer.username = username


def _email(officer: OfficerRow, cell: Cell, reading: OfficerReading) -> None:
    written = read_text(cell, "surel", 254, is_needed=False)
    if not written:
        return
    addresses = [part for part in re.split(r"[;,/\s]+", written) if "@" in part]
    if len(addresses) > 1:
        message = _('"%(read)s" memuat %(number)d alamat. Tulis satu: milik orang ini sendiri.')
        raise refused("two_addresses", message, written, number=len(addresses))
    address = written.lower()
    try:
        _ADDRESS(address)
    except ValidationError:
        message = _('"%(read)s" bukan alamat surel. Tulis misalnya nama@contoh.go.id.')
        raise refused("bad_email", message, written) from None
    officer.email = address
    if cell.text != address:
        message = _("Sel %(cell)s: surel dibaca tanpa spasi di tepi dan dengan huruf kecil.")
        reading.notes.append(message % {"cell": cell.address})


FIELDS = {
    "nama": _name,
    "jabatan": _office,
    "kode": _code,
    "unit": _unit,
    "surel": _email,
    "akun": _username,
}


def _tell_twins(reading: OfficerReading) -> None:
    """Two rows of one address cannot both stand; two of one name may be two persons, so they are named."""
    by_name: dict[str, int] = {}
    by_address: dict[str, int] = {}
    for row in reading.rows:
        for column, value in (("surel", row.email), ("akun", row.username.casefold())):
            first = by_address.setdefault(f"{column}:{value}", row.row) if value else row.row
            if first != row.row:
                message = _("Sama dengan baris %(first)d. Sisakan satu baris untuk satu orang.")
                reading.problems.append(row.problem(column, "duplicate_in_file", message % {"first": first}))
        if not row.name:
            continue
        first = by_name.setdefault(person_key(row.name), row.row)
        if first != row.row:
            message = _(
                "Baris %(first)d dan %(row)d memuat nama yang sama (%(name)s). Pastikan bukan satu orang."
            )
            reading.notes.append(message % {"first": first, "row": row.row, "name": row.name})
