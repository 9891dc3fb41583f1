"""Sessions: how long they last, when they end at once, and what is said about it."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.sessions import BEGAN, SEEN, TOUCH_EVERY
from records.models import Change
from regions.models import Assignment
from tests.accounts.door import RIGHT, knock

pytestmark = pytest.mark.django_db


@pytest.fixture
def inside(budi):
    """Budi's browser, signed in through the door."""
    client = Client()
    assert knock("budi", RIGHT, client=client).status_code == 302
    return client


def is_inside(client):
    return client.get("/akun/").status_code == 200


def said(client):
    return client.get("/akun/", follow=True).text


def age(client, key, seconds):
    session = client.session
    session[key] -= seconds
    session.save()


def test_the_key_changes_at_the_door(client, budi):
    client.get("/masuk/")
    session = client.session
    session["sebelum"] = "masuk"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    knock("budi", RIGHT, client=client)
    assert client.session.session_key != session.session_key


def test_eight_hours_without_use(inside):
    assert settings.SESSION_COOKIE_AGE == 8 * 3600
    inside.session.set_expiry(0)
    age(inside, SEEN, TOUCH_EVERY + 1)
    assert is_inside(inside)
    left = inside.session.get_expiry_date() - timezone.now()
    assert timedelta(hours=7, minutes=59) < left <= timedelta(hours=8)


def test_use_is_written_down_now_and_then_only(inside, django_assert_num_queries):
    is_inside(inside)
    before = inside.session[SEEN]
    with django_assert_num_queries(3):  # session, person, assignments
        inside.get("/akun/")
    assert inside.session[SEEN] == before


def test_seven_days_at_most(inside):
    age(inside, BEGAN, 7 * 24 * 3600 - 60)
    assert is_inside(inside)
    age(inside, BEGAN, 120)
    assert "Sesi Anda sudah terlalu lama" in said(inside)
    assert not is_inside(inside)


def test_a_closed_account_is_out_at_the_next_click(inside, budi):
    budi.is_active = False
    budi.save()
    assert "Akun ini ditutup" in said(inside)
    assert "Akun ini ditutup" not in said(inside)


def test_the_end_of_the_last_assignment_ends_the_session(inside, budi):
    Assignment.objects.filter(user=budi).update(ends_on=date.today() - timedelta(days=1))  # noqa: DTZ011
    assert "Penugasan Anda sudah berakhir" in said(inside)
    assert not is_inside(inside)


def test_a_visitor_whose_session_ended_still_reads_public_pages(inside, budi):
    budi.is_active = False
    budi.save()
    assert inside.get("/metodologi/").status_code == 200


def test_signing_out_everywhere(inside, budi):
    elsewhere = Client()
    knock("budi", RIGHT, client=elsewhere)
    assert inside.get("/akun/keluar-semua/").status_code == 405
    page = inside.post("/akun/keluar-semua/", follow=True)
    assert "keluar dari semua perangkat" in page.text
    assert not is_inside(inside)
    assert "akun keluar dari semua perangkat" in said(elsewhere)
    line = Change.objects.about(budi).first()
    assert (line.action, list(line.pairs)) == ("keluar", ["session_stamp", "version"])


def test_a_forgotten_device_is_a_stranger_again(inside, budi):
    from tests.accounts.door import WRONG

    inside.post("/akun/keluar-semua/")
    for n in range(5):
        knock("budi", WRONG, address=f"203.0.113.{n}")
    assert knock("budi", RIGHT, client=inside).status_code == 429


def test_the_cookies_are_for_the_browser_alone(inside):
    for name in (settings.SESSION_COOKIE_NAME, "perangkat"):
        assert inside.cookies[name]["httponly"] and inside.cookies[name]["samesite"] == "Lax"
    assert inside.cookies["perangkat"]["path"] == "/masuk/"


def test_pages_for_everybody_cost_a_visitor_no_question(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/masuk/")
