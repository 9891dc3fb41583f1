"""/sandi/lupa/ and the link in the letter: one answer for everybody, one use for each link."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts import links
from accounts.attempts import ADDRESS_LIMIT, MAIL_LIMIT
from accounts.links import reset_link, set_password_link
from records.models import Change
from tests import factories as make
from tests.accounts.door import RIGHT, knock

pytestmark = pytest.mark.django_db

NEW = "kuda-hijau-makan-awan"


@pytest.fixture
def budi(budi):
    budi.email = "budi@contoh.go.id"
    budi.last_login = "2026-01-01T00:00Z"
    budi.save()
    budi.refresh_from_db()
    return budi


def in_future(**distance):
    """The clock of tokens, which is naive, ahead of time."""
    return lambda self: datetime.now() + timedelta(**distance)  # noqa: DTZ005


def ask(who, address="198.51.100.1"):
    return Client().post("/sandi/lupa/", {"who": who}, REMOTE_ADDR=address, follow=True)


def path(link, settings):
    assert link.startswith(settings.SITE_URL + "/sandi/")
    return link.removeprefix(settings.SITE_URL)


def use(link, settings, password=NEW, client=None):
    client = client or Client()
    page = client.get(path(link, settings), follow=True)
    if not page.redirect_chain:
        return page
    return client.post(page.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})


@pytest.mark.usefixtures("mail")
class TestAsking:
    @pytest.mark.parametrize("who", ["budi", "BUDI@contoh.go.id"])
    def test_the_letter_goes_to_the_address_on_record(self, budi, who):
        ask(who)
        [letter] = mail.outbox
        assert letter.to == ["budi@contoh.go.id"]
        assert letter.subject == "Kata sandi baru untuk Rakor"
        assert "berlaku 1 jam" in letter.body

    def test_the_answer_is_one_for_all(self, budi, sari):
        make.make_user("tutup", email="tutup@contoh.go.id", is_active=False)
        answers = [ask(who) for who in ("budi", "sari", "tutup", "tidak-ada", "tidak@ada.id")]
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert len(mail.outbox) == 1

    def test_an_account_gets_so_many_letters_and_an_address_asks_for_so_many(self, budi):
        for n in range(MAIL_LIMIT + 3):
            last = ask("budi", address=f"198.51.100.{n}")
        assert len(mail.outbox) == MAIL_LIMIT
        assert last.status_code == 429 and last.headers["Retry-After"]
        answers = [ask(f"orang-{n}", address="203.0.113.1").status_code for n in range(ADDRESS_LIMIT + 2)]
        assert answers.count(200) == ADDRESS_LIMIT

    def test_nobodys_account_ends_as_soon(self, budi):
        answers = [ask("tidak-ada", address=f"198.51.100.{n}").status_code for n in range(MAIL_LIMIT + 1)]
        assert answers == [200] * MAIL_LIMIT + [429]

    def test_a_mail_server_that_refuses_is_told_without_the_address(self, budi, monkeypatch, caplog):
        def refuse(*args, **kwargs):
            raise OSError("550 budi@contoh.go.id unknown")

        monkeypatch.setattr("accounts.letters.send_mail", refuse)
        assert ask("budi").status_code == 200
        assert "could not be sent" in caplog.text and "budi" not in caplog.text

    def test_the_link_of_the_letter_works(self, budi, settings):
        ask("budi")
        [link] = re.findall(r"http\S+/sandi/\S+", mail.outbox[0].body)
        assert use(link, settings).status_code == 302
        budi.refresh_from_db()
        assert budi.check_password(NEW)


def test_letters_go_out_beside_the_answer(settings, budi, monkeypatch):
    """The mail server is not waited for, whoever is named."""
    settings.SENDS_MAIL = True
    started = []
    monkeypatch.setattr("threading.Thread.start", lambda thread: started.append(thread))
    ask("budi")
    ask("tidak-ada")
    assert len(started) == 2 and not mail.outbox


def test_without_mail_the_page_says_whom_to_ask(client):
    page = client.get("/sandi/lupa/").text
    assert "admin provinsi Anda" in page and "r-login" not in page


class TestLink:
    def test_it_sets_the_password_once_and_ends_every_session(self, budi, settings, client):
        elsewhere = Client()
        knock("budi", RIGHT, client=elsewhere)
        budi.refresh_from_db()
        link = reset_link(budi)
        second = Client()
        second.get(path(link, settings), follow=True)
        used = use(link, settings, client=client)
        assert used.headers["Location"] == "/masuk/"
        assert "Kata sandi baru tersimpan" in client.get("/masuk/").text
        budi.refresh_from_db()
        assert budi.check_password(NEW)
        assert elsewhere.get("/akun/").status_code == 302
        assert "tidak berlaku lagi" in use(link, settings, "kuda-lain-makan-awan").text
        late = second.post(
            re.sub("[^/]+/$", "baru/", path(link, settings)),
            {"new_password1": "kuda-lain-makan-awan", "new_password2": "kuda-lain-makan-awan"},
        )
        assert "tidak berlaku lagi" in late.text
        budi.refresh_from_db()
        assert budi.check_password(NEW)

    def test_the_token_stays_in_no_address_and_no_referer(self, budi, settings, client):
        link = path(reset_link(budi), settings)
        first = client.get(link)
        token = link.rstrip("/").rsplit("/", 1)[1]
        page = client.get(first.headers["Location"])
        assert token not in first.headers["Location"] and token not in page.text
        assert first.headers["Referrer-Policy"] == page.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in first.headers["Cache-Control"] and "no-store" in page.headers["Cache-Control"]

    def test_it_ends_after_an_hour(self, budi, settings, monkeypatch):
        link = reset_link(budi)
        monkeypatch.setattr(links.ResetToken, "_now", in_future(minutes=59))
        assert Client().get(path(link, settings)).status_code == 302
        monkeypatch.setattr(links.ResetToken, "_now", in_future(minutes=61))
        assert "tidak berlaku lagi" in Client().get(path(link, settings)).text

    @pytest.mark.parametrize(
        "broken", ["/sandi/MQ/abc/", "/sandi/!!/abc-def/", "/sandi/MQ/1-2/", "/sandi/x/baru/"]
    )
    def test_a_made_up_link_is_told_apart_from_none(self, budi, client, broken):
        assert "tidak berlaku lagi" in client.get(broken).text

    def test_a_closed_account_opens_by_no_link(self, budi, settings):
        link = reset_link(budi)
        budi.is_active = False
        budi.save()
        assert "tidak berlaku lagi" in use(link, settings).text

    def test_a_bad_password_is_said_and_the_link_lives_on(self, budi, settings, client):
        page = use(reset_link(budi), settings, "bismillah123", client)
        assert "terlalu sering dipakai" in page.text and 'autocomplete="new-password"' in page.text

    def test_the_ledger_tells_that_and_not_what(self, budi, settings):
        use(reset_link(budi), settings)
        line = Change.objects.about(budi).get()
        assert (line.by, line.pairs["password"], NEW in line.changes) == (budi, [None, None], False)

    def test_it_opens_the_door_that_strangers_shut(self, budi, settings, client):
        """Whoever reads the mail is the owner."""
        for n in range(10):
            knock("budi", address=f"203.0.113.{n}")
        use(reset_link(budi), settings, client=client)
        for n in range(10):
            knock("budi", address=f"203.0.113.{n}")
        assert knock("budi", NEW, client=client).status_code == 302


class TestInvitation:
    @pytest.fixture
    def tono(self, kerinci):
        tono = make.make_user("tono", name="Tono, S.Sos.")
        tono.set_unusable_password()
        tono.save()
        make.make_assignment(tono, unit=kerinci)
        return tono

    def test_it_greets_by_name_and_leads_in(self, tono, settings, client):
        page = client.get(path(set_password_link(tono), settings), follow=True)
        assert "Tono, S.Sos., buat kata sandi pertama Anda" in page.text and "tono" in page.text
        use(set_password_link(tono), settings, client=client)
        assert knock("tono", NEW, client=client).status_code == 302

    def test_it_lives_three_days(self, tono, settings, monkeypatch):
        link = set_password_link(tono)
        for days, status in ((2.9, 302), (3.1, 200)):
            monkeypatch.setattr(links.LinkToken, "_now", in_future(days=days))
            assert Client().get(path(link, settings)).status_code == status

    def test_who_has_been_in_gets_an_hour_only(self, budi):
        token = set_password_link(budi).rstrip("/").rsplit("/", 1)[1]
        assert links.RESET.check_token(budi, token) and not links.INVITATION.check_token(budi, token)


def test_addresses_are_whole(budi, settings):
    assert set_password_link(budi).startswith(settings.SITE_URL + reverse("password-forgotten")[:7])
