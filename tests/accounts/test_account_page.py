"""/akun/ and /akun/sandi/: one's own account, and a password of one's own."""

import pytest
from django.test import Client

from accounts.models import User
from records.models import Change
from tests import factories as make
from tests.accounts.door import RIGHT, knock

pytestmark = pytest.mark.django_db

NEW = "kuda-hijau-makan-awan"


@pytest.fixture
def inside(budi):
    client = Client()
    knock("budi", RIGHT, client=client)
    return client


def change(client, old=RIGHT, new=NEW, again=None):
    return client.post(
        "/akun/sandi/", {"old_password": old, "new_password1": new, "new_password2": again or new}
    )


def test_it_says_who_i_am_and_what_i_may_do(inside, budi):
    User.objects.filter(pk=budi.pk).update(email="budi@contoh.go.id")
    page = inside.get("/akun/").text.replace("\xa0", " ")
    for word in (
        "Budi",
        "budi@contoh.go.id",
        "Operator",
        "Kerinci",
        "Unit sendiri",
        "sejak 1 Januari 2015",
    ):
        assert word in page, word


def test_the_superuser_has_one_too(logged_in, suri):
    assert "Superuser" in logged_in(suri).get("/akun/").text


def test_a_visitor_is_asked_to_sign_in(client):
    for path in ("/akun/", "/akun/sandi/"):
        assert client.get(path).headers["Location"] == f"/masuk/?next={path}"
    assert client.post("/akun/keluar-semua/").status_code == 302


def test_nobody_keeps_the_page(inside):
    for path in ("/akun/", "/akun/sandi/"):
        assert "no-store" in inside.get(path).headers["Cache-Control"]


def test_a_new_password_keeps_me_in_and_others_out(inside, budi):
    elsewhere = Client()
    knock("budi", RIGHT, client=elsewhere)
    assert change(inside).headers["Location"] == "/akun/?tersimpan=sandi"
    assert "sudah diganti" in inside.get("/akun/?tersimpan=sandi").text
    assert elsewhere.get("/akun/").status_code == 302
    assert knock("budi", NEW).status_code == 302
    line = Change.objects.about(budi).filter(action="ubah").get()
    assert (line.by, line.pairs["password"], NEW in line.changes) == (budi, [None, None], False)


def test_only_with_the_present_one(inside, budi):
    assert "Kata sandi sekarang tidak cocok" in change(inside, old="salah").text
    budi.refresh_from_db()
    assert budi.check_password(RIGHT)


def test_whoever_sits_at_an_open_screen_cannot_guess_it(inside, budi):
    answers = [change(inside, old=f"tebakan-{n}").status_code for n in range(8)]
    assert answers == [200] * 4 + [429] * 4


@pytest.mark.parametrize(("new", "again", "sentence"), [
    ("bismillah2024", None, "terlalu sering dipakai"),
    ("budi-makan-awan", None, "nama, surel, atau nama instansi"),
    ("kerinci-hijau-77", None, "nama, surel, atau nama instansi"),
    (NEW, "kuda-lain", "Kedua kata sandi tidak sama"),
])  # fmt: skip
def test_a_bad_one_is_told_why(inside, new, again, sentence):
    page = change(inside, new=new, again=again).text
    assert sentence in page and 'role="alert"' in page and new not in page


class TestGivenPassword:
    """A password that an admin typed opens the door once."""

    @pytest.fixture
    def given(self, logged_in, rina, budi):
        make.make_assignment(budi, unit=budi.assignments.get().unit)
        page = {"password1": "gunung-tinggi-81", "password2": "gunung-tinggi-81"}
        was_in = Client()
        knock("budi", RIGHT, client=was_in)
        assert logged_in(rina).post(f"/admin/accounts/user/{budi.pk}/password/", page).status_code == 302
        assert was_in.get("/akun/").status_code == 302
        client = Client()
        knock("budi", "gunung-tinggi-81", client=client)
        return client

    def test_every_page_leads_to_a_new_one_until_there_is(self, given):
        for path in ("/", "/admin/", "/akun/", "/rakor/"):
            assert given.get(path).headers["Location"] == "/akun/sandi/"
        assert "dibuat orang lain" in given.get("/akun/sandi/").text
        assert change(given, old="gunung-tinggi-81").status_code == 302
        assert given.get("/akun/").status_code == 200

    def test_one_may_leave_instead(self, given):
        assert given.post("/keluar/").headers["Location"] == "/"

    def test_a_new_account_starts_so(self, budi):
        budi.refresh_from_db()
        assert not budi.must_change_password
