"""Importing a list of officers: looked at first, then all that was agreed to or nothing."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from records.models import Change, ImportBatch, StoredFile
from records.refusals import ImportRefused
from regions.models import AccountInvitation, Assignment
from regions.people.importing import Effect, Terms, confirm_people, preview_people, read_list
from tests import factories as make

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).resolve().parents[1] / "data/daftar-pejabat.xlsx"
UPLOAD = reverse("admin:accounts_user_import_sheet")
CONFIRM = reverse("admin:accounts_user_import_confirm")
EMPTY = reverse("admin:accounts_user_import_empty")
TERMS = Terms(starts_on=date(2024, 1, 1))


@pytest.fixture(autouse=True)
def places(kerinci, merangin, sambas):
    """The regencies that the lists name, one of another province among them."""


def a_list(*rows, titles="Nama;Jabatan;Unit;Surel"):
    return "\r\n".join([titles, *rows]).encode()


def look(content, by, terms=TERMS, name="daftar.csv"):
    reading = read_list(content, name)
    return reading, preview_people(reading, terms, by=by)


def bring(content, by, terms=TERMS, **options):
    return confirm_people(read_list(content, "daftar.csv"), terms, by=by, **options)


def told(preview):
    return [(problem.code, problem.cell) for problem in preview.problems]


def effects(preview):
    return [(one.row.row, one.unit.code, one.effect) for one in preview.rows]


GOOD = a_list("Contoh Satu;Kepala;Dinsos Kab. Kerinci;satu@example.id", "Contoh Dua;;Merangin;dua@example.id")


# What a list does.


def test_the_sample_gives_three_people_and_four_questions(rina):
    preview = look(SAMPLE.read_bytes(), rina, name="daftar-pejabat.xlsx")[1]
    assert effects(preview) == [(4, "15.01", Effect.NEW), (5, "15.02", Effect.NEW), (8, "15.01", Effect.NEW)]
    assert preview.left_out == [6, 7, 9, 10]
    assert not User.objects.exclude(pk=rina.pk).exists()


def test_people_are_invited_with_their_work(rina, kerinci):
    result = bring(GOOD, rina)
    satu = User.objects.get(email="satu@example.id")
    assert (satu.username, satu.name, satu.has_usable_password()) == ("contoh.satu", "Contoh Satu", False)
    held = satu.assignments.get()
    assert (held.role, held.scope, held.unit_id, held.office) == ("operator", "unit", kerinci.pk, "Kepala")
    assert AccountInvitation.objects.filter(invited_by=rina).count() == 2
    assert [one.person.username for one in result.invited] == ["contoh.satu", "contoh.dua"]
    assert all("/sandi/" in one.link for one in result.invited)


def test_every_row_is_in_the_ledger_under_its_batch(rina):
    batch = bring(GOOD, rina).batch
    assert (batch.kind, batch.rows_total, batch.rows_new) == ("orang", 2, 2)
    lines = Change.objects.filter(batch=batch)
    assert {line.by for line in lines} == {rina}
    written = lines.values_list("object_type", flat=True)
    for kind in ("accounts.user", "regions.assignment", "regions.accountinvitation"):
        assert list(written).count(kind) == 2
    assert "example.id" not in "".join(lines.values_list("changes", flat=True))


def test_nothing_personal_is_kept_of_the_file(rina):
    reading = read_list(SAMPLE.read_bytes(), "daftar-pejabat.xlsx")
    batch = confirm_people(reading, TERMS, by=rina, without_wrong=True).batch
    with batch.file.file.open() as kept:
        text = kept.read().decode()
    maulana = User.objects.get(email="contoh.maulana@example.id")
    assert f"Daftar!B4;akun {maulana.pk};15.01;Diundang" in text
    for absent in ("Maulana", "example.id", "19800101", "0812"):
        assert absent not in text
    said = Change.objects.about(batch).get().reason
    assert reading.digest in said
    assert "baris 6, 7, 9, 10" in said


def test_the_same_list_again_changes_nothing(rina):
    bring(GOOD, rina)
    before = Change.objects.count()
    result = bring(GOOD, rina)
    assert (result.batch, result.invited) == (None, [])
    assert Change.objects.count() == before
    assert StoredFile.objects.count() == 1


def test_who_is_there_gets_more_work_or_a_new_post_and_no_other_name(rina, budi, kerinci):
    User.objects.filter(pk=budi.pk).update(email="budi@example.id")
    content = a_list("Budi Santoso;Plt. Kepala;Kerinci;BUDI@example.id")
    preview = look(content, rina)[1]
    assert effects(preview) == [(2, "15.01", Effect.CHANGED)]
    assert "Baris 2: orang ini tersimpan sebagai Budi; namanya tidak diubah." in preview.notes
    assert bring(content, rina).invited == []
    assert budi.assignments.get().office == "Plt. Kepala"
    budi.refresh_from_db()
    assert budi.name == "Budi"
    more = a_list("Budi;;Merangin;budi@example.id")
    assert effects(look(more, rina)[1]) == [(2, "15.02", Effect.ADDED)]
    bring(more, rina)
    assert budi.assignments.count() == 2


# What is refused.


def test_nothing_is_written_while_a_cell_is_wrong(rina):
    content = a_list("Contoh Satu;;Kerinci;satu@example.id", "Contoh Dua;;Kerinci;dua")
    with pytest.raises(ImportRefused, match="1 masalah. Tidak ada yang disimpan"):
        bring(content, rina)
    assert not User.objects.filter(email="satu@example.id").exists()
    bring(content, rina, without_wrong=True)
    assert User.objects.filter(email="satu@example.id").exists()


@pytest.mark.parametrize(("row", "problem"), [
    ("Contoh Satu;;Dinsos Kab. Sambas;satu@example.id", ("outside", "C2")),
    ("Contoh Satu;;Dinas Sosial;satu@example.id", ("unknown_unit", "C2")),
    ("Contoh Satu;;Dinas Sosial Jambi;satu@example.id", ("ambiguous_unit", "C2")),
    ("Contoh Satu;;Kerinci;dewi@example.id", ("unusable", "D2")),
    ("Contoh Satu;;Kerinci;rina@example.id", ("own_account", "D2")),
    ("Contoh Satu;;Kerinci;tutup@example.id", ("closed", "D2")),
])  # fmt: skip
def test_each_problem_is_told_by_its_cell(rina, dewi, kerinci, jambi, row, problem):
    make.make_regency("15.71", "Kota Jambi", province=jambi)
    make.make_assignment(make.make_user("tutup", email="tutup@example.id", is_active=False), unit=kerinci)
    for person in (dewi, rina):
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.id")
    preview = look(a_list(row), rina)[1]
    assert told(preview) == [problem]
    assert not preview.may_go_without


def test_a_stranger_and_somebody_who_does_not_exist_are_told_apart_by_nothing_but_that(rina, dewi):
    User.objects.filter(pk=dewi.pk).update(email="ada@example.id")
    preview = look(a_list("Contoh Satu;;Kerinci;ada@example.id"), rina)[1]
    assert preview.problems[0].message == "Surel ini tidak dapat dipakai; hubungi admin pusat."


@pytest.mark.parametrize(("row", "problem"), [
    ("Contoh Satu;15.01;;budi", ("unusable", "D2")),
    ("Contoh Satu;15.99;;satu", ("unknown_unit", "B2")),
    ("Contoh Satu;61.01;;satu", ("outside", "B2")),
    ("Contoh Satu;15.1;;satu", ("ambiguous_region", "B2")),
    ("Contoh Satu;15.02;lain@example.id;sari", ("two_accounts", "D2")),
    ("Contoh Satu;15.02;sari@example.id;lain", ("two_accounts", "D2")),
])  # fmt: skip
def test_codes_and_account_names_have_their_problems_too(rina, budi, sari, sambas, row, problem):
    make.make_assignment(budi, unit=sambas)
    User.objects.filter(pk=sari.pk).update(email="sari@example.id")
    assert told(look(a_list(row, titles="Nama;Kode;Surel;Akun"), rina)[1]) == [problem]


def test_an_agency_is_where_somebody_serves_only_if_it_is_registered(rina, kerinci, merangin):
    terms = Terms(role="admin_instansi", scope="unit", place="instansi", starts_on=date(2024, 1, 1))
    dinsos = make.make_agency("15.01-dinsos", "Dinas Sosial", parent=kerinci, abbreviation="Dinsos")
    content = a_list(
        "Contoh Satu;;Dinas Sosial Kab. Kerinci;satu@example.id",
        "Contoh Dua;;Dinsos Kerinci;dua@example.id",
        "Contoh Tiga;;Dinas Sosial Merangin;tiga@example.id",
    )
    preview = look(content, rina, terms)[1]
    assert [one.unit.pk for one in preview.rows] == [dinsos.pk, dinsos.pk]
    assert told(preview) == [("unknown_unit", "C4")]


def test_an_agency_by_its_own_name_leads_to_its_region(rina, kerinci):
    make.make_agency("15.01-rsud", "RSUD Contoh Sehat", parent=kerinci)
    preview = look(a_list("Contoh Satu;;RSUD Contoh Sehat;satu@example.id"), rina)[1]
    assert effects(preview) == [(2, "15.01", Effect.NEW)]


def test_nobody_gives_by_a_list_what_he_may_not_give(rina):
    terms = Terms(role="operator", scope="provinsi", starts_on=date(2024, 1, 1))
    assert told(look(GOOD, rina, terms)[1]) == [("not_given", "C2"), ("not_given", "C3")]


def test_who_took_an_address_meanwhile_is_not_overwritten(rina, kerinci, budi):
    reading, preview = look(GOOD, rina)
    make.make_assignment(make.make_user("lain", email="satu@example.id"), unit=kerinci)
    with pytest.raises(ImportRefused) as refused:
        confirm_people(reading, TERMS, by=rina, fingerprint=preview.fingerprint)
    assert [problem.code for problem in refused.value.problems] == ["preview_outdated"]


@pytest.mark.parametrize("name", ["wayan", "budi", "vera", "nia", "pimpin", "ani"])
def test_who_may_not_import(request, logged_in, name):
    person = request.getfixturevalue(name)
    client = logged_in(person)
    for answer in (client.get(UPLOAD), client.post(UPLOAD), client.post(CONFIRM), client.get(EMPTY)):
        assert answer.status_code == 403
    assert told(look(GOOD, person)[1]) == [("not_permitted", "")]


def test_five_hundred_people_are_written_set_by_set(rina, django_assert_max_num_queries):
    rows = (f"Contoh Nomor {one};;Kerinci;p{one}@example.id" for one in range(500))
    with django_assert_max_num_queries(50):  # SQLite takes a set in parts of some hundred values
        bring(a_list(*rows), rina)
    assert AccountInvitation.objects.count() == 500


# The screens.


def upload(client, content=GOOD, name="daftar.csv", **typed):
    form = {"given": "operator:unit", "place": "daerah", "starts_on": "1-1-2024", "ends_on": ""} | typed
    return client.post(UPLOAD, form | {"import_file": SimpleUploadedFile(name, content)})


def token_in(response):
    return response.context["confirm_form"].initial["token"]


def test_upload_preview_confirm_and_the_letters(logged_in, rina):
    client = logged_in(rina)
    page = upload(client, SAMPLE.read_bytes(), "daftar-pejabat.xlsx")
    text = page.content.decode()
    for words in ("Sel", "F6", "bukan alamat surel", "NIP, No. WA tidak dibaca", "Lewati baris 6, 7, 9, 10"):
        assert words in text
    assert not User.objects.filter(email__contains="example.id").exists()
    refused = client.post(CONFIRM, {"token": token_in(page)})
    assert refused.status_code == 409
    done = client.post(CONFIRM, {"token": token_in(page), "without_wrong": "on"})
    assert done.content.decode().count("/sandi/") == 6  # each link in its letter and alone
    assert "no-store" in done["Cache-Control"]
    assert User.objects.filter(email__contains="example.id").count() == 3


def test_a_confirmation_is_for_who_saw_the_preview(logged_in, rina, dewi):
    token = token_in(upload(logged_in(rina)))
    assert logged_in(dewi).post(CONFIRM, {"token": token}).status_code == 302
    assert logged_in(rina).post(CONFIRM, {"token": token + "x"}).status_code == 302
    assert not ImportBatch.objects.exists()


def test_a_confirmation_sent_twice_changes_nothing_more(logged_in, rina):
    client = logged_in(rina)
    token = token_in(upload(client))
    assert client.post(CONFIRM, {"token": token}).status_code == 200
    assert client.post(CONFIRM, {"token": token}).status_code == 409
    assert ImportBatch.objects.count() == 1


def test_confirming_is_never_done_by_a_link(logged_in, rina):
    assert logged_in(rina).get(CONFIRM).status_code == 405


def test_a_list_that_brings_nothing_new_has_no_button(logged_in, rina):
    bring(GOOD, rina)
    page = upload(logged_in(rina))
    assert page.context["confirm_form"] is None
    assert "Tidak ada yang perlu disimpan" in page.content.decode()


def test_a_file_that_is_no_list_is_refused_whole(logged_in, rina):
    page = upload(logged_in(rina), b"a;b\r\n1;2", "lain.csv")
    assert page.context["confirm_form"] is None
    assert "harus memuat judul kolom" in page.content.decode()


def test_seats_in_committees_and_rights_to_everything_are_not_given_by_a_list(logged_in, suri):
    page = logged_in(suri).get(UPLOAD).content.decode()
    assert 'value="operator:unit"' in page
    for absent in ("notulis:rakor", "apip:semua"):
        assert absent not in page


def test_the_way_to_the_import_is_beside_the_list(logged_in, rina, ani):
    assert UPLOAD in logged_in(rina).get("/admin/accounts/user/").content.decode()
    assert UPLOAD not in logged_in(ani).get("/admin/accounts/user/").content.decode()
    assert logged_in(rina).get(EMPTY).content.decode("utf-8-sig").startswith("nama;jabatan;kode;unit;surel")


def test_an_import_of_people_is_no_import_of_figures(logged_in, rina):
    batch = bring(GOOD, rina).batch
    assert logged_in(rina).get(f"/admin/records/importbatch/{batch.pk}/change/").status_code == 404


# Without a browser.


def test_the_command_looks_refuses_and_invites(rina, capsys):
    call_command("import_people", SAMPLE, "--as", "rina", "--check")
    assert "3 diundang" in capsys.readouterr().out
    with pytest.raises(CommandError, match="4 masalah"):
        call_command("import_people", SAMPLE, "--as", "rina")
    assert not ImportBatch.objects.exists()
    capsys.readouterr()
    call_command("import_people", SAMPLE, "--as", "rina", "--without-wrong", "--until", "31 Desember 2099")
    out = capsys.readouterr()
    assert out.out.count("/sandi/") == 3
    assert "Sel F6" in out.err
    assert Assignment.objects.filter(ends_on=date(2099, 12, 31), starts_on=timezone.localdate()).count() == 3


@pytest.mark.parametrize(("options", "sentence"), [
    (["--as", "tidakada"], "Tidak ada pengguna aktif"),
    (["--as", "rina", "--until", "besok"], "bukan tanggal"),
])  # fmt: skip
def test_the_command_says_what_it_cannot_use(rina, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("import_people", SAMPLE, *options)
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("import_people", "tidak-ada.xlsx", "--as", "rina")
