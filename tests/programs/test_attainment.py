"""Figures held against their targets: one more thing about a report than its deadline and its review."""

import pytest

from programs.actions import set_target
from programs.attainment import Attainment, attainment_of, is_reached
from programs.models import Indicator, Target
from tests import factories as make


def target(low, high=None):
    return Target(low=low, high=high)


@pytest.mark.parametrize(
    ("polarity", "value", "aim", "reached"),
    [
        ("naik", 80, target(80), True),
        ("naik", 79, target(80), False),
        ("naik", 7, target(7, 8), True),
        ("naik", 9, target(7, 8), True),
        ("turun", 8, target(8), True),
        ("turun", 9, target(8), False),
        ("turun", 8, target(7, 8), True),
        ("turun", 6, target(7, 8), True),
        ("turun", 9, target(7, 8), False),
    ],
)
def test_a_target_is_reached_at_its_nearer_end(polarity, value, aim, reached):
    assert is_reached(Indicator(polarity=polarity), value, aim) is reached


@pytest.mark.django_db
def test_only_figures_with_a_target_are_held_against_one(kerinci, merangin, mcp, budi):
    report = make.make_report(kerinci, mcp.program, make.make_period(2018))
    other = make.make_indicator(mcp.program, "MCP-2")
    empty = make.make_indicator(mcp.program, "MCP-3")
    make.make_measurement(report, mcp, 55)
    make.make_measurement(report, other, 70)
    make.make_measurement(report, empty, state="withheld")
    for unit, low in ((kerinci, 50), (merangin, 99)):
        set_target(unit=unit, indicator=mcp, period=report.period, low=low, by=budi)
    silent = make.make_report(merangin, mcp.program, report.period)
    assert attainment_of([report, silent]) == {report.pk: Attainment(valued=2, aimed=1, reached=1)}


@pytest.mark.django_db
def test_a_target_taken_away_is_none(kerinci, mcp, budi):
    report = make.make_report(kerinci, mcp.program, make.make_period(2018))
    make.make_measurement(report, mcp, 55)
    key = {"unit": kerinci, "indicator": mcp, "period": report.period, "by": budi}
    set_target(**key, low=50)
    set_target(**key, low=None, reason="Dicabut.")
    assert attainment_of([report])[report.pk].aimed == 0
