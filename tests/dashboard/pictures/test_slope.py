from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pictures.slope import GAP, MOST_PLACES, Pair, farthest, slope
from tests.dashboard.rankings import ELEVEN

SHORT = {
    "Tanjung Jabung Barat": "Tanjab Barat",
    "Tanjung Jabung Timur": "Tanjab Timur",
    "Kota Sungai Penuh": "Sungai Penuh",
}
MCP = [Pair(SHORT.get(name, name), D(before), D(after)) for name, _x, _y, before, after in ELEVEN.values()]


def heights(labels):
    return [float(label.text_y) for label in labels]


def test_every_regency_is_named_on_both_sides():
    drawn = slope(MCP)
    for side in (drawn.left, drawn.right):
        said = " ".join(label.text for label in side) + " ".join(drawn.footnotes)
        assert all(pair.name in said for pair in MCP)


def test_equal_values_share_a_label_and_a_long_one_is_spelled_out_below():
    drawn = slope(MCP)
    left = {label.value: label.text for label in drawn.left}
    assert left["46"] == "3 daerah¹"
    assert drawn.footnotes == ("¹ Sarolangun, Tanjab Timur, Tebo: 46",)
    assert left["51"] == "Merangin, Bungo"


def test_who_moved_farthest_is_drawn_last_and_named_boldly():
    assert farthest(MCP, 1).name == "Batanghari"
    assert farthest(MCP, -1).name == "Kota Jambi"
    drawn = slope(MCP)
    assert [label.text for label in drawn.right if label.is_hero] == ["Batanghari", "Kota Jambi"]
    assert [line.is_hero for line in drawn.lines[-2:]] == [True, True]


def test_two_that_moved_equally_far_have_no_hero():
    pairs = [Pair("A", D(1), D(9)), Pair("B", D(2), D(10)), Pair("C", D(3), D(3))]
    assert farthest(pairs, 1) is None
    assert farthest(pairs, -1) is None


def test_a_rise_is_solid_a_fall_dashed():
    tones = {line.tone for line in slope(MCP).lines}
    assert tones == {"up", "down", "flat"}
    assert slope(MCP).has_fall
    assert not slope([Pair("A", D(1), D(2)), Pair("B", D(1), D(1))]).has_fall


def test_higher_values_stand_higher():
    drawn = slope(MCP)
    assert heights(drawn.right) == sorted(heights(drawn.right))
    assert drawn.right[0].value == "67"


@pytest.mark.parametrize("number", [0, 1, MOST_PLACES + 1])
def test_too_few_or_too_many_are_not_drawn(number):
    assert slope([Pair(f"D{index}", D(index), D(index)) for index in range(number)]) is None


figures = st.decimals(0, 100, places=2)


@given(st.lists(st.tuples(figures, figures), min_size=2, max_size=MOST_PLACES))
def test_labels_never_overlap_and_none_is_lost(values):
    pairs = [Pair(f"Daerah {index}", before, after) for index, (before, after) in enumerate(values)]
    drawn = slope(pairs)
    for side, labels in (("before", drawn.left), ("after", drawn.right)):
        assert len(labels) == len({getattr(pair, side) for pair in pairs})
        found = heights(labels)
        assert all(below - above >= GAP - 0.05 for above, below in zip(found, found[1:], strict=False))
        assert found[-1] <= float(drawn.height) + 5
    assert len(drawn.lines) == len(pairs)
