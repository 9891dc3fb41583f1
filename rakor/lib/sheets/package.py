"""The zip that every .xlsx is, opened with care: nothing it says about itself is believed."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from rakor.lib.formats import format_count
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.problems import corrupt, encrypted, file_refused

CHUNK = 1024 * 1024
"""Large, since an XML parser of 2023 or before reads a long tag anew from its start with every piece."""
DIRECTORY_ENTRY = b"PK\x01\x02"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


class Package:
    """The parts of one workbook. Unpacked bytes are counted while inflating, over all parts together."""

    def __init__(self, data: bytes, limits: Limits):
        # Counting the signatures is cheaper than letting zipfile build a million entries first.
        if data.count(DIRECTORY_ENTRY) > limits.max_entries:
            raise _too_many_entries(limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise corrupt() from error
        entries = self._zip.infolist()
        if len(entries) > limits.max_entries:
            raise _too_many_entries(limits)
        # Names of parts are equal whatever their case; two equal ones would let two programs see two files.
        self._parts = {entry.filename.lstrip("/").casefold(): entry for entry in entries}
        if len(self._parts) != len(entries):
            raise corrupt()
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise encrypted()
        self._limits = limits
        self._budget = limits.max_unpacked

    @property
    def names(self) -> list[str]:
        """Names of all parts, in lower case."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of one part, piece by piece, until the common budget is used up."""
        entry = self._parts.get(_plain(name))
        if entry is None or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise corrupt()
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    self._spend(len(chunk))
                    yield chunk
        except _DAMAGE as error:
            raise corrupt() from error

    def _spend(self, size: int) -> None:
        self._budget -= size
        if self._budget < 0:
            limit = self._limits.max_unpacked // (1024 * 1024)
            message = _("Isi berkas setelah dibuka lebih dari %(limit)d MB. Bagi menjadi beberapa berkas.")
            raise file_refused("too_large_unpacked", message % {"limit": limit})


def resolve(base: str, target: str) -> str:
    """The part a relationship of ``base`` points to: absolute from the root, else beside the base."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")


def _plain(name: str) -> str:
    return name.lstrip("/").casefold()


def _too_many_entries(limits: Limits):
    message = _(
        "Berkas memuat lebih dari %(limit)s bagian. Salin tabelnya ke berkas baru, lalu unggah berkas itu."
    )
    return file_refused("too_many_entries", message % {"limit": format_count(limits.max_entries)})
