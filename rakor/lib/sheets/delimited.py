"""Reading CSV: comma or semicolon, UTF-8 with or without a byte order mark, any line ends."""

import csv
import io

from django.utils.translation import gettext as _

from rakor.lib.formats import format_count
from rakor.lib.sheets.cells import Cell, Grid, Kind, Row
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.problems import corrupt, file_refused
from rakor.lib.writing import unquoted


def read_grid(data: bytes, limits: Limits) -> Grid:
    """The records of a CSV file as rows of text cells. Raises SheetError."""
    rows: list[Row] = []
    allowance = limits.max_cells
    for number, record in _records(_decoded(data)):
        row = Row(number)
        for column, field in enumerate(record, start=1):
            if (text := unquoted(field)).strip():
                row.cells[column] = Cell(number, column, Kind.TEXT, text)
        if not row.cells:
            continue
        allowance -= len(row.cells)
        if number - 1 > limits.max_rows or allowance < 0:
            message = _("Berkas memuat lebih dari %(limit)s baris. Bagi menjadi beberapa berkas.")
            raise file_refused(
                "too_many_rows", message % {"limit": format_count(limits.max_rows)}, row=number
            )
        if max(row.cells) > limits.max_columns:
            message = _("Baris ini memuat lebih dari %(limit)d kolom. Hapus isi yang jauh di kanan.")
            raise file_refused("too_many_columns", message % {"limit": limits.max_columns}, row=number)
        rows.append(row)
    return Grid("", rows)


def _decoded(data: bytes) -> str:
    try:
        if b"\0" not in data:
            return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    message = _(
        'Pengodean berkas bukan UTF-8. Di Excel pilih Simpan Sebagai, jenis "CSV UTF-8", lalu unggah lagi.'
    )
    raise file_refused("bad_encoding", message)


def _records(text: str):
    """Numbered records; a quotation mark that is never closed or stands astray ends the reading."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            yield number, record
    except csv.Error as error:
        raise _bad_quotes(number + 1) from error


def _delimiter(text: str) -> str:
    """The mark that parts the titles: no title of ours holds either, figures and sources hold both."""
    header = next((line for line in text.splitlines() if line.strip(" ;,\t")), "")
    return ";" if header.count(";") >= header.count(",") else ","


def _bad_quotes(number: int):
    message = _(
        "Tanda kutip di baris ini tidak berpasangan, sehingga kolomnya tidak dapat dipisahkan. Perbaiki."
    )
    return corrupt(message, row=number)
