"""Who says "selesai" is never who finds it so."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role, Scope
from meetings.actions import add_review
from meetings.models import FollowUp, Review
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def follow_up(jambi, kerinci):
    rakor = make.make_rakor(region=jambi)
    return make.make_follow_up(make.make_outcome(rakor), responsible=kerinci, due_on=date(2022, 12, 31))


def refused(code):
    return pytest.raises(ActionRefused, check=lambda refusal: refusal.code == code)


def state(follow_up):
    return FollowUp.objects.with_state(timezone.localdate()).get(pk=follow_up.pk)


def test_claimed_by_the_operator_and_accepted_by_the_verifier(follow_up, budi, vera):
    add_review(follow_up, "diajukan", by=budi, reviewed_on=date(2022, 12, 20))
    review = add_review(follow_up, "sesuai", by=vera, reviewed_on=date(2023, 1, 10))
    now = state(follow_up)
    assert (now.state, now.done_on, now.timing) == ("sesuai", date(2022, 12, 20), "tepat")
    assert Change.objects.about(review).get().by == vera


@pytest.mark.parametrize("kind", ["sesuai", "belum_sesuai", "tidak_dapat"])
def test_the_claimant_gives_no_verdict(follow_up, rina, kind):
    add_review(follow_up, "diajukan", by=rina)
    with refused("own_claim"):
        add_review(follow_up, kind, by=rina, remark="x", evidence=make.make_file())


def test_even_a_superuser_gives_no_verdict_on_his_own_claim(follow_up, suri):
    add_review(follow_up, "diajukan", by=suri)
    with refused("own_claim"):
        add_review(follow_up, "sesuai", by=suri)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.AGENCY_ADMIN])
def test_an_officer_of_the_responsible_unit_gives_no_verdict(follow_up, kerinci, budi, role):
    """Also with a verifier's assignment for the whole province beside."""
    officer = make.make_user("rangkap")
    make.make_assignment(officer, role, unit=kerinci)
    make.make_assignment(officer, Role.VERIFIER, unit=kerinci.parent, scope=Scope.PROVINCE)
    add_review(follow_up, "diajukan", by=budi)
    with refused("own_follow_up"):
        add_review(follow_up, "sesuai", by=officer)


def test_an_officer_of_the_regency_gives_no_verdict_on_its_agency(follow_up, kerinci, budi):
    follow_up.responsible = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    follow_up.save()
    with refused("own_follow_up"):
        add_review(follow_up, "sesuai", by=budi)


def test_an_officer_of_another_regency_may(follow_up, sari, budi):
    add_review(follow_up, "diajukan", by=budi)
    assert add_review(follow_up, "sesuai", by=sari).kind == "sesuai"


def test_returning_says_what_is_not_yet_right(follow_up, vera):
    with refused("remark_missing"):
        add_review(follow_up, "belum_sesuai", by=vera, remark=" ")
    add_review(follow_up, "belum_sesuai", by=vera, remark="Berita acara belum ditandatangani")
    assert state(follow_up).state == "belum_sesuai"


def test_impossible_needs_a_document(follow_up, vera):
    with refused("document_missing"):
        add_review(follow_up, "tidak_dapat", by=vera)
    add_review(follow_up, "tidak_dapat", by=vera, evidence=make.make_file("surat.pdf"))
    assert state(follow_up).timing == "gugur"


def test_nothing_is_reviewed_in_the_future(follow_up, vera):
    with refused("in_future"):
        add_review(follow_up, "kemajuan", by=vera, reviewed_on=timezone.localdate() + timedelta(days=1))
    assert not Review.objects.exists()


def test_a_remark_holds_nobody_s_number(follow_up, vera):
    with refused("personal_data"):
        add_review(follow_up, "kemajuan", by=vera, remark="Hubungi Budi, 0812-3456-7890")
    assert not Review.objects.exists()
