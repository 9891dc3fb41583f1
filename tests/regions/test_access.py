"""The permission table and the assignments, joined: each test says a person, a thing, and yes or no."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role, Scope
from programs.models import Report
from regions.access import assignments_of, reach_of
from regions.models import Unit
from tests import factories as make

pytestmark = pytest.mark.django_db


def units_of(reach):
    return set(Unit.objects.filter(pk__in=reach.units_served()).values_list("code", flat=True))


# Sentences about the table; none of them reads it.

MAY = [
    ("rina", "meetings.add_rakor"),
    ("rina", "meetings.close_rakor"),
    ("rina", "regions.add_agency"),
    ("rina", "accounts.add_user"),
    ("rina", "regions.change_assignment"),
    ("rina", "records.view_change"),
    ("rina", "meetings.unveil_rakor"),
    ("wayan", "meetings.change_rakor"),
    ("wayan", "programs.import_report"),
    ("budi", "meetings.view_rakor"),
    ("budi", "meetings.add_review"),
    ("budi", "programs.submit_report"),
    ("vera", "programs.accept_report"),
    ("vera", "meetings.verify_review"),
    ("nia", "meetings.add_outcome"),
    ("nia", "meetings.close_rakor"),
    ("pimpin", "meetings.view_followup"),
    ("ani", "records.view_change"),
    ("ani", "accounts.view_user"),
    ("suri", "accounts.change_user"),
    ("suri", "programs.accept_report"),
]

MAY_NOT = [
    ("suri", "accounts.delete_user"),
    ("suri", "records.change_change"),
    ("suri", "records.delete_change"),
    ("suri", "evaluations.change_release"),
    ("suri", "evaluations.delete_release"),
    ("suri", "programs.change_report"),
    ("suri", "programs.change_measurement"),
    ("suri", "programs.change_observation"),
    ("suri", "programs.change_target"),
    ("rina", "accounts.delete_user"),
    ("rina", "records.change_change"),
    ("rina", "programs.accept_report"),
    ("wayan", "accounts.view_user"),
    ("wayan", "regions.add_assignment"),
    ("wayan", "records.view_change"),
    ("budi", "meetings.change_rakor"),
    ("budi", "meetings.add_outcome"),
    ("budi", "meetings.verify_review"),
    ("budi", "programs.accept_report"),
    ("budi", "accounts.view_user"),
    ("vera", "programs.submit_report"),
    ("vera", "meetings.change_rakor"),
    ("vera", "meetings.unveil_rakor"),
    ("nia", "accounts.view_user"),
    ("nia", "meetings.unveil_rakor"),
    ("pimpin", "meetings.change_rakor"),
    ("pimpin", "records.view_change"),
    ("pimpin", "meetings.add_review"),
    ("ani", "meetings.change_rakor"),
    ("ani", "programs.accept_report"),
]


@pytest.mark.parametrize(("name", "permission"), MAY)
def test_may(request, name, permission):
    assert request.getfixturevalue(name).has_perm(permission)


@pytest.mark.parametrize(("name", "permission"), MAY_NOT)
def test_may_not(request, name, permission):
    assert not request.getfixturevalue(name).has_perm(permission)


def test_a_person_without_assignment_may_nothing():
    newcomer = make.make_user("baru", is_staff=True)
    assert not newcomer.has_perm("meetings.view_rakor")
    assert not newcomer.has_module_perms("meetings")


def test_a_stranger_without_account_may_nothing(rf):
    from django.contrib.auth.models import AnonymousUser

    assert not AnonymousUser().has_perm("meetings.view_rakor")


def test_rights_end_with_the_assignment(budi):
    today = timezone.localdate()
    budi.assignments.update(ends_on=today)
    assert fresh(budi).has_perm("meetings.view_rakor")
    budi.assignments.update(ends_on=today - timedelta(days=1))
    assert not fresh(budi).has_perm("meetings.view_rakor")


def test_rights_do_not_begin_before_the_assignment(budi):
    budi.assignments.update(starts_on=timezone.localdate() + timedelta(days=1))
    assert not fresh(budi).has_perm("meetings.view_rakor")


def test_a_closed_account_has_no_rights_left(suri, rina):
    for person in (suri, rina):
        person.is_active = False
        person.save()
        assert not fresh(person).has_perm("meetings.view_rakor")
        assert assignments_of(fresh(person)) == []


def fresh(user):
    return type(user).objects.get(pk=user.pk)


# How far.


def test_a_province_admin_reaches_the_whole_province_and_no_other(rina, kerinci, dinsos, sambas):
    bkd = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    assert units_of(reach_of(rina)) == {"15", "15.01", "15-dinsos", bkd.code}


def test_a_province_scope_at_an_agency_still_means_the_province(dinsos, kerinci):
    leader = make.make_user("kadis")
    make.make_assignment(leader, Role.LEADER, unit=dinsos, scope=Scope.PROVINCE)
    assert units_of(reach_of(leader)) == {"15", "15.01", "15-dinsos"}


def test_an_operator_reaches_his_regency_and_its_agencies(budi, kerinci, merangin):
    make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    assert units_of(reach_of(budi)) == {"15.01", "15.01-bkd"}


def test_an_agency_reaches_figures_of_its_own_programs_in_its_province(wayan, kerinci, dinsos, sambas):
    bantuan = make.make_program(agency=dinsos)
    konflik = make.make_program(agency=make.make_agency("15-kesbangpol", "Kesbangpol", parent=kerinci.parent))
    own = make.make_report(kerinci, bantuan)
    make.make_report(kerinci, konflik)
    make.make_report(sambas, bantuan)
    assert units_of(reach_of(wayan)) == {"15-dinsos"}
    assert list(Report.objects.visible_to(wayan)) == [own]
    reach = reach_of(wayan, "programs.import_report")
    covered = [(unit, program) for unit in (kerinci, sambas) for program in (bantuan, konflik)]
    assert [pair for pair in covered if reach.covers_figure(*pair)] == [(kerinci, bantuan)]


def test_a_ministry_reaches_its_program_in_every_province(kerinci, sambas):
    kemensos = make.make_agency("kemensos", "Kementerian Sosial", agency_kind="pusat")
    bantuan = make.make_program(agency=kemensos)
    officer = make.make_user("pusat")
    make.make_assignment(officer, Role.AGENCY_ADMIN, unit=kemensos, scope=Scope.OWN_PROGRAM)
    reports = {make.make_report(unit, bantuan) for unit in (kerinci, sambas)}
    assert set(Report.objects.visible_to(officer)) == reports


def test_rights_of_one_assignment_do_not_travel_to_the_units_of_another(kerinci, merangin):
    both = make.make_user("ganda")
    make.make_assignment(both, Role.OPERATOR, unit=kerinci)
    make.make_assignment(both, Role.AGENCY_ADMIN, unit=merangin)
    assert units_of(reach_of(both, "meetings.change_rakor")) == {"15.02"}
    assert units_of(reach_of(both, "meetings.view_rakor")) == {"15.01", "15.02"}


def test_everything_stays_everything_when_joined_to_a_condition(ani, kerinci, sambas):
    from django.db.models import Q

    condition = reach_of(ani).filter_served("") | Q(code="15.01")
    assert Unit.objects.filter(condition).count() == Unit.objects.count()


def test_an_assignment_to_one_rakor_reaches_that_rakor_and_no_unit(jambi):
    rakor = make.make_rakor(region=jambi)
    panitia = make.make_user("panitia")
    make.make_assignment(
        panitia, Role.MINUTE_TAKER, scope=Scope.THIS_RAKOR, object_ref=f"meetings.rakor:{rakor.pk}"
    )
    reach = reach_of(panitia)
    assert reach.object_ids("meetings.rakor") == [rakor.pk]
    assert reach.object_ids("meetings.outcome") == []
    assert units_of(reach) == set()
