"""Guessing ends soon, by account and by address; what a visitor writes about the way here is not believed."""

import os
import threading
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.utils import timezone

from accounts.attempts import ACCOUNT_LIMIT, ADDRESS_LIMIT
from accounts.models import User
from records.models import Change
from tests import factories as make
from tests.accounts.door import RIGHT, counted, knock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hasher")]

GUESSES = int(os.environ.get("GUESSES") or 100)
"""A thousand in the drill: GUESSES=1000."""
MOST = 20
"""Of a thousand guesses within ten minutes so many may be looked at."""


def later(minutes):
    """What was tried, was tried so many minutes ago."""
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=minutes))


def test_guesses_of_one_account_from_many_addresses(budi):
    with counted() as runs:
        answers = [
            knock("budi", f"tebakan-{n}", address=f"203.0.{n // 250}.{n % 250}") for n in range(GUESSES)
        ]
    assert runs() == ACCOUNT_LIMIT <= MOST
    assert {answer.status_code for answer in answers[ACCOUNT_LIMIT:]} == {429}


def test_guesses_over_many_accounts_from_one_address(budi):
    with counted() as runs:
        answers = [knock(f"orang-{n}", "Jambi2024!") for n in range(GUESSES)]
    assert runs() == ADDRESS_LIMIT <= MOST
    assert {answer.status_code for answer in answers[ADDRESS_LIMIT:]} == {429}


def test_a_forged_way_here_gains_nothing(budi):
    with counted() as runs:
        for n in range(GUESSES):
            forged = f"192.0.2.{n % 250}"
            knock(
                f"orang-{n}",
                **{"X-Forwarded-For": forged, "X-Real-IP": forged, "Forwarded": f"for={forged}"},
            )
    assert runs() == ADDRESS_LIMIT


def test_nor_does_one_that_passes_a_trusted_proxy(budi):
    """nginx puts the true address last; what stands before it the visitor wrote."""
    with counted() as runs:
        for n in range(GUESSES):
            knock(f"orang-{n}", address="127.0.0.1", **{"X-Forwarded-For": f"192.0.2.{n}, 198.51.100.7"})
    assert runs() == ADDRESS_LIMIT


def test_name_and_address_of_a_person_are_one_account(budi):
    User.objects.filter(pk=budi.pk).update(email="budi@contoh.go.id")
    with counted() as runs:
        for n in range(20):
            knock(["budi", "BUDI", "budi@contoh.go.id"][n % 3], address=f"198.51.100.{n}")
    assert runs() == ACCOUNT_LIMIT


def test_one_may_go_on_elsewhere_while_one_account_is_shut(budi, sari):
    for n in range(10):
        knock("budi", address=f"203.0.113.{n}")
    assert knock("sari", RIGHT).status_code == 302


def test_the_right_password_waits_too_and_then_opens(budi):
    for _n in range(ACCOUNT_LIMIT):
        last = knock("budi")
    assert last.status_code == 429
    shut = knock("budi", RIGHT, address="203.0.113.9")
    assert shut.status_code == 429
    assert "Tunggu 15 menit, lalu coba lagi." in shut.text and "r-foot" in shut.text
    assert shut.headers["Retry-After"] == str(15 * 60)
    later(minutes=14)
    assert "Tunggu 1 menit" in knock("budi", RIGHT).text
    later(minutes=16)
    assert knock("budi", RIGHT).status_code == 302


def test_knocking_at_a_shut_door_does_not_keep_it_shut(budi):
    for _n in range(ACCOUNT_LIMIT):
        knock("budi")
    later(minutes=14)
    for _n in range(50):
        knock("budi")
    later(minutes=16)
    assert knock("budi", RIGHT).status_code == 302


def test_a_shut_account_cannot_be_told_from_nobodys(budi):
    for who in ("budi", "tidak-ada"):
        for n in range(ACCOUNT_LIMIT):
            answer = knock(who, address=f"203.0.113.{n}")
        assert answer.status_code == 429


def test_the_owners_own_browser_stays_open_while_strangers_guess(budi):
    """Else anybody could keep a governor out for as long as he likes."""
    own = Client()
    assert knock("budi", RIGHT, client=own).status_code == 302
    own.post("/keluar/")
    for n in range(30):
        knock("budi", address=f"203.0.113.{n % 3}")
    assert knock("budi", RIGHT, address="203.0.113.1", client=own).status_code == 302


def test_a_known_browser_has_a_count_of_its_own(budi):
    own = Client()
    knock("budi", RIGHT, client=own)
    with counted() as runs:
        for _n in range(50):
            knock("budi", client=own)
    assert runs() == ACCOUNT_LIMIT


def test_a_known_browser_is_a_stranger_to_other_accounts(budi, sari):
    own = Client()
    knock("budi", RIGHT, client=own)
    for n in range(ACCOUNT_LIMIT):
        knock("sari", address=f"203.0.113.{n}")
    assert knock("sari", RIGHT, client=own).status_code == 429


@pytest.mark.parametrize("value", ["1:0:abc", "1:0:abc:def", ""])
def test_a_forged_acquaintance_is_none(budi, value):
    for n in range(ACCOUNT_LIMIT):
        knock("budi", address=f"203.0.113.{n}")
    forger = Client()
    forger.cookies["perangkat"] = value
    assert knock("budi", RIGHT, client=forger).status_code == 429


def test_an_account_of_ones_own_does_not_clear_the_address(budi, sari):
    """Signing in between guesses at others would otherwise start the count anew."""
    with counted() as runs:
        for n in range(40):
            knock(f"orang-{n}")
            knock("sari", RIGHT, client=Client())
    assert runs() <= 2 * ADDRESS_LIMIT
    assert knock("orang-lain").status_code == 429


def test_the_right_password_forgives_the_wrong_ones(budi):
    for _again in range(5):
        for _n in range(ACCOUNT_LIMIT - 1):
            assert knock("budi").status_code == 200
        assert knock("budi", RIGHT).status_code == 302


def test_nothing_personal_is_kept(budi):
    knock("budi", "sandi-rahasia-budi", **{"User-Agent": "Peramban Budi", "Accept": "text/budi"})
    knock("sandi-yang-salah-kolom", "x")
    for row in AccessAttempt.objects.values():
        kept = " ".join(str(value) for name, value in row.items() if name != "ip_address").lower()
        assert not [word for word in ("budi", "sandi", "rahasia", "masuk", "csrf") if word in kept]


def test_what_is_older_than_the_cool_off_goes(budi):
    knock("budi")
    later(minutes=16)
    knock("sari")
    assert AccessAttempt.objects.count() == 1
    later(minutes=16)
    call_command("prune_accounts")
    assert not AccessAttempt.objects.exists()


def test_a_lock_leaves_a_line_for_apip(budi):
    for _n in range(20):
        knock("budi")
    line = Change.objects.about(budi).get()
    assert (line.action, line.by, list(line.pairs)) == ("kunci", None, ["last_locked"])
    budi.refresh_from_db()
    assert budi.last_locked


def test_no_log_names_whoever_knocks(budi, caplog):
    with caplog.at_level("INFO"):
        for _n in range(10):
            knock("budi", address="203.0.113.77")
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "203.0.113.77" not in said and "budi" not in said


@pytest.mark.django_db(transaction=True)
def test_guesses_at_the_same_moment_do_not_slip_through_together():
    make.make_assignment(make.make_user("budi"))
    start = threading.Barrier(8)

    def guess(n):
        start.wait()
        for again in range(5):
            knock("budi", f"tebakan-{n}-{again}", address=f"203.0.113.{n}")
        connections.close_all()

    with counted() as runs:
        threads = [threading.Thread(target=guess, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert runs() <= ACCOUNT_LIMIT
