"""The standard sheet, from cells to typed rows."""

from decimal import Decimal

import pytest

from rakor.lib.sheets import SheetProblem, read_sheet
from rakor.lib.standard_sheet import COLUMNS, StandardRow, read_standard, template_csv
from tests.lib.workbooks import EMPTY, number, row, standard, standard_row, text, workbook

STYLES = ["0.00%", "dd/mm/yyyy"]
PERCENT, DATE = 1, 2


def read(*rows):
    return read_standard(read_sheet(workbook(standard(*rows), formats=STYLES), "lembar.xlsx"))


def problem_of(**cells):
    """The one problem of a right row with this cell replaced."""
    (problem,) = read(standard_row(**cells)).problems
    return problem


def csv(*lines, titles):
    return read_standard(read_sheet("\n".join((titles, *lines)).encode(), "lembar.csv"))


def test_a_right_row_is_typed_and_knows_its_cells():
    (found,) = read(standard_row(target=number("80"), keterangan=text("  Nilai \n A "))).rows
    assert found == StandardRow(
        row=2,
        region_code="15.01",
        indicator_code="MCP",
        year=2018,
        period_code="TAHUNAN",
        target_low=Decimal(80),
        target_high=None,
        value=Decimal(55),
        source="Berita",
        note="Nilai A",
        cells={name: f"{letter}2" for name, letter in zip(COLUMNS, "ABCDEFGHIJK", strict=True)},
    )


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("92.030000000000001"), "92.03"),
        (number("0"), "0"),
        (number("0.855", PERCENT), "85.5"),
        (text("87,5"), "87.5"),
        (text("1.234,56"), "1234.56"),
        (text("nihil"), "0"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
    ],
)
def test_values(cell, value):
    reading = read(standard_row(realisasi=cell))
    assert reading.is_clean
    assert str(reading.rows[0].value) == value


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        (text("7–8"), 7, 8),
        (text("80"), 80, None),
        (number("0.8", PERCENT), 80, None),
        (EMPTY, None, None),
        (text("-"), None, None),
    ],
)
def test_targets(cell, low, high):
    reading = read(standard_row(target=cell))
    assert reading.is_clean
    assert (reading.rows[0].target_low, reading.rows[0].target_high) == (low, high)


PROBLEMS = [
    ("kode_wilayah", EMPTY, "missing_required"),
    ("kode_wilayah", number("61.1"), "ambiguous_region"),
    ("kode_wilayah", number("1506"), "ambiguous_region"),
    ("kode_wilayah", number("45306", DATE), "wrong_type"),
    ("kode_wilayah", text("Kerinci"), "unknown_region"),
    ("kode_indikator", EMPTY, "missing_required"),
    ("kode_indikator", text("X" * 31), "text_too_long"),
    ("kode_indikator", text("MCP\u200b"), "control_character"),
    ("kode_indikator", '<c t="b"><v>1</v></c>', "wrong_type"),
    ("kode_indikator", number("1.1"), "wrong_type"),
    ("tahun", EMPTY, "missing_required"),
    ("tahun", number("45658"), "year_out_of_range"),
    ("tahun", number("2018.5"), "bad_year"),
    ("tahun", text("dua ribu"), "bad_year"),
    ("tahun", number("45306", DATE), "wrong_type"),
    ("periode", EMPTY, "missing_required"),
    ("periode", text("kapan saja"), "bad_period"),
    ("periode", number("1"), "bad_period"),
    ("periode", number("45306", DATE), "wrong_type"),
    ("target", text("tinggi"), "bad_number"),
    ("target", text("8–7"), "bad_number"),
    ("target", number("45306", DATE), "wrong_type"),
    ("target", number("0.1234567"), "too_many_digits"),
    ("target", text("7–8,1234567"), "too_many_digits"),
    ("realisasi", EMPTY, "missing_required"),
    ("realisasi", text("-"), "missing_required"),
    ("realisasi", text("tujuh"), "bad_number"),
    ("realisasi", text("3.431"), "ambiguous_number"),
    ("realisasi", number("1e400"), "not_finite"),
    ("realisasi", number("12345678901234567"), "too_many_digits"),
    ("realisasi", number("85.333333333333329"), "too_many_digits"),
    ("realisasi", number("45306", DATE), "wrong_type"),
    ("realisasi", '<c t="b"><v>1</v></c>', "wrong_type"),
    ("realisasi", '<c t="e"><v>#DIV/0!</v></c>', "formula_error"),
    ("realisasi", "<c><f>A1/2</f></c>", "formula_without_value"),
    ("sumber", EMPTY, "missing_required"),
    ("sumber", text("X" * 151), "text_too_long"),
    ("sumber", number("45306", DATE), "wrong_type"),
    ("sumber", text("NIK 1501014507850001"), "personal_data"),
    ("keterangan", text("budi@contoh.id"), "personal_data"),
    ("per_tanggal", text("akhir Juni"), "bad_date"),
    ("per_tanggal", text("31 Juni 2024"), "bad_date"),
    ("per_tanggal", text("30/6/24"), "ambiguous_date"),
    ("per_tanggal", text("30 Juni 0024"), "bad_date"),
    ("per_tanggal", number("45473"), "bad_date"),
    ("per_tanggal", '<c t="b"><v>1</v></c>', "wrong_type"),
    ("per_tanggal", "<c><f>TODAY()</f></c>", "formula_without_value"),
    ("satuan", text("X" * 31), "text_too_long"),
    ("satuan", text("0812-3456-7890"), "personal_data"),
    ("satuan", number("45306", DATE), "wrong_type"),
    ("keadaan", text("hilang"), "bad_state"),
    ("keadaan", text("tidak berlaku"), "state_conflict"),
    ("keadaan", number("45306", DATE), "wrong_type"),
    ("keterangan", text("X" * 1001), "text_too_long"),
    ("keterangan", text("kiri\u202ekanan"), "control_character"),
    ("keterangan", '<c t="inlineStr"><is><t>a_x0007_b</t></is></c>', "control_character"),
]


@pytest.mark.parametrize(("column", "cell", "code"), PROBLEMS)
def test_what_cannot_stand_is_named_by_its_cell(column, cell, code):
    problem = problem_of(**{column: cell})
    assert (problem.code, problem.row, problem.column) == (code, 2, column)
    assert problem.cell == "ABCDEFGHIJK"[COLUMNS.index(column)] + "2"
    assert problem.message.endswith(".")
    assert not problem.is_file


def test_sentences_say_what_was_read_and_what_to_write():
    assert str(problem_of(realisasi=text("tujuh"))) == (
        'Sel F2 (realisasi): "tujuh" bukan angka. Tulis angka saja, misalnya 87,5.'
    )
    assert problem_of(realisasi=text("-")).message == (
        '"-" berarti tidak ada angka, dan itu bukan 0. '
        "Isi angkanya, tulis sebabnya di kolom keadaan, atau hapus barisnya."
    )
    assert problem_of(realisasi=EMPTY).message == (
        "Sel ini kosong, dan kosong bukan 0. "
        "Isi angkanya, tulis sebabnya di kolom keadaan, atau hapus barisnya."
    )
    assert str(problem_of(sumber=EMPTY)) == "Sel G2 (sumber): Sel ini kosong. Isi sumber."


def test_numbers_are_quoted_as_their_cells_show_them():
    assert problem_of(kode_wilayah=number("61.1")).message.startswith('"61,1" bukan kode daerah')
    assert problem_of(tahun=number("2018.5")).message.startswith('"2018,5" bukan tahun')


def test_whole_numbers_may_stand_where_words_are_expected():
    (found,) = read(standard_row(kode_indikator=number("101"), sumber=number("2024.0"))).rows
    assert (found.indicator_code, found.source) == ("101", "2024")


def test_every_problem_of_the_file_is_told_at_once_in_the_order_of_the_rows():
    reading = read(
        standard_row(tahun=text("x"), realisasi=text("y")),
        standard_row(),
        standard_row(),
        standard_row(kode_wilayah=number("1506"), sumber=EMPTY),
    )
    assert [(problem.row, problem.code) for problem in reading.problems] == [
        (2, "bad_year"),
        (2, "bad_number"),
        (4, "duplicate_in_file"),
        (5, "ambiguous_region"),
        (5, "missing_required"),
    ]
    assert [found.row for found in reading.rows] == [2, 3, 4, 5]
    assert not reading.is_clean


def test_a_field_that_could_not_be_read_is_empty_and_the_others_are_there():
    (found,) = read(standard_row(realisasi=text("tujuh"))).rows
    assert (found.value, found.region_code, found.source) == (None, "15.01", "Berita")


def test_equal_keys_are_refused_with_both_rows_named():
    rows = [standard_row(), standard_row(realisasi=number("60"), kode_indikator="mcp", sumber="BERITA ")]
    (problem,) = read(*rows).problems
    assert (problem.code, problem.row, problem.cell) == ("duplicate_in_file", 3, "F3")
    assert problem.message == (
        "Baris 3 sama dengan baris 2: daerah, indikator, tahun, periode, dan sumber kembar. Sisakan satu."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"sumber": "BPS"},
        {"tahun": number("2019")},
        {"periode": "SM1"},
        {"kode_wilayah": "15.02"},
        {"kode_indikator": "SPBE"},
    ],
)
def test_another_region_indicator_time_or_source_is_another_figure(other):
    assert read(standard_row(), standard_row(**other)).is_clean


def test_two_spellings_of_one_period_are_one_key():
    assert (
        read(standard_row(periode="B.04"), standard_row(periode="B4")).problems[0].code == "duplicate_in_file"
    )


def test_an_unusual_reading_is_said():
    reading = read(standard_row(periode="B-02"))
    assert reading.is_clean
    assert reading.rows[0].period_code == "BLN02"
    assert reading.notes == [
        'Baris 2: "B-02" dibaca Februari (BLN02): selain B04, B08, dan B12, huruf B diikuti nomor bulan.'
    ]


def test_hidden_rows_and_cells_without_a_title_are_said():
    rows = row("15.01", "x", "2018", "y", attributes=' hidden="1"') + row(*["x"] * 14)
    sheet = read_sheet(workbook(row("kode_wilayah", EMPTY, "tahun") + rows), "lembar.xlsx")
    assert read_standard(sheet).notes == [
        "Baris tersembunyi ikut dibaca: 2.",
        "Isi di luar kolom berjudul tidak dibaca: B2, D2, B3, D3, E3, F3, G3, H3, I3, J3, dan 4 lainnya.",
    ]


def test_missing_columns_and_bad_cells_are_told_together():
    reading = csv("15.1;2018", titles="kode_wilayah;tahun")
    assert [problem.code for problem in reading.problems] == [*["missing_column"] * 4, "ambiguous_region"]
    assert {problem.column for problem in reading.problems if problem.is_file} == {
        "kode_indikator",
        "periode",
        "realisasi",
        "sumber",
    }


def test_without_any_title_no_row_is_read():
    reading = csv("15.01;MCP", titles="a;b")
    assert [problem.code for problem in reading.problems] == ["no_header"]
    assert (reading.rows, reading.notes) == ([], [])


def test_a_row_with_more_fields_than_titles_has_slipped():
    reading = csv("15.01,MCP,2018,TAHUNAN,,55,Berita, 12-3-2019,ket", titles=",".join(COLUMNS[:8]))
    (problem,) = reading.problems
    assert (problem.code, problem.row) == ("ragged_row", 2)
    assert problem.message.startswith("Baris ini memuat 9 isian, sedangkan judulnya 8.")


def test_a_problem_that_only_the_database_can_tell_is_made_in_one_call():
    (found,) = read(standard_row()).rows
    assert found.problem("kode_wilayah", "unknown_region", "Tidak ada.") == SheetProblem(
        "unknown_region", 2, "kode_wilayah", "A2", "Tidak ada."
    )


def test_the_template_has_the_titles_and_no_row_that_would_be_imported():
    assert template_csv() == (
        "\ufeffkode_wilayah;kode_indikator;tahun;periode;target;realisasi;sumber;keterangan;"
        "per_tanggal;satuan;keadaan\r\n"
    )
    filled = template_csv() + "15.01;MCP;2018;TAHUNAN;;55;'-;\r\n"
    reading = read_standard(read_sheet(filled.encode(), "lembar.csv"))
    assert reading.is_clean
    assert reading.rows[0].source == "-"
