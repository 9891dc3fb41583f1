"""Reports in time and complete, as figures: as of a day, and by the clock of each province."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from programs.models import Deadline
from programs.obligations import obligations
from programs.punctuality import Punctuality, arrivals_of, count, count_by_unit
from regions.models import Unit
from tests import factories as make

pytestmark = pytest.mark.django_db

DUE = date(2019, 1, 10)
AFTER = date(2019, 12, 31)


def at(month, day, hour=9, minute=0, zone="Asia/Jakarta", year=2019):
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


@pytest.fixture
def deadline(mcp):
    """MCP 2018, due on 10 January 2019."""
    return make.make_deadline(make.make_schedule(mcp.program, 2018), due_on=DUE)


@pytest.fixture
def report(deadline, kerinci, mcp):
    """Kerinci's, with its one figure."""
    report = make.make_report(kerinci, mcp.program, deadline.period)
    make.make_measurement(report, mcp, 55)
    return report


def arrivals(as_of=AFTER):
    return arrivals_of(obligations(Unit.objects.all(), Deadline.objects.all()), as_of)


def figures(as_of=AFTER):
    """(due, received, in time, complete) over all units."""
    counted = count(arrivals(as_of))
    return counted.due, counted.received, counted.in_time, counted.complete


class TestDay:
    @pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
    @pytest.mark.parametrize(("day", "hour", "minute", "in_time"), [(10, 23, 59, 1), (11, 0, 0, 0)])
    def test_it_ends_on_the_province_s_own_clock(
        self, report, jambi, settings, zone, day, hour, minute, in_time
    ):
        settings.TIME_ZONE = "UTC"
        jambi.time_zone = zone
        jambi.save()
        make.make_step(report, "dikirim", at(1, day, hour, minute, zone))
        assert figures() == (1, 1, in_time, 1)

    def test_a_moment_in_time_in_jakarta_is_late_in_jayapura(self, report, jambi):
        """22.30 WIB on the tenth is 00.30 WIT on the eleventh."""
        make.make_step(report, "dikirim", at(1, 10, 22, 30))
        assert figures() == (1, 1, 1, 1)
        jambi.time_zone = "Asia/Jayapura"
        jambi.save()
        assert figures() == (1, 1, 0, 1)

    def test_a_report_is_due_on_its_day_and_not_before(self, report):
        make.make_step(report, "dikirim", at(1, 5))
        assert figures(date(2019, 1, 9)) == (0, 0, 0, 0)
        assert figures(DUE) == (1, 1, 1, 1)

    def test_what_came_after_the_day_is_not_known_on_it(self, report):
        make.make_step(report, "dikirim", at(1, 12))
        assert figures(date(2019, 1, 11)) == (1, 0, 0, 0)
        assert figures(date(2019, 1, 12)) == (1, 1, 0, 1)


class TestSending:
    def test_a_returned_report_counts_when_it_came_again(self, report):
        make.make_step(report, "dikirim", at(1, 5))
        make.make_step(report, "dikembalikan", at(1, 8), reason="Tertukar.")
        assert figures(date(2019, 1, 11)) == (1, 0, 0, 0)
        make.make_step(report, "dikirim", at(1, 14))
        assert figures() == (1, 1, 0, 1)
        # On the seventh nobody knew that it would be given back.
        assert arrivals(date(2019, 1, 7))[0].received_on == date(2019, 1, 5)

    def test_one_that_was_accepted_came_in_time_though_it_is_opened_again(self, report):
        for kind, day in (("dikirim", 5), ("diterima", 6), ("dibuka", 20), ("dikirim", 25)):
            make.make_step(report, kind, at(1, day))
        assert figures() == (1, 1, 1, 1)

    def test_what_was_withdrawn_never_came(self, report):
        make.make_step(report, "dikirim", at(1, 5))
        make.make_step(report, "ditarik", at(1, 6), reason="Salah berkas.")
        assert figures() == (1, 0, 0, 0)

    def test_more_time_for_one_unit(self, report, deadline, kerinci, merangin):
        make.make_step(report, "dikirim", at(1, 14))
        assert figures() == (2, 1, 0, 1)
        make.make_extension(deadline, kerinci, date(2019, 1, 15))
        assert figures() == (2, 1, 1, 1)
        assert figures(date(2019, 1, 12)) == (1, 0, 0, 0)


class TestComplete:
    @pytest.mark.parametrize("state", ["not_applicable", "not_assessable", "withheld"])
    def test_a_reason_for_no_value_is_an_answer(self, report, mcp, state):
        other = make.make_indicator(mcp.program, "MCP-2")
        make.make_step(report, "dikirim", at(1, 5))
        assert figures() == (1, 1, 1, 0)
        make.make_measurement(report, other, state=state)
        assert figures() == (1, 1, 1, 1)

    @pytest.mark.parametrize("state", ["not_reported", "not_due"])
    def test_nothing_yet_is_none(self, report, mcp, state):
        make.make_measurement(report, make.make_indicator(mcp.program, "MCP-2"), state=state)
        make.make_step(report, "dikirim", at(1, 5))
        assert figures() == (1, 1, 1, 0)

    def test_a_full_draft_is_not_a_complete_report(self, report):
        assert figures() == (1, 0, 0, 0)


class TestCounting:
    def test_by_unit(self, report, kerinci, merangin):
        make.make_step(report, "dikirim", at(1, 5))
        assert count_by_unit(arrivals()) == {
            kerinci.pk: Punctuality(1, 1, 1, 1),
            merangin.pk: Punctuality(1, 0, 0, 0),
        }

    def test_shares(self):
        counted = Punctuality(due=3, received=3, in_time=2, complete=3)
        assert (round(counted.timeliness, 2), counted.completeness) == (Decimal("66.67"), 100)

    def test_where_nothing_is_due_there_is_no_share(self):
        assert (Punctuality().timeliness, Punctuality().completeness) == (None, None)
        assert count([]) == Punctuality()

    def test_the_same_queries_for_one_and_for_many(self, report, jambi, django_assert_max_num_queries):
        make.make_step(report, "dikirim", timezone.now())
        make.make_regencies(30, jambi)
        with django_assert_max_num_queries(10):
            assert len(arrivals()) == 31
