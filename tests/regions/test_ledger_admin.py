"""The ledger and the files: read by whom they concern, written by nobody."""

import pytest

from records import ledger
from records.choices import Action
from records.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(budi, dewi, kerinci, kalbar):
    """Budi of Kerinci and Dewi of Kalbar each changed something; so did the system."""
    rakor = make.make_rakor("Rakor Kerinci", region=kerinci)
    ledger.write(rakor, Action.CHANGE, by=budi, changes={"venue": ["Aula", "Balai"]}, reason="Pindah")
    other = make.make_rakor("Rakor Kalbar", region=kalbar)
    ledger.write(other, Action.CHANGE, by=dewi, changes={"venue": ["", "Pontianak"]})
    ledger.write(other, Action.IMPORT, by=None)


def shown(client, query=""):
    return list(client.get(f"/admin/records/change/{query}").context["cl"].queryset)


def test_a_province_reads_what_its_own_people_wrote(logged_in, lines, rina, dewi):
    assert [line.object_label for line in shown(logged_in(rina))] == ["Rakor Kerinci"]
    assert [line.object_label for line in shown(logged_in(dewi))] == ["Rakor Kalbar"]
    foreign = Change.objects.get(by=dewi)
    assert logged_in(rina).get(f"/admin/records/change/{foreign.pk}/change/").status_code == 404


def test_the_auditor_reads_all_and_searches(logged_in, lines, ani):
    client = logged_in(ani)
    assert len(shown(client)) == 3
    assert [line.object_label for line in shown(client, "?q=kerinci")] == ["Rakor Kerinci"]
    assert [line.reason for line in shown(client, "?q=pindah")] == ["Pindah"]
    assert [line.action for line in shown(client, "?action__exact=impor")] == ["impor"]
    assert len(shown(client, "?jenis=meetings.rakor")) == 3


def test_a_line_is_read_in_words(logged_in, lines, ani, budi):
    line = Change.objects.get(by=budi)
    page = logged_in(ani).get(f"/admin/records/change/{line.pk}/change/").content.decode()
    assert "Tempat: Aula" in page
    assert "Balai" in page


@pytest.mark.parametrize("name", ["wayan", "nia", "budi", "vera", "pimpin"])
def test_others_do_not_read_the_ledger(request, logged_in, lines, name):
    client = logged_in(request.getfixturevalue(name))
    assert client.get("/admin/records/change/").status_code == 403


@pytest.mark.parametrize("name", ["suri", "ani", "rina"])
def test_nobody_writes_the_ledger(request, logged_in, lines, budi, name):
    client = logged_in(request.getfixturevalue(name))
    line = Change.objects.get(by=budi)
    assert client.get("/admin/records/change/add/").status_code == 403
    assert client.post(f"/admin/records/change/{line.pk}/change/", {"reason": "x"}).status_code == 403
    assert client.post(f"/admin/records/change/{line.pk}/delete/", {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [line.pk], "post": "yes"}
    client.post("/admin/records/change/", data)
    assert Change.objects.filter(pk=line.pk, reason="Pindah").exists()


def test_files_are_listed_for_those_whose_people_sent_them(logged_in, rina, dewi, budi):
    make.make_file("surat.pdf", stored_by=budi)
    ours = logged_in(rina).get("/admin/records/storedfile/").context["cl"]
    assert ours.result_count == 1
    assert logged_in(dewi).get("/admin/records/storedfile/").context["cl"].result_count == 0
