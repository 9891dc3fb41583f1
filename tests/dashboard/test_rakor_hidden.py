"""A logged-out visitor sees nothing that is unpublished or not `publik`, on any page of regions and Rakor."""

import pytest

from meetings.models import FollowUp, Outcome, Rakor
from tests import factories as make
from tests.dashboard.hidden import HIDDEN, plant

pytestmark = pytest.mark.django_db


@pytest.fixture
def planted(kerinci):
    make.make_agency("15.01-bkd", "BKD Kabupaten Kerinci", parent=kerinci)
    return plant(kerinci)


PAGES = [
    "/daerah/",
    "/daerah/?q=kerinci",
    "/daerah/15/",
    "/daerah/15.01/",
    "/rakor/",
    "/rakor/?tahun=2022",
    "/rakor/?daerah=15.01",
    "/tindak-lanjut/",
    "/tindak-lanjut/?daerah=15.01",
]


def test_what_is_planted_is_really_there(planted):
    assert Rakor.objects.filter(title__contains=HIDDEN).count() == 4
    assert Outcome.objects.filter(text__contains=HIDDEN).count() == 6
    assert FollowUp.objects.filter(what__contains=HIDDEN).count() == 8


@pytest.mark.parametrize("address", PAGES)
def test_no_page_shows_it(client, planted, address):
    page = client.get(address, follow=True).content.decode()
    assert HIDDEN not in page


def test_the_page_of_the_public_rakor_shows_only_what_is_public(client, planted):
    page = client.get(planted.get_absolute_url()).content.decode()
    assert HIDDEN not in page
    assert "Rumusan yang terbuka." in page
    assert "Tindak lanjut yang terbuka" in page


def test_the_region_still_shows_what_is_public(client, planted):
    page = client.get("/daerah/15.01/").content.decode()
    assert "Tindak lanjut yang terbuka" in page
    assert "Rakor yang terbuka" in page
    assert "/peringkat/terbuka-2022/" in page


@pytest.mark.parametrize("address", ["/rakor/", "/tindak-lanjut/"])
def test_a_search_does_not_tell_that_a_hidden_text_holds_a_word(client, planted, address):
    found = client.get(address, {"q": HIDDEN}).context
    assert found["listed"].paginator.count == 0
    assert not found["rows"]


def test_counts_count_what_is_public_only(client, planted):
    assert client.get("/rakor/").context["listed"].paginator.count == 1
    assert client.get("/rakor/").context["rows"][0].contents == "1 rumusan hasil, 1 tindak lanjut"
    assert client.get("/tindak-lanjut/").context["summary"].bar.total == 1
    assert client.get("/daerah/15.01/").context["work"].summary.bar.total == 1


def test_a_hidden_program_is_no_choice_and_filters_nothing(client, planted):
    for address in ("/rakor/", "/tindak-lanjut/"):
        asked = client.get(address, {"program": "GELAP"}).context
        assert "program" in asked["filter"].form.errors
        assert asked["listed"].paginator.count == 1


@pytest.mark.parametrize("fields", [{"state": "draf"}, {"visibility": "terbatas"}, {"visibility": "rahasia"}])
def test_the_address_of_a_hidden_rakor_answers_like_one_that_never_was(client, planted, fields):
    rakor = Rakor.objects.filter(title__contains=HIDDEN, **fields).first()
    assert client.get(rakor.get_absolute_url()).status_code == 404
    assert client.get("/rakor/tidak-pernah-ada/").status_code == 404


def test_a_public_rakor_does_not_tell_a_region_that_it_has_hidden_work_there(client, kerinci, merangin):
    """The Rakor concerns Merangin only by a follow-up that is not public."""
    rakor = make.make_rakor("Rakor Kerinci", region=kerinci)
    make.make_follow_up(make.make_outcome(rakor), responsible=merangin, visibility="terbatas")
    assert client.get("/daerah/15.02/").context["met"] == []
    assert client.get("/rakor/", {"daerah": "15.02"}).context["listed"].paginator.count == 0


def test_somebody_logged_in_sees_the_same_public_pages(logged_in, rina, planted):
    client = logged_in(rina)
    for address in ["/daerah/15.01/", "/rakor/", "/tindak-lanjut/", planted.get_absolute_url()]:
        assert HIDDEN not in client.get(address).content.decode()
