"""Each constraint of regions.models, broken once; on both databases."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from accounts.choices import Role, Scope
from regions.models import Assignment, Regency, Unit, UnitName
from tests import factories as make

pytestmark = pytest.mark.django_db


def refused(constraint):
    """The database itself must say no; PostgreSQL names the constraint, SQLite sometimes only its columns."""
    return pytest.raises(IntegrityError, match=constraint)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("provinsi", "1"),
        ("provinsi", "151"),
        ("provinsi", "15.01"),
        ("provinsi", "jambi"),
        ("kabkota", "15"),
        ("kabkota", "1501"),
        ("kabkota", "15.1"),
        ("kabkota", "15.01.01"),
        ("kabkota", "15,01"),
        ("kabkota", "15.01-dinsos"),
        ("instansi", "15.01"),
        ("instansi", "15"),
        ("instansi", "15-"),
        ("instansi", "15-Dinsos"),
        ("instansi", "15 dinsos"),
        ("instansi", "1501-dinsos"),
        ("kecamatan", "15.01"),
    ],
)
def test_a_code_has_the_form_of_its_kind(jambi, kind, code):
    with refused("unit_code_form"), transaction.atomic():
        Unit.objects.create(kind=kind, code=code, name="X", parent=jambi)


@pytest.mark.parametrize(
    "code", ["kpk", "15-kesbangpol", "15.01-dinsos", "15.01-rsud-mh-thalib", "bkn-regional-7"]
)
def test_codes_of_agencies(jambi, code):
    make.make_agency(code, "X")


def test_a_code_is_given_once(kerinci):
    with refused("(?i)unique.*code"), transaction.atomic():
        make.make_regency("15.01", "Kerinci Baru", province=kerinci.parent)


def test_a_regency_has_a_province():
    with refused("unit_regency_has_province"), transaction.atomic():
        Unit.objects.create(kind="kabkota", code="15.01", name="Kerinci")


def test_a_bps_code_is_given_once(jambi):
    make.make_regency("15.06", "Tanjung Jabung Barat", province=jambi, bps_code="1507")
    with refused("unit_bps_unique|bps_code"), transaction.atomic():
        make.make_regency("15.07", "Tanjung Jabung Timur", province=jambi, bps_code="1507")


def test_many_may_have_no_bps_code(kerinci, merangin):
    assert kerinci.bps_code == merangin.bps_code == ""


def test_validity_does_not_end_before_it_begins(jambi):
    with refused("unit_valid_order"), transaction.atomic():
        make.make_regency("15.01", province=jambi, valid_from=date(2022, 1, 2), valid_to=date(2022, 1, 1))
    make.make_regency("15.01", province=jambi, valid_from=date(2022, 1, 1), valid_to=date(2022, 1, 1))


def test_a_unit_has_a_name_once(kerinci, merangin):
    make.make_unit_name(kerinci, "Alam Kerinci")
    make.make_unit_name(merangin, "Alam Kerinci")
    with refused("(?i)unitname_once|unique.*name"), transaction.atomic():
        UnitName.objects.create(unit=kerinci, name="Alam Kerinci", kind="lama")


def test_a_province_with_regencies_stays(kerinci):
    with pytest.raises(ProtectedError):
        kerinci.parent.delete()


def test_the_full_name():
    assert str(Regency(name="Kerinci", regency_kind="kabupaten").full_name) == "Kabupaten Kerinci"
    assert str(Regency(name="Kota Jambi", regency_kind="kota").full_name) == "Kota Jambi"


# Assignments


@pytest.fixture
def budi(db):
    return make.make_user("budi-penugasan")


USUAL = {
    Scope.OWN_UNIT: Role.OPERATOR,
    Scope.OWN_PROGRAM: Role.AGENCY_ADMIN,
    Scope.PROVINCE: Role.VERIFIER,
    Scope.THIS_RAKOR: Role.MINUTE_TAKER,
}


def assign(user, scope, **fields):
    fields.setdefault("role", USUAL.get(scope, Role.AUDITOR))
    fields.setdefault("starts_on", date(2024, 1, 1))
    with transaction.atomic():
        return Assignment.objects.create(user=user, scope=scope, **fields)


@pytest.mark.parametrize("scope", [Scope.OWN_UNIT, Scope.OWN_PROGRAM, Scope.PROVINCE])
def test_these_scopes_need_a_unit(budi, jambi, scope):
    with refused("assignment_scope_names_its_object"):
        assign(budi, scope)
    assign(budi, scope, unit=jambi)


def test_one_rakor_needs_its_rakor(budi, jambi):
    ends_on = date(2024, 3, 1)
    with refused("assignment_scope_names_its_object"):
        assign(budi, Scope.THIS_RAKOR, ends_on=ends_on)
    with refused("assignment_scope_names_its_object"):
        assign(budi, Scope.THIS_RAKOR, unit=jambi, ends_on=ends_on)
    assign(budi, Scope.THIS_RAKOR, object_ref="meetings.rakor:12", ends_on=ends_on)


def test_a_committee_ends(budi):
    with refused("assignment_committee_ends"):
        assign(budi, Scope.THIS_RAKOR, object_ref="meetings.rakor:12")


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.OPERATOR, Scope.PROVINCE),
        (Role.OPERATOR, Scope.ALL),
        (Role.PROVINCE_ADMIN, Scope.OWN_UNIT),
        (Role.AGENCY_ADMIN, Scope.PROVINCE),
        (Role.MINUTE_TAKER, Scope.ALL),
        (Role.LEADER, Scope.OWN_PROGRAM),
        ("superuser", Scope.ALL),
    ],
)
def test_a_role_reaches_no_further_than_the_table_says(budi, jambi, role, scope):
    with refused("assignment_role_within_its_scopes"):
        assign(budi, scope, role=role, unit=None if scope == Scope.ALL else jambi)


def test_all_is_not_all_of_something(budi, jambi):
    with refused("assignment_scope_names_its_object"):
        assign(budi, Scope.ALL, unit=jambi)
    assign(budi, Scope.ALL)


def test_an_unknown_scope_is_no_scope(budi, jambi):
    with refused("assignment_scope_names_its_object|assignment_role_within_its_scopes"):
        assign(budi, "kabupaten", unit=jambi)


def test_an_assignment_does_not_end_before_it_starts(budi):
    with refused("assignment_order"):
        assign(budi, Scope.ALL, ends_on=date(2023, 12, 31))
    assign(budi, Scope.ALL, ends_on=date(2024, 1, 1))
