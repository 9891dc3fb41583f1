from datetime import datetime
from fractions import Fraction

import pytest

from evaluations.scoring import Band, InputRefused, Line, Reading, State, Target, UnitReadings

from .builders import D, make_line, make_method, rules, value


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (D("NaN"), "not_finite"),
        (D("sNaN"), "not_finite"),
        (D("Infinity"), "not_finite"),
        (D("-Infinity"), "not_finite"),
        (0.5, "not_a_decimal"),
        (5, "not_a_decimal"),
        ("5", "not_a_decimal"),
        (True, "not_a_decimal"),
        (Fraction(1, 3), "not_a_decimal"),
        (D("1E+19"), "number_out_of_range"),
        (D("1E+999999"), "number_out_of_range"),
        (D("1E-19"), "number_out_of_range"),
        (D("0E-999999"), "number_out_of_range"),
        (D("1." + "3" * 50), "number_out_of_range"),
    ],
)
@pytest.mark.parametrize(
    "make",
    [
        lambda bad: Reading(State.VALUE, bad),
        lambda bad: Reading(State.VALUE, marks=(bad,)),
        lambda bad: Target(bad),
        lambda bad: Target(D(0), bad),
        lambda bad: Line("a", bad, "ratio"),
        lambda bad: Line("a", D(100), "ratio", cap=bad),
        lambda bad: Line("a", D(100), "value", scale_min=bad),
        lambda bad: Band("A", bad),
        lambda bad: make_method(make_line(), min_coverage=bad),
    ],
)
def test_no_number_but_a_finite_decimal_enters(bad, code, make):
    with pytest.raises(InputRefused) as refused:
        make(bad)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Target(D(8), D(7)), "target_reversed"),
        (lambda: Reading("belum"), "not_a_choice"),
        (lambda: Reading(State.NOT_REPORTED, D(0)), "state_with_number"),
        (lambda: Reading(State.NOT_DUE, on_time=0, due=0), "state_with_number"),
        (lambda: Reading(State.WITHHELD, marks=(D(1),)), "state_with_number"),
        (lambda: Reading(State.VALUE, on_time=-1, due=2), "not_a_whole_number"),
        (lambda: Reading(State.VALUE, on_time=1, due=True), "not_a_whole_number"),
        (lambda: Line(1501, D(100), "ratio"), "not_text"),
        (lambda: Line("a", D(100), None), "not_text"),
        (lambda: make_line(accumulation="total"), "not_a_choice"),
        (lambda: make_line(tie_order="1"), "not_a_whole_number"),
        (lambda: rules(not_reported="skip"), "not_a_choice"),
        (lambda: make_method(open_difference="highest"), "not_a_choice"),
        (lambda: make_method(precision=2.0), "not_a_whole_number"),
        (lambda: UnitReadings({}, datetime(2023, 1, 31)), "time_without_zone"),  # noqa: DTZ001
    ],
)
def test_what_else_is_refused_at_the_door(make, code):
    with pytest.raises(InputRefused) as refused:
        make()
    assert refused.value.code == code
    assert str(refused.value)


def test_a_state_may_keep_its_target():
    assert Reading(State.NOT_REPORTED, target=Target(D(80))).target.low == 80


def test_inputs_cannot_be_changed():
    with pytest.raises(AttributeError):
        value("1").value = D(2)
    held = {"a": value("1")}
    unit = UnitReadings(held)
    held["a"] = value("2")
    assert unit.readings["a"].value == 1
