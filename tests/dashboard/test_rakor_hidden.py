"""A logged-out visitor sees nothing that is unpublished or not `publik`, on any page of regions and Rakor."""

from datetime import date

import pytest

from meetings.models import AgendaItem, FollowUp, Outcome, Rakor
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


class TestIssues:
    """A public issue, and what hidden things around it would give away."""

    def test_a_hidden_outcome_does_not_bring_an_earlier_issue_here(self, client, jambi):
        earlier = make.make_issue(make.make_rakor("Rakor lama", region=jambi), "Permasalahan lama")
        other = make.make_issue(earlier.rakor, "Permasalahan lain")
        rakor = make.make_rakor("Rakor baru", region=jambi)
        make.make_outcome(rakor, issue=earlier, visibility="terbatas")
        AgendaItem.objects.create(rakor=rakor, title="Acara", issue=other, visibility="rahasia")
        page = client.get(rakor.get_absolute_url()).content.decode()
        assert "Permasalahan lama" not in page
        assert "Permasalahan lain" not in page

    def test_it_names_no_hidden_outcome_and_no_hidden_program(self, client, jambi):
        rakor = make.make_rakor(region=jambi)
        issue = make.make_issue(rakor, "Permasalahan terbuka")
        issue.programs.add(make.make_program(name=HIDDEN, visibility="terbatas"))
        make.make_outcome(rakor, number=7, issue=issue, visibility="terbatas")
        page = client.get(rakor.get_absolute_url()).content.decode()
        assert "Permasalahan terbuka" in page
        assert HIDDEN not in page
        assert "#r7" not in page


def test_the_next_rakor_of_a_series_stays_unknown_while_it_is_hidden(client, jambi):
    series = make.make_series(region=jambi)
    rakor = make.make_rakor(region=jambi, series=series)
    make.make_rakor(HIDDEN, region=jambi, series=series, starts_on=date(2023, 1, 9), state="draf")
    make.make_rakor(HIDDEN, region=jambi, series=series, starts_on=date(2021, 1, 9), visibility="rahasia")
    assert HIDDEN not in client.get(rakor.get_absolute_url()).content.decode()


def test_a_hidden_indicator_of_a_public_program_is_not_named(client, jambi):
    indicator = make.make_indicator(make.make_program(), name=HIDDEN, visibility="terbatas")
    outcome = make.make_outcome(make.make_rakor(region=jambi))
    make.make_follow_up(outcome, responsible=jambi, indicator=indicator)
    for address in ("/tindak-lanjut/", outcome.rakor.get_absolute_url()):
        assert HIDDEN not in client.get(address).content.decode()


def test_a_province_with_only_hidden_things_is_one_with_nothing(client, jambi, kalbar):
    make.make_rakor(region=jambi, visibility="terbatas")
    outcome = make.make_outcome(make.make_rakor(region=jambi, state="draf"))
    make.make_follow_up(outcome, responsible=kalbar)
    assert client.get("/daerah/").context["groups"] == []


def test_a_code_that_a_hidden_program_shares_does_not_lead_to_its_rakor(client, jambi, kalbar):
    make.make_program(code="PKH", owner=jambi)
    rakor = make.make_rakor(region=kalbar)
    rakor.programs.add(make.make_program(code="PKH", owner=kalbar, visibility="terbatas"))
    make.make_follow_up(make.make_outcome(rakor), responsible=kalbar)
    for address in ("/rakor/", "/tindak-lanjut/"):
        assert client.get(address, {"program": "PKH"}).context["listed"].paginator.count == 0
