import pytest

from evaluations.scoring import GainKind, NextPlace, RankRange, judge, round_up
from evaluations.scoring.context import exactly

from . import oracle
from .builders import D, index_method, index_readings, lacks, make_line, make_method, rules, unit, value


def scale(key, weight, **fields):
    """A line whose figure is its achievement."""
    return make_line(key, weight, "value", scale_min="0", scale_max="100", **fields)


def points(**figures):
    return unit(**{key: value(figure, None) for key, figure in figures.items()})


THREE = (scale("a", "50"), scale("b", "30"), scale("c", "20"))


def test_rank_range_over_all_trials():
    """p leads by line a alone: without a it is last, with a lighter it still leads."""
    readings = {
        "p": points(a="100", b="50", c="50"),  # 75; without a 50
        "q": points(a="70", b="70", c="70"),  # 70
        "r": points(a="40", b="60", c="65"),  # 51; without a 62
    }
    result = judge(make_method(*THREE), readings)
    assert {found.unit: (found.rank, found.rank_range) for found in result.units} == {
        "p": (1, RankRange(1, 3)),
        "q": (2, RankRange(1, 2)),
        "r": (3, RankRange(2, 3)),
    }


def test_weights_by_a_quarter_are_enough_to_change_places():
    """50/30/20: at a × 0,75 p falls behind q, though leaving out b or c would not do it."""
    readings = {"p": points(a="80", b="60", c="70"), "q": points(a="70", b="72", c="75")}
    result = judge(make_method(*THREE), readings)
    assert result.unit("p").rounded == D("72.00")
    assert result.unit("q").rounded == D("71.60")
    assert result.unit("p").rank_range == RankRange(1, 2)


def test_with_one_line_there_is_no_range():
    result = judge(index_method(), index_readings({"x": "1", "y": "2"}))
    assert [found.rank_range for found in result.units] == [None, None]


def test_one_regency_stays_first():
    assert judge(make_method(*THREE), {"x": points(a="1", b="1", c="1")}).units[0].rank_range == (
        RankRange(1, 1)
    )


def test_a_trial_in_which_a_unit_is_not_ranked_does_not_count_for_it():
    """q has line a alone: without it q cannot be ranked, and p is first. The unranked have no range."""
    method = make_method(*THREE, min_coverage=D(50))
    readings = {
        "p": points(a="60", b="60", c="60"),
        "q": unit(a=value("90", None), b=lacks("withheld"), c=lacks("withheld")),
        "r": unit(a=lacks("withheld"), b=lacks("withheld"), c=value("99", None)),
    }
    result = judge(method, readings)
    assert result.unit("q").rank_range == RankRange(1, 1)
    assert result.unit("p").rank_range == RankRange(1, 2)
    assert result.unit("r").rank_range is None


def test_coverage_applies_in_each_trial():
    """r enters the ranking where line b, which it lacks, is left out, and pushes the others down."""
    readings = {
        "p": points(a="60", b="60", c="60"),
        "r": unit(a=value("90", None), b=lacks("withheld"), c=value("90", None)),
    }
    result = judge(make_method(*THREE, min_coverage=D(80)), readings)
    assert (result.unit("r").rank, result.unit("p").rank) == (None, 1)
    assert result.unit("p").rank_range == RankRange(1, 2)


def test_a_line_left_out_takes_its_tie_break_along():
    lines = (scale("a", "50"), scale("b", "49.5"), scale("c", "0.5", tie_order=1))
    readings = {"p": points(a="50", b="50", c="50.2"), "q": points(a="50", b="50", c="50")}
    result = judge(make_method(*lines), readings)
    assert {found.unit: found.rank for found in result.units} == {"p": 1, "q": 2}
    assert result.unit("q").rank_range == RankRange(1, 2)
    assert result.unit("p").rank_range == RankRange(1, 1)


def test_a_line_of_no_weight_may_only_break_ties():
    lines = (scale("a", "100"), scale("b", "0", tie_order=1))
    readings = {"p": points(a="50", b="10"), "q": points(a="50", b="20")}
    result = judge(make_method(*lines), readings)
    assert [(found.unit, found.rank) for found in result.units] == [("q", 1), ("p", 2)]
    assert result.unit("p").rank_range == RankRange(1, 2)


def test_ranges_agree_with_the_oracle_on_a_hand_made_table():
    readings = {
        "p": points(a="81", b="40", c="66.6"),
        "q": points(a="70", b="70", c="41"),
        "r": unit(a=value("77.7", None), b=lacks("not_applicable"), c=value("50", None)),
        "s": unit(a=value("91", None), b=lacks("not_reported"), c=value("33", None)),
        "t": unit(a=lacks("not_reported"), b=value("100", None), c=value("100", None)),
    }
    method = make_method(*THREE, missing=rules(not_reported="zero"), min_coverage=D(50))
    found = {u.unit: (u.rank_range.best, u.rank_range.worst) for u in judge(method, readings).ranked}
    assert found == oracle.ranges(method, readings)


TWO = (scale("a", "60"), scale("b", "40"))


def test_smallest_gain_draws_level_after_rounding():
    """p 74,00 behind q 80,00: 79,995 rounds to 80,00, hence 9,9917 on line a, or 14,9875 on b."""
    readings = {"p": points(a="70", b="80"), "q": points(a="80", b="80")}
    found = judge(make_method(*TWO), readings).unit("p")
    assert found.next_place == NextPlace(1, D("80.00"))
    first, second = found.gains
    assert (first.line, first.kind, str(round_up(first.points, 4))) == ("a", GainKind.ENOUGH, "9.9917")
    assert (second.line, second.kind, second.points) == ("b", GainKind.ENOUGH, D("14.9875"))


def test_out_of_reach_full_and_not_counted():
    lines = (scale("a", "50"), scale("b", "20"), scale("c", "20"), scale("d", "10"))
    readings = {
        "p": unit(a=value("50", None), b=value("90", None), c=value("100", None), d=lacks("not_due")),
        "q": points(a="90", b="90", c="100", d="90"),
    }
    gains = {gain.line: gain.kind for gain in judge(make_method(*lines), readings).unit("p").gains}
    assert gains == {
        "a": GainKind.ENOUGH,
        "b": GainKind.OUT_OF_REACH,
        "c": GainKind.FULL,
        "d": GainKind.NOT_COUNTED,
    }


def test_a_gain_that_divides_badly_still_suffices():
    """3,4 points of score over a weight of 33,34 are 10,19814…: rounded up at the end, never down."""
    lines = (scale("a", "33.33"), scale("b", "33.33"), scale("c", "33.34"))
    readings = {"p": points(a="0", b="1.95", c="0"), "q": points(a="4.1", b="4.1", c="4.1")}
    method = make_method(*lines, precision=1)
    gain = judge(method, readings).unit("p").gains[2]
    assert (gain.kind, str(round_up(gain.points, 4))) == (GainKind.ENOUGH, "10.1982")
    raised = points(a="0", b="1.95", c=str(gain.points))
    assert judge(method, readings | {"p": raised}).unit("p").rank == 1


def test_exactly_the_cap_may_be_what_is_needed():
    """From two thirds to the full 100 on line a: 60 + 29,995 is 89,995 and rounds to the 90,00 above."""
    method = make_method(make_line("a", "60"), make_line("b", "40"))
    readings = {"p": unit(a=value("2", "3"), b=value("74.9875")), "q": unit(a=value("100"), b=value("75"))}
    result = judge(method, readings).unit("p")
    assert result.gains[0].kind is GainKind.ENOUGH
    assert exactly(D.__add__)(result.line("a").counted, result.gains[0].points) == 100


def test_without_a_cap_every_line_can_do_it():
    lines = (make_line("a", "99"), make_line("b", "1", cap=None))
    readings = {
        "p": unit(a=value("10"), b=value("0")),
        "q": unit(a=value("90"), b=value("0")),
    }
    gain = judge(make_method(*lines), readings).unit("p").gains[1]
    assert (gain.kind, gain.points) == (GainKind.ENOUGH, D("7919.5"))


def test_a_missing_line_that_counts_as_zero_gains_from_zero():
    method = make_method(*TWO, missing=rules(not_reported="zero"))
    readings = {"p": unit(a=value("80", None), b=lacks("not_reported")), "q": points(a="80", b="50")}
    assert judge(method, readings).unit("p").gains[1].points == D("49.9875")


def test_the_aim_is_the_next_better_rank_not_the_first():
    readings = {name: points(a=figure, b=figure) for name, figure in zip("pqrs", "5778", strict=True)}
    result = judge(make_method(*TWO), readings)
    assert result.unit("p").next_place == NextPlace(2, D("7.00"))
    assert result.unit("q").next_place == result.unit("r").next_place == NextPlace(1, D("8.00"))
    assert result.unit("s").next_place is None


@pytest.mark.parametrize(
    ("weights", "p", "expected"),
    [
        # Equal scores (68), the tie lost on line a: one hundredth more of score is less than the 10 on a.
        (("60", "40"), {"a": "60", "b": "80"}, {"a": "0.0084", "b": "0.0125"}),
        # Behind in score too: drawing level is not enough, because a would still lose the tie.
        (("60", "40"), {"a": "60", "b": "70"}, {"a": "6.6750", "b": "10.0125"}),
        # Line a weighs so little that lifting it to 70 is the shortest way.
        (("0.01", "99.99"), {"a": "60", "b": "65"}, {"a": "10.0000", "b": "0.0056"}),
    ],
)
def test_gains_reckon_with_tie_breaks(weights, p, expected):
    method = make_method(scale("a", weights[0], tie_order=1), scale("b", weights[1]))
    leader = points(a="70", b="65")
    gains = judge(method, {"p": points(**p), "q": leader}).unit("p").gains
    assert {gain.line: str(round_up(gain.points, 4)) for gain in gains} == expected
    for gain in gains:
        raised = points(**p | {gain.line: str(exactly(D.__add__)(D(p[gain.line]), gain.points))})
        assert judge(method, {"p": raised, "q": leader}).unit("p").rank == 1
