from itertools import permutations

import pytest

from evaluations.scoring import Basis, InputRefused, OpenDifference, SourceValue, State, choose

from .builders import D

PREFERRED, NOT_ASSESSABLE = OpenDifference.PREFERRED, OpenDifference.NOT_ASSESSABLE


def said(**values):
    """`said(BPS_="100", own_Dinas="98")`: the producing agency ends in an underscore, the unit is `own`."""
    return [
        SourceValue(name.strip("_").removeprefix("own_"), D(number), name.endswith("_"), name[:4] == "own_")
        for name, number in values.items()
    ]


@pytest.mark.parametrize(
    ("observations", "tolerance", "rule", "basis", "number", "source"),
    [
        (said(BPS_="100", Dinas="98"), "2", PREFERRED, Basis.WITHIN_TOLERANCE, "100", "BPS"),
        (said(BPS_="100", Dinas="102"), "2", NOT_ASSESSABLE, Basis.WITHIN_TOLERANCE, "100", "BPS"),
        (said(BPS_="100", Dinas="97.99"), "2", PREFERRED, Basis.PREFERRED, "100", "BPS"),
        (said(BPS_="100", Dinas="97.99"), "2", NOT_ASSESSABLE, Basis.OPEN_DIFFERENCE, None, ""),
        (said(BPS_="100", A="99", B="90"), "2", NOT_ASSESSABLE, Basis.OPEN_DIFFERENCE, None, ""),
        (said(BPS_="0", Dinas="0.01"), "5", NOT_ASSESSABLE, Basis.OPEN_DIFFERENCE, None, ""),
        (said(BPS_="-10", Dinas="-10.5"), "5", NOT_ASSESSABLE, Basis.WITHIN_TOLERANCE, "-10", "BPS"),
        (said(BPS_="100", Dinas="100"), "0", NOT_ASSESSABLE, Basis.SAME_VALUE, "100", "BPS"),
        (said(A="100", B="100.0"), "0", NOT_ASSESSABLE, Basis.SAME_VALUE, "100", "A"),
        (said(A="100", B="101"), "5", PREFERRED, Basis.OPEN_DIFFERENCE, None, ""),
        (said(A="99", own_B="100"), "1", PREFERRED, Basis.WITHIN_TOLERANCE, "100", "B"),
        (said(A="99", own_B="100"), "1", NOT_ASSESSABLE, Basis.WITHIN_TOLERANCE, "100", "B"),
        (said(A="101.01", own_B="100"), "1", PREFERRED, Basis.OPEN_DIFFERENCE, None, ""),
        (said(A="100", own_B="100"), "0", PREFERRED, Basis.SAME_VALUE, "100", "B"),
        (said(BPS_="100", own_B="101"), "1", PREFERRED, Basis.WITHIN_TOLERANCE, "100", "BPS"),
        (said(own_BPS_="100", B="103"), "1", PREFERRED, Basis.PREFERRED, "100", "BPS"),
        (said(Dinas="98"), "0", NOT_ASSESSABLE, Basis.ONLY_SOURCE, "98", "Dinas"),
        (said(BPS_="98"), "0", NOT_ASSESSABLE, Basis.ONLY_SOURCE, "98", "BPS"),
        ([], "0", PREFERRED, Basis.NOTHING_REPORTED, None, ""),
    ],
)
def test_which_value_counts(observations, tolerance, rule, basis, number, source):
    for order in permutations(observations):
        chosen = choose(order, D(tolerance), rule)
        assert (chosen.basis, chosen.source) == (basis, source)
        assert chosen.value == (number and D(number))


def test_states_and_marks_of_an_open_difference():
    observations = said(BPS_="100", Dinas="90")
    preferred = choose(observations, D(2), PREFERRED)
    assert (preferred.state, preferred.is_out_of_sync) == (State.VALUE, True)
    open_one = choose(observations, D(2), NOT_ASSESSABLE)
    assert (open_one.state, open_one.is_out_of_sync) == (State.NOT_ASSESSABLE, True)
    assert choose([], D(2), PREFERRED).state is State.NOT_REPORTED


def test_a_settled_value_ends_the_difference():
    chosen = choose(said(BPS_="100", Dinas="90"), D(2), NOT_ASSESSABLE, settled=D(94))
    assert (chosen.state, chosen.value, chosen.basis) == (State.VALUE, D(94), Basis.SETTLED)
    assert not chosen.is_out_of_sync


@pytest.mark.parametrize(
    ("observations", "tolerance", "code"),
    [
        (said(A="1") + said(A="2"), "0", "source_twice"),
        (said(A_="1", B_="2"), "0", "two_producers"),
        (said(own_A="1", own_B="2"), "0", "two_own"),
        (said(A="1"), "-1", "tolerance_negative"),
        (said(A="1"), "NaN", "not_finite"),
    ],
)
def test_what_is_refused(observations, tolerance, code):
    with pytest.raises(InputRefused) as refused:
        choose(observations, D(tolerance), PREFERRED)
    assert refused.value.code == code
    assert str(refused.value)
