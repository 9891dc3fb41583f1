"""Lists of officers as offices send them: read under any title, every oddity told by its cell."""

from pathlib import Path

import pytest

from rakor.lib.officer_sheet import MOST_ROWS, read_officers, template_csv
from rakor.lib.personnames import person_key
from rakor.lib.sheets import read_sheet

SAMPLE = Path(__file__).resolve().parents[1] / "data/daftar-pejabat.xlsx"
TITLES = "Nama;Jabatan;Unit kerja;E-mail"


def read(*rows, titles=TITLES):
    return read_officers(read_sheet("\r\n".join([titles, *rows]).encode(), "daftar.csv"))


def told(reading):
    return [(problem.code, problem.cell) for problem in reading.problems]


def test_the_sample_is_read_as_it_should_be():
    reading = read_officers(read_sheet(SAMPLE))
    assert told(reading) == [
        ("bad_email", "F6"),
        ("missing_required", "F7"),
        ("two_addresses", "F9"),
        ("no_person", "B10"),
    ]
    kerinci = "Dinas Sosial Kab. Kerinci"
    whole = [(row.name, row.office, row.unit, row.email) for row in reading.rows if row.email]
    assert whole == [
        (
            "Drs. H. Contoh Maulana, M.Si",
            "Kepala Dinas",
            kerinci,
            "contoh.maulana@example.id",
        ),
        ("CONTOH RAHMA, S.Sos.", "Plt. Kabid Rehsos", "Dinsos Kabupaten Merangin", "contoh.rahma@example.id"),
        (
            "Contoh Hendra, SE",
            "Kasubbag Perencanaan",
            kerinci,
            "hendra.contoh@example.id",
        ),
    ]


def test_what_was_tidied_left_out_or_doubled_is_said():
    notes = read_officers(read_sheet(SAMPLE)).notes
    assert notes == [
        "Kolom NIP, No. WA tidak dibaca dan tidak disimpan.",
        "Sel F5: surel dibaca tanpa spasi di tepi dan dengan huruf kecil.",
        "Baris 12 tidak dibaca: tidak memuat orang.",
        "Baris 7 dan 8 memuat nama yang sama (Contoh Hendra, SE). Pastikan bukan satu orang.",
    ]


def test_numbers_by_which_a_person_is_known_are_nowhere_in_what_was_read():
    everything = str(read_officers(read_sheet(SAMPLE)))
    assert "1980010120" not in everything
    assert "08120000" not in everything


@pytest.mark.parametrize("titles", [
    "Nama;Jabatan;Unit;Surel",
    "NAMA LENGKAP DAN GELAR;Jabatan;Perangkat Daerah;Alamat E-mail",
    "nama_lengkap;jabatan;unit_kerja;e-mail",
    "Nama Pejabat;Nama Jabatan;Kabupaten/Kota;EMAIL",
])  # fmt: skip
def test_titles_are_known_however_they_are_written(titles):
    reading = read("Contoh Satu;Kepala;Kerinci;satu@example.id", titles=titles)
    assert (reading.problems, reading.notes) == ([], [])
    assert reading.rows[0].unit == "Kerinci"


def test_a_code_and_an_account_name_do_as_well():
    reading = read("Contoh Satu;15.01;contoh.satu", titles="Nama;Kode wilayah;Nama akun")
    assert reading.problems == []
    assert (reading.rows[0].code, reading.rows[0].username) == ("15.01", "contoh.satu")


@pytest.mark.parametrize(("titles", "code"), [
    ("Nama;Jabatan", "missing_column"),
    ("Nama;Unit kerja", "missing_column"),
    ("Unit kerja;E-mail", "no_header"),
    ("Nama;Unit;Email;Surel", "duplicate_column"),
    ("Judul;Lain", "no_header"),
])  # fmt: skip
def test_columns_that_are_not_there_or_twice(titles, code):
    assert [problem.code for problem in read("a;b;c;d", titles=titles).problems] == [code]


def test_a_column_of_another_kind_is_named_and_left_alone():
    reading = read("Contoh Satu;x;Kerinci;satu@example.id", titles="Nama;Golongan;Unit;Surel")
    assert reading.notes == ["Kolom yang tidak dikenal tidak dibaca: Golongan."]


@pytest.mark.parametrize(("row", "problem"), [
    ("Contoh Satu;Kepala;Kerinci;", ("missing_required", "D2")),
    ("Contoh Satu;Kepala;;satu@example.id", ("missing_required", "C2")),
    (";Kepala;Kerinci;satu@example.id", ("no_person", "A2")),
    ("-;Kepala;Kerinci;satu@example.id", ("no_person", "A2")),
    ("Belum ditunjuk;Kepala;Kerinci;", ("no_person", "A2")),
    ("Contoh Satu;Kepala;Kerinci;satu@", ("bad_email", "D2")),
    ("Contoh Satu;Kepala;Kerinci;satu@example.id, dua@example.id", ("two_addresses", "D2")),
])  # fmt: skip
def test_each_problem_is_told_by_its_cell(row, problem):
    assert told(read(row)) == [problem]


def test_all_problems_come_at_once():
    reading = read(";Kepala;;", "Contoh Satu;;;satu", "Contoh Dua;;Kerinci;dua@example.id")
    assert told(reading) == [("no_person", "A2"), ("bad_email", "D3"), ("missing_required", "C3")]


def test_one_address_is_one_person():
    reading = read("Contoh Satu;;Kerinci;a@example.id", "Contoh Dua;;Kerinci;A@example.id")
    assert told(reading) == [("duplicate_in_file", "D3")]
    assert "Sama dengan baris 2" in reading.problems[0].message


def test_a_bad_account_name():
    reading = read("Contoh Satu;15.01;contoh satu", titles="Nama;Kode;Akun")
    assert told(reading) == [("bad_username", "C2")]


def test_a_row_of_column_numbers_is_not_a_person():
    reading = read("1;2;3;4", "Contoh Satu;;Kerinci;satu@example.id")
    assert reading.notes == ["Baris 2 tidak dibaca: nomor kolom."]
    assert len(reading.rows) == 1


def test_a_list_without_a_name_or_with_too_many():
    assert told(read(";;;;x")) == [("no_data_rows", "")]
    many = read(*(f"Contoh Nomor {one};;Kerinci;p{one}@example.id" for one in range(MOST_ROWS + 1)))
    assert told(many) == [("too_many_rows", "")]


def test_the_empty_list_can_be_filled_and_read():
    filled = template_csv() + "Contoh Satu;Kepala;15.01;Kerinci;satu@example.id;\r\n"
    assert read_officers(read_sheet(filled.encode(), "daftar.csv")).problems == []


@pytest.mark.parametrize("other", ["CONTOH LIM, S.Psi.", "dr. Contoh Lim", "Hj. contoh  lim, M.Kes"])
def test_titles_make_no_other_person(other):
    assert person_key("Contoh Lim, S.Psi") == person_key(other)
