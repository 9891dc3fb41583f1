"""Periods and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.periods import CODES, bounds, kind, label, read_period, read_year, sort_key
from rakor.lib.refusals import Refused

READ = {
    "TAHUNAN": ["TAHUNAN", "Tahunan", "tahun", "setahun"],
    "SM1": ["SM1", "SM I", "Semester I", "semester 1", "Smt. 1", "SMT I", "SEM-1", "Semester kesatu"],
    "SM2": ["SM2", "Semester II", "smt 2", "Semester Kedua"],
    "TW1": ["TW1", "TW I", "TW.I", "TW-1", "Triwulan I", "Triwulan pertama", "TRIWULAN 1", "Triwulan ke-1"],
    "TW2": ["TW II", "Triwulan II", "TWII"],
    "TW4": ["TW IV", "triwulan 4", "Triwulan keempat"],
    "B04": ["B04", "B.04", "B-04", "B4", "b 04", "Caturwulan I", "Cawu 1"],
    "B08": ["B08", "B-8", "Catur Wulan II"],
    "B12": ["B12", "B.12", "CW III"],
    "BLN01": ["BLN01", "BLN 1", "Januari", "januari", "Jan", "Bulan Januari", "Bulan 1"],
    "BLN08": ["Agustus", "Ags", "Agt.", "BLN08"],
    "BLN12": ["Desember", "BLN12"],
}


@pytest.mark.parametrize(
    ("code", "written"), [(code, text) for code, texts in READ.items() for text in texts]
)
def test_reads_every_usual_spelling(code, written):
    assert read_period(written) == (code, "")


@pytest.mark.parametrize(
    ("written", "code", "month"), [("B-02", "BLN02", "Februari"), ("B.09", "BLN09", "September")]
)
def test_another_b_code_is_that_month_and_says_so(written, code, month):
    assert read_period(written) == (
        code,
        f'"{written}" dibaca {month} ({code}): selain B04, B08, dan B12, huruf B diikuti nomor bulan.',
    )


@pytest.mark.parametrize(
    "written",
    ["", "2024", "TW5", "TW0", "TW V", "SM3", "SM III", "B13", "B00", "BLN13", "BLN00", "Caturwulan IV",
     "Tahap 1", "TW I 2024", "January", "1", "SMT", "B", "TW", "x" * 10_000],
    ids=lambda value: value[:20] or "empty",
)  # fmt: skip
def test_refuses_the_unknown_and_lists_what_may_be_written(written):
    with pytest.raises(Refused) as refusal:
        read_period(written)
    assert refusal.value.code == "bad_period"
    assert refusal.value.message.endswith(
        "Tulis TAHUNAN, SM1–SM2, TW1–TW4, B04, B08, B12, BLN01–BLN12, atau nama bulan."
    )


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("TAHUNAN", (1, 1), (12, 31)),
        ("SM2", (7, 1), (12, 31)),
        ("TW1", (1, 1), (3, 31)),
        ("TW4", (10, 1), (12, 31)),
        ("B04", (1, 1), (4, 30)),
        ("B08", (5, 1), (8, 31)),
        ("B12", (9, 1), (12, 31)),
        ("BLN02", (2, 1), (2, 29)),
        ("BLN12", (12, 1), (12, 31)),
    ],
)
def test_bounds(code, start, end):
    assert bounds(2024, code) == (date(2024, *start), date(2024, *end))


@pytest.mark.parametrize(("size", "codes"), [(1, 12), (3, 4), (4, 3), (6, 2), (12, 1)])
def test_periods_of_one_kind_fill_the_year_without_gap(size, codes):
    spans = [bounds(2023, code) for code in CODES]
    spans = sorted(span for span in spans if (span[1].month - span[0].month + 1) == size)
    assert len(spans) == codes
    assert spans[0][0] == date(2023, 1, 1)
    assert spans[-1][1] == date(2023, 12, 31)
    assert all(
        later[0] - earlier[1] == timedelta(days=1) for earlier, later in zip(spans, spans[1:], strict=False)
    )


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("B04", "B04 (Januari–April) 2022"),
        ("B12", "B12 (September–Desember) 2022"),
        ("TW1", "Triwulan I 2022"),
        ("TW4", "Triwulan IV 2022"),
        ("SM2", "Semester II 2022"),
        ("TAHUNAN", "Tahun 2022"),
        ("BLN02", "Februari 2022"),
    ],
)
def test_labels(code, shown):
    assert label(2022, code) == shown


def test_labels_are_all_different():
    assert len({label(2022, code) for code in CODES}) == len(CODES) == 22


def test_order_is_by_closing_day_then_shorter_first():
    keys = [
        (2024, "BLN12"),
        (2024, "TAHUNAN"),
        (2024, "BLN01"),
        (2023, "TAHUNAN"),
        (2024, "TW4"),
        (2024, "B12"),
    ]
    assert sorted(keys, key=lambda key: sort_key(*key)) == [
        (2023, "TAHUNAN"),
        (2024, "BLN01"),
        (2024, "BLN12"),
        (2024, "TW4"),
        (2024, "B12"),
        (2024, "TAHUNAN"),
    ]


def test_kinds():
    assert [kind(code) for code in ("TAHUNAN", "SM1", "TW1", "B04", "BLN04")] == [
        "tahunan",
        "semester",
        "triwulan",
        "caturwulan",
        "bulanan",
    ]


@pytest.mark.parametrize("year", [1945, 2018, 2100])
def test_reads_years(year):
    assert read_year(f" {year} ") == year


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1944", "year_out_of_range"),
        ("2101", "year_out_of_range"),
        ("45658", "year_out_of_range"),
        ("24", "year_out_of_range"),
        ("20224", "year_out_of_range"),
        ("2.017", "bad_year"),
        ("2017.5", "bad_year"),
        ("-2017", "bad_year"),
        ("TA 2024", "bad_year"),
        ("", "bad_year"),
        ("٢٠٢٤", "bad_year"),
        ("9" * 10_000, "bad_year"),
    ],
    ids=lambda value: value[:20] or "empty",
)
def test_refuses_years(written, code):
    with pytest.raises(Refused) as refusal:
        read_year(written)
    assert refusal.value.code == code


@given(st.text(max_size=30) | st.text(alphabet="TWSMBLN IV0123456789.-", max_size=10))
def test_any_text_is_read_or_refused(written):
    try:
        assert read_period(written).code in CODES
    except Refused as refusal:
        assert refusal.code == "bad_period"
