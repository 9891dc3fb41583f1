"""load_regions: all of it, again without a write, differences only, nothing deleted."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from records.models import Change
from regions import datafile, loading
from regions.models import Province, Regency, Unit, UnitName
from tests import factories as make
from tests.witness import watching

pytestmark = pytest.mark.django_db

REGIONS = datafile.read_regions()
NAMES = datafile.read_names({row.code for row in REGIONS})


def rows_of(*provinces):
    """A piece of the real file, to keep most tests short."""
    regions = [row for row in REGIONS if row.province_code in provinces]
    return regions, [row for row in NAMES if row.code[:2] in provinces]


def everything():
    models = [Unit, Province, Regency, UnitName]
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_load_and_a_second_one():
    said = StringIO()
    call_command("load_regions", stdout=said)
    assert "Daerah: 552 baru, 0 diubah, 0 tetap." in said.getvalue()
    assert (Province.objects.count(), Regency.objects.count()) == (38, 514)
    assert Unit.objects.regencies().filter(parent__kind="provinsi").count() == 514
    before = everything()

    said = StringIO()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        call_command("load_regions", stdout=said)
    assert "Daerah: 0 baru, 0 diubah, 552 tetap." in said.getvalue()
    assert not [
        query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ]
    assert len(queries) < 15
    assert everything() == before


def test_what_a_regency_holds():
    loading.store(*rows_of("15"))
    west = Regency.objects.get(code="15.06")
    assert west.kind == "kabkota"
    assert (west.name, west.bps_code, west.parent.code) == ("Tanjung Jabung Barat", "1507", "15")
    assert (west.regency_kind, west.capital, west.tile_column, west.tile_row) == (
        "kabupaten",
        "Kuala Tungkal",
        4,
        1,
    )
    assert (str(west.full_name), west.names.get(kind="singkatan").name) == (
        "Kabupaten Tanjung Jabung Barat",
        "Tanjab Barat",
    )
    assert str(Regency.objects.get(code="15.72").full_name) == "Kota Sungai Penuh"
    assert Province.objects.get(code="15").time_zone == "Asia/Jakarta"


def test_only_what_differs_is_changed_and_the_ledger_says_so():
    loading.store(*rows_of("15"))
    Regency.objects.filter(code="15.04").update(capital="Bulian")
    Unit.objects.filter(code="15.04").update(name="Batang Hari")
    regions, names = loading.store(*rows_of("15"))
    assert (regions.added, regions.changed, regions.same) == (0, 1, 11)
    assert (names.added, names.changed) == (0, 0)
    line = Change.objects.latest("id")
    assert line.pairs == {
        "name": ["Batang Hari", "Batanghari"],
        "capital": ["Bulian", "Muara Bulian"],
        "version": ["1", "2"],
    }
    assert (line.by, line.reason) == (None, "data/regions/regions.csv")


def test_every_row_of_a_first_load_is_in_the_ledger():
    with watching(is_request=False) as rows:
        loading.store(*rows_of("15"))
    assert Change.objects.count() == Unit.objects.count() + UnitName.objects.count()
    assert len(rows) > Change.objects.count()  # a region is a row in two tables
    with watching(is_request=False) as rows:
        loading.store(*rows_of("15"))
    assert rows == []


def test_codes_of_bps_can_be_exchanged():
    """Who had 1506 and 1507 the wrong way round gets them right, though each stands in the other's way."""
    loading.store(*rows_of("15"))
    Unit.objects.filter(code="15.06").update(bps_code="")
    Unit.objects.filter(code="15.07").update(bps_code="1507")
    Unit.objects.filter(code="15.06").update(bps_code="1506")
    loading.store(*rows_of("15"))
    assert Unit.objects.get(code="15.06").bps_code == "1507"
    assert Unit.objects.get(code="15.07").bps_code == "1506"


def test_names_are_changed_in_place_and_others_are_left_alone():
    loading.store(*rows_of("15"))
    kerinci = Unit.objects.get(code="15.01")
    make.make_unit_name(kerinci, "Sakti Alam Kerinci")
    UnitName.objects.filter(name="Tanjabbar").update(kind="lama")
    _regions, names = loading.store(*rows_of("15"))
    assert (names.added, names.changed) == (0, 1)
    assert UnitName.objects.get(name="Tanjabbar").kind == "sebutan"
    assert kerinci.names.exists()


def test_nothing_is_deleted():
    """A region that left the file keeps its row, and a province loaded alone does not disturb another."""
    loading.store(*rows_of("15", "61"))
    regions, names = rows_of("15")
    loading.store([row for row in regions if row.code != "15.09"], names)
    assert Regency.objects.filter(code__in=["15.09", "61.01"]).count() == 2


def test_regions_that_stand_already_keep_their_identity():
    kerinci = make.make_regency("15.01", "Kerinci")
    agency = make.make_agency("15.01-dinsos", "Dinas Sosial Kerinci", parent=kerinci)
    loading.store(*rows_of("15"))
    assert Regency.objects.get(code="15.01").pk == kerinci.pk
    agency.refresh_from_db()
    assert agency.parent_id == kerinci.pk


def test_half_a_load_is_no_load():
    regions, names = rows_of("15")
    twice = replace(regions[-1], code="15.73", bps_code=regions[-2].bps_code)
    with pytest.raises(IntegrityError, match="bps"):
        loading.store([*regions, twice], names)
    assert not Unit.objects.exists()


def test_a_broken_file_is_one_sentence(tmp_path, monkeypatch):
    text = (datafile.FOLDER / "regions.csv").read_text(encoding="utf-8")
    (tmp_path / "regions.csv").write_text(text.replace("15.01,kabupaten", "1501,kabupaten"), encoding="utf-8")
    monkeypatch.setattr(datafile, "FOLDER", tmp_path)
    with pytest.raises(CommandError) as refusal:
        call_command("load_regions")
    assert str(refusal.value) == "Berkas regions.csv baris 94: kode tidak sesuai jenisnya."
    assert not Unit.objects.exists()
