"""Upload, preview, confirm on the admin's screens; what the browser brings back is bound to one preview."""

import os
import re
import time

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from programs.importing import import_sheet
from programs.models import Measurement, Report
from tests.programs.sheets import REAL_SHEETS, TITLES, contents, row, sheet

pytestmark = pytest.mark.django_db

IMPORT = reverse("admin:programs_report_import")
CONFIRM = reverse("admin:programs_report_process_import")
LIST = reverse("admin:programs_report_changelist")


@pytest.fixture(autouse=True)
def empty_storage():
    """No upload of another test lies about."""
    forget_waiting()
    yield
    forget_waiting()


def waiting():
    storage = storages["import_export"]
    folder = "django-import-export"
    return storage.listdir(folder)[1] if storage.exists(folder) else []


def forget_waiting():
    for name in waiting():
        storages["import_export"].delete(f"django-import-export/{name}")


def upload(client, content, name="lembar.csv"):
    return client.post(IMPORT, {"periksa": "1", "import_file": SimpleUploadedFile(name, content)})


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def token(response):
    return response.context["confirm_form"].initial["token"]


class TestRightSheet:
    @pytest.mark.parametrize("ending", REAL_SHEETS)
    def test_upload_preview_confirm(self, ready, rina, logged_in, ending):
        client = logged_in(rina)
        path = REAL_SHEETS[ending]
        before = contents()
        preview = upload(client, path.read_bytes(), path.name)
        assert preview.status_code == 200
        assert "Baru 33 · Berubah 0 · Sama 0" in text(preview)
        assert "15.04 Batanghari" in text(preview)
        assert contents() == before
        done = client.post(CONFIRM, {"token": token(preview)}, follow=True)
        assert "33 angka baru, 0 berubah" in text(done)
        assert Measurement.objects.count() == 33
        assert set(Report.objects.values_list("submitted_by__username", flat=True)) == {"rina"}
        assert waiting() == []

    def test_old_and_new_stand_side_by_side(self, ready, rina, logged_in):
        import_sheet(sheet(row(value="52", target="60")), "lembar.csv", by=rina)
        page = text(upload(logged_in(rina), sheet(row(value="55", target="7–8"))))
        assert "<del>52</del> → <ins>55</ins>" in page
        assert "<del>60</del> → <ins>7–8</ins>" in page

    def test_days_units_and_states_are_shown(self, ready, rina, logged_in):
        titles = f"{TITLES};per_tanggal;satuan;keadaan"
        said = sheet(f"{row()};30 Juni 2018;;", row("15.02"), titles=titles)
        import_sheet(said, "lembar.csv", by=rina)
        changed = sheet(
            f"{row()};31 Juli 2018;;",
            f"{row('15.02', value='')};;;ditahan",
            f"{row('15.02', value='900', source='Dinas')};;jiwa;",
            titles=titles,
        )
        page = text(upload(logged_in(rina), changed)).replace("\N{NO-BREAK SPACE}", " ")
        assert "<del>30 Juni 2018</del> → <ins>31 Juli 2018</ins>" in page
        assert "<del>55</del> → <ins>Ditahan</ins>" in page
        assert 'dark:border-base-800">jiwa</td>' in page

    def test_a_sheet_that_says_nothing_new_has_nothing_to_confirm(self, ready, rina, logged_in):
        import_sheet(sheet(row()), "lembar.csv", by=rina)
        response = upload(logged_in(rina), sheet(row()))
        assert "confirm_form" not in response.context
        assert "Tidak ada yang perlu disimpan." in text(response)
        assert waiting() == []

    def test_the_empty_sheet_can_be_had(self, rina, logged_in):
        response = logged_in(rina).get(reverse("admin:programs_report_empty_sheet"))
        assert response.content.decode("utf-8-sig").startswith("kode_wilayah;kode_indikator;tahun;periode;")


class TestWrongSheet:
    def test_every_problem_is_in_the_table_and_nothing_is_stored(self, ready, rina, logged_in):
        client = logged_in(rina)
        before = contents()
        response = upload(client, sheet(row("15.10"), row(value="tujuh"), row(year="20224")))
        assert [
            (problem.row, problem.column, problem.cell) for problem in response.context["preview"].problems
        ] == [
            (2, "kode_wilayah", "A2"),
            (3, "realisasi", "F3"),
            (4, "tahun", "C4"),
        ]
        page = text(response)
        assert "3 masalah. Belum ada yang disimpan; perbaiki di berkas, lalu unggah lagi." in page
        assert "&quot;tujuh&quot; bukan angka." in page
        assert "confirm_form" not in response.context
        assert contents() == before
        assert waiting() == []

    @pytest.mark.parametrize(
        "content, name, said",
        [
            (b"%PDF-1.7 ...", "laporan.pdf", "Berkas .pdf belum dapat dibaca."),
            (b"a;b\n1;2\n", "lembar.csv", "Baris berisi yang pertama harus memuat judul kolom"),
            (b"PK\x03\x04rusak", "lembar.xlsx", "Isi berkas rusak"),
        ],
    )
    def test_a_file_that_is_no_sheet(self, rina, logged_in, content, name, said):
        assert said in text(upload(logged_in(rina), content, name))

    def test_no_file_at_all(self, rina, logged_in):
        response = logged_in(rina).post(IMPORT, {"periksa": "1"})
        assert response.context["form"].errors["import_file"]

    def test_what_was_written_into_a_cell_is_shown_as_text(self, ready, rina, logged_in):
        page = text(upload(logged_in(rina), sheet(row(value="<script>alert(1)</script>"))))
        assert "<script>alert(1)</script>" not in page
        assert "&lt;script&gt;" in page


class TestBinding:
    def test_a_token_of_somebody_else_is_worth_nothing(self, ready, rina, suri, logged_in):
        stolen = token(upload(logged_in(rina), sheet(row())))
        response = logged_in(suri).post(CONFIRM, {"token": stolen}, follow=True)
        assert "Pratinjau ini tidak berlaku lagi." in text(response)
        assert not Measurement.objects.exists()

    @pytest.mark.parametrize("forged", ["", "x", "eyJieSI6MX0:1abc:def"])
    def test_a_forged_token_neither(self, ready, rina, logged_in, forged):
        response = logged_in(rina).post(CONFIRM, {"token": forged}, follow=True)
        assert response.redirect_chain[-1][0] == IMPORT
        assert not Measurement.objects.exists()

    def test_names_of_files_in_the_form_are_not_listened_to(self, ready, rina, logged_in):
        client = logged_in(rina)
        upload(client, sheet(row()))
        fields = {"import_file_name": waiting()[0], "original_file_name": "lembar.csv", "format": "0"}
        client.post(CONFIRM, fields)
        assert not Measurement.objects.exists()

    def test_a_stored_file_that_was_exchanged_is_refused(self, ready, rina, logged_in):
        client = logged_in(rina)
        preview = upload(client, sheet(row(value="55")))
        stored = f"django-import-export/{waiting()[0]}"
        with storages["import_export"].open(stored, "wb") as file:
            file.write(sheet(row(value="99")))
        response = client.post(CONFIRM, {"token": token(preview)})
        assert response.status_code == 409
        assert not Measurement.objects.exists()

    def test_figures_that_moved_since_the_preview_are_shown_anew(self, ready, rina, logged_in):
        client = logged_in(rina)
        preview = upload(client, sheet(row(value="55")))
        import_sheet(sheet(row(value="54")), "lain.csv", by=rina)
        response = client.post(CONFIRM, {"token": token(preview)})
        assert response.status_code == 409
        assert "Angka di sistem berubah sejak pratinjau ini dibuat." in text(response)
        assert Measurement.objects.get().value == 54

    def test_an_upload_that_nobody_confirmed_is_swept_out_a_day_later(self, ready, rina, logged_in):
        client = logged_in(rina)
        upload(client, sheet(row(value="55")))
        forgotten = waiting()[0]
        two_days_ago = time.time() - 2 * 24 * 3600
        stored = storages["import_export"].path(f"django-import-export/{forgotten}")
        os.utime(stored, (two_days_ago, two_days_ago))
        upload(client, sheet(row(value="56")))
        assert forgotten not in waiting()
        assert len(waiting()) == 1

    def test_a_preview_is_confirmed_once(self, ready, rina, logged_in):
        client = logged_in(rina)
        bound = token(upload(client, sheet(row())))
        client.post(CONFIRM, {"token": bound})
        response = client.post(CONFIRM, {"token": bound}, follow=True)
        assert "sudah dikonfirmasi atau kedaluwarsa" in text(response)
        assert Measurement.objects.count() == 1


class TestPermission:
    @pytest.mark.parametrize("who", ["budi", "sari", "vera", "nia", "pimpin", "ani"])
    def test_who_may_not_import(self, ready, request, logged_in, who):
        client = logged_in(request.getfixturevalue(who))
        assert client.get(IMPORT).status_code == 403
        assert upload(client, sheet(row())).status_code == 403
        assert client.post(CONFIRM, {"token": "x"}).status_code == 403
        assert client.get(reverse("admin:programs_report_empty_sheet")).status_code == 403
        assert not Measurement.objects.exists()

    def test_a_visitor_is_asked_to_log_in(self, client, db):
        assert client.get(IMPORT).status_code == 302

    def test_only_who_may_import_sees_the_button(self, ready, rina, vera, logged_in):
        assert "Impor lembar baku" in text(logged_in(rina).get(LIST))
        assert "Impor lembar baku" not in text(logged_in(vera).get(LIST))

    def test_dewi_of_kalbar_imports_nothing_of_jambi(self, ready, dewi, logged_in):
        page = text(upload(logged_in(dewi), sheet(row())))
        assert "Kerinci di luar lingkup tugas Anda." in page

    def test_confirming_is_no_get(self, rina, logged_in):
        assert logged_in(rina).get(CONFIRM).status_code == 405
