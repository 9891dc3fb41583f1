"""The list of people: who stands how, how many, at a fixed price, and as a file."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from regions.models import Assignment
from tests import factories as make
from tests.regions.people import ADD, LIST, invitation

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    return set(client.get(LIST + query).context["cl"].queryset.values_list("username", flat=True))


@pytest.mark.parametrize(("name", "status"), [
    ("rina", 200), ("suri", 200), ("ani", 200),
    ("wayan", 403), ("nia", 403), ("budi", 403), ("vera", 403), ("pimpin", 403),
])  # fmt: skip
def test_who_sees_people(request, logged_in, name, status):
    client = logged_in(request.getfixturevalue(name))
    for address in (LIST, f"{LIST}daftar.csv", f"{LIST}daftar.xlsx"):
        assert client.get(address).status_code == status


def test_who_never_came_is_found_with_the_day_of_the_invitation(logged_in, rina, kerinci, sari):
    User.objects.filter(pk__in=[sari.pk, rina.pk]).update(last_login=timezone.now())
    client = logged_in(rina)
    client.post(ADD, invitation(kerinci))
    assert listed(client, "?masuk=belum") == {"tono"}
    assert "sari" in listed(client, "?masuk=sudah")
    assert "belum pernah masuk, diundang" in client.get(LIST).content.decode()


def test_people_are_found_by_their_present_role(logged_in, rina, budi, vera):
    client = logged_in(rina)
    assert listed(client, "?peran=verifikator") == {"vera"}
    Assignment.objects.filter(user=vera).update(ends_on=timezone.localdate() - timedelta(days=1))
    assert listed(client, "?peran=verifikator") == set()


def test_people_are_found_by_their_unit(logged_in, rina, budi, sari, kerinci):
    assert listed(logged_in(rina), f"?unit={kerinci.pk}") == {"budi"}
    assert listed(logged_in(rina), "?unit=lain") == {"rina", "budi", "sari"}


def test_what_ends_within_thirty_days_and_who_has_nothing_left(logged_in, rina, budi, sari):
    today = timezone.localdate()
    budi.assignments.update(ends_on=today + timedelta(days=30))
    sari.assignments.update(ends_on=today - timedelta(days=1))
    assert listed(logged_in(rina), "?masuk=berakhir") == {"budi"}
    assert listed(logged_in(rina), "?masuk=tanpa") == {"sari"}
    budi.assignments.update(ends_on=today + timedelta(days=31))
    assert listed(logged_in(rina), "?masuk=berakhir") == set()


def test_closed_accounts_are_a_group_of_their_own(logged_in, rina, budi):
    User.objects.filter(pk=budi.pk).update(is_active=False)
    assert listed(logged_in(rina), "?masuk=tutup") == {"budi"}


def test_each_choice_says_how_many_there_are(logged_in, rina, budi, sari, vera):
    page = logged_in(rina).get(LIST).content.decode()
    for words in ("Operator (2)", "Verifikator (1)", "Belum pernah masuk (", "Kabupaten Kerinci, Jambi (1)"):
        assert words in page


@pytest.mark.parametrize("address", [LIST, f"{LIST}daftar.csv"])
def test_five_hundred_people_cost_no_more_queries_than_three(
    logged_in, rina, kerinci, django_assert_max_num_queries, address
):
    def make_people(number):
        users = User.objects.bulk_create(User(username=f"p{number}-{one}") for one in range(number))
        Assignment.objects.bulk_create(make_held(user, kerinci) for user in users)

    def queries():
        with django_assert_max_num_queries(40) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    client = logged_in(rina)
    client.get(address)  # the first request of a session asks more
    make_people(3)
    few = queries()
    make_people(500)
    assert queries() == few


def make_held(user, unit):
    return Assignment(user=user, role="operator", scope="unit", unit=unit, starts_on="2024-01-01")


# The file.


def test_the_file_holds_what_the_list_shows_and_no_password(logged_in, rina, budi, sari, vera):
    User.objects.filter(pk=budi.pk).update(email="budi@example.id", name="=1+1")
    from openpyxl import load_workbook

    client = logged_in(rina)
    text = client.get(f"{LIST}daftar.csv?peran=operator").content.decode("utf-8-sig")
    assert "budi@example.id" in text
    assert "'=1+1" in text
    assert "Operator (Merangin)" in text
    for absent in ("Vera", "pbkdf2", "password", "md5$"):
        assert absent not in text
    book = load_workbook(io.BytesIO(client.get(f"{LIST}daftar.xlsx").content))
    rows = list(book["data"].values)
    assert rows[0][:2] == ("nama", "akun")
    assert {row[1] for row in rows[1:]} == {"rina", "budi", "sari", "vera"}


def test_addresses_are_only_for_who_looks_after_those_people(logged_in, ani, rina, budi, sari, sambas):
    User.objects.filter(pk=budi.pk).update(email="budi@example.id")
    User.objects.filter(pk=sari.pk).update(email="sari@example.id")
    make.make_assignment(sari, "operator", unit=sambas)
    assert "example.id" not in logged_in(ani).get(f"{LIST}daftar.csv").content.decode()
    text = logged_in(rina).get(f"{LIST}daftar.csv").content.decode()
    assert "budi@example.id" in text
    assert "sari@example.id" not in text


def test_a_stranger_takes_nobody_away(logged_in, dewi, budi):
    text = logged_in(dewi).get(f"{LIST}daftar.csv").content.decode()
    assert "Budi" not in text
