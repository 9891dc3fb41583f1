"""Files made to be more than they look: what is taken stays inert, what is not is refused by its content."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from records import uploads
from records.files import store
from records.serving import attachment
from tests.records import files

JPEG_AND_HTML = files.JPEG + files.HTML
PDF_AND_HTML = files.PDF + files.HTML
PDF_AND_ZIP = files.PDF + files.ZIP
PNG_AND_PHP = files.PNG + files.PHP
HTML_BEFORE_PDF = files.HTML + files.PDF
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
GIF_AND_SCRIPT = b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)//"


def upload(name, content):
    sent = SimpleUploadedFile("x", content)
    sent._name = name  # past Django's own cleaning, as a crafted request could not even go
    return sent


def check(name, content):
    return uploads.check(upload(name, content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gambar.svg", SVG),
        ("gambar.png", SVG),
        ("surat.pdf.html", files.HTML),
        ("surat.pdf", HTML_BEFORE_PDF),
        ("surat.html", PDF_AND_HTML),
        ("surat.pdf.exe", files.PDF),
        ("surat.pdf.", files.HTML),
        ("foto.jpg.php", JPEG_AND_HTML),
        ("foto.php", PNG_AND_PHP),
        ("foto.gif", GIF_AND_SCRIPT),
        ("arsip.pdf", files.ZIP),
        ("surat\u202efdp.exe", files.PDF),
        ("surat.pdf\0.exe", files.PDF),
        (".htaccess", b"AddType x"),
        ("xl.xlsx", b"PK\x03\x04" + b"\0" * 100),
    ],
)
def test_what_is_not_what_it_says_is_refused(name, content):
    with pytest.raises(ValidationError):
        check(name, content)


def lying_archive(size):
    """A workbook whose directory says that a part unpacks to `size` bytes."""
    data = bytearray(files.XLSX)
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(data)


def many_parts(number):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<x/>")
        for part in range(number):
            archive.writestr(f"p{part}", "")
    return out.getvalue()


def bomb():
    """Some megabytes of nothing in some kilobytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<x/>")
        with archive.open("xl/besar.xml", "w") as part:
            for _block in range(uploads.MOST_UNPACKED // 2**20 + 1):
                part.write(bytes(2**20))
    return out.getvalue()


@pytest.mark.parametrize("made", [lambda: lying_archive(0xFFFFFFF0), lambda: many_parts(60), bomb])
def test_archives_that_would_fill_a_disk_are_refused_by_what_they_say(monkeypatch, made):
    monkeypatch.setattr(uploads, "MOST_PARTS", 50)
    monkeypatch.setattr(uploads, "MOST_UNPACKED", 2**22)
    content = made()
    with pytest.raises(ValidationError) as refusal:
        check("data.xlsx", content)
    assert refusal.value.code == "bad_type"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/surat.pdf", "surat.pdf"),
        ("..\\..\\windows\\surat.pdf", "surat.pdf"),
        ("/srv/rakor/surat.pdf", "surat.pdf"),
        ("surat\0.pdf", "surat.pdf"),
        ("surat\r\nSet-Cookie: sesi=x.pdf", "suratSet-Cookie: sesi=x.pdf"),
        ("gaji\u202e\u2066x.pdf", "gajix.pdf"),
        ("\ufeff\u200bsurat.pdf", "surat.pdf"),
        ("  ..surat.pdf. ", "surat.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("a" * 300 + ".pdf", "a" * 196 + ".pdf"),
    ],
)
def test_of_a_name_only_what_is_seen_is_kept(name, kept):
    assert check(name, files.PDF).name == kept


@pytest.mark.parametrize("name", ["", "/", "..", "\0", "\u202e", "   "])
def test_a_name_of_nothing_is_called_berkas(name):
    assert uploads.plain_name(name) == "berkas"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("../../surat.pdf", PDF_AND_HTML),
        ("surat\r\nX-Jahat: ya.pdf", PDF_AND_ZIP),
        ('"; filename="jahat.html".jpg', JPEG_AND_HTML),
        ("<script>alert(1)</script>.png", PNG_AND_PHP),
        ("目录\u202e.pdf", files.PDF),
    ],
)
def test_what_is_taken_is_renamed_and_served_inert(name, content, settings, tmp_path, suri):
    settings.MEDIA_ROOT = tmp_path
    checked = check(name, content)
    stored = store(checked.content, name=checked.name, content_type=checked.content_type, by=suri)
    assert re.fullmatch(r"files/\d{4}/\d{2}/[0-9a-f]{32}\.(pdf|jpg|png)", stored.file.name)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [Path(stored.file.path)]
    response = attachment(stored)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] in ("application/pdf", "image/jpeg", "image/png")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content) == content
    response.close()


@pytest.mark.django_db
def test_a_name_stored_long_ago_cannot_end_a_header(settings, tmp_path, suri):
    settings.MEDIA_ROOT = tmp_path
    stored = store(files.PDF, name="surat\r\nX-Jahat: ya.pdf", content_type="application/pdf", by=suri)
    response = attachment(stored)
    assert "X-Jahat" not in response.headers
    assert "\n" not in response["Content-Disposition"]
    response.close()
