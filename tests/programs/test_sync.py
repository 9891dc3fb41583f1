"""How many figures agree, counted as an office would on its fingers."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs import sync
from programs.differences import recompare
from programs.models import Difference, Measurement
from programs.sync import Rate
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def quarters(pkh, siks, dinsos_kerinci, eleven, rina):
    """The ministry's 100 against the office's figures, in two quarters; one settled, one carried."""
    office = {
        "TW1": {"15.01": 100, "15.02": 101, "15.03": 90, "15.04": 80},
        "TW2": {"15.01": 102, "15.02": 99},
    }
    for code, figures in office.items():
        for unit, value in figures.items():
            figure = make.make_figure(pkh, eleven[unit], make.make_period(2024, code), 100, source=siks)
            make.make_observation(figure, value, source=dinsos_kerinci)
    unlike = make.make_figure(pkh, eleven["15.05"], make.make_period(2024, "TW2"), 100, source=siks)
    make.make_observation(unlike, 370, source=dinsos_kerinci, measure_unit="jiwa")
    recompare(Measurement.objects.all(), by=rina)
    make.make_settled(Difference.objects.get(measurement__unit__code="15.03"), 90, by=rina)
    carried = {"state": "dibawa", "carried_at": timezone.now(), "carried_by": rina}
    Difference.objects.filter(measurement__unit__code="15.04").update(**carried)
    return Difference.objects.all()


def rates(groups):
    return {group.code: group.rate for group in groups}


def test_settled_ones_count_as_agreed_and_carried_ones_do_not(quarters):
    whole = sync.rate(quarters)
    assert whole == Rate(agreed=4, apart=2, unlike=1)
    assert whole.percent == Decimal(400) / 6


def test_where_nothing_was_compared_there_is_no_rate(quarters):
    assert sync.rate(Difference.objects.none()).percent is None
    assert sync.rate(quarters.filter(measurement__unit__code="15.05")) == Rate(unlike=1)
    assert sync.rate(quarters.filter(measurement__unit__code="15.05")).percent is None


def test_what_one_source_is_left_of_counts_nowhere(quarters):
    quarters.filter(measurement__unit__code="15.01").update(state="sinkron", gap=None, opened_at=None)
    assert sync.rate(quarters) == Rate(agreed=3, apart=1, unlike=1)
    assert "15.01" not in rates(sync.by_unit(quarters))


def test_by_period_in_the_order_of_time(quarters):
    groups = sync.by_period(quarters)
    assert [group.code for group in groups] == ["TW1", "TW2"]
    assert groups[0].name == "Triwulan I 2024"
    assert [group.rate for group in groups] == [Rate(3, 1), Rate(1, 1, 1)]


def test_by_unit_and_by_program(quarters):
    assert rates(sync.by_unit(quarters))["15.01"] == Rate(1, 1)
    assert rates(sync.by_unit(quarters))["15.03"] == Rate(1)
    (pkh,) = sync.by_program(quarters)
    assert (pkh.code, pkh.name, pkh.rate) == ("PKH", "PKH", Rate(4, 2, 1))


def test_the_pair_that_disagrees_most(quarters, pkh, eleven, siks, dinsos_kerinci, rina):
    """90, 80 and 102 against 100, settled or not: 32 % over three; the figure in jiwa was not compared."""
    (pair,) = sync.worst_pairs(quarters)
    assert {pair.first, pair.second} == {"Kemensos (SIKS-NG)", "Dinsos Kab. Kerinci"}
    assert (pair.apart, pair.compared) == (3, 6)
    assert pair.mean_percent == Decimal(32) / 3

    pkh.producer = None
    pkh.save()
    other_way = make.make_figure(pkh, eleven["15.06"], make.make_period(2024, "TW1"), 100, dinsos_kerinci)
    make.make_observation(other_way, 50, source=siks)
    recompare(Measurement.objects.filter(pk=other_way.pk), by=rina)
    (pair,) = sync.worst_pairs(quarters)
    assert (pair.apart, pair.compared, pair.mean_percent) == (4, 7, Decimal("20.5"))


def test_each_reading_is_one_query(quarters):
    for reading in (sync.rate, sync.by_program, sync.by_period, sync.by_unit, sync.worst_pairs):
        with CaptureQueriesContext(connection) as captured:
            reading(quarters)
        assert len(captured) == 1
