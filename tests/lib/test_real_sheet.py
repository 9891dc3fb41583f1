"""The real input: 33 press figures of all eleven regencies and cities of Jambi, as .xlsx and as CSV."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from rakor.lib.sheets import read_sheet
from rakor.lib.standard_sheet import read_standard

ROOT = Path(__file__).resolve().parents[2]
SHEETS = [ROOT / "data/demo/mcp-ombudsman-jambi.xlsx", ROOT / "data/demo/mcp-ombudsman-jambi.csv"]
EXPECTED = ROOT / "tests/data/standar-expected.csv"
CELLS = ROOT / "tests/data/standar-cells.csv"


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.suffix)
def test_every_value_is_read_right_and_nothing_else_is_said(path):
    reading = read_standard(read_sheet(path))
    assert (reading.problems, reading.notes) == ([], [])
    assert [
        (row.region_code, row.indicator_code, row.year, row.period_code, row.value, row.source, row.note)
        for row in reading.rows
    ] == [
        (
            right["kode_wilayah"],
            right["kode_indikator"],
            int(right["tahun"]),
            right["periode"],
            Decimal(right["realisasi"]),
            right["sumber"],
            right["keterangan"],
        )
        for right in table(EXPECTED)
    ]
    assert len(reading.rows) == 33
    assert all(row.target_low is None and row.target_high is None for row in reading.rows)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.suffix)
def test_every_value_knows_the_cell_it_came_from(path):
    rows = read_standard(read_sheet(path)).rows
    origins = {(row.region_code, row.indicator_code, str(row.year)): row.cells["realisasi"] for row in rows}
    assert origins == {
        (right["kode_wilayah"], right["kode_indikator"], right["tahun"]): right["sel"]
        for right in table(CELLS)
    }


def test_both_files_and_the_table_of_right_values_read_the_same():
    first, second, third = (read_standard(read_sheet(path)).rows for path in (*SHEETS, EXPECTED))
    keys = [[(row.key, row.value, row.note) for row in rows] for rows in (first, second, third)]
    assert keys[0] == keys[1] == keys[2]
