import pytest

from evaluations.scoring import Accumulation as Kind
from evaluations.scoring import InputRefused, PeriodFigure, Reading, State, Target, accumulate

from .builders import D, lacks, target, value


def year(*readings, due=None):
    """Periods in order; the first `due` of them are due, or all."""
    count = len(readings) if due is None else due
    return [PeriodFigure(order, order < count, reading) for order, reading in enumerate(readings)]


@pytest.mark.parametrize(
    ("kind", "total", "against"),
    [(Kind.SUM, "60", "100"), (Kind.LAST, "30", "40"), (Kind.MEAN, "20", "33." + "3" * 48)],
)
def test_a_full_year(kind, total, against):
    figures = year(value("10", "25"), value("20", "35"), value("30", "40"))
    reading = accumulate(kind, figures)
    assert (reading.state, reading.value, reading.target) == (State.VALUE, D(total), target(against))


def test_an_index_is_taken_last_not_summed():
    """SAKIP 61, 63, 66 over three periods is 66; 190 would be no index."""
    assert accumulate(Kind.LAST, year(value("61"), value("63"), value("66"))).value == 66


def test_the_kind_may_be_the_plain_word_a_database_gives():
    figures = year(value("61"), value("66"))
    for kind in Kind:
        assert accumulate(str(kind), figures) == accumulate(kind, figures)
    with pytest.raises(InputRefused):
        accumulate("akumulatif", figures)


def test_order_of_rows_does_not_matter():
    figures = year(value("10", "25"), value("20", "35"), value("30", "40"))
    for kind in Kind:
        assert accumulate(kind, figures[::-1]) == accumulate(kind, figures)


@pytest.mark.parametrize("kind", [Kind.SUM, Kind.MEAN])
def test_every_due_period_is_needed(kind):
    reading = accumulate(kind, year(value("10"), lacks("not_reported"), value("30")))
    assert reading.state is State.NOT_REPORTED


@pytest.mark.parametrize(
    ("kind", "r", "t"), [(Kind.SUM, "40", "65"), (Kind.MEAN, "20", "32.5"), (Kind.LAST, "30", "40")]
)
def test_to_date_takes_target_and_figure_over_the_same_periods(kind, r, t):
    figures = year(value("10", "25"), lacks("not_reported"), value("30", "40"), lacks("not_reported"))
    reading = accumulate(kind, figures, to_date=True, year_target=target("400"))
    assert (reading.state, reading.value, reading.target) == (State.VALUE, D(r), target(t))


def test_last_needs_the_last_due_period_unless_to_date():
    figures = year(value("61"), value("63"), lacks("not_reported"), lacks("not_reported"), due=3)
    assert accumulate(Kind.LAST, figures).state is State.NOT_REPORTED
    assert accumulate(Kind.LAST, figures, to_date=True).value == 63


def test_last_does_not_need_the_earlier_periods():
    assert accumulate(Kind.LAST, year(lacks("not_reported"), value("66"))).value == 66


def test_periods_not_yet_due_wait():
    assert accumulate(Kind.SUM, year(value("10"), value("20"), value("99"), due=2)).value == 30


@pytest.mark.parametrize("kind", Kind)
def test_nothing_due_yet(kind):
    assert accumulate(kind, year(value("10"), due=0)).state is State.NOT_DUE
    assert accumulate(kind, []).state is State.NOT_DUE
    assert accumulate(kind, year(lacks("not_due"))).state is State.NOT_DUE


def test_periods_that_do_not_apply_leave():
    assert accumulate(Kind.MEAN, year(value("10"), lacks("not_applicable"), value("30"))).value == 20
    assert accumulate(Kind.SUM, year(lacks("not_applicable"))).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("states", "found"),
    [
        (["withheld"], State.WITHHELD),
        (["not_assessable"], State.NOT_ASSESSABLE),
        (["not_assessable", "withheld"], State.WITHHELD),
        (["withheld", "not_reported"], State.NOT_REPORTED),
    ],
)
def test_a_gap_keeps_its_own_state(states, found):
    assert accumulate(Kind.SUM, year(value("1"), *map(lacks, states))).state is found


def test_a_target_for_the_whole_year_stands_in_place_of_the_periods():
    reading = accumulate(Kind.SUM, year(value("10", None), value("20", None)), year_target=target("120"))
    assert (reading.value, reading.target) == (D(30), target("120"))


def test_a_missing_period_target_leaves_no_target():
    assert accumulate(Kind.SUM, year(value("10", "25"), value("20", None))).target is None


def test_ranges_are_accumulated_bound_by_bound():
    reading = accumulate(Kind.SUM, year(value("1", "7–8"), value("1", "3")))
    assert reading.target == Target(D(10), D(11))


def test_sources_and_marks_travel_along():
    figures = year(value("1", source="BPS"), value("1", source="BPS", is_out_of_sync=True))
    reading = accumulate(Kind.SUM, figures)
    assert (reading.source, reading.is_out_of_sync) == ("BPS", True)
    mixed = accumulate(Kind.SUM, year(value("1", source="BPS"), value("1", source="KPK")))
    assert mixed.source == ""
    last = accumulate(Kind.LAST, year(value("1", source="BPS"), value("1", source="KPK")))
    assert last.source == "KPK"


def test_a_period_twice_is_refused():
    figures = [PeriodFigure(1, True, value("1")), PeriodFigure(1, True, value("2"))]
    with pytest.raises(InputRefused) as refused:
        accumulate(Kind.SUM, figures)
    assert refused.value.code == "period_twice"


def test_a_sum_needs_numbers():
    with pytest.raises(InputRefused) as refused:
        accumulate(Kind.SUM, year(Reading(State.VALUE, on_time=1, due=2)))
    assert refused.value.code == "period_without_value"
