"""Columns are found by their titles."""

from rakor.lib.sheets import read_sheet
from rakor.lib.sheets.header import find_columns


def find(titles, needed=("kode", "tahun"), optional=("catatan",)):
    values = ";".join("x" for _title in titles.split(";"))
    return find_columns(read_sheet(f"{titles}\n{values}\n".encode(), "lembar.csv"), needed, optional)


def test_order_case_and_blanks_make_no_difference():
    found = find(" Catatan ;TAHUN;\N{NO-BREAK SPACE}kode")
    assert found.places == {"kode": 3, "tahun": 2, "catatan": 1}
    assert (found.problems, found.notes) == ([], [])


def test_a_space_may_stand_for_the_underscore():
    assert find("Kode  Wilayah;tahun", needed=("kode_wilayah", "tahun")).places["kode_wilayah"] == 1


def test_optional_columns_may_be_missing():
    assert find("kode;tahun").places == {"kode": 1, "tahun": 2}


def test_each_missing_column_is_named():
    found = find("kode;catatan", needed=("kode", "tahun", "nilai"))
    assert [(problem.code, problem.column) for problem in found.problems] == [
        ("missing_column", "tahun"),
        ("missing_column", "nilai"),
    ]
    assert str(found.problems[0]) == (
        'Kolom tahun: Judul "tahun" tidak ada. Tambahkan di baris 1 beserta isi kolomnya.'
    )


def test_a_column_titled_twice_is_in_neither_place():
    found = find("kode;tahun;Tahun")
    assert found.places == {"kode": 1}
    (problem,) = found.problems
    assert (problem.code, problem.row, problem.column, problem.cell) == ("duplicate_column", 1, "tahun", "C1")
    assert problem.message == 'Judul "tahun" tertulis lebih dari sekali: B1, C1. Sisakan satu.'


def test_unknown_columns_are_left_alone_and_said():
    found = find("kode;tahun;Warna;Warna;per_tanggal")
    assert found.problems == []
    assert found.notes == ["Kolom yang tidak dikenal tidak dibaca: Warna, Warna, per_tanggal."]


def test_a_first_row_without_any_title_of_ours_is_no_header():
    (problem,) = find("DATA PPKS;2024").problems
    assert (problem.code, problem.row) == ("no_header", 1)
    assert problem.message == "Baris berisi yang pertama harus memuat judul kolom: kode, tahun."
