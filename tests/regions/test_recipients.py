"""Who is told: the people whose assignments grant an act over a unit and a program."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role, Scope
from accounts.models import User
from regions.access import reach_of
from regions.recipients import people_who
from tests import factories as make

pytestmark = pytest.mark.django_db

SUBMIT, ACCEPT = "programs.submit_report", "programs.accept_report"


@pytest.fixture
def pks(dinsos):
    return make.make_program("PKS", agency=dinsos)


def names(permission, unit, program):
    (found,) = people_who(permission, [(unit, program)]).values()
    return set(User.objects.filter(pk__in=found).values_list("username", flat=True))


def test_operators_of_the_unit_and_those_who_run_its_program_send(
    pks, kerinci, rina, wayan, budi, sari, vera, pimpin, ani, suri, dewi
):
    assert names(SUBMIT, kerinci, pks) == {"rina", "wayan", "budi"}


def test_verifiers_accept(pks, kerinci, rina, budi, vera, dewi):
    assert names(ACCEPT, kerinci, pks) == {"vera"}


def test_another_program_is_not_the_agencys(kerinci, wayan, rina):
    assert names(SUBMIT, kerinci, make.make_program("MCP")) == {"rina"}


def test_an_agency_reaches_no_other_province(pks, sambas, wayan):
    assert names(SUBMIT, sambas, pks) == set()


def test_a_national_agency_reaches_every_province(sambas):
    ministry = make.make_agency("kemensos", "Kementerian Sosial", parent=None)
    made = make.make_user("pusat")
    make.make_assignment(made, Role.AGENCY_ADMIN, unit=ministry, scope=Scope.OWN_PROGRAM)
    assert names(SUBMIT, sambas, make.make_program("PKH", agency=ministry)) == {"pusat"}


def test_whoever_covers_all_is_told_everywhere(pks, sambas):
    make.make_assignment(make.make_user("semua"), Role.VERIFIER, unit=None, scope=Scope.ALL)
    assert names(ACCEPT, sambas, pks) == {"semua"}


def test_not_who_is_closed_out_not_whose_assignment_is_over_or_to_come(pks, kerinci, jambi):
    today = timezone.localdate()
    days = {"lama": (-9, -1), "nanti": (1, 9), "kini": (0, 0)}
    for name, (first, last) in days.items():
        make.make_assignment(
            make.make_user(name),
            Role.VERIFIER,
            unit=jambi,
            scope=Scope.PROVINCE,
            starts_on=today + timedelta(days=first),
            ends_on=today + timedelta(days=last),
        )
    shut = make.make_user("tutup", is_active=False)
    make.make_assignment(shut, Role.VERIFIER, unit=jambi, scope=Scope.PROVINCE)
    assert names(ACCEPT, kerinci, pks) == {"kini"}


@pytest.mark.parametrize("permission", [SUBMIT, ACCEPT, "programs.settle_difference"])
def test_it_is_the_inverse_of_what_each_person_reaches(
    permission, pks, jambi, kerinci, merangin, sambas, dinsos, rina, wayan, budi, sari, vera, dewi, pimpin
):
    other = make.make_program("MCP")
    places = [
        (unit, program) for unit in (jambi, kerinci, merangin, sambas, dinsos) for program in (pks, other)
    ]
    found = people_who(permission, places)
    for unit, program in places:
        expected = {
            person.pk
            for person in User.objects.all()
            if reach_of(person, permission).covers_figure(unit, program)
        }
        assert found[unit.pk, program.pk] == expected, (unit, program)


def test_two_questions_for_one_place_and_for_many(pks, jambi, rina, vera, django_assert_num_queries):
    units = [
        make.make_regency(f"15.{number}", f"Daerah {number}", province=jambi) for number in range(11, 60)
    ]
    for some in (units[:1], units):
        with django_assert_num_queries(2):
            assert len(people_who(SUBMIT, [(unit, pks) for unit in some])) == len(some)
