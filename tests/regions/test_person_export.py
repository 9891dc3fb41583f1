"""Everything held of one person, for that person: whole, without what is another's, and for nobody else."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import User
from records import ledger
from records.choices import Action
from regions.personal.export import as_json, fields_to_people, person_data
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(budi, kerinci, vera):
    """Budi reported, stored a file and was given an address; Vera accepted."""
    User.objects.filter(pk=budi.pk).update(email="budi@contoh.id")
    budi.refresh_from_db()
    report = make.make_report(kerinci, submitted_by=budi, accepted_by=vera, state="diterima")
    ledger.write(report, Action.SUBMIT, by=budi, reason="lengkap")
    ledger.write(report, Action.ACCEPT, by=vera)
    ledger.write(budi, Action.CHANGE, by=vera, changes={"email": [None, None]})
    ledger.write(vera, Action.CHANGE, by=budi, changes={"name": [None, None]})
    make.make_file("laporan-kerinci.xlsx", stored_by=budi)
    return budi


def test_it_holds_account_assignments_deeds_and_files(known):
    data = json.loads(as_json(known))
    assert (data["akun"]["nama"], data["akun"]["surel"]) == ("Budi", "budi@contoh.id")
    assert [(one["peran"], one["unit"]) for one in data["penugasan"]] == [("Operator", "Kerinci")]
    assert [(one["perbuatan"], one["alasan"]) for one in data["perbuatan"]][0] == ("Dikirim", "lengkap")
    assert [one["yang_berubah"] for one in data["riwayat_akun"]] == [["email"]]
    assert [one["nama"] for one in data["berkas_yang_disimpan"]] == ["laporan-kerinci.xlsx"]
    assert data["disebut_pada"]["laporan, dikirim oleh"] == 1
    assert "laporan, diterima oleh" not in data["disebut_pada"]


def test_the_password_and_other_people_are_not_in_it(known, vera):
    text = as_json(known)
    assert known.password not in text and "Vera" not in text
    assert f"akun {vera.pk}" in text


def test_every_reference_to_a_person_is_counted():
    """A model that gains one is in the next export without a word here."""
    named = {f"{field.model._meta.label}.{field.name}" for field in fields_to_people()}
    assert {
        "regions.Assignment.user",
        "records.Change.by",
        "records.StoredFile.stored_by",
        "records.ImportBatch.imported_by",
        "programs.Report.submitted_by",
        "programs.Observation.observed_by",
        "meetings.Rakor.created_by",
        "evaluations.Release.published_by",
    } <= named


def test_the_number_of_queries_does_not_grow(known, kerinci, django_assert_max_num_queries):
    for number in range(20):
        ledger.write(kerinci, Action.CHANGE, by=known)
        make.make_file(f"{number}.xlsx", stored_by=known)
    with django_assert_max_num_queries(len(fields_to_people()) + 6):
        assert len(person_data(known)["perbuatan"]) == 22


class TestPage:
    def test_one_s_own_data_are_on_the_page_and_in_the_file(self, logged_in, known):
        client = logged_in(known)
        page = client.get("/akun/data/")
        assert page.status_code == 200 and "budi@contoh.id" in page.text
        answer = client.get("/akun/data/unduh/")
        assert answer["Content-Type"] == "application/json; charset=utf-8"
        assert answer["Content-Disposition"] == f'attachment; filename="data-pribadi-akun-{known.pk}.json"'
        assert "no-store" in answer["Cache-Control"] and "no-store" in page["Cache-Control"]
        assert json.loads(answer.content)["akun"]["surel"] == "budi@contoh.id"

    def test_nobody_gets_another_s(self, logged_in, known, vera):
        client = logged_in(vera)
        for address in ("/akun/data/", "/akun/data/unduh/", f"/akun/data/unduh/?user={known.pk}"):
            assert "budi@contoh.id" not in client.get(address).text

    def test_a_visitor_is_sent_to_the_door(self, client):
        for name in ("own-data", "own-data-file"):
            answer = client.get(reverse(name))
            assert answer.status_code == 302 and answer["Location"].startswith("/masuk/")

    def test_nothing_is_written_by_looking(self, logged_in, known):
        client = logged_in(known)
        assert client.post("/akun/data/").status_code == 405
        assert client.post("/akun/data/unduh/").status_code == 405


class TestCommand:
    def test_it_writes_a_file_that_only_its_owner_reads(self, known, tmp_path, capsys):
        file = tmp_path / "budi.json"
        call_command("export_person", "budi", to=file)
        assert json.loads(file.read_text("utf-8"))["akun"]["nama"] == "Budi"
        assert file.stat().st_mode & 0o777 == 0o600
        assert "budi@contoh.id" not in capsys.readouterr().out

    def test_it_writes_to_the_screen_and_takes_address_or_number(self, known, capsys):
        for said in ("BUDI@contoh.id", str(known.pk)):
            call_command("export_person", said)
            assert json.loads(capsys.readouterr().out)["akun"]["nama"] == "Budi"

    def test_it_overwrites_nothing_and_knows_nobody_else(self, known, tmp_path):
        (tmp_path / "ada.json").write_text("lama")
        with pytest.raises(CommandError, match="tidak dapat ditulis"):
            call_command("export_person", "budi", to=tmp_path / "ada.json")
        assert (tmp_path / "ada.json").read_text() == "lama"
        with pytest.raises(CommandError, match="Tidak ada tepat satu akun"):
            call_command("export_person", "siapa")


def test_dates_are_plain_text(known, kerinci):
    make.make_assignment(known, unit=kerinci, starts_on=date(2020, 1, 2), ends_on=date(2020, 3, 4))
    last = json.loads(as_json(known))["penugasan"][-1]
    assert (last["mulai"], last["berakhir"]) == ("2020-01-02", "2020-03-04")
