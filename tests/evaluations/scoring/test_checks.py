import re
from pathlib import Path

import pytest

from evaluations import scoring
from evaluations.scoring import (
    Band,
    InputRefused,
    Method,
    MethodRefused,
    Problem,
    Reading,
    ReadingsRefused,
    State,
    judge,
    method_problems,
    reading_problems,
)
from evaluations.scoring.errors import MESSAGES

from .builders import D, lacks, make_line, make_method, rules, target, unit, value


def codes(method):
    return [problem.code for problem in method_problems(method)]


def test_a_sound_method_has_no_problems():
    lines = (
        make_line("a", "30", tie_order=1),
        make_line("b", "30", "range", lower_is_better=True, target=target("7–8")),
        make_line("c", "15", "value", scale_min="1", scale_max="5", accumulation="last"),
        make_line("d", "25", "inverse_difference", lower_is_better=True, cap=None),
    )
    assert method_problems(make_method(*lines, bands=[Band("Dasar", D(0))])) == []


@pytest.mark.parametrize(
    ("weights", "total"),
    [(["60", "30"], "90"), (["60", "40.5"], "100.5"), (["33.33", "33.33", "33.33"], "99.99"), (["0"], "0")],
)
def test_weights_that_do_not_total_100_are_refused_with_their_sum(weights, total):
    method = make_method(*(make_line(str(place), weight) for place, weight in enumerate(weights)))
    assert method_problems(method) == [Problem("weights_not_100", {"total": D(total)})]
    assert method_problems(method)[0].message == f"Weights total {total}, not 100."


@pytest.mark.parametrize("weights", [["33.33", "33.33", "33.34"], ["30", "30", "15", "25"], ["0", "100"]])
def test_weights_that_total_100(weights):
    assert codes(make_method(*(make_line(str(place), weight) for place, weight in enumerate(weights)))) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"formula": "median"}, ["unknown_formula"]),
        ({"formula": "range"}, ["direction_missing"]),
        ({"formula": "ratio", "lower_is_better": True}, ["direction_contradicts"]),
        (
            {"formula": "value", "lower_is_better": True, "scale_min": "0", "scale_max": "1"},
            ["direction_contradicts"],
        ),
        ({"formula": "inverse_ratio", "lower_is_better": False}, ["direction_contradicts"]),
        ({"formula": "inverse_difference", "lower_is_better": False}, ["direction_contradicts"]),
        ({"formula": "value"}, ["scale_missing"]),
        ({"formula": "rubric", "scale_min": "0"}, ["scale_missing"]),
        ({"formula": "value", "scale_min": "5", "scale_max": "1"}, ["scale_empty"]),
        ({"formula": "value", "scale_min": "5", "scale_max": "5"}, ["scale_empty"]),
        ({"formula": "value", "scale_min": "0", "scale_max": "1"}, []),
        ({"formula": "value", "scale_min": "0." + "9" * 40, "scale_max": "1"}, ["scale_empty"]),
        ({"cap": "0"}, ["cap_not_positive"]),
        ({"target": target("-1")}, ["target_negative"]),
        ({"target": target("7–8")}, ["target_is_range"]),
        ({"formula": "present", "target": target("1")}, ["target_not_used"]),
        (
            {"formula": "value", "scale_min": "0", "scale_max": "100", "accumulation": "sum"},
            ["index_summed"],
        ),
    ],
)
def test_lines_that_cannot_be_used(fields, expected):
    assert codes(make_method(make_line(**fields))) == expected


def test_problems_of_the_method_as_a_whole():
    assert codes(Method((), rules())) == ["no_lines"]
    assert codes(make_method(make_line("a", "50"), make_line("a", "50"))) == ["line_twice"]
    assert codes(make_method(make_line("a", "150"), make_line("b", "-50"))) == ["weight_negative"]
    assert codes(make_method(make_line("a", "50", tie_order=1), make_line("b", "50", tie_order=1))) == [
        "tie_order_twice"
    ]
    assert codes(make_method(precision=7)) == ["precision_out_of_range"]
    assert codes(make_method(min_coverage=D("100.1"))) == ["coverage_out_of_range"]
    assert codes(make_method(min_coverage=D("-1"))) == ["coverage_out_of_range"]


def test_everything_wrong_is_said_at_once():
    method = make_method(make_line("a", "50", "median"), make_line("b", "40", "value"), precision=9)
    with pytest.raises(MethodRefused) as refused:
        judge(method, {})
    expected = ["weights_not_100", "unknown_formula", "scale_missing", "precision_out_of_range"]
    assert [problem.code for problem in refused.value.problems] == expected
    assert "90" in str(refused.value)


def test_readings_that_do_not_fit_are_named_by_unit_and_line():
    method = make_method(make_line("a", "60"), make_line("b", "40", "present"))
    readings = {
        "15.02": unit(a=value("5", "-1"), b=value("3", None)),
        "15.01": unit(z=value("1"), b=lacks("withheld")),
    }
    found = reading_problems(method, readings)
    assert [(problem.code, problem.values["unit"], problem.values["line"]) for problem in found] == [
        ("unknown_line", "15.01", "z"),
        ("target_negative", "15.02", "a"),
        ("not_yes_or_no", "15.02", "b"),
    ]
    with pytest.raises(ReadingsRefused) as refused:
        judge(method, readings)
    assert refused.value.problems == tuple(found)


def test_a_code_read_as_a_number_is_refused():
    with pytest.raises(InputRefused) as refused:
        judge(make_method(), {1501: unit(a=value("1"))})
    assert refused.value.code == "not_text"


def test_a_value_without_a_number_is_refused_before_anything_is_computed():
    with pytest.raises(ReadingsRefused) as refused:
        judge(make_method(), {"x": unit(a=Reading(State.VALUE))})
    assert refused.value.code == "value_missing"


def test_every_code_has_a_sentence_and_every_sentence_a_use():
    source = "".join(path.read_text() for path in Path(scoring.__file__).parent.glob("*.py"))
    used = set(re.findall(r'Problem\(\s*"(\w+)"', source))
    assert used == set(MESSAGES)
