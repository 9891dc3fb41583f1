from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pictures.geometry import bounds, median, percent, placed, plain, pushed_apart


@pytest.mark.parametrize(
    ("value", "text"), [(36.2, "36.2%"), (100, "100%"), (0, "0%"), (33.333333, "33.33%"), (-0.001, "0%")]
)
def test_a_percentage_has_a_point_and_no_idle_zeros(value, text):
    assert percent(value) == text


def test_a_decimal_is_a_coordinate_too():
    assert plain(D("12.50")) == "12.5"


def test_a_value_lies_where_its_share_of_the_scale_is():
    assert placed(D(67), 40, 70, 3, 97) == pytest.approx(87.6)
    assert placed(D(5), 5, 5, 0, 100) == 50


def test_bounds_hold_every_value():
    assert bounds([D(43), D(67)]) == (40, 70)
    assert bounds([D("73.88"), D("92.5")]) == (70, 95)
    assert bounds([D(55), D(55)]) == (50, 60)


def test_the_median_is_the_middle_or_between_the_two():
    assert median([D(3), D(1), D(2)]) == 2
    assert median([D(1), D(2)]) == D("1.5")


def test_labels_with_room_stay_where_they_are():
    assert pushed_apart([10, 50, 90], 16, 0, 100) == [10, 50, 90]


def test_two_that_touch_share_the_way():
    assert pushed_apart([50, 52], 16, 0, 100) == [43, 59]


def test_none_leaves_the_picture():
    assert pushed_apart([0, 1], 16, 0, 100) == [0, 16]
    assert pushed_apart([99, 100], 16, 0, 100) == [84, 100]


def test_no_label_is_dropped_where_there_is_too_little_room():
    assert pushed_apart([5, 5, 5], 16, 0, 20) == [0, 16, 32]


@given(st.lists(st.floats(0, 400), max_size=40), st.floats(1, 30))
def test_labels_never_overlap_drop_or_change_places(wanted, gap):
    wanted.sort()
    high = 400 + gap * len(wanted)
    found = pushed_apart(wanted, gap, 0, high)
    assert len(found) == len(wanted)
    assert all(after - before >= gap - 1e-6 for before, after in zip(found, found[1:], strict=False))
    assert all(-1e-6 <= place <= high + 1e-6 for place in found)
