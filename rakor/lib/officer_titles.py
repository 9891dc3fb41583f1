"""Under which titles a list of officers keeps its columns, and which columns are nobody's business."""

import re

from django.utils.translation import gettext as _

from rakor.lib.sheets.cells import Column, Sheet
from rakor.lib.sheets.header import FoundColumns, find_columns
from rakor.lib.sheets.problems import SheetProblem
from rakor.lib.text import excerpt

COLUMNS = ("nama", "jabatan", "kode", "unit", "surel", "akun")
TITLES = {
    "nama": ("nama", "nama lengkap", "nama gelar", "nama dan gelar", "nama lengkap gelar",
             "nama lengkap dan gelar", "nama pejabat", "nama pegawai", "nama petugas"),
    "jabatan": ("jabatan", "jabatan dinas", "jabatan struktural", "nama jabatan"),
    "kode": ("kode", "kode wilayah", "kode daerah", "kode unit", "kode kemendagri"),
    "unit": ("unit", "unit kerja", "instansi", "opd", "skpd", "perangkat daerah", "daerah", "nama daerah",
             "kabupaten kota", "kab kota", "asal instansi", "nama instansi"),
    "surel": ("surel", "email", "e mail", "alamat email", "alamat e mail", "alamat surel"),
    "akun": ("akun", "nama akun", "username", "user name", "nama pengguna"),
}  # fmt: skip
NEVER_READ = re.compile(
    r"\b(nip|nik|nrp|telepon|telp|tlp|hp|handphone|ponsel|wa|whatsapp|no kontak|nomor kontak)\b"
)
"""Numbers by which a person is known or called: no business of an account."""
PASSED_OVER = ("no", "nomor", "ket", "keterangan")
SEARCHED_ROWS = 30

_NAMES = {title: column for column, titles in TITLES.items() for title in titles}


def _bare(title: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", title.casefold()))


def from_its_header(sheet: Sheet) -> Sheet:
    """The sheet from the row whose titles are ours; offices put a heading above it."""
    for position, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        if _known_titles(column.title for column in sheet.columns) >= 2:
            break
        columns = [Column(index, cell.text.strip()) for index, cell in row.cells.items()]
        if _known_titles(column.title for column in columns) >= 2:
            rest = sheet.rows[position + 1 :]
            return Sheet(sheet.name, sheet.file_format, row.number, columns, rest, sheet.notes)
    return sheet


def _known_titles(titles) -> int:
    return len({_NAMES[bare] for title in titles if (bare := _bare(title)) in _NAMES})


def find_officer_columns(sheet: Sheet) -> FoundColumns:
    """Where our columns stand; what is not read, and why, goes into the notes."""
    private = [column for column in sheet.columns if NEVER_READ.search(_bare(column.title))]
    named = [
        Column(column.index, _NAMES.get(_bare(column.title), column.title))
        for column in sheet.columns
        if column not in private and _bare(column.title) not in PASSED_OVER
    ]
    ours = Sheet(sheet.name, sheet.file_format, sheet.header_row, named, sheet.rows)
    found = find_columns(ours, ("nama",), COLUMNS[1:])
    for either in (("unit", "kode"), ("surel", "akun")):
        if found.places and not found.problems and not found.places.keys() & set(either):
            message = _('Judul "%(first)s" atau "%(second)s" tidak ada. Tambahkan di baris %(row)d.')
            params = {"first": either[0], "second": either[1], "row": sheet.header_row}
            found.problems.append(SheetProblem("missing_column", None, either[0], "", message % params))
    if private:
        message = _("Kolom %(titles)s tidak dibaca dan tidak disimpan.")
        titles = ", ".join(excerpt(column.title) for column in private)
        found.notes.insert(0, message % {"titles": titles})
    return found
