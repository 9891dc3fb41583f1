"""Counts of one to four people: what is covered with them, and the ranking that would tell them anyway."""

from datetime import date

import pytest

from evaluations import actions
from evaluations.models import Release
from evaluations.small_cells import bare_scores, covering
from programs.models import Indicator, Measurement
from programs.small_cells import is_small
from records.refusals import ActionRefused
from tests import factories as make


def line(indicator, value, weight=50, counting="counted", formula="ratio"):
    return {
        "indicator": indicator,
        "value": value,
        "weight": str(weight),
        "counting": counting,
        "formula": formula,
    }


@pytest.mark.parametrize(
    ("value", "small"),
    [(None, False), (0, False), (1, True), (4, True), (5, False), (-3, False)],
)
def test_one_to_four_are_small_and_zero_is_not(value, small):
    assert is_small(value) == small


def test_nothing_is_covered_where_no_indicator_asks_for_it():
    assert not covering([line("ODHA", "3"), line("B", "80")], set())
    assert not covering([line("ODHA", "0"), line("B", "3")], {"ODHA"})
    assert not covering([line("ODHA", None), line("ODHA", "kacau")], {"ODHA"})


def test_a_second_line_is_covered_along_the_heaviest_that_hides_best():
    lines = [
        line("ODHA", "3"),
        line("B", "80", 10),
        line("C", "70", 30),
        line("D", "1", 60, formula="present"),
    ]
    covered = covering(lines, {"ODHA"})
    assert (covered.cells, covered.along, covered.is_bare) == ({0}, {2}, False)
    assert 0 in covered and 2 in covered and 1 not in covered


def test_two_cells_do_not_hide_each_other():
    """Sixteen combinations are soon tried: a line of another kind is covered as well."""
    covered = covering([line("ODHA", "3"), line("ANAK", "2"), line("C", "70")], {"ODHA", "ANAK"})
    assert (covered.cells, covered.along) == ({0, 1}, {2})


@pytest.mark.parametrize(
    "others",
    [
        [],
        [line("B", None, counting="as_zero")],
        [line("B", None, counting="left_out")],
        [line("B", "1", formula="present"), line("", None, formula="timeliness")],
        [line("ANAK", "2")],
    ],
)
def test_the_score_is_bare_where_nothing_can_hide_the_cell(others):
    assert covering([line("ODHA", "3"), *others], {"ODHA", "ANAK"}).is_bare


def test_a_cell_that_does_not_count_in_the_score_needs_no_second_line():
    covered = covering([line("ODHA", "3", counting="excluded"), line("B", "80")], {"ODHA"})
    assert (covered.cells, covered.along, covered.is_bare) == ({0}, set(), False)


@pytest.fixture
def round_(jambi, kerinci, merangin):
    """Kerinci has three people, Merangin none; both are judged by that number alone."""
    program = make.make_program("ODHA")
    indicator = make.make_indicator(program, "ODHA", suppress_small_cells=True)
    instrument = make.make_instrument(program, 2024)
    make.make_line(instrument, indicator)
    period = make.make_period(2024)
    for unit, people in ((kerinci, 3), (merangin, 0)):
        make.make_figure(indicator, unit, period, people)
    return make.make_round(instrument, period, jambi, as_of=date(2100, 1, 1))


@pytest.fixture
def people(db):
    return [make.make_user() for _person in range(3)]


@pytest.mark.django_db
class TestRound:
    def test_it_is_computed_for_the_office_but_not_determined(self, round_, people):
        actions.compute(round_, by=people[0])
        with pytest.raises(ActionRefused) as refused:
            actions.determine(round_, by=people[1])
        assert refused.value.code == "bare_small_cell"
        assert "Kerinci" in refused.value.message and "Merangin" not in refused.value.message
        assert "ditahan" in refused.value.message

    def test_it_is_not_published_where_the_rule_was_made_after_it_was_determined(self, round_, people):
        Indicator.objects.update(suppress_small_cells=False)
        actions.compute(round_, by=people[0])
        actions.determine(round_, by=people[1])
        Indicator.objects.update(suppress_small_cells=True)
        with pytest.raises(ActionRefused) as refused:
            actions.publish(round_, by=people[2])
        assert refused.value.code == "bare_small_cell"
        assert not Release.objects.exists()

    def test_withholding_the_figure_is_the_way_out(self, round_, people):
        Measurement.objects.filter(value=3).update(value=None, state="withheld")
        actions.compute(round_, by=people[0])
        actions.determine(round_, by=people[1])
        assert actions.publish(round_, by=people[2]).scores.get(unit__code="15.01").score is None

    def test_with_another_line_it_is_published(self, round_, people):
        instrument = round_.instrument
        instrument.lines.update(weight=40)
        other = make.make_indicator(instrument.program, "LAIN")
        make.make_line(instrument, other, weight=60)
        for measurement in Measurement.objects.select_related("report", "unit", "period"):
            figure = make.make_measurement(measurement.report, other, 80)
            figure.chosen = make.make_observation(figure, 80)
            figure.save()
        actions.compute(round_, by=people[0])
        actions.determine(round_, by=people[1])
        release = actions.publish(round_, by=people[2])
        assert bare_scores(release.scores.all(), release.instrument) == []
