"""The acts on a person's page: give work, end it, close the account, open it again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from records.models import Change
from records.refusals import ActionRefused
from regions.people.assigning import assign, close_account, end_assignment
from tests import factories as make
from tests.regions.people import act, errors_in, operator_of, page_of, press

pytestmark = pytest.mark.django_db

ACTS = ("give", "end", "send-again", "call-back", "close", "reopen")


def day(days=0):
    return timezone.localdate() + timedelta(days=days)


def giving(unit, **typed):
    return {"given": "operator:unit", "unit": unit.pk, "starts_on": "1-1-2024"} | typed


def ending(assignment, last_day, reason="Pindah tugas"):
    return {"assignment": assignment.pk, "last_day": last_day.isoformat(), "reason": reason}


def test_an_assignment_is_given(logged_in, rina, budi, merangin):
    response = press(logged_in(rina), budi, "give", giving(merangin))
    assert response.status_code == 302, errors_in(response)
    assert set(budi.assignments.values_list("unit__name", flat=True)) == {"Kerinci", "Merangin"}
    line = Change.objects.about(budi.assignments.get(unit=merangin)).get()
    assert (line.by, line.action) == (rina, "buat")


def test_the_same_is_not_given_twice(logged_in, rina, budi, kerinci):
    response = press(logged_in(rina), budi, "give", giving(kerinci))
    assert response.status_code == 409
    assert "sudah memegang penugasan itu" in errors_in(response)


def test_ending_today_ends_the_rights_at_the_next_request(logged_in, client, rina, budi):
    client.force_login(budi)
    assert client.get("/admin/programs/report/").status_code == 200
    held = budi.assignments.get()
    response = press(logged_in(rina), budi, "end", ending(held, day()))
    assert response.status_code == 302, errors_in(response)
    client.force_login(budi)
    assert client.get("/admin/programs/report/").status_code in (302, 403)
    held.refresh_from_db()
    assert (held.ends_on, held.ended_by) == (day(), rina)
    line = Change.objects.about(held).get()
    assert (line.action, line.reason) == ("tutup", "Pindah tugas")
    assert line.pairs["ends_on"] == ["", day().isoformat()]


def test_a_later_last_day_lets_the_rights_stand_until_then(rina, budi):
    held = budi.assignments.get()
    end_assignment(held, by=rina, last_day=day(10), reason="Selesai")
    assert held.ended_at is None
    assert User.objects.get(pk=budi.pk).has_perm("programs.submit_report")
    assert not budi.assignments.in_force(day(11)).exists()


def test_one_that_never_began_gives_nothing(rina, budi, merangin):
    to_come = assign(budi, operator_of(merangin, starts_on=day(5)), by=rina)
    with pytest.raises(ActionRefused, match="mendahului"):
        end_assignment(to_come, by=rina, last_day=day(3), reason="Batal")
    end_assignment(to_come, by=rina, last_day=day(), reason="Batal")
    assert to_come.ended_at is not None
    assert to_come not in budi.assignments.in_force(day(5))


@pytest.mark.parametrize(("last_day", "reason", "sentence"), [
    (day(), "", "Isian ini wajib"),
    (timezone.localdate().replace(year=2010), "Pindah", "mendahului tanggal mulai"),
])  # fmt: skip
def test_an_end_has_a_reason_and_a_day_that_can_be(logged_in, rina, budi, last_day, reason, sentence):
    held = budi.assignments.get()
    response = press(logged_in(rina), budi, "end", ending(held, last_day, reason))
    assert sentence in errors_in(response)
    held.refresh_from_db()
    assert held.ends_on is None


def test_an_end_is_not_put_off_by_ending_later(rina, budi):
    held = budi.assignments.get()
    end_assignment(held, by=rina, last_day=day(5), reason="Selesai")
    with pytest.raises(ActionRefused, match="beri penugasan baru"):
        end_assignment(held, by=rina, last_day=day(9), reason="Diperpanjang")
    end_assignment(held, by=rina, last_day=day(), reason="Sekarang")
    with pytest.raises(ActionRefused, match="sudah berakhir"):
        end_assignment(held, by=rina, last_day=day(), reason="Sekali lagi")


def test_an_assignment_of_somebody_else_is_not_ended_here(logged_in, rina, budi, sari):
    response = press(logged_in(rina), budi, "end", ending(sari.assignments.get(), day()))
    assert "Masukkan pilihan yang valid" in errors_in(response)
    assert sari.assignments.in_force(day()).exists()


def test_closing_an_account_ends_all_and_the_session(logged_in, client, rina, budi, merangin):
    User.objects.filter(pk=budi.pk).update(last_login=timezone.now())
    make.make_assignment(budi, "operator", unit=merangin)
    response = press(logged_in(rina), budi, "close", {"reason": "Pensiun"})
    assert response.status_code == 302, errors_in(response)
    budi.refresh_from_db()
    assert not budi.is_active
    assert not budi.assignments.in_force_or_later(day()).exists()
    assert {line.reason for line in Change.objects.filter(by=rina)} == {"Pensiun"}
    client.force_login(budi)
    assert client.get("/admin/").status_code == 302


def test_reopening_gives_nothing_back(logged_in, rina, budi):
    close_account(budi, by=rina, reason="Cuti")
    response = press(logged_in(rina), budi, "reopen", {"reason": "Kembali bertugas"})
    assert response.status_code == 302, errors_in(response)
    budi = User.objects.get(pk=budi.pk)
    assert budi.is_active
    assert not budi.has_perm("programs.submit_report")
    assert Change.objects.about(budi).first().reason == "Kembali bertugas"


def test_only_what_the_state_allows_is_offered(logged_in, rina, budi):
    def offered():
        page = logged_in(rina).get(page_of(budi)).content.decode()
        return {name for name in ACTS if f'href="{act(budi, name)}"' in page}

    assert offered() == {"give", "end", "send-again", "call-back"}
    User.objects.filter(pk=budi.pk).update(last_login=timezone.now())
    assert offered() == {"give", "end", "close"}
    User.objects.filter(pk=budi.pk).update(is_active=False)
    assert offered() == {"reopen"}


def test_the_second_of_two_who_act_is_told(logged_in, rina, budi, merangin):
    stale = {"version": budi.version, **giving(merangin)}
    press(logged_in(rina), budi, "give", giving(merangin, given="operator:program"))
    response = logged_in(rina).post(act(budi, "give"), stale)
    assert response.status_code == 409
    assert "baru saja diubah orang lain" in errors_in(response)


# Who is refused.


@pytest.mark.parametrize("name", ["wayan", "sari", "vera", "nia", "pimpin", "ani"])
def test_who_may_not_touch_a_colleague(request, logged_in, budi, kerinci, name):
    client = logged_in(request.getfixturevalue(name))
    for one in ACTS:
        assert press(client, budi, one, {"reason": "x"}).status_code == 403


def test_a_stranger_finds_nobody(logged_in, dewi, budi):
    for one in ACTS:
        assert press(logged_in(dewi), budi, one, {"reason": "x"}).status_code == 404


def test_nobody_touches_himself_a_superuser_or_who_serves_elsewhere_too(
    logged_in, rina, suri, budi, jambi, sambas
):
    make.make_assignment(suri, "operator", unit=jambi)
    make.make_assignment(budi, "operator", unit=sambas)
    for person in (rina, suri, budi):
        response = press(logged_in(rina), person, "close", {"reason": "x"})
        assert response.status_code == 403
    assert User.objects.filter(is_active=True).count() == 3


def test_work_that_begins_elsewhere_tomorrow_counts_as_elsewhere(rina, budi, sambas):
    make.make_assignment(budi, "operator", unit=sambas, starts_on=day(1))
    with pytest.raises(ActionRefused, match="tidak Anda kelola"):
        close_account(budi, by=rina, reason="x")


def test_even_the_superuser_does_not_close_his_own_account(suri):
    with pytest.raises(ActionRefused, match="Anda sendiri"):
        close_account(suri, by=suri, reason="x")


def test_a_province_wide_assignment_needs_the_province(rina, budi, jambi, kerinci, kalbar):
    whole = operator_of(kerinci, role="verifikator", scope="provinsi")
    assert assign(budi, whole, by=rina).pk
    with pytest.raises(ActionRefused, match="di luar lingkup"):
        assign(budi, operator_of(kalbar, role="verifikator", scope="provinsi"), by=rina)


def test_an_end_has_its_person(budi):
    with pytest.raises(IntegrityError), transaction.atomic():
        budi.assignments.update(ended_at=timezone.now())
