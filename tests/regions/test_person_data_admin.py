"""Exporting and erasing a person's data from that person's page, by the province's own admin."""

import json

import pytest

from records.choices import Action
from records.models import Change
from regions.personal.erasure import is_erased
from tests.adminform import read_form

pytestmark = pytest.mark.django_db

REASON = "Diminta orangnya."


def page(person, act=""):
    return f"/admin/accounts/user/{person.pk}/{act or 'change'}" + ("/" if not act else "")


def ask(client, person, act, **answers):
    """Open the act's page and send it with these answers."""
    opened = client.get(page(person, act), follow=True)
    assert opened.status_code == 200
    hidden = read_form(opened, "act_form") if 'id="act_form"' in opened.text else {}
    version = {"version": opened.context["form"]["version"].value()}
    return client.post(opened.request["PATH_INFO"], hidden | version | answers)


def test_the_page_offers_both(logged_in, rina, budi):
    opened = logged_in(rina).get(page(budi)).text
    assert "Ekspor data pribadi" in opened and "Hapus data pribadi" in opened


def test_the_file_is_handed_out_and_the_ledger_says_to_whom(logged_in, rina, budi):
    answer = ask(logged_in(rina), budi, "hand-out-data", reason=REASON)
    assert json.loads(answer.content)["akun"]["nama"] == "Budi"
    assert "attachment" in answer["Content-Disposition"] and "no-store" in answer["Cache-Control"]
    line = Change.objects.about(budi).get()
    assert (line.action, line.by, line.reason, line.pairs) == (Action.EXPORT, rina, REASON, {})


def test_erasing_asks_for_the_user_name_once_more(logged_in, rina, budi):
    client = logged_in(rina)
    refused = ask(client, budi, "erase", reason=REASON, username="lain")
    assert "Tidak ada yang dihapus." in refused.text
    budi.refresh_from_db()
    assert not is_erased(budi)
    assert ask(client, budi, "erase", reason=REASON, username="budi").status_code == 302
    budi.refresh_from_db()
    assert is_erased(budi)
    assert "Hapus data pribadi" not in client.get(page(budi)).text


@pytest.mark.parametrize("act", ["hand-out-data", "erase"])
def test_nothing_is_done_by_following_the_link(logged_in, rina, budi, act):
    logged_in(rina).get(page(budi, act), follow=True)
    budi.refresh_from_db()
    assert not is_erased(budi) and not Change.objects.exists()


@pytest.mark.parametrize("act", ["hand-out-data", "erase"])
@pytest.mark.parametrize("name", ["dewi", "ani", "vera", "wayan", "sari"])
def test_nobody_else_opens_it(request, logged_in, budi, act, name):
    client = logged_in(request.getfixturevalue(name))
    for method in (client.get, client.post):
        answer = method(page(budi, act), {"reason": REASON, "username": "budi"}, follow=True)
        assert answer.status_code in (403, 404)
    budi.refresh_from_db()
    assert not is_erased(budi) and not Change.objects.about(budi).exists()


def test_oneself_is_refused(logged_in, rina):
    client = logged_in(rina)
    for send in (client.get, client.post):
        assert (
            send(page(rina, "erase"), {"reason": REASON, "username": "rina"}, follow=True).status_code == 403
        )
    rina.refresh_from_db()
    assert not is_erased(rina)
