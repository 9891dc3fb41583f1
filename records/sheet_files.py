"""Tables that go out as files: CSV and .xlsx in which no cell is ever run as a formula."""

import io
from decimal import Decimal

from rakor.lib.formats import write_number
from rakor.lib.text import decimal_text, hidden_sign
from rakor.lib.writing import csv_text

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file(titles, rows):
    """CSV as Excel with Indonesian settings writes it: `;` between, a comma for decimals."""
    return csv_text(titles, ([_written(value) for value in row] for row in rows)).encode()


def xlsx_file(titles, rows):
    """One sheet named "data"; numbers stay numbers, all else is text."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    for row in (titles, *rows):
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _written(value):
    return write_number(value) if isinstance(value, Decimal) else str("" if value is None else value)


def _cell(sheet, value):
    """A number cell for figures; for all else a text cell, whatever sign it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, Decimal):
        return Decimal(decimal_text(value))
    if value is None or isinstance(value, int):
        return value
    cell = WriteOnlyCell(sheet, "".join(sign for sign in str(value) if not hidden_sign(sign)))
    cell.data_type = "s"
    return cell
