"""A calendar's days: from its frequency, moved for what is still to come, copied to the next year."""

from datetime import date, timedelta

import pytest

from programs.models import Deadline, Schedule
from programs.scheduling import codes_of, copy_schedule, fill_deadlines, refill_deadlines
from records.models import Change
from records.refusals import ActionRefused
from regions.zones import NATIONAL, today_in
from tests import factories as make

pytestmark = pytest.mark.django_db


def days(schedule):
    rows = schedule.deadlines.order_by("period__starts_on")
    return [(one.period.code, one.due_on, one.locks_on) for one in rows.select_related("period")]


@pytest.mark.parametrize(
    ("frequency", "codes"),
    [
        ("tahunan", ("TAHUNAN",)),
        ("semester", ("SM1", "SM2")),
        ("caturwulan", ("B04", "B08", "B12")),
        ("triwulan", ("TW1", "TW2", "TW3", "TW4")),
        ("bulanan", tuple(f"BLN{month:02}" for month in range(1, 13))),
        ("tertentu", ()),
    ],
)
def test_what_falls_due_in_a_year(frequency, codes):
    assert codes_of(frequency) == codes


def test_a_new_calendar_is_filled(mcp, rina):
    schedule = make.make_schedule(mcp.program, 2024, frequency="caturwulan", due_days=10, lock_days=5)
    assert fill_deadlines(schedule, by=rina) == 3
    assert days(schedule) == [
        ("B04", date(2024, 5, 10), date(2024, 5, 15)),
        ("B08", date(2024, 9, 10), date(2024, 9, 15)),
        ("B12", date(2025, 1, 10), date(2025, 1, 15)),
    ]
    assert Change.objects.filter(object_type="programs.deadline", by=rina).count() == 3
    assert fill_deadlines(schedule, by=rina) == 0


def test_a_calendar_of_its_own_periods_is_left_alone(mcp, rina):
    schedule = make.make_schedule(mcp.program, 2024, frequency="tertentu")
    assert fill_deadlines(schedule, by=rina) == 0
    with pytest.raises(ActionRefused) as refused:
        refill_deadlines(schedule, by=rina)
    assert refused.value.code == "irregular"


def test_only_what_is_to_come_moves(mcp, rina):
    year = today_in(NATIONAL.zone).year
    schedule = make.make_schedule(mcp.program, year, frequency="bulanan")
    fill_deadlines(schedule, by=rina)
    before = {code: due for code, due, _locks in days(schedule)}
    schedule.due_days = 20
    coming = [code for code, due in before.items() if due >= today_in(NATIONAL.zone)]
    assert refill_deadlines(schedule, by=rina) == len(coming)
    after = {code: due for code, due, _locks in days(schedule)}
    moved = {code for code in after if after[code] != before[code]}
    assert moved == set(coming) and all(after[code] - before[code] == timedelta(10) for code in moved)


def test_it_is_copied_with_its_own_days_and_units(mcp, jambi, kerinci, rina):
    schedule = make.make_schedule(mcp.program, 2024, owner=jambi, units=[kerinci], frequency="tertentu")
    make.make_deadline(schedule, make.make_period(2024, "B04"), date(2024, 5, 3), locks_on=date(2024, 6, 1))
    copied = copy_schedule(schedule, by=rina)
    assert (copied.year, copied.owner, list(copied.units.values_list("pk", flat=True))) == (
        2025,
        schedule.owner,
        [kerinci.pk],
    )
    assert days(copied) == [("B04", date(2025, 5, 3), date(2025, 6, 1))]
    assert Change.objects.about(copied).filter(by=rina).count() == 2


@pytest.mark.parametrize("is_national", [True, False])
def test_it_is_copied_once(mcp, jambi, rina, is_national):
    schedule = make.make_schedule(mcp.program, 2024, owner=None if is_national else jambi)
    copy_schedule(schedule, by=rina)
    with pytest.raises(ActionRefused) as refused:
        copy_schedule(schedule, by=rina)
    assert refused.value.code == "schedule_exists"
    assert (Schedule.objects.count(), Deadline.objects.count()) == (2, 0)
