"""Files are told by their content; a name proves nothing."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from records import uploads
from tests.records import files


def check(name, content):
    return uploads.check(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(("name", "content", "content_type"), [
    ("surat.pdf", files.PDF, "application/pdf"),
    ("foto.jpg", files.JPEG, "image/jpeg"),
    ("FOTO.JPEG", files.JPEG, "image/jpeg"),
    ("bagan.png", files.PNG, "image/png"),
    ("notula.docx", files.DOCX, uploads.OFFICE + "wordprocessingml.document"),
    ("data.xlsx", files.XLSX, uploads.OFFICE + "spreadsheetml.sheet"),
    ("paparan.pptx", files.PPTX, uploads.OFFICE + "presentationml.presentation"),
    ("notula.odt", files.ODT, uploads.OPEN_DOCUMENT + "text"),
])  # fmt: skip
def test_what_offices_use_is_taken(name, content, content_type):
    checked = check(name, content)
    assert (checked.name, checked.content, checked.content_type) == (name, content, content_type)


@pytest.mark.parametrize(("name", "content", "code"), [
    ("undangan.pdf", files.HTML, "bad_type"),
    ("undangan.html", files.HTML, "bad_type"),
    ("x.php", files.PHP, "bad_type"),
    ("x.svg", b"<svg onload='alert(1)'/>", "bad_type"),
    ("arsip.zip", files.ZIP, "bad_type"),
    ("makro.docx", files.MACROS, "bad_type"),
    ("rusak.docx", b"PK\x03\x04rusak", "bad_type"),
    ("surat.docx", files.PDF, "wrong_name"),
    ("surat", files.PDF, "wrong_name"),
    ("foto.pdf", files.JPEG, "wrong_name"),
    ("data.docx", files.XLSX, "wrong_name"),
])  # fmt: skip
def test_impostors_are_refused(name, content, code):
    with pytest.raises(ValidationError) as refusal:
        check(name, content)
    assert refusal.value.code == code
    assert f"«{name}»" in refusal.value.messages[0]


def test_a_path_in_the_name_is_dropped():
    upload = SimpleUploadedFile("x.pdf", files.PDF)
    upload._name = "../../etc/x.pdf"
    assert uploads.check(upload).name == "x.pdf"
    upload._name = "C:\\Users\\budi\\surat.pdf"
    upload.seek(0)
    assert uploads.check(upload).name == "surat.pdf"


def test_too_big_is_refused_before_it_is_read(monkeypatch):
    upload = SimpleUploadedFile("besar.pdf", files.PDF)
    upload.size = 30 * 1024 * 1024
    monkeypatch.setattr(upload.file, "read", None, raising=False)
    with pytest.raises(ValidationError, match="berukuran 30,0 MB; paling besar 20 MB"):
        uploads.check(upload)


def test_an_empty_file_is_refused():
    with pytest.raises(ValidationError) as refusal:
        check("surat.pdf", b"")
    assert refusal.value.code == "empty"


@pytest.mark.parametrize(
    "name", ["SK 198501012010011001.pdf", "KTP_1501014507850001.pdf", "budi@contoh.id.pdf"]
)
def test_a_name_that_holds_what_belongs_to_a_person_is_refused(name):
    with pytest.raises(ValidationError, match="Ganti nama berkasnya") as refusal:
        check(name, files.PDF)
    assert refusal.value.code == "personal_name"
    assert name not in refusal.value.messages[0]
