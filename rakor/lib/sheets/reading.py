"""From the bytes of a file to one sheet with a header. Pure: no file is written, nothing outside is asked.

This is the seam for a child process with limits: bytes and a name go in, a Sheet comes out or a SheetError.
"""

from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from rakor.lib.sheets import delimited, xlsx
from rakor.lib.sheets.cells import Column, Grid, Sheet
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.problems import SheetError, encrypted, file_refused, unsupported
from rakor.lib.text import excerpt, tidy

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<style", b"<div")
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")


def read_sheet(source: bytes | Path, filename: str = "", limits: Limits | None = None) -> Sheet:
    """Read the one table of a .xlsx or .csv file; ``filename`` is compared and shown, never opened.

    The kind of file is told by its content; an ending that says otherwise is refused. The first filled row is
    the header. Raises SheetError and nothing else, whatever the bytes are.
    """
    limits = limits or Limits()
    if isinstance(source, Path):
        filename = filename or source.name
        with source.open("rb") as stream:
            source = stream.read(limits.max_bytes + 1)
    if len(source) > limits.max_bytes:
        message = _("Berkas lebih dari %(limit)d MB. Bagi menjadi beberapa berkas.")
        raise file_refused("too_large", message % {"limit": limits.max_bytes // (1024 * 1024)})
    if not source.strip(b" \t\r\n\xef\xbb\xbf"):
        raise _empty()
    ending = PurePath(filename).suffix.casefold()
    if ending not in (".xlsx", ".csv"):
        raise _unsupported(ending, source)
    if ending == ".xlsx":
        _require_workbook(source)
        return _titled(*_one_grid(xlsx.read_grids(source, limits)), "xlsx")
    _require_text(source)
    return _titled(delimited.read_grid(source, limits), [], "csv")


def _require_workbook(data: bytes) -> None:
    if data.startswith(_OLE):
        raise encrypted() if _OLE_ENCRYPTED in data else _mismatch(".xlsx", _("buku kerja Excel lama (.xls)"))
    if data.lstrip().lower().startswith(_MARKUP):
        raise _mismatch(".xlsx", _("halaman web atau XML"))
    if not data.startswith(_ZIP):
        raise _mismatch(".xlsx", _("bukan buku kerja Excel"))


def _require_text(data: bytes) -> None:
    if data.startswith((_ZIP, _OLE)):
        raise _mismatch(".csv", _("buku kerja, bukan teks"))
    if data.startswith(_BINARY):
        raise _mismatch(".csv", _("bukan teks"))
    if data.lstrip().lower().startswith(_MARKUP):
        raise _mismatch(".csv", _("halaman web atau XML"))


def _one_grid(grids: list[Grid]) -> tuple[Grid, list[str]]:
    """The one visible sheet with content; empty sheets do not count, hidden ones are left out and named."""
    visible = [grid for grid in grids if not grid.is_hidden]
    hidden = [excerpt(grid.name) for grid in grids if grid.is_hidden]
    if len(visible) > 1:
        names = ", ".join(f'"{excerpt(grid.name)}"' for grid in visible)
        message = _("Lebih dari satu lembar berisi data: %(names)s. Sisakan satu lembar, lalu unggah lagi.")
        raise file_refused("ambiguous_sheet", message % {"names": names})
    if not visible:
        raise _empty()
    notes = [_('Lembar tersembunyi "%(name)s" tidak dibaca.') % {"name": name} for name in hidden]
    return visible[0], notes


def _titled(grid: Grid, notes: list[str], file_format: str) -> Sheet:
    if not grid.rows:
        raise _empty()
    header, *rows = grid.rows
    columns = [Column(index, tidy(cell.text)) for index, cell in header.cells.items()]
    if not rows:
        message = _("Berkas hanya memuat baris judul. Isi datanya di bawah judul.")
        raise file_refused("no_data_rows", message, row=header.number)
    return Sheet(grid.name, file_format, header.number, columns, rows, notes)


def _unsupported(ending: str, data: bytes) -> SheetError:
    if ending in (".xlsm", ".xltm"):
        message = _("Berkas %(ending)s dapat memuat makro. Simpan sebagai .xlsx, lalu unggah lagi.")
        return file_refused("macro_not_allowed", message % {"ending": ending})
    if data.startswith(_OLE) and _OLE_ENCRYPTED in data:
        return encrypted()
    if ending == ".xls" and data.lstrip().lower().startswith(_MARKUP):
        return _mismatch(ending, _("halaman web atau XML"))
    return unsupported(ending)


def _mismatch(ending: str, content: str) -> SheetError:
    message = _(
        "Nama berkas berakhiran %(ending)s, isinya %(content)s. Buka di Excel, simpan sebagai .xlsx, "
        "lalu unggah lagi."
    )
    return file_refused("content_mismatch", message % {"ending": ending, "content": content})


def _empty() -> SheetError:
    return file_refused("empty_file", _("Berkas kosong. Isi datanya di bawah baris judul, lalu unggah lagi."))
