"""The optional columns of the standard sheet: as of which day, in which unit, or why there is no figure."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.dates import format_date
from rakor.lib.figure_states import WORDS, read_state
from rakor.lib.refusals import Refused
from rakor.lib.sheets import read_sheet
from rakor.lib.standard_sheet import read_standard

TITLES = ["keadaan", "realisasi", "satuan", "sumber", "kode_wilayah", "per_tanggal", "tahun", "periode"]
RIGHT = {
    "kode_wilayah": "61.01",
    "kode_indikator": "PPKS-01",
    "tahun": 2024,
    "periode": "SM1",
    "realisasi": 31,
    "sumber": "Dinas Sosial",
}


def read(*rows, titles=(*TITLES, "kode_indikator")):
    """The rows of a workbook as a spreadsheet program writes it."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(titles)
    for cells in rows:
        book.active.append([(RIGHT | cells).get(title) for title in titles])
    file = BytesIO()
    book.save(file)
    return read_standard(read_sheet(file.getvalue(), "lembar.xlsx"))


def one(**cells):
    reading = read(cells)
    assert reading.problems == []
    return reading.rows[0]


def faults(**cells):
    return [(problem.code, problem.column, problem.cell) for problem in read(cells).problems]


@pytest.mark.parametrize(
    "written",
    [
        date(2024, 6, 30),
        datetime(2024, 6, 30, 15, 45),  # noqa: DTZ001 a cell knows no zone
        "30 Juni 2024",
        "30 JUNI 2024",
        "30/6/2024",
        "30.06.2024",
        "2024-06-30",
        "Minggu, 30 Juni 2024",
    ],
)
def test_a_day_in_words_in_figures_or_as_a_date_cell(written):
    assert one(per_tanggal=written).cut_off_on == date(2024, 6, 30)


def test_absent_columns_and_empty_cells_say_nothing():
    bare = read({}, titles=tuple(RIGHT)).rows[0]
    empty = one(per_tanggal=None, satuan=" ", keadaan="")
    for row in (bare, empty):
        assert (row.value, row.cut_off_on, row.measure_unit, row.state) == (31, None, "", "value")


def test_a_unit_is_kept_as_written():
    assert one(satuan="  Jiwa ").measure_unit == "Jiwa"


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("spell", [str, str.upper, lambda text: text.replace(" ", "_"), str.title])
def test_a_state_by_code_or_by_its_words(code, spell):
    assert read_state(spell(code)) == read_state(spell(WORDS[code])) == code


@pytest.mark.parametrize("empty", [None, "-", "n/a", "  "])
def test_a_state_explains_why_there_is_no_figure(empty):
    row = one(realisasi=empty, keadaan="Tidak berlaku", per_tanggal="30 Juni 2024")
    assert (row.value, row.state, row.cut_off_on) == (None, "not_applicable", date(2024, 6, 30))


def test_a_figure_may_say_that_it_is_one():
    assert one(keadaan="ada nilai").value == Decimal(31)


def test_a_figure_and_a_state_together_are_refused():
    assert faults(keadaan="ditahan") == [("state_conflict", "keadaan", "A2")]
    assert faults(keadaan="ditahan", realisasi=0) == [("state_conflict", "keadaan", "A2")]
    assert faults(keadaan="ditahan", realisasi="nihil") == [("state_conflict", "keadaan", "A2")]


@pytest.mark.parametrize("empty", [None, "-", "n/a"])
@pytest.mark.parametrize("state", [None, "ada nilai"])
def test_neither_is_refused(empty, state):
    assert faults(realisasi=empty, keadaan=state) == [("missing_required", "realisasi", "B2")]


def test_an_unknown_state_is_the_only_problem_of_its_row():
    assert faults(realisasi=None, keadaan="entah") == [("bad_state", "keadaan", "A2")]


def test_a_figure_that_cannot_be_read_is_named_beside_its_state():
    assert faults(realisasi="tujuh", keadaan="ditahan") == [("bad_number", "realisasi", "B2")]


def test_nothing_reported_and_no_source_says_nothing():
    reading = read({"realisasi": None, "sumber": None, "keadaan": "belum lapor"})
    assert reading.is_clean
    assert "Baris 2: belum lapor dan tanpa sumber, jadi tidak ada yang dicatat." in reading.notes
    assert faults(realisasi=None, sumber=None, keadaan="ditahan") == [("missing_required", "sumber", "D2")]


@given(st.dates(date(1945, 1, 1), date(2100, 12, 31)))
def test_every_day_that_is_written_is_read(day):
    for written in (format_date(day), format_date(day, weekday=True), f"{day:%d/%m/%Y}", day.isoformat()):
        assert one_line(per_tanggal=written).cut_off_on == day


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_whatever_stands_there_is_read_or_refused(written):
    for column in ("per_tanggal", "satuan", "keadaan"):
        reading = csv_reading(**{column: written})
        assert all(problem.column == column for problem in reading.problems)
    try:
        assert read_state(written) in WORDS
    except Refused as refusal:
        assert refusal.code == "bad_state"


def one_line(**cells):
    reading = csv_reading(**cells)
    assert reading.is_clean
    return reading.rows[0]


def csv_reading(**cells):
    """One row as a text file, its cells in quotes, so that nothing written in them ends the cell."""
    values = {"per_tanggal": "", "satuan": "", "keadaan": ""} | RIGHT | cells
    quoted = ['"{}"'.format(str(value).replace('"', '""')) for value in values.values()]
    text = ";".join(values) + "\r\n" + ";".join(quoted) + "\r\n"
    return read_standard(read_sheet(text.encode(), "lembar.csv"))
