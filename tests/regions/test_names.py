"""What somebody wrote, and which regions it may mean."""

import pytest
from django.db import transaction

from regions import datafile, loading
from regions.models import Province, Unit
from regions.names import RegionNames, find_region, picture_names
from tests import factories as make


@pytest.fixture(scope="module")
def names(django_db_setup, django_db_blocker):
    """The names of the whole country, read once: RegionNames needs no database afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        regions = datafile.read_regions()
        loading.store(regions, datafile.read_names({row.code for row in regions}))
        known = RegionNames()
        transaction.set_rollback(True)
    return known


def codes(units):
    return [unit.code for unit in units]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("15", ["15"]),
        ("15.01", ["15.01"]),
        (" 15.01 ", ["15.01"]),
        ("Kerinci", ["15.01"]),
        ("KERINCI", ["15.01"]),
        ("Kab. Kerinci", ["15.01"]),
        ("Kab Kerinci", ["15.01"]),
        ("Kabupaten  Kerinci", ["15.01"]),
        ("Pemkab Kerinci", ["15.01"]),
        ("Pemerintah Kabupaten Kerinci", ["15.01"]),
        ("Pemkot Sungai Penuh", ["15.72"]),
        ("Kota Sungai Penuh", ["15.72"]),
        ("sungaipenuh", ["15.72"]),
        ("Tanjab Barat", ["15.06"]),
        ("tanjabbar", ["15.06"]),
        ("Kab. Tanjab Timur", ["15.07"]),
        ("Batang Hari", ["15.04"]),
        ("Muara Jambi", ["15.05"]),
        ("KKR", ["61.12"]),
        ("KKU", ["61.11"]),
        ("Toli Toli", ["72.04"]),
        ("Kep. Seribu", ["31.01"]),
        ("Kota Adm. Jakarta Pusat", ["31.71"]),
        ("Provinsi Kep. Riau", ["21"]),
        ("Kalbar", ["61"]),
        ("DKI Jakarta", ["31"]),
        ("Toba Samosir", ["12.12"]),
    ],
)
def test_one_region(names, written, found):
    assert codes(names.find(written)) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Bogor", ["32.01", "32.71"]),
        ("Malang", ["35.07", "35.73"]),
        ("Serang", ["36.04", "36.73"]),
        ("Banjar", ["32.79", "63.03"]),
        ("Jambi", ["15", "15.71"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Yogyakarta", ["34", "34.71"]),
    ],
)
def test_shared_names_give_all_who_bear_them(names, written, found):
    assert codes(names.find(written)) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Kab. Bogor", ["32.01"]),
        ("Kota Bogor", ["32.71"]),
        ("Kota Banjar", ["32.79"]),
        ("Kabupaten Banjar", ["63.03"]),
        ("Provinsi Jambi", ["15"]),
        ("Pemprov Jambi", ["15"]),
        ("Kota Jambi", ["15.71"]),
        ("Kota Baru", ["63.02"]),
        ("Kotabaru", ["63.02"]),
        ("Kota Banjar Baru", ["63.72"]),
    ],
)
def test_the_kind_in_front_decides(names, written, found):
    assert codes(names.find(written)) == found


def test_a_former_name_that_names_its_kind_is_found_with_it_only(names):
    assert codes(names.find("Kabupaten Pontianak")) == codes(names.find("Kab. Pontianak")) == ["61.02"]
    assert codes(names.find("Pontianak")) == ["61.71"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "Kota",
        "Kab.",
        "Kerinc",
        "Jamb",
        "1506",
        "1501",
        "15.1",
        "61.1",
        "99",
        "15.99",
        "15.06.01",
        "Kota Kerinci",
        "Kab. Sungai Penuh",
    ],
)
def test_nothing_is_guessed(names, written):
    """A BPS code without a dot and a code that lost its zero least of all."""
    assert names.find(written) == []


@pytest.mark.django_db
def test_a_province_narrows():
    rows = [row for row in datafile.read_regions() if row.province_code in ("32", "63")]
    loading.store(rows, [])
    west_java, south = Province.objects.get(code="32"), Province.objects.get(code="63")
    assert codes(find_region("Banjar", province=west_java)) == ["32.79"]
    assert codes(find_region("Banjar", province=south)) == ["63.03"]
    assert codes(find_region("32.79", province=south)) == []
    assert codes(find_region("Jawa Barat", province=west_java)) == ["32"]


@pytest.mark.django_db
def test_agencies_are_no_regions(dinsos):
    assert find_region("Dinas Sosial Provinsi Jambi") == []


@pytest.mark.django_db
def test_two_queries_for_any_number_of_names(kerinci, sambas, django_assert_num_queries):
    make.make_unit_name(kerinci, "Sakti Alam Kerinci")
    with django_assert_num_queries(2):
        known = RegionNames()
        assert codes(known.find("sakti alam kerinci")) == ["15.01"]
        assert codes(known.find("Sambas")) == ["61.01"]


@pytest.mark.django_db
def test_picture_names_are_short_where_there_is_a_short_one(kerinci, merangin, django_assert_num_queries):
    make.make_unit_name(merangin, "Mrg", kind="singkatan")
    make.make_unit_name(kerinci, "Alam Kerinci", kind="sebutan")
    with django_assert_num_queries(2):
        short = picture_names(Unit.objects.regencies())
    assert short == {kerinci.pk: "Kerinci", merangin.pk: "Mrg"}
