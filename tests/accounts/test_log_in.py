"""/masuk/: by user name or e-mail, telling nobody who has an account."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from records.models import Change
from tests import factories as make
from tests.accounts.door import RIGHT, WRONG, counted, knock

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi(budi):
    budi.email = "Budi.Operator@kerincikab.go.id"
    budi.save()
    return budi


@pytest.mark.parametrize("typed", ["budi", "BUDI", " Budi ", "budi.operator@KERINCIKAB.go.id"])
def test_by_user_name_or_address_in_capitals_or_not(client, budi, typed):
    assert knock(typed, RIGHT, client=client).status_code == 302
    assert client.get("/akun/").context["user"] == budi


def without_what_is_ones_own(response):
    """The page without its token and without the name that was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.text)
    return re.sub(r'name="username" value="[^"]*"', "", text)


@pytest.fixture
def strangers(budi):
    """Who may not come in, by why: each must look like the one who does not exist."""
    closed = make.make_user("tutup", is_active=False)
    make.make_assignment(closed)
    invited = make.make_user("undangan")
    invited.set_unusable_password()
    invited.save()
    make.make_user("tanpa-tugas")
    return ["tidak-ada", "budi", "budi.operator@kerincikab.go.id", "tutup", "undangan", "tanpa-tugas"]


def test_the_answer_tells_nobody_who_is_there(strangers):
    answers = [knock(who, address=f"198.51.100.{number}") for number, who in enumerate(strangers)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({without_what_is_ones_own(answer) for answer in answers}) == 1


def test_neither_does_the_work_it_costs(hasher, strangers):
    """Seconds would tell on a busy machine whatever they like; runs of the hasher and questions do not."""
    costs = {}
    for number, who in enumerate(strangers):
        with counted() as runs, CaptureQueriesContext(connection) as asked:
            knock(who, address=f"198.51.100.{number}")
        costs[who] = (runs(), [kind_of(query["sql"]) for query in asked])
    assert costs["budi"][0] == 1
    assert [who for who in strangers if costs[who] != costs["tidak-ada"]] == []


def kind_of(sql):
    return " ".join(sql.split()[:1] + re.findall(r'(?:FROM|INTO|UPDATE) "?(\w+)', sql))


def test_a_closed_account_says_nothing_even_to_the_right_password(hasher, strangers):
    with counted() as runs:
        closed = knock("tutup", RIGHT)
    assert runs() == 1
    assert without_what_is_ones_own(closed) == without_what_is_ones_own(knock("tidak-ada"))


def test_without_assignment_only_the_right_password_is_told(client, strangers):
    assert "penugasan" not in knock("tanpa-tugas", WRONG).text
    told = knock("tanpa-tugas", RIGHT, client=client)
    assert "belum atau tidak lagi punya penugasan" in told.text
    assert "_auth_user_id" not in client.session


def test_the_superuser_needs_none(suri):
    assert knock("suri", RIGHT).status_code == 302


def test_signing_in_leaves_a_line_without_a_value(client, budi):
    knock("budi", RIGHT, client=client)
    client.post("/keluar/")
    lines = Change.objects.about(budi)
    assert [line.action for line in lines] == ["keluar", "masuk"]
    assert {(line.changes, line.by) for line in lines} == {("{}", budi)}


@pytest.mark.parametrize(
    "next_page", ["https://contoh.com/", "//contoh.com/", "/\\contoh.com", "javascript:alert(1)", "http:///x"]
)
def test_it_leads_to_no_other_site(budi, next_page):
    asked = {"username": "budi", "password": RIGHT, "next": next_page}
    assert Client().post("/masuk/", asked).headers["Location"] == "/kerja/"


def test_the_form_is_understood_by_password_managers_and_screen_readers(client, budi):
    page = client.get("/masuk/").text
    assert 'autocomplete="username"' in page and 'autocomplete="current-password"' in page
    assert "Nama pengguna atau surel" in page
    empty = client.post("/masuk/", {}).text
    assert empty.index('role="alert"') < empty.index("<label")
    assert '<a href="#id_username">' in empty
    for described in re.findall('aria-describedby="([^"]+)"', empty):
        assert all(f'id="{one}"' in empty for one in described.split())


def test_what_is_typed_is_kept_but_the_password(client, budi):
    page = knock("budi", "sandi-yang-salah").text
    assert 'value="budi"' in page and "sandi-yang-salah" not in page


@pytest.mark.parametrize("typed", ["budi\x00", "x" * 300, "budi' OR 1=1 --", "%", "_udi"])
def test_awkward_names_are_nobody(budi, typed):
    assert knock(typed, RIGHT).status_code == 200
