"""A person's page: who reads it, who writes it, and what is only read."""

import pytest
from django.utils import timezone

from accounts.models import User
from records.models import Change
from regions.people.assigning import end_assignment
from tests import factories as make
from tests.adminform import errors_of, read_form
from tests.regions.people import LIST, page_of

pytestmark = pytest.mark.django_db


def test_name_and_address_are_changed_by_the_admin(logged_in, rina, budi):
    client = logged_in(rina)
    data = read_form(client.get(page_of(budi)), "user_form")
    assert "is_superuser" not in data
    typed = {"name": "Budi S.", "email": "Budi@example.id", "is_superuser": "on"}
    response = client.post(page_of(budi), data | typed)
    assert response.status_code == 302, errors_of(response)
    budi.refresh_from_db()
    assert (budi.is_superuser, budi.name, budi.email) == (False, "Budi S.", "budi@example.id")
    assert Change.objects.about(budi).get().pairs["email"] == [None, None]


@pytest.mark.parametrize(("holder", "sentence"), [
    ("sari", "Surel ini sudah dipakai Sari."),
    ("dewi", "Surel ini tidak dapat dipakai; hubungi admin pusat."),
])  # fmt: skip
def test_a_clash_names_colleagues_and_no_strangers(request, logged_in, rina, budi, holder, sentence):
    other = request.getfixturevalue(holder)
    User.objects.filter(pk=other.pk).update(email="ada@example.id")
    client = logged_in(rina)
    data = read_form(client.get(page_of(budi)), "user_form") | {"email": "ADA@example.id"}
    assert errors_of(client.post(page_of(budi), data)) == [sentence]


def test_assignments_are_read_here_and_changed_by_acts(logged_in, rina, budi):
    client = logged_in(rina)
    data = read_form(client.get(page_of(budi)), "user_form")
    typed = {"assignments-0-ends_on": "1 Januari 2020", "assignments-0-DELETE": "on", "is_active": ""}
    client.post(page_of(budi), data | typed)
    budi.refresh_from_db()
    held = budi.assignments.get()
    assert (held.ends_on, budi.is_active) == (None, True)


def test_nobody_is_erased(logged_in, suri, budi):
    assert logged_in(suri).post(f"/admin/accounts/user/{budi.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_history_tells_of_the_assignments_too(logged_in, rina, budi):
    held = budi.assignments.get()
    end_assignment(held, by=rina, last_day=timezone.localdate(), reason="Pindah ke Bungo")
    page = logged_in(rina).get(f"/admin/accounts/user/{budi.pk}/history/").content.decode()
    assert "Pindah ke Bungo" in page


def test_people_of_another_province_are_not_there(logged_in, dewi, rina, budi):
    client = logged_in(dewi)
    assert client.get(page_of(budi)).status_code == 404
    assert client.get(f"/admin/accounts/user/{budi.pk}/password/").status_code in (403, 404)
    assert client.get(f"/admin/accounts/user/{budi.pk}/history/").status_code == 404
    assert set(client.get(LIST).context["cl"].queryset) == {dewi}


def test_nobody_changes_his_own_rights_nor_a_superusers(logged_in, rina, suri, jambi):
    make.make_assignment(suri, "operator", unit=jambi)
    client = logged_in(rina)
    for person in (rina, suri):
        assert client.post(page_of(person), {}).status_code == 403
        assert client.get(f"/admin/accounts/user/{person.pk}/password/").status_code == 403


def test_somebody_who_also_serves_elsewhere_is_not_changed_here(logged_in, rina, budi, sambas):
    make.make_assignment(budi, "operator", unit=sambas)
    assert logged_in(rina).post(page_of(budi), {}).status_code == 403


def test_a_password_set_anew_is_in_the_ledger_without_its_value(logged_in, rina, budi):
    url = f"/admin/accounts/user/{budi.pk}/password/"
    data = {"password1": "gunung-tinggi-81", "password2": "gunung-tinggi-81", "usable_password": "true"}
    assert logged_in(rina).post(url, data).status_code == 302
    budi.refresh_from_db()
    assert budi.check_password("gunung-tinggi-81")
    pairs = Change.objects.about(budi).get().pairs
    assert pairs.pop("password") == [None, None]
    assert set(pairs) == {"must_change_password", "session_stamp", "version"}


def test_the_auditor_reads_people_without_addresses_and_writes_none(logged_in, ani, budi):
    User.objects.filter(pk=budi.pk).update(email="budi@example.id")
    response = logged_in(ani).get(page_of(budi))
    assert response.status_code == 200
    assert "budi@example.id" not in response.content.decode()
    assert logged_in(ani).post(page_of(budi), {}).status_code == 403


def test_there_are_no_groups_to_promise_rights(suri, logged_in):
    assert logged_in(suri).get("/admin/auth/group/").status_code == 404
