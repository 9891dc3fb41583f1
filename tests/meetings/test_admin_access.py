"""Which admin pages of meetings open for whom; a stranger's row is not there at all."""

import pytest

from meetings.models import Rakor
from tests import factories as make

pytestmark = pytest.mark.django_db

LISTS = ("rakor", "series", "issue", "outcome", "followup")


@pytest.fixture
def rakor(jambi, kerinci):
    """A Rakor of Jambi to which Kerinci is invited, with one of everything."""
    rakor = make.make_rakor("Rakor Jambi", region=jambi, series=make.make_series(region=jambi))
    make.make_invitation(rakor, unit=kerinci)
    make.make_issue(rakor)
    make.make_follow_up(make.make_outcome(rakor), responsible=kerinci)
    return rakor


def rows(rakor):
    return [
        f"rakor/{rakor.pk}",
        f"issue/{rakor.issues.get().pk}",
        f"outcome/{rakor.outcomes.get().pk}",
        f"followup/{rakor.outcomes.get().follow_ups.get().pk}",
        f"series/{rakor.series_id}",
    ]


@pytest.mark.parametrize("name", ["suri", "rina", "nia", "budi", "vera", "pimpin", "ani"])
def test_those_in_scope_open_every_list_and_every_row(request, logged_in, rakor, name):
    client = logged_in(request.getfixturevalue(name))
    for model in LISTS:
        page = client.get(f"/admin/meetings/{model}/")
        assert page.status_code == 200, model
        assert page.context["cl"].result_count == 1, model
    for row in rows(rakor):
        assert client.get(f"/admin/meetings/{row}/change/").status_code == 200, row
        assert client.get(f"/admin/meetings/{row}/history/").status_code == 200, row


@pytest.mark.parametrize("name", ["dewi", "sari"])
def test_strangers_find_empty_lists_and_no_row(request, logged_in, rakor, name):
    client = logged_in(request.getfixturevalue(name))
    for model in ("rakor", "issue", "outcome", "followup"):
        assert client.get(f"/admin/meetings/{model}/").context["cl"].result_count == 0
    for row in rows(rakor)[:4]:
        for page in ("change", "history", "delete"):
            assert client.get(f"/admin/meetings/{row}/{page}/").status_code in (403, 404)
        assert client.get(f"/admin/meetings/{row}/change/").status_code == 404
        assert client.get(f"/admin/meetings/{row}/history/").status_code == 404


def test_a_strangers_series_is_not_in_the_list(logged_in, rakor, dewi):
    assert logged_in(dewi).get("/admin/meetings/series/").context["cl"].result_count == 0


@pytest.mark.parametrize(("name", "status"), [
    ("rina", 200), ("nia", 200), ("wayan", 200), ("suri", 200),
    ("budi", 403), ("vera", 403), ("pimpin", 403), ("ani", 403),
])  # fmt: skip
def test_who_may_start_a_rakor(request, logged_in, name, status):
    assert logged_in(request.getfixturevalue(name)).get("/admin/meetings/rakor/add/").status_code == status


def test_a_committee_of_one_rakor_starts_no_other(logged_in, rakor):
    panitia = make.make_user("panitia", is_staff=True)
    reference = f"meetings.rakor:{rakor.pk}"
    make.make_assignment(panitia, "notulis", scope="rakor", object_ref=reference)
    client = logged_in(panitia)
    assert client.get("/admin/meetings/rakor/add/").status_code == 403
    assert client.get(f"/admin/meetings/rakor/{rakor.pk}/change/").status_code == 200


@pytest.mark.parametrize("name", ["budi", "vera", "pimpin", "ani"])
def test_readers_write_nothing(request, logged_in, rakor, name):
    client = logged_in(request.getfixturevalue(name))
    for row in rows(rakor):
        assert client.post(f"/admin/meetings/{row}/change/", {"title": "Lain"}).status_code == 403
        assert client.post(f"/admin/meetings/{row}/delete/", {"post": "yes"}).status_code in (403, 404)
    assert Rakor.objects.get().title == "Rakor Jambi"


def test_an_invited_agencys_admin_reads_the_rakor_of_the_province_and_does_not_edit_it(
    logged_in, rakor, kerinci
):
    dinsos = make.make_agency("15.01-dinsos", "Dinas Sosial", parent=kerinci)
    admin = make.make_user("admin-kerinci", is_staff=True)
    make.make_assignment(admin, "admin_instansi", unit=kerinci)
    make.make_invitation(rakor, unit=dinsos)
    client = logged_in(admin)
    assert client.get(f"/admin/meetings/rakor/{rakor.pk}/change/").status_code == 200
    assert client.post(f"/admin/meetings/rakor/{rakor.pk}/change/", {"title": "Lain"}).status_code == 403


def test_only_a_draft_can_be_deleted_and_its_parts_go_into_the_ledger(logged_in, jambi, rina):
    from records.models import Change

    draft = make.make_rakor("Draf", region=jambi, state="draf")
    make.make_role(draft)
    client = logged_in(rina)
    assert client.post(f"/admin/meetings/rakor/{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    deleted = Change.objects.filter(action="hapus").values_list("object_type", flat=True)
    assert sorted(deleted) == ["meetings.rakor", "meetings.role"]
    held = make.make_rakor("Dilaksanakan", region=jambi)
    assert client.post(f"/admin/meetings/rakor/{held.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_secret_outcome_is_not_on_the_form_of_who_may_not_read_it(logged_in, rakor, nia, rina):
    make.make_outcome(rakor, "Rumusan tertutup", visibility="rahasia")
    url = f"/admin/meetings/rakor/{rakor.pk}/change/"
    assert "Rumusan tertutup" in logged_in(rina).get(url).content.decode()
    assert "Rumusan tertutup" not in logged_in(nia).get(url).content.decode()


def test_searching_does_not_tell_what_a_secret_outcome_says(logged_in, rakor, pimpin, rina):
    make.make_outcome(rakor, "Nama kandidat", visibility="rahasia")
    search = "/admin/meetings/rakor/?q=kandidat"
    assert logged_in(rina).get(search).context["cl"].result_count == 1
    assert logged_in(pimpin).get(search).context["cl"].result_count == 0


def test_the_history_of_a_rakor_shows_its_parts_to_who_edits_it_only(logged_in, rakor, rina, budi):
    from meetings.actions import add_outcome
    from records import ledger
    from records.choices import Action

    with ledger.request("satu-permintaan"):
        rakor.venue = "Aula"
        ledger.save(rakor, Action.CHANGE, by=rina)
        add_outcome(rakor, by=rina, kind="arahan", text="Rapikan data")
    url = f"/admin/meetings/rakor/{rakor.pk}/history/"
    for_rina, for_budi = (logged_in(person).get(url).content.decode() for person in (rina, budi))
    assert "Aula" in for_rina and "Rapikan data" in for_rina
    assert "Aula" in for_budi and "Rapikan data" not in for_budi


def test_the_history_keeps_a_secret_part_from_who_may_not_read_it(logged_in, rakor, rina, nia):
    """The notulis edits the Rakor; what the admin wrote as `rahasia` stays hidden in the ledger too."""
    from meetings.actions import add_outcome
    from records import ledger
    from records.choices import Action

    with ledger.request("satu-permintaan"):
        rakor.venue = "Aula"
        ledger.save(rakor, Action.CHANGE, by=rina)
        secret = add_outcome(rakor, by=rina, kind="arahan", text="Nama kandidat", visibility="rahasia")
    with ledger.request("dua-permintaan"):
        rakor.venue = "Balai"
        ledger.save(rakor, Action.CHANGE, by=rina)
        secret.text = "Nama kandidat kedua"
        ledger.save(secret, Action.CHANGE, by=rina)
    url = f"/admin/meetings/rakor/{rakor.pk}/history/"
    assert "Nama kandidat kedua" in logged_in(rina).get(url).content.decode()
    page = logged_in(nia).get(url).content.decode()
    assert "Balai" in page
    assert "kandidat" not in page


def test_the_lists_take_the_same_queries_however_long(logged_in, rakor, rina):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = logged_in(rina)
    counts = {}
    for _round in range(2):
        for model in LISTS:
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/admin/meetings/{model}/")
            counts.setdefault(model, []).append(len(queries))
        for number in range(8):
            other = make.make_rakor(f"Rakor {number}", region=rakor.region, series=rakor.series)
            make.make_issue(other)
            make.make_series(region=rakor.region)
            make.make_follow_up(make.make_outcome(other), responsible=rakor.region)
    assert {model: pair[0] for model, pair in counts.items()} == {
        model: pair[1] for model, pair in counts.items()
    }
