"""Two who save at the same moment get two numbers, on a real database with real threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection

from meetings.actions import add_follow_up, add_outcome
from meetings.models import FollowUp, Outcome, Rakor
from meetings.numbering import free_slug, save_rakor
from records.models import Change
from tests import factories as make


def together(count, act):
    """Run `act` in as many threads, all starting at once, each with its own connection."""
    start = Barrier(count)

    def run(_index):
        try:
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


@pytest.mark.django_db(transaction=True)
def test_references_are_unique_when_eight_save_at_once(kerinci, rina):
    outcome = make.make_outcome(make.make_rakor(region=kerinci.parent, starts_on=date(2019, 4, 9)))

    def act():
        return add_follow_up(outcome, by=rina, what="Bersamaan", responsible=kerinci).reference

    references = together(8, act)
    assert sorted(references) == [f"TL-2019-{number:04}" for number in range(1, 9)]
    assert FollowUp.objects.count() == Change.objects.filter(object_type="meetings.followup").count() == 8


@pytest.mark.django_db(transaction=True)
def test_outcomes_are_numbered_without_gaps_when_six_save_at_once(jambi, rina):
    rakor = make.make_rakor(region=jambi)
    together(6, lambda: add_outcome(rakor, by=rina, kind="arahan", text="Bersamaan").pk)
    assert list(Outcome.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.django_db
def test_another_broken_rule_is_not_taken_for_a_taken_number(rina, jambi):
    rakor = Rakor(
        title="Rakor", region=jambi, organiser=jambi, starts_on=date(2024, 8, 2), ends_on=date(2024, 8, 1)
    )
    with pytest.raises(IntegrityError):
        save_rakor(rakor, by=rina)


@pytest.mark.django_db
def test_an_address_is_made_of_date_and_title(rina, jambi):
    saved = [
        save_rakor(
            Rakor(title="Rakor BKD se-Jambi", region=jambi, organiser=jambi, starts_on=date(2019, 4, 9)),
            by=rina,
        ).slug
        for _again in range(3)
    ]
    assert saved == [
        "2019-04-09-rakor-bkd-se-jambi",
        "2019-04-09-rakor-bkd-se-jambi-2",
        "2019-04-09-rakor-bkd-se-jambi-3",
    ]


@pytest.mark.django_db
def test_a_long_title_fits_and_a_title_without_letters_still_has_an_address():
    others = Rakor.objects.all()
    assert len(free_slug("rapat " * 60, date(2019, 4, 9), others)) <= 90
    assert free_slug("!!!", date(2019, 4, 9), others) == "2019-04-09"
