"""The ledger keeps what was done to a person's account, never the person: names are looked up, and can go."""

import pytest

from accounts.models import User
from records import ledger
from records.choices import Action
from records.history import name_of, names_of
from records.models import Change
from records.refusals import ActionRefused, reason_of
from tests import factories as make

pytestmark = pytest.mark.django_db

MARK = "PENANDA"


@pytest.fixture
def siti(kerinci):
    user = make.make_user(f"{MARK}-akun".lower(), name=f"Siti {MARK}", email=f"{MARK}@contoh.id".lower())
    ledger.write(user, Action.CREATE, by=None, changes=ledger.changes_between({}, ledger.snapshot(user)))
    assignment = make.make_assignment(user, unit=kerinci)
    ledger.write(assignment, Action.CREATE, by=user, changes=ledger.removal(assignment))
    return user


def stored():
    """Every text the ledger holds."""
    return "\n".join(str(row) for row in Change.objects.values_list()).upper()


def test_neither_values_nor_names_of_a_person_are_kept(siti):
    user = User.objects.get(pk=siti.pk)
    user.name, user.username, user.email = f"Siti {MARK} binti X", f"{MARK}2", f"{MARK}2@contoh.id"
    ledger.save(user, Action.CHANGE, by=siti)
    ledger.write(user, Action.DELETE, by=siti, changes=ledger.removal(user))
    assert Change.objects.count() == 4
    assert MARK not in stored()


def test_a_line_still_says_that_a_personal_field_changed(siti):
    line = Change.objects.about(siti).get()
    assert {"username", "name", "email", "password"} <= line.pairs.keys()
    assert line.pairs["email"] == [None, None]


def test_the_screen_looks_the_name_up_and_forgets_it_with_the_person(siti):
    about_user, about_assignment = Change.objects.order_by("pk")
    assert name_of(about_user) == f"Siti {MARK}"
    assert name_of(about_assignment) == f"Siti {MARK} · Operator"
    User.objects.filter(pk=siti.pk).update(name="")
    assert name_of(about_user) == siti.username


def test_a_page_of_lines_asks_once_for_each_kind_of_person(siti, kerinci, django_assert_num_queries):
    for _number in range(5):
        user = make.make_user()
        ledger.write(user, Action.CREATE, by=None)
        ledger.write(make.make_assignment(user, unit=kerinci), Action.CREATE, by=None)
        ledger.write(kerinci, Action.CHANGE, by=None)
    lines = list(Change.objects.all())
    with django_assert_num_queries(2):
        names = names_of(lines)
    assert len(names) == len(lines) == 17
    assert "Kerinci" in names.values()


def test_the_ledger_of_a_person_who_is_not_there_shows_the_number(db):
    user = make.make_user()
    line = ledger.write(user, Action.CREATE, by=None)
    number = user.pk
    user.delete()
    assert name_of(line) == f"akun {number}"


def test_the_ledger_page_shows_names_and_the_history_page_too(logged_in, suri, siti):
    client = logged_in(suri)
    page = client.get("/admin/records/change/").content.decode()
    assert f"Pengguna: Siti {MARK}" in page and f"akun {siti.pk}" not in page
    assert f"«Siti {MARK}»" in client.get(f"/admin/accounts/user/{siti.pk}/history/").content.decode()


@pytest.mark.parametrize("reason", ["NIP 198501012010011001 pensiun", "minta ke budi@contoh.id"])
def test_a_reason_stays_for_good_and_so_holds_nobody(reason):
    with pytest.raises(ActionRefused) as refused:
        reason_of(reason)
    assert refused.value.code == "personal_data"
