"""Papers of a Rakor: a file that was looked into, or a link."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import Document, Rakor
from records.models import Change, StoredFile
from tests.adminform import add_row, errors_of
from tests.records import files

pytestmark = pytest.mark.django_db

ADD = "/admin/meetings/rakor/add/"
ROW = {"kind": "notula", "title": "Notula"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def with_document(data, **values):
    add_row(data, "documents", {**ROW, **values})
    return data


def test_a_file_is_kept_under_a_generated_name_with_its_digest(client, fresh_form, nia):
    upload = SimpleUploadedFile("notula rapat.pdf", files.PDF, content_type="text/html")
    response = client.post(ADD, with_document(fresh_form(), upload=upload))
    assert response.status_code == 302, errors_of(response)
    stored = Document.objects.get().file
    assert (stored.original_name, stored.content_type, stored.stored_by) == (
        "notula rapat.pdf",
        "application/pdf",
        nia,
    )
    assert "notula" not in stored.file.name
    with stored.file.open() as kept:
        assert kept.read() == files.PDF
    line = Change.objects.get(object_type="meetings.document")
    assert line.pairs["file"] == ["", str(stored.pk)]


def test_it_is_handed_out_as_an_attachment_to_who_reads_the_rakor(client, fresh_form, logged_in, nia, dewi):
    upload = SimpleUploadedFile("notula rapat.pdf", files.PDF)
    client.post(ADD, with_document(fresh_form(), upload=upload))
    url = f"/admin/meetings/rakor/dokumen/{Document.objects.get().pk}/"
    response = logged_in(nia).get(url)
    assert b"".join(response.streaming_content) == files.PDF
    assert response["Content-Disposition"] == 'attachment; filename="notula rapat.pdf"'
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert logged_in(dewi).get(url).status_code == 404
    Document.objects.update(visibility="rahasia")
    assert logged_in(nia).get(url).status_code == 404


def test_a_file_that_is_lost_is_not_found(client, fresh_form, tmp_path):
    client.post(ADD, with_document(fresh_form(), upload=SimpleUploadedFile("notula.pdf", files.PDF)))
    for kept in tmp_path.rglob("*.pdf"):
        kept.unlink()
    assert client.get(f"/admin/meetings/rakor/dokumen/{Document.objects.get().pk}/").status_code == 404


def test_a_link_is_enough(client, fresh_form):
    response = client.post(ADD, with_document(fresh_form(), url="https://srikandi.example.go.id/1"))
    assert response.status_code == 302, errors_of(response)
    assert Document.objects.get().file is None


def test_neither_file_nor_link_is_refused(client, fresh_form):
    response = client.post(ADD, with_document(fresh_form()))
    assert "Unggah berkas, atau tulis tautannya." in errors_of(response)
    assert not Rakor.objects.exists()


def test_an_html_called_pdf_is_refused_and_nothing_stored(client, fresh_form, tmp_path):
    upload = SimpleUploadedFile("undangan.pdf", files.HTML, content_type="application/pdf")
    response = client.post(ADD, with_document(fresh_form(), upload=upload))
    assert any("Isi «undangan.pdf» bukan berkas yang diterima" in text for text in errors_of(response))
    assert not StoredFile.objects.exists()
    assert list(tmp_path.rglob("*.*")) == []


def test_a_link_that_runs_a_script_is_refused(client, fresh_form):
    response = client.post(ADD, with_document(fresh_form(), url="javascript:alert(1)"))
    assert response.status_code == 200
    assert not Document.objects.exists()


def test_when_something_else_is_wrong_the_file_has_to_be_chosen_again_and_that_is_said(client, fresh_form):
    upload = SimpleUploadedFile("notula.pdf", files.PDF)
    response = client.post(ADD, with_document(fresh_form() | {"title": ""}, upload=upload))
    assert response.status_code == 200
    assert "Pilih sekali lagi berkasnya: notula.pdf." in response.content.decode()
    assert not StoredFile.objects.exists()
