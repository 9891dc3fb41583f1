"""Figures that ask for a note: at the edges, and in a fixed number of queries."""

from decimal import Decimal

import pytest

from programs.actions import set_target
from programs.models import Indicator
from programs.progress import progress
from programs.warnings import oddities, warnings_of
from tests import factories as make

USUAL = Indicator(usual_low=Decimal(10), usual_high=Decimal(20))
ANY = Indicator()


def told(indicator, value, **about):
    return [one.kind for one in oddities(indicator, Decimal(value), **about)]


class TestEdges:
    @pytest.mark.parametrize(
        ("value", "is_odd"), [("9.99", True), ("10", False), ("20", False), ("21", True)]
    )
    def test_the_usual_range_holds_its_ends(self, value, is_odd):
        assert told(USUAL, value) == (["lazim"] if is_odd else [])

    @pytest.mark.parametrize(
        ("low", "high", "value", "sentence"),
        [
            (10, 20, 21, "21 di luar rentang lazim 10–20."),
            (10, None, 9, "9 di bawah batas lazim 10."),
            (None, 20, 21, "21 di atas batas lazim 20."),
        ],
    )
    def test_it_says_which_end(self, low, high, value, sentence):
        low, high = (None if end is None else Decimal(end) for end in (low, high))
        indicator = Indicator(usual_low=low, usual_high=high)
        assert [one.text for one in oddities(indicator, Decimal(value))] == [sentence]

    @pytest.mark.parametrize(
        ("value", "earlier", "is_odd"),
        [
            ("150", [100, 100, 100], False),
            ("150.01", [100, 100, 100], True),
            ("50", [100, 100, 100], False),
            ("49.99", [100, 100, 100], True),
            ("100", [100, 100, 100, 9000], False),
            ("151", [100], True),
            ("151", [], False),
            ("0", [0, 0, 0], False),
            ("1", [0, 0, 0], True),
        ],
    )
    def test_half_off_the_mean_of_the_last_three(self, value, earlier, is_odd):
        earlier = [Decimal(one) for one in earlier]
        assert told(ANY, value, earlier=earlier) == (["lonjakan"] if is_odd else [])

    def test_it_says_off_what(self):
        said = oddities(ANY, Decimal(90), earlier=[Decimal(30), Decimal(31), Decimal(30)])[0].text
        assert said == "90 menyimpang lebih dari 50% dari rata-rata 3 periode sebelumnya (30,33)."

    def test_one_figure_before_it_is_said_as_it_is(self):
        said = oddities(ANY, Decimal(900), earlier=[Decimal("420.000000")])[0].text
        assert said == "900 menyimpang lebih dari 50% dari periode sebelumnya (420)."

    @pytest.mark.parametrize(("value", "is_odd"), [("80", True), ("80.000", True), ("80.01", False)])
    def test_equal_to_the_target_to_the_last_digit(self, value, is_odd):
        assert told(ANY, value, low=Decimal(80)) == (["sama_target"] if is_odd else [])

    def test_without_a_target_nothing_equals_it(self):
        assert told(ANY, "80") == []


class TestProgress:
    @pytest.mark.parametrize(
        ("polarity", "value", "target", "share"),
        [
            ("naik", 60, (80,), 75),
            ("naik", 100, (80,), 125),
            ("naik", -5, (80,), 0),
            ("turun", 6, (8,), 125),
            ("turun", 10, (8,), 75),
            ("turun", 20, (8,), 0),
            ("naik", 7, (7, 8), 100),
            ("turun", 10, (7, 8), 75),
            ("naik", 60, (0,), None),
            ("naik", None, (80,), None),
            ("naik", 60, (None,), None),
        ],
    )
    def test_it_is_the_plain_reading(self, polarity, value, target, share):
        value, *ends = (None if one is None else Decimal(one) for one in (value, *target))
        assert progress(polarity, value, *ends) == share


@pytest.mark.django_db
class TestReading:
    @pytest.fixture
    def report(self, kerinci, mcp):
        """B12 2018 with 90, after 30 and 31 in the two caturwulan before it."""
        for code, value in (("B04", 30), ("B08", 31), ("SM1", 90)):
            before = make.make_report(kerinci, mcp.program, make.make_period(2018, code))
            make.make_measurement(before, mcp, value)
        report = make.make_report(kerinci, mcp.program, make.make_period(2018, "B12"))
        make.make_measurement(report, mcp, 90)
        return report

    def test_only_periods_of_the_same_kind_before_it(self, report):
        figure = report.measurements.get()
        (oddity,) = warnings_of([report])[figure.pk]
        assert "rata-rata 2 periode sebelumnya (30,50)" in oddity.text

    def test_its_target(self, report, mcp, rina):
        set_target(unit=report.unit, indicator=mcp, period=report.period, low=90, by=rina)
        kinds = [one.kind for one in warnings_of([report])[report.measurements.get().pk]]
        assert kinds == ["lonjakan", "sama_target"]

    def test_what_is_usual_is_not_named(self, report, mcp):
        report.measurements.update(value=32)
        assert warnings_of([report]) == {}
        assert warnings_of([]) == {}

    def test_the_number_of_queries_is_fixed(self, report, mcp, django_assert_num_queries):
        others = [make.make_report(unit, mcp.program, report.period) for unit in make.make_regencies(30)]
        for other in others:
            make.make_measurement(other, mcp, 90)
        for reports in ([report], [report, *others]):
            with django_assert_num_queries(3):
                assert warnings_of(reports)
