"""Dates as they are written and shown."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.dates import format_date, format_date_range, format_time, read_date
from rakor.lib.refusals import Refused

SEVENTH = date(2022, 11, 7)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 Agustus 2024", date(2024, 8, 1)),
        ("1 Ags 2024", date(2024, 8, 1)),
        ("1 agt. 2024", date(2024, 8, 1)),
        ("4 Maret 2024", date(2024, 3, 4)),
        ("7 Nopember 2022", SEVENTH),
        ("7 November 2022", SEVENTH),
        ("07 NOVEMBER 2022", SEVENTH),
        ("7\N{NO-BREAK SPACE}November 2022", SEVENTH),
        ("Senin, 7 November 2022", SEVENTH),
        ("senin 7 november 2022", SEVENTH),
        ("Jum'at, 4 November 2022", date(2022, 11, 4)),
        ("7-Nov-2022", SEVENTH),
        ("7/11/2022", SEVENTH),
        ("07-11-2022", SEVENTH),
        ("31.01.2024", date(2024, 1, 31)),
        ("04/03/2024", date(2024, 3, 4)),
        ("2022-11-07", SEVENTH),
        ("29/2/2024", date(2024, 2, 29)),
        (SEVENTH, SEVENTH),
        (datetime(2022, 11, 7, 9, 0), SEVENTH),  # noqa: DTZ001  a cell's moment has no zone
    ],
)
def test_reads_dates(written, value):
    assert read_date(written) == value


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("7/11/22", "ambiguous_date"),
        ("03/13/2024", "bad_date"),
        ("30 Februari 2024", "bad_date"),
        ("29/2/2023", "bad_date"),
        ("1 August 2024", "bad_date"),
        ("Senin, 12 November 2024", "bad_date"),
        ("Sabat, 7 November 2022", "bad_date"),
        ("7/11-2022", "bad_date"),
        ("2022-13-01", "bad_date"),
        ("0/1/2024", "bad_date"),
        ("1/1/0000", "bad_date"),
        ("Oktober 2024", "bad_date"),
        ("20 s/d 21 Agustus 2024", "bad_date"),
        ("segera", "bad_date"),
        ("", "bad_date"),
        ("45658", "bad_date"),
    ],
)
def test_refuses_what_is_ambiguous_or_impossible(written, code):
    with pytest.raises(Refused) as refusal:
        read_date(written)
    assert refusal.value.code == code


def test_a_false_weekday_is_named():
    with pytest.raises(Refused) as refusal:
        read_date("Senin, 12 November 2024")
    assert refusal.value.message == (
        '"Senin, 12 November 2024": tanggal itu jatuh pada hari Selasa. Perbaiki hari atau tanggalnya.'
    )


def test_day_and_month_do_not_part():
    assert format_date(SEVENTH) == "7\N{NO-BREAK SPACE}November 2022"
    assert format_date(SEVENTH, weekday=True) == "Senin, 7\N{NO-BREAK SPACE}November 2022"


def test_no_more_is_shown_than_is_known():
    assert format_date(SEVENTH, "month") == "November 2022"
    assert format_date(SEVENTH, "year", weekday=True) == "2022"


@pytest.mark.parametrize(
    ("start", "end", "options", "shown"),
    [
        (date(2024, 8, 20), date(2024, 8, 21), {}, "20–21 Agustus 2024"),
        (date(2024, 8, 30), date(2024, 9, 1), {}, "30 Agustus–1 September 2024"),
        (date(2024, 12, 31), date(2025, 1, 1), {}, "31 Desember 2024–1 Januari 2025"),
        (date(2024, 8, 20), None, {}, "20 Agustus 2024"),
        (date(2024, 8, 20), date(2024, 8, 20), {"weekday": True}, "Selasa, 20 Agustus 2024"),
        (date(2024, 8, 20), date(2024, 8, 21), {"weekday": True}, "Selasa–Rabu, 20–21 Agustus 2024"),
        (date(2024, 8, 20), date(2024, 8, 21), {"precision": "month", "weekday": True}, "Agustus 2024"),
        (date(2024, 8, 1), date(2024, 9, 1), {"precision": "month"}, "Agustus–September 2024"),
        (date(2023, 8, 1), date(2024, 8, 1), {"precision": "month"}, "Agustus 2023–Agustus 2024"),
        (date(2023, 8, 1), date(2024, 8, 1), {"precision": "year"}, "2023–2024"),
        (date(2024, 1, 1), date(2024, 8, 1), {"precision": "year"}, "2024"),
    ],
)
def test_ranges_write_once_what_both_ends_share(start, end, options, shown):
    assert format_date_range(start, end, **options).replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(
    ("zone", "letters"),
    [("Asia/Jakarta", "WIB"), ("Asia/Pontianak", "WIB"), ("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT")],
)
def test_clock_times_carry_their_zone(zone, letters):
    assert format_time(time(9, 0), zone) == f"pukul\N{NO-BREAK SPACE}09.00\N{NO-BREAK SPACE}{letters}"


def test_a_moment_is_shown_on_the_clock_of_its_place():
    moment = datetime(2022, 11, 7, 2, 0, tzinfo=UTC)
    assert format_time(moment, "Asia/Jayapura").endswith("11.00\N{NO-BREAK SPACE}WIT")
    assert format_time(moment.astimezone(ZoneInfo("Asia/Jakarta")), "Asia/Jakarta").endswith(
        "09.00\N{NO-BREAK SPACE}WIB"
    )


@given(st.dates())
def test_what_is_shown_can_be_read(value):
    written = format_date(value, weekday=True)
    if value.year >= 1000:
        assert read_date(written) == value


@given(st.text(max_size=30) | st.text(alphabet="0123456789/-. JanFebMar", max_size=16))
def test_any_text_is_read_or_refused(written):
    try:
        read_date(written)
    except Refused as refusal:
        assert refusal.code in ("bad_date", "ambiguous_date")
