"""What is wrong with a sheet, by cell, in a sentence for whoever has to mend it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rakor.lib.text import excerpt

FILE_CODES = frozenset(
    {
        "empty_file", "no_header", "no_data_rows", "missing_column", "duplicate_column", "ambiguous_sheet",
        "unsupported_type", "content_mismatch", "corrupt", "encrypted", "macro_not_allowed", "xml_entity",
        "too_large", "too_large_unpacked", "too_many_entries", "too_many_rows", "too_many_columns",
        "bad_encoding", "not_permitted", "personal_name",
    }
)  # fmt: skip
"""These refuse the file as a whole; every other code belongs to a row."""


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One thing to mend: ``row`` is the sheet's own number, ``column`` a title, ``cell`` an address ("F12").

    ``message`` says what was read, why it cannot stand and what to write; the place is added by ``str()``.
    """

    code: str
    row: int | None
    column: str
    cell: str
    message: str

    @property
    def is_file(self) -> bool:
        """Whether the file as a whole is refused, not just this row."""
        return self.code in FILE_CODES

    @property
    def place(self) -> str:
        """Where to look: the cell, else the row, else the column, else the file."""
        if self.cell and self.column:
            return _("Sel %(cell)s (%(column)s)") % {"cell": self.cell, "column": self.column}
        if self.cell:
            return _("Sel %(cell)s") % {"cell": self.cell}
        if self.row is not None:
            return _("Baris %(row)d") % {"row": self.row}
        return _("Kolom %(column)s") % {"column": self.column} if self.column else _("Berkas")

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class SheetError(Exception):
    """The file cannot be read at all; ``problem`` says why."""

    def __init__(self, problem: SheetProblem):
        super().__init__(problem)
        self.problem = problem

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def message(self) -> str:
        return self.problem.message

    def __str__(self) -> str:
        return str(self.problem)


def file_refused(code: str, message: str, *, row: int | None = None, cell: str = "") -> SheetError:
    """The error that refuses a whole file, with the row or cell that showed it where there is one."""
    return SheetError(SheetProblem(code, row, "", cell, message))


def corrupt(message: str = "", **place) -> SheetError:
    """The file breaks the rules of its own format, by damage or on purpose."""
    message = message or _(
        "Isi berkas rusak sehingga tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
    )
    return file_refused("corrupt", message, **place)


def encrypted() -> SheetError:
    """The file can only be opened with a password."""
    message = _("Berkas dikunci dengan kata sandi. Hapus kata sandinya, simpan, lalu unggah lagi.")
    return file_refused("encrypted", message)


def unsupported(ending: str) -> SheetError:
    """A kind of file that is not read."""
    message = _(
        "Berkas %(ending)s belum dapat dibaca. Simpan sebagai .xlsx atau CSV UTF-8, lalu unggah lagi."
    )
    return file_refused("unsupported_type", message % {"ending": excerpt(ending) or _("tanpa akhiran nama")})
