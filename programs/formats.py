"""Files that go out: CSV and .xlsx in which no cell is ever run as a formula, and numbers stay numbers."""

import io
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from import_export.formats.base_formats import Format

from rakor.lib.formats import write_number
from rakor.lib.text import decimal_text, hidden_sign
from rakor.lib.writing import csv_text

__all__ = ["CsvFile", "SheetFile", "XlsxFile"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetFile(Format):
    """What comes in: the bytes as they were uploaded, read by rakor.lib.sheets and not by this library."""

    def __init__(self, encoding=None):
        """The library names an encoding; ours is found in the bytes."""

    def get_title(self):
        return _("Excel (.xlsx) atau CSV")

    def create_dataset(self, in_stream):
        return in_stream

    def can_import(self):
        return True


class CsvFile(Format):
    """CSV as Excel with Indonesian settings writes it: `;` between, a comma for decimals."""

    def get_title(self):
        return "CSV"

    def get_extension(self):
        return "csv"

    def get_content_type(self):
        return "text/csv; charset=utf-8"

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        rows = ([_written(value) for value in record] for record in dataset)
        return csv_text(dataset.headers, rows).encode()


class XlsxFile(Format):
    def get_title(self):
        return "Excel (.xlsx)"

    def get_extension(self):
        return "xlsx"

    def get_content_type(self):
        return XLSX

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet("data")
        for record in (dataset.headers, *dataset):
            sheet.append([_cell(sheet, value) for value in record])
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
