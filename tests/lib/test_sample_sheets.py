"""The small sheets in tests/data, good and bad, as an admin would send them."""

from decimal import Decimal
from pathlib import Path

import pytest

from rakor.lib.sheets import read_sheet
from rakor.lib.standard_sheet import read_standard

FOLDER = Path(__file__).resolve().parents[1] / "data"


def problems(name):
    return [(problem.cell, problem.code) for problem in read_standard(read_sheet(FOLDER / name)).problems]


def test_one_bad_cell_is_refused_and_the_mended_sheet_is_clean():
    assert problems("standar-satu-salah.xlsx") == [("F4", "bad_number")]
    mended = read_standard(read_sheet(FOLDER / "standar-diperbaiki.xlsx"))
    assert mended.is_clean
    assert [str(row.value) for row in mended.rows] == ["57.25", "61.5", "70", "68.5"]
    assert (mended.rows[2].target_low, mended.rows[2].target_high) == (60, 70)


def test_a_sheet_full_of_faults_tells_them_all():
    assert problems("standar-banyak-salah.xlsx") == [
        ("A3", "ambiguous_region"),
        ("A4", "ambiguous_region"),
        ("C5", "year_out_of_range"),
        ("D6", "bad_period"),
        ("E7", "bad_number"),
        ("F7", "ambiguous_number"),
        ("F8", "formula_without_value"),
        ("F9", "missing_required"),
        ("G9", "missing_required"),
        ("F10", "duplicate_in_file"),
    ]


def test_a_missing_column_is_named():
    (problem,) = read_standard(read_sheet(FOLDER / "standar-tanpa-sumber.csv")).problems
    assert (problem.code, problem.column) == ("missing_column", "sumber")


@pytest.mark.parametrize(
    ("at", "region", "period", "value", "target"),
    [(0, "15.01", "B04", "57.25", (60, None)), (1, "15.02", "TW1", "61.5", (7, 8))],
)
def test_columns_in_any_order(at, region, period, value, target):
    reading = read_standard(read_sheet(FOLDER / "standar-urutan-lain.csv"))
    assert reading.is_clean
    row = reading.rows[at]
    assert (row.region_code, row.period_code, row.value) == (region, period, Decimal(value))
    assert (row.target_low, row.target_high) == target
