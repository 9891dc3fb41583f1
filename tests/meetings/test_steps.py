"""The buttons of a Rakor: each opens a page that says what happens; who may press is asked again there."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings.actions import add_follow_up, add_outcome, close_rakor
from meetings.models import Rakor
from records.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rakor(jambi, kerinci, rina):
    rakor = make.make_rakor("Rakor BKD", region=jambi, starts_on=date(2019, 4, 9))
    outcome = add_outcome(rakor, by=rina, kind="keputusan", text="Didata ulang.")
    add_follow_up(outcome, by=rina, what="Mendata", responsible=kerinci, due_on=date(2019, 5, 31))
    make.make_invitation(rakor, unit=kerinci)
    return rakor


def url(rakor, step):
    return f"/admin/meetings/rakor/{rakor.pk}/{step}/"


def press(client, rakor, step, **data):
    return client.post(url(rakor, step), {"seen_version": rakor.version, **data})


def buttons(client, rakor):
    page = client.get(url(rakor, "change")).content.decode()
    steps = ("tutup", "dilaksanakan", "jadwalkan", "buka", "tunda", "batalkan")
    return {step for step in steps if url(rakor, step) in page}


def test_closing_asks_first_and_then_locks_the_form(logged_in, rakor, nia):
    client = logged_in(nia)
    assert "hanya dapat dibaca" in client.get(url(rakor, "tutup")).content.decode()
    assert Rakor.objects.get().state == "dilaksanakan"
    assert press(client, rakor, "tutup").status_code == 302
    rakor.refresh_from_db()
    assert (rakor.state, rakor.closed_by) == ("ditutup", nia)
    assert client.post(url(rakor, "change"), {}).status_code == 403
    assert buttons(client, rakor) == {"buka"}


def test_the_closing_page_lists_what_is_missing(logged_in, rakor, nia, kerinci):
    add_follow_up(rakor.outcomes.get(), by=nia, what="Tanpa batas waktu", responsible=kerinci)
    page = logged_in(nia).get(url(rakor, "tutup")).content.decode()
    assert "Satu hal perlu dibereskan dahulu" in page
    assert "TL-2019-0002 «Tanpa batas waktu» belum memiliki batas waktu." in page
    assert press(logged_in(nia), rakor, "tutup").status_code == 200
    assert Rakor.objects.get().state == "dilaksanakan"


def test_each_state_offers_its_own_steps(logged_in, rakor, nia):
    client = logged_in(nia)
    for state, offered in [
        ("draf", {"dilaksanakan", "jadwalkan", "tunda", "batalkan"}),
        ("dijadwalkan", {"dilaksanakan", "tunda", "batalkan"}),
        ("dilaksanakan", {"tutup"}),
    ]:
        Rakor.objects.update(state=state)
        assert buttons(client, rakor) == offered, state


def test_postponing_and_cancelling_ask_a_reason(logged_in, rakor, nia):
    Rakor.objects.update(state="dijadwalkan")
    client = logged_in(nia)
    assert "Isian ini wajib" in press(client, rakor, "tunda", reason="").content.decode()
    assert press(client, rakor, "tunda", reason="Gubernur ke Jakarta").status_code == 302
    rakor.refresh_from_db()
    assert (rakor.state, rakor.state_reason) == ("ditunda", "Gubernur ke Jakarta")
    assert press(client, rakor, "batalkan", reason="Digabung").status_code == 302
    line = Change.objects.about(rakor).latest("id")
    assert (line.pairs["state"], line.reason) == (["ditunda", "dibatalkan"], "Digabung")


def test_reopening_asks_a_reason_and_is_in_the_ledger(logged_in, rakor, nia):
    close_rakor(rakor, by=nia)
    assert press(logged_in(nia), rakor, "buka", reason="Salah ketik").status_code == 302
    rakor.refresh_from_db()
    assert rakor.state == "dilaksanakan"
    assert Change.objects.about(rakor).latest("id").reason == "Salah ketik"


def test_a_step_for_tomorrow_is_refused_with_a_sentence(logged_in, rakor, nia):
    Rakor.objects.update(state="dijadwalkan", starts_on=timezone.localdate() + timedelta(days=3))
    page = press(logged_in(nia), rakor, "dilaksanakan").content.decode()
    assert "tandai dilaksanakan pada atau sesudah hari itu" in page


def test_who_saw_an_older_version_is_told(logged_in, rakor, nia):
    client = logged_in(nia)
    page = client.post(url(rakor, "tutup"), {"seen_version": rakor.version - 1}).content.decode()
    assert "berubah sejak Anda membukanya" in page
    assert Rakor.objects.get().state == "dilaksanakan"


@pytest.mark.parametrize(("name", "status"), [
    ("rina", 200), ("nia", 200), ("suri", 200),
    ("budi", 403), ("pimpin", 403), ("vera", 403), ("ani", 403), ("sari", 403),
    ("dewi", 404),
])  # fmt: skip
def test_who_may_press(request, logged_in, rakor, name, status):
    client = logged_in(request.getfixturevalue(name))
    assert client.get(url(rakor, "tutup")).status_code == status
    if status != 200:
        assert press(client, rakor, "tutup").status_code == status
        assert Rakor.objects.get().state == "dilaksanakan"


def test_an_address_that_names_no_rakor_is_not_found(logged_in, nia):
    client = logged_in(nia)
    for key in ("999", "x", "1;DROP"):
        assert client.get(f"/admin/meetings/rakor/{key}/tutup/").status_code == 404
        assert client.get(f"/admin/meetings/rakor/{key}/change/").status_code == 404
        assert client.get(f"/admin/meetings/rakor/{key}/history/").status_code == 404
