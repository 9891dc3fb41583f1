"""What people may upload, told by its content: a name or a browser's word for the type proves nothing."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rakor.lib import personal

LIMIT = 20 * 1024 * 1024
LONGEST_NAME = 200
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")

# A paper with many pictures stays far below; what says more is made to fill a disk.
MOST_PARTS = 5000
MOST_UNPACKED = 500 * 1024 * 1024
DIRECTORY_ENTRY = b"PK\x01\x02"

OFFICE = "application/vnd.openxmlformats-officedocument."
ZIPPED = {
    "word/document.xml": (OFFICE + "wordprocessingml.document", ("docx",)),
    "xl/workbook.xml": (OFFICE + "spreadsheetml.sheet", ("xlsx",)),
    "ppt/presentation.xml": (OFFICE + "presentationml.presentation", ("pptx",)),
}
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OPEN_DOCUMENTS = {"text": ("odt",), "spreadsheet": ("ods",), "presentation": ("odp",)}
STARTS = (
    (b"%PDF-", "application/pdf", ("pdf",)),
    (b"\xff\xd8\xff", "image/jpeg", ("jpg", "jpeg")),
    (b"\x89PNG\r\n\x1a\n", "image/png", ("png",)),
)
ALLOWED = "pdf, jpg, png, docx, xlsx, pptx, odt, ods, odp"


@dataclass(frozen=True)
class Checked:
    """An upload that passed: its bytes, its cleaned name, its type by content."""

    content: bytes
    name: str
    content_type: str


def check(upload):
    """Read an uploaded file; refuse what is too big, empty, of no allowed type, or not what its name says."""
    name = plain_name(upload.name)
    if sentence := personal_name(name):
        raise ValidationError(sentence, code="personal_name")
    if upload.size > LIMIT:
        raise refusal("too_big", _("%(name)s berukuran %(size)s MB; paling besar 20 MB."), name, upload.size)
    # A form that is looked at twice has read it before.
    upload.seek(0)
    content = upload.read()
    if not content:
        raise refusal("empty", _("%(name)s kosong."), name)
    content_type, endings = sniff(content)
    if not content_type:
        message = _("Isi %(name)s bukan berkas yang diterima. Unggah %(allowed)s.")
        raise refusal("bad_type", message, name)
    if ending(name) not in endings:
        message = _(
            "Nama %(name)s tidak sesuai isinya (%(found)s). Ganti akhiran namanya atau pilih berkas lain."
        )
        raise refusal("wrong_name", message, name, found=endings[0])
    return Checked(content, name, content_type)


def sniff(content):
    """The content type and the endings that fit it; ("", ()) for what is not accepted, such as HTML."""
    for start, content_type, endings in STARTS:
        if content.startswith(start):
            return content_type, endings
    return sniff_zip(content) if content.startswith(b"PK\x03\x04") else ("", ())


def sniff_zip(content):
    """Office documents are zip archives; which one is told by the part that each must have."""
    # Counting is cheaper than letting zipfile list a million parts first.
    if content.count(DIRECTORY_ENTRY) > MOST_PARTS:
        return "", ()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return "", ()
            names = set(archive.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return "", ()
            if "[Content_Types].xml" in names:
                return next((found for part, found in ZIPPED.items() if part in names), ("", ()))
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return open_document(archive.read("mimetype"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        pass
    return "", ()


def open_document(mimetype):
    kind = mimetype.decode("ascii", "replace").removeprefix(OPEN_DOCUMENT)
    return (OPEN_DOCUMENT + kind, OPEN_DOCUMENTS[kind]) if kind in OPEN_DOCUMENTS else ("", ())


def plain_name(name):
    """The name without any path a sender put before it, and without signs that nobody sees.

    Line breaks would end a header, marks of writing direction show "gaji-fdp.exe" as "gaji-exe.pdf". What is
    too long loses its middle, not its ending.
    """
    last = (name or "").replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    name = unicodedata.normalize("NFC", seen).strip(" .")
    stem, dot, tail = name.rpartition(".")
    if dot and len(tail) <= 10:
        name = f"{stem[: LONGEST_NAME - len(tail) - 1]}.{tail}"
    return name[:LONGEST_NAME] or _("berkas")


def personal_name(name):
    """What is wrong with a file name that holds a NIP or the like: it is shown where the file is. Else ""."""
    for found in personal.find(name)[:1]:
        message = _("Nama berkas memuat %(kind)s («%(hint)s»). Ganti nama berkasnya, lalu unggah lagi.")
        return message % {"kind": personal.KINDS[found.kind], "hint": found.hint}
    return ""


def ending(name):
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def refusal(code, message, name, size=0, **params):
    megabytes = f"{size / 1024 / 1024:.1f}".replace(".", ",")
    return ValidationError(
        message % {"name": f"«{name}»", "size": megabytes, "allowed": ALLOWED, **params}, code=code
    )
