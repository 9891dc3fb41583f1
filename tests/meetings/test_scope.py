"""Whose Rakor is whose: what each of the cast finds, and what is not there for them."""

import pytest

from accounts.choices import Role, Scope
from meetings.models import FollowUp, Outcome, Rakor
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rakor(jambi):
    """A Rakor of the province Jambi, organised by the province, to which nobody is invited yet."""
    return make.make_rakor("Rakor Jambi", region=jambi)


def titles(user, queryset=None):
    return set((queryset or Rakor.objects).visible_to(user).values_list("title", flat=True))


def test_an_operator_of_kerinci_finds_nothing_of_kalbar(budi, kalbar):
    make.make_rakor("Rakor Kalbar", region=kalbar)
    assert titles(budi) == set()


def test_an_operator_finds_the_rakor_his_regency_is_invited_to(budi, sari, rakor, kerinci):
    make.make_invitation(rakor, unit=kerinci)
    assert titles(budi) == {"Rakor Jambi"}
    assert titles(sari) == set()


def test_an_operator_finds_the_rakor_an_agency_of_his_regency_is_invited_to(budi, rakor, kerinci):
    bkd = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    make.make_invitation(rakor, unit=bkd)
    assert titles(budi) == {"Rakor Jambi"}


def test_all_regencies_invited_at_once_includes_each_and_its_agencies(budi, sari, rakor, jambi, kerinci):
    make.make_invitation(rakor, group="seluruh BKD kabupaten/kota", regencies_of=jambi)
    bkd = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    officer = make.make_user("petugas")
    make.make_assignment(officer, Role.OPERATOR, unit=bkd)
    assert titles(budi) == titles(sari) == titles(officer) == {"Rakor Jambi"}


def test_inviting_the_regencies_does_not_invite_the_agencies_of_the_province(dinsos, rakor, jambi):
    make.make_invitation(rakor, group="seluruh kabupaten/kota", regencies_of=jambi)
    officer = make.make_user("petugas")
    make.make_assignment(officer, Role.OPERATOR, unit=dinsos)
    assert titles(officer) == set()


def test_a_draft_is_known_to_those_who_prepare_it_not_to_the_invited(rina, budi, pimpin, rakor, kerinci):
    Rakor.objects.update(state="draf")
    make.make_invitation(rakor, unit=kerinci)
    assert titles(rina) == titles(pimpin) == {"Rakor Jambi"}
    assert titles(budi) == set()


def test_an_agency_finds_what_it_organises_and_where_its_program_is_on_the_agenda(wayan, jambi, dinsos):
    make.make_rakor("Rakor Dinsos", region=jambi, organiser=dinsos)
    make.make_rakor("Rakor lain", region=jambi)
    sosial = make.make_rakor("Rakor perlindungan sosial", region=jambi)
    sosial.programs.add(make.make_program(agency=dinsos))
    assert titles(wayan) == {"Rakor Dinsos", "Rakor perlindungan sosial"}
    assert set(Rakor.objects.editable_by(wayan).values_list("title", flat=True)) == {"Rakor Dinsos"}


def test_a_national_agencys_rakor_in_jambi_is_kept_by_jambis_admin_only(rina, dewi, jambi):
    kpk = make.make_agency("kpk", "KPK", agency_kind="pusat")
    make.make_rakor("Rakor KPK", region=jambi, organiser=kpk)
    assert Rakor.objects.editable_by(rina).count() == 1
    assert titles(dewi) == set()


def test_a_committee_of_one_rakor_edits_that_one(jambi, rakor):
    other = make.make_rakor("Rakor lain", region=jambi)
    panitia = make.make_user("panitia")
    make.make_assignment(
        panitia, Role.MINUTE_TAKER, scope=Scope.THIS_RAKOR, object_ref=f"meetings.rakor:{rakor.pk}"
    )
    assert titles(panitia) == titles(panitia, Rakor.objects.editable_by(panitia)) == {"Rakor Jambi"}
    assert not Rakor.objects.visible_to(panitia).filter(pk=other.pk).exists()


def test_those_invited_edit_nothing(budi, rakor, kerinci):
    make.make_invitation(rakor, unit=kerinci)
    assert not Rakor.objects.editable_by(budi).exists()


@pytest.mark.parametrize("name", ["pimpin", "vera", "nia", "rina", "ani"])
def test_restricted_is_read_by_those_in_scope(request, name, rakor):
    Rakor.objects.update(visibility="terbatas")
    assert titles(request.getfixturevalue(name)) == {"Rakor Jambi"}


@pytest.mark.parametrize(("name", "reads"), [
    ("rina", True), ("suri", True), ("pimpin", False), ("vera", False), ("nia", False), ("ani", False),
])  # fmt: skip
def test_secret_is_read_by_the_organisers_admins(request, name, reads, rakor):
    Rakor.objects.update(visibility="rahasia")
    person = request.getfixturevalue(name)
    assert bool(titles(person)) is reads


def test_secret_is_read_by_who_is_named_for_it(rakor):
    Rakor.objects.update(visibility="rahasia")
    panitia = make.make_user("panitia")
    make.make_assignment(
        panitia, Role.MINUTE_TAKER, scope=Scope.THIS_RAKOR, object_ref=f"meetings.rakor:{rakor.pk}"
    )
    assert titles(panitia) == {"Rakor Jambi"}


def test_a_secret_outcome_of_an_open_rakor_is_for_the_admins(rina, pimpin, rakor):
    make.make_outcome(rakor, "Terbuka")
    make.make_outcome(rakor, "Tertutup", visibility="rahasia")
    assert Outcome.objects.visible_to(rina).count() == 2
    assert Outcome.objects.visible_to(pimpin).get().text == "Terbuka"


def test_a_follow_up_is_found_by_who_has_to_do_it(budi, sari, rakor, kerinci):
    follow_up = make.make_follow_up(make.make_outcome(rakor), responsible=kerinci)
    assert FollowUp.objects.visible_to(budi).get() == follow_up
    assert not FollowUp.objects.visible_to(sari).exists()


def test_a_supporting_unit_finds_the_follow_up_too(sari, rakor, kerinci, merangin):
    follow_up = make.make_follow_up(make.make_outcome(rakor), responsible=kerinci)
    follow_up.supporting.add(merangin)
    assert FollowUp.objects.visible_to(sari).get() == follow_up


def test_a_secret_follow_up_is_not_found_by_the_operator(budi, rakor, kerinci):
    make.make_follow_up(make.make_outcome(rakor), responsible=kerinci, visibility="rahasia")
    assert not FollowUp.objects.visible_to(budi).exists()


def test_reporting_and_checking_reach_what_is_owed_and_what_ones_rakor_left(
    budi, vera, pimpin, rakor, kerinci
):
    make.make_follow_up(make.make_outcome(rakor), responsible=kerinci)
    assert FollowUp.objects.reviewable_by(budi).exists()
    assert FollowUp.objects.reviewable_by(vera).exists()
    assert not FollowUp.objects.reviewable_by(pimpin).exists()
