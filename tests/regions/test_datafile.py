"""The data file as it stands in the repository, and files broken on purpose."""

import pytest

from regions import datafile
from regions.datafile import BrokenFile

# Kemendagri and BPS codes of two provinces, whose two schemes differ.
JAMBI = {
    "15.01": ("Kerinci", "1501"),
    "15.02": ("Merangin", "1502"),
    "15.03": ("Sarolangun", "1503"),
    "15.04": ("Batanghari", "1504"),
    "15.05": ("Muaro Jambi", "1505"),
    "15.06": ("Tanjung Jabung Barat", "1507"),
    "15.07": ("Tanjung Jabung Timur", "1506"),
    "15.08": ("Bungo", "1509"),
    "15.09": ("Tebo", "1508"),
    "15.71": ("Kota Jambi", "1571"),
    "15.72": ("Kota Sungai Penuh", "1572"),
}
KALIMANTAN_BARAT = {
    "61.01": ("Sambas", "6101"),
    "61.02": ("Mempawah", "6104"),
    "61.03": ("Sanggau", "6105"),
    "61.04": ("Ketapang", "6106"),
    "61.05": ("Sintang", "6107"),
    "61.06": ("Kapuas Hulu", "6108"),
    "61.07": ("Bengkayang", "6102"),
    "61.08": ("Landak", "6103"),
    "61.09": ("Sekadau", "6109"),
    "61.10": ("Melawi", "6110"),
    "61.11": ("Kayong Utara", "6111"),
    "61.12": ("Kubu Raya", "6112"),
    "61.71": ("Kota Pontianak", "6171"),
    "61.72": ("Kota Singkawang", "6172"),
}


@pytest.fixture(scope="module")
def rows():
    return datafile.read_regions()


def regencies_of(rows, province):
    return {row.code: row for row in rows if not row.is_province and row.province_code == province}


def test_counts(rows):
    kinds = [row.kind for row in rows]
    assert (kinds.count("provinsi"), kinds.count("kabupaten"), kinds.count("kota")) == (38, 416, 98)


@pytest.mark.parametrize(
    ("province", "number"),
    [("11", 23), ("12", 33), ("15", 11), ("31", 6), ("33", 35), ("35", 38), ("61", 14), ("91", 9), ("93", 4)],
)
def test_counts_of_a_province(rows, province, number):
    assert len(regencies_of(rows, province)) == number


@pytest.mark.parametrize(("province", "known"), [("15", JAMBI), ("61", KALIMANTAN_BARAT)])
def test_both_code_schemes_stand_side_by_side(rows, province, known):
    found = {code: (row.name, row.bps_code) for code, row in regencies_of(rows, province).items()}
    assert found == known


def test_kota_and_only_kota_have_codes_from_71(rows):
    kota = {row.code for row in rows if row.kind == "kota"}
    assert kota == {row.code for row in rows if not row.is_province and int(row.code[3:]) >= 71}


def test_papua_has_no_bps_codes_and_all_others_have(rows):
    """Those known are older than the provinces of 2022."""
    without = {row.province_code for row in rows if not row.bps_code}
    assert without == {"91", "92", "93", "94", "95", "96"}
    assert not [row.code for row in rows if row.bps_code and row.province_code in without]


def test_names_are_official_ones_without_the_kind(rows):
    names = {row.code: row.name for row in rows}
    assert names["34"] == "Daerah Istimewa Yogyakarta"
    assert names["31"] == "Daerah Khusus Ibukota Jakarta"
    assert not [
        name
        for name in names.values()
        if name.startswith(("Kabupaten", "Kab.", "Provinsi")) or name.isupper()
    ]


def test_time_zones(rows):
    zones = {row.code: row.time_zone for row in rows if row.is_province}
    assert (zones["15"], zones["61"], zones["62"]) == ("Asia/Jakarta",) * 3
    assert (zones["51"], zones["63"]) == ("Asia/Makassar",) * 2
    assert (zones["81"], zones["91"]) == ("Asia/Jayapura",) * 2


def test_every_regency_has_a_capital(rows):
    assert not [row.code for row in rows if not row.is_province and not row.capital]


def test_names_file_is_sound(rows):
    names = datafile.read_names({row.code for row in rows})
    written = {(name.code, name.name): name for name in names}
    assert written["15.06", "Tanjab Barat"].kind == "singkatan"
    assert written["61.02", "Kabupaten Pontianak"].decree == "PP 58/2014"
    assert str(written["12.12", "Toba Samosir"].valid_to) == "2020-02-25"


# Files broken one way each. The real file is the template, so that nothing else is wrong with them.


@pytest.fixture
def broken(tmp_path):
    """broken(old, new) is a copy of regions.csv in which one piece of text is replaced."""

    def make(old, new, name="regions.csv"):
        text = (datafile.FOLDER / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand once in {name}"
        path = tmp_path / name
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return make


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("15.01,kabupaten,Kerinci", "15.73,kabupaten,Kerinci", "baris .*: kode tidak sesuai jenisnya"),
        ("15.71,kota,Kota Jambi", "15.10,kota,Kota Jambi", "baris .*: kode tidak sesuai jenisnya"),
        ("15.71,kota,Kota Jambi", "15.71,kota,Jambi", "baris .*: nama dan jenis tidak sesuai"),
        ("15.01,kabupaten,Kerinci", "15.01,distrik,Kerinci", "baris .*: jenis bukan"),
        ("15.01,kabupaten,Kerinci", "1501,kabupaten,Kerinci", "baris .*: kode tidak sesuai"),
        ("15.01,kabupaten,Kerinci", "15.01,kabupaten, Kerinci", "baris .*: nama kosong atau berspasi"),
        ("Kerinci,1501", "Kerinci,15.01", "baris .*: kode BPS tidak terbaca"),
        ("Kerinci,1501", "Kerinci,1502", r"kode BPS 1502 tertulis dua kali"),
        ("-2.032,101.465", "101.465,-2.032", "baris .*: titik tengah di luar Indonesia"),
        ("-2.032,101.465", "selatan,101.465", "baris .*: angka atau tanggal tidak terbaca"),
        ("-2.032,101.465", "NaN,101.465", "baris .*: angka atau tanggal tidak terbaca"),
        ("-2.032,101.465", "101.465", "baris .*: kolom kurang"),
        ("15,provinsi,Jambi,15,,,,WIB", "15,provinsi,Jambi,15,,,,WIT+7", "baris .*: zona waktu"),
        ("15,provinsi,Jambi,15,,,,WIB", "20,provinsi,Jambi,20,,,,WIB", "provinsi dari 15.01"),
        ("101.465,,1,2", "101.465,,2,2", r"petak 15 \(2, 2\) dipakai dua daerah"),
        ("kode,jenis,", "code,jenis,", "baris 2: kolom kurang"),
    ],
)
def test_a_broken_line_is_named(broken, old, new, sentence):
    with pytest.raises(BrokenFile, match=sentence) as refusal:
        datafile.read_regions(broken(old, new))
    assert "regions.csv" in str(refusal.value)
    assert str(refusal.value).count(".\n") == 0


def test_a_missing_region_is_counted(tmp_path):
    lines = (datafile.FOLDER / "regions.csv").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "regions.csv"
    path.write_text("\n".join(line for line in lines if not line.startswith("15.09")), encoding="utf-8")
    with pytest.raises(BrokenFile, match="jumlah daerah tidak sesuai: 415 kabupaten"):
        datafile.read_regions(path)


def test_a_repeated_region_is_refused(broken):
    with pytest.raises(BrokenFile, match=r"kode 15.01 tertulis dua kali"):
        datafile.read_regions(broken("15.02,kabupaten,Merangin", "15.01,kabupaten,Merangin"))


def test_a_missing_file_and_a_file_in_another_encoding(tmp_path):
    with pytest.raises(BrokenFile, match="tidak ada"):
        datafile.read_regions(tmp_path / "regions.csv")
    (tmp_path / "regions.csv").write_bytes("kode,jenis\n15,Jamb\xed".encode("latin-1"))
    with pytest.raises(BrokenFile, match="bukan teks UTF-8"):
        datafile.read_regions(tmp_path / "regions.csv")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("15.06,Tanjabbar,sebutan", "15.99,Tanjabbar,sebutan", "kode 15.99 tidak ada"),
        (
            "15.06,Tanjabbar,sebutan",
            "15.06,Tanjab Barat,sebutan",
            "nama 15.06 Tanjab Barat tertulis dua kali",
        ),
        ("15.06,Tanjabbar,sebutan", "15.06,Tanjabbar,singkatan", "15.06 mempunyai lebih dari satu singkatan"),
        ("15.06,Tanjabbar,sebutan", "15.06,Tanjabbar,julukan", "baris .*: jenis nama tidak dikenal"),
        ("15.06,Tanjabbar,sebutan", "15.06,,sebutan", "baris .*: nama kosong"),
        ("2020-02-25", "25/02/2020", "baris .*: angka atau tanggal tidak terbaca"),
    ],
)
def test_a_broken_name_is_named(broken, rows, old, new, sentence):
    codes = {row.code for row in rows}
    with pytest.raises(BrokenFile, match=sentence):
        datafile.read_names(codes, broken(old, new, "names.csv"))
