"""The admin's start page: each of the cast finds what waits for him or her, and nothing else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as make

pytestmark = pytest.mark.django_db


def today_of(client):
    response = client.get("/admin/")
    assert response.status_code == 200
    sections = {str(one.title): [row.title for row in one.rows] for one in response.context["sections"]}
    return sections, str(response.context["title"])


@pytest.fixture
def follow_up(jambi, kerinci):
    closed = {"state": "ditutup", "closed_by": make.make_user(), "closed_at": timezone.now()}
    rakor = make.make_rakor("Rakor lama", region=jambi, **closed)
    return make.make_follow_up(make.make_outcome(rakor), "Mendata", kerinci, due_on=date(2019, 5, 31))


def test_nothing_waits(logged_in, nia):
    sections, title = today_of(logged_in(nia))
    assert (sections, title) == ({}, "Tidak ada yang menunggu Anda hari ini")


def test_a_draft_waits_for_those_who_prepare_it(logged_in, nia, budi, dewi, jambi, kerinci):
    rakor = make.make_rakor("Rakor draf", region=jambi, state="draf")
    make.make_invitation(rakor, unit=kerinci)
    sections, title = today_of(logged_in(nia))
    assert sections == {"Draf Rakor": ["Rakor draf"]}
    assert title == "1 hal menunggu Anda"
    for stranger in (budi, dewi):
        assert today_of(logged_in(stranger))[0] == {}


def test_the_next_rakor_is_shown_to_the_invited_and_is_no_task(logged_in, budi, jambi, kerinci):
    soon = timezone.localdate() + timedelta(days=5)
    rakor = make.make_rakor("Rakor depan", region=jambi, state="dijadwalkan", starts_on=soon)
    make.make_invitation(rakor, unit=kerinci)
    sections, title = today_of(logged_in(budi))
    assert sections == {"Rakor berikutnya": ["Rakor depan"]}
    assert title == "Tidak ada yang menunggu Anda hari ini"


def test_late_work_waits_for_its_operator_until_it_is_claimed(logged_in, follow_up, budi, sari, vera):
    assert today_of(logged_in(budi))[0] == {"Tindak lanjut yang melewati batas waktu": ["Mendata"]}
    assert today_of(logged_in(sari))[0] == {}
    make.make_review(follow_up, "diajukan", by=budi)
    assert today_of(logged_in(budi))[0] == {}
    assert today_of(logged_in(vera))[0] == {"Tindak lanjut yang perlu diperiksa": ["Mendata"]}


def test_who_claimed_is_not_asked_to_check(logged_in, follow_up, suri):
    make.make_review(follow_up, "diajukan", by=suri)
    assert today_of(logged_in(suri))[0] == {}


def test_a_claim_made_again_waits_again_for_the_verifier_who_returned_it(logged_in, follow_up, budi, vera):
    make.make_review(follow_up, "diajukan", by=budi, reviewed_on=date(2019, 6, 1))
    make.make_review(follow_up, "belum_sesuai", by=vera, reviewed_on=date(2019, 6, 2), remark="Kurang")
    make.make_review(follow_up, "diajukan", by=budi, reviewed_on=date(2019, 6, 3))
    assert today_of(logged_in(vera))[0] == {"Tindak lanjut yang perlu diperiksa": ["Mendata"]}


def test_reports_wait_for_the_verifier_and_returned_ones_for_the_operator(logged_in, vera, budi, kerinci):
    report = make.make_report(unit=kerinci, state="dikirim")
    assert today_of(logged_in(vera))[0] == {"Laporan yang perlu diperiksa": [str(report)]}
    assert today_of(logged_in(budi))[0] == {}
    make.make_report(unit=kerinci, program=make.make_program(), state="draf")
    assert list(today_of(logged_in(budi))[0]) == ["Laporan yang belum dikirim"]


def test_more_than_five_are_counted_and_linked(logged_in, nia, jambi):
    for number in range(7):
        make.make_rakor(f"Draf {number}", region=jambi, state="draf")
    response = logged_in(nia).get("/admin/")
    assert "Lihat semua (7)" in response.content.decode()
    assert len(response.context["sections"][0].rows) == 5


def test_the_menu_shows_each_person_what_he_may_read(logged_in, budi, ani):
    def menu(client):
        groups = client.get("/admin/").context["sidebar_navigation"]
        return {str(item["title"]) for group in groups for item in group["items"]}

    assert {"Hari ini", "Rakor", "Tindak lanjut", "Laporan"} <= menu(logged_in(budi))
    assert not {"Pengguna", "Buku perubahan", "Berkas"} & menu(logged_in(budi))
    assert {"Buku perubahan", "Pengguna"} <= menu(logged_in(ani))


def test_who_has_no_assignment_is_told_so_at_the_door(logged_in):
    client = logged_in(make.make_user("baru", is_staff=True))
    for path in ("/admin/", "/admin/meetings/rakor/"):
        assert client.get(path).status_code == 302
    assert "Penugasan Anda sudah berakhir" in client.get("/masuk/").text


def test_somebody_without_an_account_is_asked_to_sign_in(client, db):
    response = client.get("/admin/")
    assert response.status_code == 302
    assert "login" in response["Location"] or "masuk" in response["Location"]
