import pytest

from evaluations.scoring import (
    Counting,
    NoTarget,
    ReadingsRefused,
    State,
    achievement_of,
    judge,
    round_half_up,
)

from .builders import D, lacks, make_line, make_method, unit, value
from .builders import Reading as R

WORKED = [
    # T, R, formula, lower is better, raw, uncapped, capped at 100
    ("80", "92", "ratio", None, "115.00", "115.00", "100.00"),
    ("60", "129.03", "inverse_difference", None, "-15.05", "0.00", "0.00"),
    ("60", "129.03", "inverse_ratio", None, "46.50", "46.50", "46.50"),
    ("0", "0", "ratio", None, "100.00", "100.00", "100.00"),
    ("0", "0", "inverse_difference", None, "100.00", "100.00", "100.00"),
    ("0", "0", "inverse_ratio", None, "100.00", "100.00", "100.00"),
    ("0", "3", "inverse_difference", None, "0.00", "0.00", "0.00"),
    ("7–8", "6.5", "range", True, "107.14", "107.14", "100.00"),
    ("7–8", "9", "range", True, "87.50", "87.50", "87.50"),
    ("7–8", "7.4", "range", True, "100.00", "100.00", "100.00"),
    ("7–8", "7.4", "range", False, "100.00", "100.00", "100.00"),
    # beside the worked table: bounds, other directions, other zeros
    ("7–8", "7", "range", True, "100.00", "100.00", "100.00"),
    ("7–8", "8", "range", False, "100.00", "100.00", "100.00"),
    ("7–8", "6.5", "range", False, "92.86", "92.86", "92.86"),
    ("7–8", "9", "range", False, "112.50", "112.50", "100.00"),
    ("8", "9", "range", True, "87.50", "87.50", "87.50"),
    ("0–0", "3", "range", True, "0.00", "0.00", "0.00"),
    ("0–0", "3", "range", False, "100.00", "100.00", "100.00"),
    ("0", "3", "ratio", None, "100.00", "100.00", "100.00"),
    ("0", "3", "inverse_ratio", None, "0.00", "0.00", "0.00"),
    ("0", "-2", "ratio", None, "0.00", "0.00", "0.00"),
    ("0", "-2", "inverse_difference", None, "100.00", "100.00", "100.00"),
    ("80", "0", "ratio", None, "0.00", "0.00", "0.00"),
    ("80", "-4", "ratio", None, "-5.00", "0.00", "0.00"),
    ("80", "-0", "ratio", None, "0.00", "0.00", "0.00"),
    ("60", "0", "inverse_difference", None, "200.00", "200.00", "100.00"),
    ("60", "0", "inverse_ratio", None, "100.00", "100.00", "100.00"),
    ("60", "120", "inverse_difference", None, "0.00", "0.00", "0.00"),
]


@pytest.mark.parametrize(("t", "r", "formula", "lower", "raw", "uncapped", "capped"), WORKED)
def test_worked_numbers(t, r, formula, lower, raw, uncapped, capped):
    reached = achievement_of(make_line(formula=formula, lower_is_better=lower), value(r, t))
    shown = [str(round_half_up(part, 2)) for part in (reached.raw, reached.uncapped, reached.capped)]
    assert shown == [raw, uncapped, capped]


@pytest.mark.parametrize(
    ("cap", "r", "capped"),
    [("100", "130", "100"), ("110", "130", "110"), ("120", "130", "120"), ("150", "130", "130")]
    + [(None, "130", "130"), (None, "99999999", "99999999")],
)
def test_cap_is_the_lines_own(cap, r, capped):
    reached = achievement_of(make_line(cap=cap), value(r, "100"))
    assert (reached.uncapped, reached.capped) == (D(r), D(capped))


@pytest.mark.parametrize(("cap", "raw"), [("100", "100"), ("120", "120"), (None, "200")])
def test_inverse_ratio_of_nothing_is_the_cap_or_200(cap, raw):
    assert achievement_of(make_line(formula="inverse_ratio", cap=cap), value("0", "60")).raw == D(raw)


@pytest.mark.parametrize(
    ("low", "high", "r", "raw"),
    [("1", "5", "3.43", "60.75"), ("0", "100", "67", "67"), ("0", "100", "92.03", "92.03")]
    + [("1", "5", "1", "0"), ("1", "5", "0", "-25"), ("0", "100", "104", "104")],
)
def test_value_on_its_own_scale(low, high, r, raw):
    line = make_line(formula="value", scale_min=low, scale_max=high)
    reached = achievement_of(line, value(r, None))
    assert reached.raw == D(raw)
    assert reached.capped == min(max(D(raw), D(0)), D(100))


@pytest.mark.parametrize(("r", "raw"), [("1", "100"), ("0", "0")])
def test_present_is_all_or_nothing(r, raw):
    assert achievement_of(make_line(formula="present"), value(r, None)).raw == D(raw)


@pytest.mark.parametrize("formula", ["timeliness", "completeness"])
@pytest.mark.parametrize(
    ("on_time", "due", "shown"), [(2, 3, "66.67"), (5, 6, "83.33"), (0, 3, "0.00"), (3, 3, "100.00")]
)
def test_reports_in_time_or_complete_of_those_due(formula, on_time, due, shown):
    reached = achievement_of(make_line(formula=formula), R(State.VALUE, on_time=on_time, due=due))
    assert str(round_half_up(reached.capped, 2)) == shown


@pytest.mark.parametrize(
    ("low", "high", "marks", "shown"),
    [
        ("0", "100", ["80"], "80.00"),
        ("0", "100", ["80", "70", "70"], "73.33"),
        ("1", "5", ["4", "5"], "87.50"),
        ("0", "100", ["0", "0"], "0.00"),
    ],
)
def test_rubric_is_the_mean_of_the_assessors(low, high, marks, shown):
    line = make_line(formula="rubric", scale_min=low, scale_max=high)
    reached = achievement_of(line, R(State.VALUE, marks=[D(mark) for mark in marks]))
    assert str(round_half_up(reached.capped, 2)) == shown


def test_the_instruments_target_holds_for_every_unit():
    line = make_line(target=value("0", "50").target)
    assert achievement_of(line, value("40", "100")).raw == D(80)


def test_equal_quotients_give_equal_digits():
    line = make_line()
    assert achievement_of(line, value("1", "3")) == achievement_of(line, value("14.2", "42.6"))


def test_without_a_target_there_is_nothing_to_hold_a_figure_against():
    with pytest.raises(NoTarget):
        achievement_of(make_line(), value("5", None))


def test_without_a_target_a_line_is_not_assessable():
    judged = judge(make_method(), {"x": unit(a=value("5", None))}).unit("x").line("a")
    assert (judged.state, judged.lacks_target) == (State.NOT_ASSESSABLE, True)
    assert judged.reading.state is State.VALUE
    assert judged.achievement is None


@pytest.mark.parametrize(
    ("formula", "reading", "code"),
    [
        ("ratio", value("5", "-1"), "target_negative"),
        ("inverse_difference", value("5", "-1"), "target_negative"),
        ("inverse_ratio", value("5", "-1"), "target_negative"),
        ("range", value("5", "-1–8"), "target_negative"),
        ("ratio", value("5", "7–8"), "target_is_range"),
        ("inverse_ratio", value("-5", "8"), "value_negative"),
        ("present", value("2", None), "not_yes_or_no"),
        ("present", value("0.5", None), "not_yes_or_no"),
        ("timeliness", R(State.VALUE, on_time=4, due=3), "more_than_due"),
        ("timeliness", R(State.VALUE, on_time=0, due=0), "value_missing"),
        ("timeliness", value("5"), "value_missing"),
        ("completeness", R(State.VALUE, on_time=4, due=3), "more_than_due"),
        ("completeness", value("5"), "value_missing"),
        ("rubric", value("5"), "value_missing"),
        ("ratio", R(State.VALUE), "value_missing"),
    ],
)
def test_figures_a_formula_refuses(formula, reading, code):
    line = make_line(formula=formula, lower_is_better=True, scale_min="0", scale_max="100")
    with pytest.raises(ReadingsRefused) as refused:
        achievement_of(line, reading)
    assert refused.value.code == code
    assert refused.value.values["line"] == "a"
    assert str(refused.value)


FIVE = ["not_due", "not_reported", "not_applicable", "not_assessable", "withheld"]


@pytest.mark.parametrize("state", FIVE)
def test_five_states_stay_themselves(state):
    judged = judge(make_method(), {"x": unit(a=lacks(state))}).unit("x").line("a")
    assert judged.state == state
    assert (judged.achievement, judged.points) == (None, None)


def test_a_reported_zero_is_a_value():
    judged = judge(make_method(), {"x": unit(a=value("0", "80"))}).unit("x")
    assert judged.line("a").counting is Counting.COUNTED
    assert (judged.score, judged.rank, judged.coverage) == (D(0), 1, D(100))
