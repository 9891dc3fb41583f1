"""Files that go out: CSV and .xlsx in which no cell is ever run as a formula, and numbers stay numbers."""

from django.utils.translation import gettext_lazy as _
from import_export.formats.base_formats import Format

from records.sheet_files import CSV, XLSX, csv_file, xlsx_file

__all__ = ["CsvFile", "SheetFile", "XlsxFile"]


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
        return CSV

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        return csv_file(dataset.headers, dataset)


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
        return xlsx_file(dataset.headers, dataset)
