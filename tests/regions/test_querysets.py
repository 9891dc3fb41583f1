from datetime import date, timedelta

import pytest

from accounts.choices import Scope
from regions.models import Assignment, Regency, Unit
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2022, 11, 11)


def codes(units):
    return [unit.code for unit in units]


@pytest.fixture
def units(kerinci, merangin, sambas, dinsos):
    """Two provinces, three regencies; agencies of a province, of a regency, of an agency and of none."""
    office = make.make_agency("15.01-dinsos", "Dinas Sosial Kerinci", parent=kerinci)
    make.make_agency("15.01-rsud", "RSUD Kerinci", parent=office)
    make.make_agency("kpk", "Komisi Pemberantasan Korupsi", abbreviation="KPK")
    make.make_unit_name(kerinci, "Sakti Alam Kerinci")
    make.make_unit_name(kerinci, "Kerinci Sakti")


@pytest.mark.usefixtures("units")
class TestUnits:
    def test_kinds(self):
        assert codes(Unit.objects.provinces()) == ["15", "61"]
        assert codes(Unit.objects.regencies()) == ["15.01", "15.02", "61.01"]
        assert codes(Unit.objects.agencies()) == ["15-dinsos", "15.01-dinsos", "15.01-rsud", "kpk"]
        assert codes(Unit.objects.regions()) == ["15", "15.01", "15.02", "61", "61.01"]

    def test_within_a_province_is_everything_below_it(self, jambi):
        below = ["15", "15-dinsos", "15.01", "15.01-dinsos", "15.01-rsud", "15.02"]
        assert codes(Unit.objects.within(jambi)) == below

    def test_within_a_regency_is_not_its_province(self, kerinci):
        assert codes(Unit.objects.within(kerinci)) == ["15.01", "15.01-dinsos", "15.01-rsud"]

    def test_within_an_agency(self, dinsos):
        assert codes(Unit.objects.within(dinsos)) == ["15-dinsos"]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("kerin", ["15.01", "15.01-dinsos", "15.01-rsud"]),
            ("  Merangin ", ["15.02"]),
            ("sakti", ["15.01"]),  # two aliases fit, the regency comes once
            ("15.0", ["15.01", "15.01-dinsos", "15.01-rsud", "15.02"]),
            ("61", ["61", "61.01"]),
            ("5.01", []),
            ("Pontianak", []),
        ],
    )
    def test_search(self, text, found):
        assert codes(Unit.objects.search(text)) == found

    def test_regencies_of_a_province(self, jambi):
        make.make_regency("15.71", "Kota Jambi", province=jambi)
        assert codes(Regency.objects.of_province(jambi)) == ["15.01", "15.02", "15.71"]
        assert codes(Regency.objects.of_province(jambi, "kota")) == ["15.71"]
        assert codes(Regency.objects.of_province(jambi, "kabupaten")) == ["15.01", "15.02"]


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "stood"),
    [
        (None, None, True),
        (DAY, None, True),
        (DAY + timedelta(1), None, False),
        (None, DAY, True),
        (None, DAY - timedelta(1), False),
        (DAY, DAY, True),
        (DAY - timedelta(9), DAY - timedelta(1), False),
    ],
)
def test_valid_on(jambi, valid_from, valid_to, stood):
    make.make_regency("15.01", province=jambi, valid_from=valid_from, valid_to=valid_to)
    assert Unit.objects.regencies().valid_on(DAY).exists() is stood


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "holds"),
    [
        (DAY, None, True),
        (DAY + timedelta(1), None, False),
        (DAY - timedelta(1), DAY, True),
        (DAY - timedelta(2), DAY - timedelta(1), False),
    ],
)
def test_assignments_in_force(starts_on, ends_on, holds):
    user = make.make_user("orang-bertugas")
    make.make_assignment(user, scope=Scope.ALL, starts_on=starts_on, ends_on=ends_on)
    assert Assignment.objects.in_force(DAY).exists() is holds
