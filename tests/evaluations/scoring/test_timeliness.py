from dataclasses import replace
from datetime import date

import pytest

from evaluations.scoring import (
    Delivery,
    State,
    Submission,
    achievement_of,
    completeness_of,
    round_half_up,
    timeliness_of,
)

from .builders import make_line

B04, B08, B12 = date(2022, 5, 10), date(2022, 9, 10), date(2023, 1, 10)
YEAR_END = date(2023, 1, 31)


def sent(due_on, *submissions):
    return Delivery(due_on, tuple(Submission(*days) for days in submissions))


def test_two_of_three_reports_in_time():
    deliveries = [sent(B04, [date(2022, 5, 3)]), sent(B08, [date(2022, 9, 12)]), sent(B12, [B12])]
    reading = timeliness_of(deliveries, YEAR_END)
    assert (reading.state, reading.on_time, reading.due) == (State.VALUE, 2, 3)
    reached = achievement_of(make_line(formula="timeliness"), reading)
    assert str(round_half_up(reached.capped, 2)) == "66.67"


@pytest.mark.parametrize(
    ("submissions", "on_time"),
    [
        ([[B04]], 1),
        ([], 0),
        ([[date(2022, 5, 11)]], 0),
        # returned, and mended before or after the due date
        ([[date(2022, 5, 2), date(2022, 5, 4)], [date(2022, 5, 9)]], 1),
        ([[date(2022, 5, 2), date(2022, 5, 4)], [date(2022, 5, 20)]], 0),
        ([[date(2022, 5, 2), date(2022, 5, 4)]], 0),
        # a later, needless second submission takes nothing away
        ([[date(2022, 5, 2)], [date(2022, 5, 20)]], 1),
        ([[date(2022, 5, 20)], [date(2022, 5, 2)]], 1),
    ],
)
def test_the_first_submission_that_stood_counts(submissions, on_time):
    reading = timeliness_of([sent(B04, *submissions)], YEAR_END)
    assert (reading.on_time, reading.due) == (on_time, 1)


def test_only_what_was_known_on_the_day_counts():
    returned_later = sent(B04, [date(2022, 5, 2), date(2022, 6, 1)])
    assert timeliness_of([returned_later], date(2022, 5, 31)).on_time == 1
    assert timeliness_of([returned_later], date(2022, 6, 1)).on_time == 0


def test_a_report_is_due_on_its_day():
    assert timeliness_of([sent(B04)], date(2022, 5, 9)).state is State.NOT_DUE
    assert timeliness_of([sent(B04)], B04).due == 1
    assert timeliness_of([sent(B04), sent(B08, [date(2022, 5, 1)])], B04).due == 1


def test_nothing_due_is_not_zero():
    assert timeliness_of([], YEAR_END).state is State.NOT_DUE


def test_complete_reports_count_late_or_not():
    full = [sent(B04, [date(2022, 5, 3)]), sent(B08, [date(2022, 12, 1)])]
    deliveries = [replace(one, is_complete=True) for one in full] + [sent(B12, [B12])]
    reading = completeness_of(deliveries, YEAR_END)
    assert (reading.on_time, reading.due) == (2, 3)


def test_full_but_not_sent_or_given_back_is_not_complete():
    returned = sent(B08, [date(2022, 9, 1), date(2022, 9, 5)])
    deliveries = [replace(one, is_complete=True) for one in (sent(B04), returned)]
    assert completeness_of(deliveries, YEAR_END).on_time == 0
    assert completeness_of(deliveries, date(2022, 9, 4)).due == 1
    assert completeness_of(deliveries, date(2022, 5, 9)).state is State.NOT_DUE
