"""Differences at a Rakor: carried to its agenda, settled in its outcome, all of it or nothing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings.models import AgendaItem, Issue, Outcome
from meetings.settling import carry_to_rakor, settle_at_rakor
from programs.models import Difference, SettledFigure, Settlement
from programs.settling import Agreed
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make
from tests.witness import watching

pytestmark = pytest.mark.django_db


@pytest.fixture
def apart(kpm, kerinci, merangin):
    period = make.make_period(2024)
    return [make.make_apart(kpm, unit, period, 100, 110) for unit in (kerinci, merangin)]


@pytest.fixture
def coming(jambi):
    return make.make_rakor(
        "Rakor PKH", jambi, state="dijadwalkan", starts_on=timezone.localdate() + timedelta(days=9)
    )


@pytest.fixture
def held(jambi):
    return make.make_rakor("Rakor lalu", jambi)


def agreed_on(difference, value=110, cause="parsial"):
    said = difference.measurement.observations.get(value=value)
    return Agreed(difference, cause, observation=said)


def again(*differences):
    return [Difference.objects.get(pk=one.pk) for one in differences]


class TestCarrying:
    def test_one_issue_one_item_on_the_agenda_for_all_of_them(self, apart, coming, kpm, dinsos, wayan):
        with watching(wayan.pk, is_request=False):
            issue = carry_to_rakor(apart, coming, by=wayan)
        assert issue.title == "Data PKH Tahun 2024 belum sinkron: 2 angka"
        assert (issue.rakor, issue.competent_unit_id, issue.visibility) == (coming, dinsos.pk, "publik")
        assert set(issue.differences.all()) == set(apart) and issue.units.count() == 2
        assert list(issue.programs.all()) == [kpm.program]
        assert coming.agenda.get().issue == issue
        assert {(one.state, one.carried_by) for one in again(*apart)} == {("dibawa", wayan)}

    def test_carrying_more_adds_to_the_same_issue(self, apart, coming, wayan):
        first, second = apart
        issue = carry_to_rakor([first], coming, by=wayan)
        assert issue.title == "Data PKH Tahun 2024 belum sinkron: 1 angka"
        with watching(wayan.pk, is_request=False):
            assert carry_to_rakor([second], coming, by=wayan) == issue
        issue.refresh_from_db()
        assert issue.title == "Data PKH Tahun 2024 belum sinkron: 2 angka"
        assert (Issue.objects.count(), AgendaItem.objects.count(), issue.differences.count()) == (1, 1, 2)

    def test_a_title_that_somebody_wrote_stays(self, apart, coming, wayan):
        first, second = apart
        issue = carry_to_rakor([first], coming, by=wayan)
        Issue.objects.update(title="PKH: data ganda")
        carry_to_rakor([second], coming, by=wayan)
        issue.refresh_from_db()
        assert issue.title == "PKH: data ganda"

    def test_of_two_programs_nobody_alone_is_competent(self, apart, coming, kerinci, wayan):
        other = make.make_apart(make.make_indicator(), kerinci, make.make_period(2024), 10, 20)
        issue = carry_to_rakor([*apart, other], coming, by=wayan)
        assert issue.title == "Data antarsumber belum sinkron: 3 angka"
        assert issue.competent_unit is None and issue.programs.count() == 2

    def test_what_is_not_for_the_public_makes_the_issue_stricter(self, apart, coming, kpm, wayan):
        kpm.visibility = "terbatas"
        kpm.save()
        issue = carry_to_rakor(again(*apart), coming, by=wayan)
        assert issue.visibility == coming.agenda.get().visibility == "terbatas"

    def test_a_rakor_that_is_over_takes_nothing(self, apart, held, wayan):
        with pytest.raises(ActionRefused, match="sudah dilaksanakan"):
            carry_to_rakor(apart, held, by=wayan)
        assert not Issue.objects.exists()

    def test_of_an_older_version_nothing_is_carried(self, apart, coming, wayan):
        Difference.objects.filter(pk=apart[1].pk).update(version=7)
        lines = Change.objects.count()
        with pytest.raises(ActionRefused) as refused:
            carry_to_rakor(apart, coming, by=wayan)
        assert refused.value.code == "difference_moved_on"
        assert not Issue.objects.exists() and not AgendaItem.objects.exists()
        assert {one.state for one in again(*apart)} == {"terbuka"} and Change.objects.count() == lines

    def test_whoever_has_the_rakor_open_is_told(self, apart, coming, wayan):
        version = coming.version
        carry_to_rakor(apart, coming, by=wayan)
        assert type(coming).objects.get(pk=coming.pk).version == version + 1


class TestSettling:
    def test_an_outcome_that_stands_says_what_it_settled(self, apart, held, vera):
        outcome = make.make_outcome(held, kind="penyelesaian")
        with watching(vera.pk, is_request=False):
            settlement = settle_at_rakor(
                [agreed_on(one) for one in apart],
                by=vera,
                reason="Dicocokkan.",
                minutes_number="BA-1",
                minutes_on=date(2024, 3, 1),
                outcome=outcome,
            )
        outcome.refresh_from_db()
        assert outcome.settlement == settlement and settlement.figures.count() == 2
        assert {one.state for one in again(*apart)} == {"selesai"}

    def test_a_new_outcome_is_numbered_and_points_to_its_issue(self, apart, held, coming, wayan, vera):
        make.make_outcome(held)
        issue = carry_to_rakor(apart, coming, by=wayan)
        settle_at_rakor(
            [agreed_on(one) for one in again(*apart)],
            by=vera,
            reason="Cocok.",
            rakor=held,
            text="Disepakati.",
        )
        outcome = held.outcomes.get(number=2)
        assert (outcome.kind, outcome.text, outcome.issue) == ("penyelesaian", "Disepakati.", issue)

    def test_an_issue_closes_with_its_last_figure(self, apart, coming, wayan, vera):
        issue = carry_to_rakor(apart, coming, by=wayan)
        for difference, state in zip(again(*apart), ("terbuka", "selesai"), strict=True):
            with watching(vera.pk, is_request=False):
                settle_at_rakor([agreed_on(difference)], by=vera, reason="Cocok.")
            issue.refresh_from_db()
            assert issue.state == state

    @pytest.mark.parametrize(("value", "visibility"), [(3, "terbatas"), (110, "publik")])
    def test_a_covered_count_is_not_told_to_the_public(self, kpm, kerinci, held, vera, value, visibility):
        kpm.suppress_small_cells = True
        kpm.save()
        difference = make.make_apart(kpm, kerinci, make.make_period(2024), 100, value)
        agreed = [agreed_on(difference, value)]
        settle_at_rakor(agreed, by=vera, reason="Cocok.", rakor=held, text="Disepakati.")
        assert held.outcomes.get().visibility == visibility

    def test_an_outcome_settles_once(self, apart, held, vera):
        outcome = make.make_outcome(held, kind="penyelesaian")
        first, second = apart
        settle_at_rakor([agreed_on(first)], by=vera, reason="Cocok.", outcome=outcome)
        for stale in (outcome, Outcome.objects.get(pk=outcome.pk)):
            with pytest.raises(ActionRefused) as refused:
                settle_at_rakor([agreed_on(second)], by=vera, reason="Cocok.", outcome=stale)
            assert refused.value.code == "outcome_moved_on"
        assert again(second)[0].state == "terbuka" and Settlement.objects.count() == 1

    def test_an_outcome_that_somebody_changed_meanwhile_is_looked_at_again(self, apart, held, vera):
        outcome = make.make_outcome(held, kind="penyelesaian")
        Outcome.objects.update(version=5)
        with pytest.raises(ActionRefused) as refused:
            settle_at_rakor([agreed_on(apart[0])], by=vera, reason="Cocok.", outcome=outcome)
        assert refused.value.code == "outcome_moved_on" and not SettledFigure.objects.exists()

    def test_a_closed_rakor_takes_no_new_outcome_and_nothing_is_half_settled(self, apart, jambi, vera):
        closed = {"state": "ditutup", "closed_by": vera, "closed_at": timezone.now()}
        rakor = make.make_rakor("Rakor tertutup", jambi, **closed)
        with pytest.raises(ActionRefused) as refused:
            settle_at_rakor([agreed_on(apart[0])], by=vera, reason="Cocok.", rakor=rakor, text="Disepakati.")
        assert refused.value.code == "rakor_closed"
        assert not Settlement.objects.exists() and again(apart[0])[0].state == "terbuka"

    def test_a_new_outcome_needs_its_text(self, apart, held, vera):
        with pytest.raises(ActionRefused) as refused:
            settle_at_rakor([agreed_on(apart[0])], by=vera, reason="Cocok.", rakor=held, text=" ")
        assert refused.value.code == "text_missing" and not Settlement.objects.exists()
