"""What must hold of any instrument and any figures, tried on random ones."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluations.scoring import (
    GainKind,
    Line,
    Method,
    MissingRules,
    Reading,
    State,
    Target,
    UnitReadings,
    competition_ranks,
    judge,
    recompute,
    release_text,
    reproduces,
)
from evaluations.scoring.context import exactly

from . import oracle
from .builders import D

pytestmark = pytest.mark.slow

USUAL = settings.default.max_examples  # fewer in `make test-fast`

WEIGHTS = [("100",), ("60", "40"), ("50", "30", "20"), ("33.33", "33.33", "33.34"), ("60.015", "39.985")]
WEIGHTS += [("30", "30", "15", "25"), ("0", "62.5", "37.5"), ("12.5",) * 8]
CAPS = [D(100), D(110), D(120), D(150), None]
LACKING = [state for state in State if state is not State.VALUE]

# Few different figures, so that ties and equal quotients are common.
figures = st.one_of(st.integers(0, 12).map(D), st.decimals(0, 400, places=2), st.decimals(0, 2, places=6))
rule = st.sampled_from(["zero", "exclude"])


@st.composite
def lines(draw):
    weights = draw(st.sampled_from(WEIGHTS))
    ties = draw(st.permutations(range(1, len(weights) + 1)))
    breaks_ties = draw(st.booleans())
    return tuple(
        draw(_line(f"l{place}", weight, ties[place] if breaks_ties else None))
        for place, weight in enumerate(weights)
    )


@st.composite
def _line(draw, key, weight, tie_order):
    formula = draw(st.sampled_from(["ratio", "inverse_difference", "inverse_ratio", "range", "value"]))
    return Line(
        key,
        D(weight),
        formula,
        cap=draw(st.sampled_from(CAPS)),
        lower_is_better=draw(st.booleans()) if formula == "range" else None,
        scale_min=D(1) if formula == "value" else None,
        scale_max=D(7) if formula == "value" else None,
        tie_order=tie_order,
    )


@st.composite
def methods(draw):
    return Method(
        draw(lines()),
        MissingRules(draw(rule), draw(rule), draw(rule)),
        precision=draw(st.integers(0, 4)),
        min_coverage=draw(st.sampled_from([D(0), D(50), D(60), D(100)])),
    )


@st.composite
def readings_of(draw, line):
    if draw(st.integers(0, 5)) == 0:
        return Reading(draw(st.sampled_from(LACKING)))
    low = draw(figures)
    high = low + draw(figures) if line.formula == "range" else None
    target = None if line.formula == "value" else Target(low, high)
    return Reading(State.VALUE, draw(figures), target)


@st.composite
def rounds(draw):
    method = draw(methods())
    units = draw(st.lists(st.integers(0, 99).map("15.{:02}".format), min_size=1, max_size=9, unique=True))
    readings = {
        name: UnitReadings({line.key: draw(readings_of(line)) for line in method.lines}) for name in units
    }
    return method, readings


@given(rounds())
@settings(max_examples=3 * USUAL)
def test_scores_and_ranks_equal_those_of_the_oracle(round_):
    method, readings = round_
    weights = {line.key: Fraction(line.weight) for line in method.lines}
    result = judge(method, readings)
    assert {found.unit: found.rank for found in result.ranked} == oracle.ranks(method, readings)
    for found in result.units:
        expected = oracle.score(method, readings[found.unit], weights)
        assert found.unranked is None if expected is not None else found.unranked is not None
        if expected is not None:
            assert Fraction(found.rounded) * 10**method.precision == expected


@given(rounds())
@settings(max_examples=2 * USUAL)
def test_rank_ranges_equal_those_of_the_oracle(round_):
    method, readings = round_
    found = {
        unit.unit: unit.rank_range and (unit.rank_range.best, unit.rank_range.worst)
        for unit in judge(method, readings).ranked
    }
    expected = oracle.ranges(method, readings)
    assert found == (expected if len(method.lines) > 1 else dict.fromkeys(expected))


@given(rounds())
@settings(max_examples=3 * USUAL // 2)
def test_scores_stay_within_bounds(round_):
    method, readings = round_
    caps = [line.cap for line in method.lines]
    for unit in judge(method, readings).units:
        if unit.score is not None:
            assert unit.score >= 0
            assert None in caps or unit.score <= max(caps)
        assert unit.coverage is None or 0 <= unit.coverage <= 100
        for line in unit.lines:
            if line.achievement:
                assert line.achievement.uncapped >= max(line.achievement.capped, 0)
            assert line.points_open is None or 0 <= line.points_open <= line.weight


@given(rounds(), st.randoms(use_true_random=False))
@settings(max_examples=3 * USUAL // 2)
def test_order_of_lines_units_and_rows_never_matters(round_, shuffler):
    method, readings = round_

    def shuffled(items):
        items = list(items)
        shuffler.shuffle(items)
        return items

    other = {
        name: UnitReadings(dict(shuffled(held.readings.items()))) for name, held in shuffled(readings.items())
    }
    assert judge(replace(method, lines=shuffled(method.lines)), other) == judge(method, readings)


@given(rounds())
@settings(max_examples=3 * USUAL // 2)
def test_recomputing_a_release_gives_the_same(round_):
    method, readings = round_
    result = judge(method, readings)
    text = release_text({"number": 1}, method, readings, result)
    assert recompute(text) == result
    assert reproduces(text)


@given(rounds(), st.decimals("0.01", 50, places=2), st.data())
@settings(max_examples=2 * USUAL)
def test_a_better_figure_never_lowers_score_or_rank(round_, more, data):
    """Higher is better: raising R on a `ratio` or `value` line lifts the score or leaves it."""
    method, readings = round_
    lines = [
        line if line.formula == "value" else replace(line, formula="ratio", lower_is_better=None)
        for line in method.lines
    ]
    method = replace(method, lines=lines)
    readings = {name: _with_one_number(held) for name, held in readings.items()}
    name = data.draw(st.sampled_from(sorted(readings)))
    key = data.draw(st.sampled_from([line.key for line in method.lines]))
    before = readings[name].readings[key]
    if before.state is not State.VALUE:
        return
    raised = UnitReadings(readings[name].readings | {key: replace(before, value=before.value + more)})
    first = judge(method, readings).unit(name)
    second = judge(method, readings | {name: raised}).unit(name)
    if first.score is not None:
        assert second.score >= first.score
    if first.rank is not None:
        assert second.rank <= first.rank


def _with_one_number(held):
    """The same figures with single targets in place of ranges."""
    return UnitReadings(
        {
            key: replace(reading, target=reading.target and Target(reading.target.low))
            for key, reading in held.readings.items()
        }
    )


@given(rounds())
@settings(max_examples=2 * USUAL)
def test_a_smallest_gain_brings_the_next_rank_and_nothing_less_does(round_):
    method, readings = round_
    method = replace(method, lines=[_as_index(line) for line in method.lines])
    readings = {name: _as_figures(held) for name, held in readings.items()}
    for unit in judge(method, readings).ranked:
        for gain in unit.gains:
            held = readings[unit.unit].readings[gain.line]
            if gain.kind is not GainKind.ENOUGH or gain.points == 0 or held.state is not State.VALUE:
                continue
            reached = unit.line(gain.line).counted
            for points, is_enough in [(gain.points, True), (_a_little_less(gain.points, method), False)]:
                figure = exactly(D.__add__)(reached, points)
                raised = readings[unit.unit].readings | {gain.line: Reading(State.VALUE, figure)}
                rank = judge(method, readings | {unit.unit: UnitReadings(raised)}).unit(unit.unit).rank
                assert (rank <= unit.next_place.rank) is is_enough


def _a_little_less(points, method):
    """Where tie-breaks must be passed, not only met, the gain is given in steps of the precision."""
    if method.has_tie_breaks:
        return max(D(0), exactly(D.__sub__)(points, D((0, (1,), -method.precision))))
    return points * D("0.999999")


extremes = st.sampled_from([D(text) for text in ("0", "1E-18", "9.99E+18", "1E+18", "0." + "3" * 50, "7")])


@given(st.lists(extremes, min_size=12, max_size=12), st.integers(0, 6), st.sampled_from(CAPS))
@settings(max_examples=3 * USUAL // 2)
def test_figures_at_the_edge_of_what_is_allowed(numbers, precision, cap):
    """R far over T, T nearly nothing, no cap: still a finite score, equal to the oracle's."""
    formulas = ["ratio", "inverse_ratio", "inverse_difference"]
    lines = [
        Line(name, D(weight), name, cap) for name, weight in zip(formulas, ["50", "30", "20"], strict=True)
    ]
    method = Method(lines, MissingRules("zero", "zero", "zero"), precision=precision)
    drawn = iter(numbers)
    readings = {
        unit: UnitReadings({key: Reading(State.VALUE, next(drawn), Target(next(drawn))) for key in formulas})
        for unit in ("p", "q")
    }
    result = judge(method, readings)
    assert all(found.rounded.is_finite() and found.rounded >= 0 for found in result.units)
    assert {found.unit: found.rank for found in result.ranked} == oracle.ranks(method, readings)
    assert reproduces(release_text({}, method, readings, result))


def _as_index(line):
    cap = D(100) if line.cap is None else line.cap
    return replace(line, formula="value", scale_min=D(0), scale_max=D(100), lower_is_better=None, cap=cap)


def _as_figures(held):
    return UnitReadings({key: replace(reading, target=None) for key, reading in held.readings.items()})


@given(st.lists(st.integers(0, 6)))
def test_competition_ranks_count_who_is_better(keys):
    assert competition_ranks(keys) == [1 + sum(other > key for other in keys) for key in keys]
