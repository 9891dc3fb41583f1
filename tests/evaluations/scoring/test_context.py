from decimal import ROUND_DOWN, Decimal, FloatOperation, getcontext, localcontext

import pytest

from evaluations.scoring import achievement_of, judge, round_half_up, round_up
from evaluations.scoring.context import CONTEXT, exactly

from .builders import D, make_line, make_method, unit, value


@pytest.mark.parametrize(
    ("exact", "places", "shown"),
    [
        ("0.005", 2, "0.01"),
        ("0.0049", 2, "0.00"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("90.004", 2, "90.00"),
        ("90.005", 2, "90.01"),
        ("-15.05", 1, "-15.1"),
        ("62.015", 2, "62.02"),
        ("100", 2, "100.00"),
    ],
)
def test_round_half_up_as_on_paper(exact, places, shown):
    assert str(round_half_up(D(exact), places)) == shown


def test_round_up_never_falls_short():
    assert str(round_up(D("21.7601"), 2)) == "21.77"
    assert str(round_up(D("21.76"), 2)) == "21.76"


def test_the_context_is_the_published_one():
    assert (CONTEXT.prec, CONTEXT.rounding) == (50, "ROUND_HALF_EVEN")


def test_the_callers_context_changes_nothing():
    line, reading = make_line(), value("1", "3")
    expected = achievement_of(line, reading)
    with localcontext() as context:
        context.prec, context.rounding = 5, ROUND_DOWN
        assert achievement_of(line, reading) == expected
        assert judge(make_method(), {"15.01": unit(a=reading)}).unit("15.01").score == D("33." + "3" * 38)
        assert getcontext().prec == 5


def test_a_float_that_slips_in_is_an_error():
    with pytest.raises(FloatOperation):
        exactly(lambda: Decimal(0.1))()


def test_residue_of_a_division_does_not_move_the_rounding():
    """A third of 60,015 is 20,005 and rounds to 20,01, although 50 digits hold it a hair lower."""
    method = make_method(make_line("a", "60.015"), make_line("b", "39.985"))
    judged = judge(method, {"x": unit(a=value("1", "3"), b=value("0", "3"))}).unit("x")
    assert judged.score == D("20.005")
    assert judged.rounded == D("20.01")
