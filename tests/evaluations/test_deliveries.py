"""Lines that count reports: read from the calendar and from when reports came in, as of the round's date."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from evaluations import scoring
from evaluations.actions import compute
from programs.models import Measurement, Report
from tests import factories as make

pytestmark = pytest.mark.django_db

WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def counting(mcp_round):
    """The round of MCP 2017, of which half is whether the report came in time, and whether it was full."""
    instrument = mcp_round.instrument
    instrument.lines.update(weight=50)
    make.make_line(instrument, None, weight=30, formula="timeliness", order=2, name="Ketepatan waktu")
    make.make_line(instrument, None, weight=20, formula="completeness", order=3, name="Kelengkapan")
    make.make_deadline(make.make_schedule(instrument.program, 2017), mcp_round.period)  # 10 January 2018
    return as_of(mcp_round, date(2018, 12, 31))


def as_of(round_, day):
    round_.as_of = day
    round_.save()
    return round_


def send(code, *days):
    """Sent on the first of these days of January 2018; given back and sent again on the ones after."""
    report = Report.objects.get(unit__code=code)
    for number, day in enumerate(days):
        kind = "dikembalikan" if number % 2 else "dikirim"
        make.make_step(report, kind, datetime(2018, 1, day, 10, tzinfo=WIB))


def lines_of(round_, code):
    lines = json.loads(round_.scores.get(unit__code=code).lines)
    return {line["formula"]: line for line in lines}


def test_in_time_late_given_back_and_not_at_all(counting, rina):
    send("15.01", 9)
    send("15.02", 11)
    send("15.03", 5, 6, 12)

    compute(counting, by=rina)

    points = {
        code: [lines_of(counting, code)[formula]["points"] for formula in ("timeliness", "completeness")]
        for code in ("15.01", "15.02", "15.03", "15.04")
    }
    assert points == {
        "15.01": ["30", "20"],
        "15.02": ["0", "20"],
        "15.03": ["0", "20"],
        "15.04": ["0", "0"],
    }
    line = lines_of(counting, "15.01")["timeliness"]
    assert (line["on_time"], line["due"], line["state"]) == (1, 1, "value")


def test_a_report_with_a_line_not_answered_is_not_complete(counting, rina):
    send("15.01", 9)
    Measurement.objects.filter(unit__code="15.01").update(state="not_reported", value=None, chosen=None)

    compute(counting, by=rina)

    assert lines_of(counting, "15.01")["completeness"]["on_time"] == 0
    assert lines_of(counting, "15.01")["timeliness"]["on_time"] == 1


def test_only_what_was_known_on_the_rounds_date_counts(counting, rina):
    send("15.01", 9, 20, 25)

    compute(as_of(counting, date(2018, 1, 15)), by=rina)

    assert lines_of(counting, "15.01")["timeliness"]["on_time"] == 1


def test_before_the_due_date_the_lines_leave_with_their_weight(counting, rina):
    compute(as_of(counting, date(2018, 1, 9)), by=rina)

    line = lines_of(counting, "15.01")["timeliness"]
    assert (line["state"], line["counting"]) == ("not_due", "left_out")


def test_other_periods_are_no_matter_of_this_round(counting, rina):
    schedule = make.make_schedule(counting.instrument.program, 2016)
    make.make_deadline(schedule, make.make_period(2016))
    send("15.01", 9)

    compute(counting, by=rina)

    assert lines_of(counting, "15.01")["timeliness"]["due"] == 1


def test_the_text_gives_it_again(counting, rina):
    send("15.01", 9)
    compute(counting, by=rina)
    assert scoring.reproduces(counting.text)
    assert '"due":1' in counting.text and '"on_time":1' in counting.text
