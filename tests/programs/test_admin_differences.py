"""Differences and settlements in the admin: read by who reaches them, changed by nobody."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from programs.models import Difference
from tests import factories as make

pytestmark = pytest.mark.django_db

DIFFERENCES = reverse("admin:programs_difference_changelist")
SETTLEMENTS = reverse("admin:programs_settlement_changelist")


@pytest.fixture
def settled(kerinci):
    figure = make.make_apart(make.make_indicator(name="Penerima PKH"), kerinci, make.make_period(), 60, 66)
    return make.make_settled(figure, 66, minutes_number="BA-7/2018")


def text(response):
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def page_of(obj, act="change"):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_{act}", args=[obj.pk])


def test_a_difference_shows_its_sources_and_what_was_agreed(logged_in, settled, rina):
    page = text(logged_in(rina).get(page_of(settled.difference)))
    assert f'href="/kerja/angka/{settled.difference.measurement_id}/"' in page
    for words in (": 60", ": 66", "BA-7/2018", "Pengisian parsial", "Diselesaikan"):
        assert words in page, words


def test_a_settlement_shows_its_figures(logged_in, settled, rina):
    page = text(logged_in(rina).get(page_of(settled.settlement)))
    assert "Penerima PKH · Kerinci" in page and "Dicocokkan bersama." in page


@pytest.mark.parametrize("address", [DIFFERENCES, SETTLEMENTS])
def test_a_stranger_finds_none(logged_in, settled, rina, dewi, address):
    words = "BA-7/2018" if address == SETTLEMENTS else "Penerima PKH"
    assert words in text(logged_in(rina).get(address))
    assert words not in text(logged_in(dewi).get(address))


@pytest.mark.parametrize("act", ["change", "delete"])
def test_nobody_changes_or_deletes_one(logged_in, settled, suri, act):
    for obj in (settled.difference, settled.settlement):
        assert logged_in(suri).post(page_of(obj, act), {"post": "yes"}).status_code == 403


def test_the_lists_take_the_same_queries_however_long(
    logged_in, settled, rina, jambi, django_assert_num_queries
):
    client = logged_in(rina)
    few = {}
    for address in (DIFFERENCES, SETTLEMENTS):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        few[address] = len(asked)
    for number in range(30):
        unit = make.make_regency(f"15.{10 + number}", f"No {number}", jambi)
        make.make_settled(make.make_apart(make.make_indicator(), unit, make.make_period(), 60, 66), 66)
    for address, number in few.items():
        with django_assert_num_queries(number):
            client.get(address)


def test_an_outcome_leads_to_its_settlement_and_an_issue_names_its_figures(logged_in, settled, jambi, rina):
    rakor = make.make_rakor(region=jambi)
    outcome = make.make_outcome(rakor, kind="penyelesaian", settlement=settled.settlement)
    assert page_of(settled.settlement) in text(logged_in(rina).get(page_of(outcome)))
    issue = make.make_issue(rakor)
    issue.differences.add(Difference.objects.get())
    assert "Penerima PKH · Kerinci (diselesaikan)" in text(logged_in(rina).get(page_of(issue)))


def test_of_a_settlement_only_the_figures_within_reach_are_read(logged_in, settled, merangin, budi):
    other = make.make_apart(make.make_indicator(name="Angka lain"), merangin, make.make_period(), 60, 66)
    settled.settlement.figures.create(
        difference=other,
        value=66,
        cause="parsial",
        observation=make.make_observation(other.measurement, 66),
        said="Sumber: 66",
    )
    page = text(logged_in(budi).get(page_of(settled.settlement)))
    assert "Penerima PKH" in page and "Angka lain" not in page
