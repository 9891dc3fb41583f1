"""Where two persons are needed the database says so too, whatever the code above it does."""

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from evaluations.models import Release, Round
from meetings.models import Review
from programs.models import Report, SettledFigure, Settlement
from records.models import ImportBatch
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def one():
    return make.make_user("sendiri")


def refused(write):
    with pytest.raises(DatabaseError), transaction.atomic():
        write()


def accept(report, by):
    given = {"state": "diterima", "accepted_by": by, "accepted_at": timezone.now()}
    Report.objects.filter(pk=report.pk).update(**given)


def test_who_sent_a_report_does_not_accept_it(one):
    report = make.make_report(state="dikirim", submitted_by=one)
    refused(lambda: accept(report, one))
    accept(report, make.make_user())
    assert Report.objects.accepted().get() == report


def test_who_brought_a_figure_does_not_accept_its_report(one):
    report = make.make_report(state="dikirim")
    measurement = make.make_measurement(report, make.make_indicator(report.program), 5)
    said = make.make_observation(measurement, 5, by=one)
    refused(lambda: accept(report, one))
    make.make_observation(measurement, retracts=said, source=said.source)
    accept(report, one)
    assert Report.objects.accepted().get() == report


def test_who_imported_does_not_accept_the_import(one):
    batch = make.make_batch(by=one)
    accepted = {"state": "diterima", "accepted_at": timezone.now()}
    refused(lambda: ImportBatch.objects.filter(pk=batch.pk).update(accepted_by=one, **accepted))
    ImportBatch.objects.filter(pk=batch.pk).update(accepted_by=make.make_user(), **accepted)
    assert ImportBatch.objects.get().accepted_by != one


def test_who_brought_a_figure_does_not_settle_on_it(one):
    apart = make.make_apart(make.make_indicator(), make.make_regency(), make.make_period(), 50, 60)
    said = make.make_observation(apart.measurement, 70, by=one)
    now = timezone.now()
    settlement = Settlement.objects.create(reason="Cocok.", settled_at=now, settled_by=one)
    figure = {"settlement": settlement, "difference": apart, "cause": "lain", "said": "60; 70"}
    refused(lambda: SettledFigure.objects.create(value=70, observation=said, **figure))
    agreed = make.make_observation(apart.measurement, 65, by=one, observed_at=now)
    assert SettledFigure.objects.create(value=65, observation=agreed, **figure).value == 65


@pytest.mark.parametrize("verb", ["determined", "published"])
def test_who_computed_a_round_neither_determines_nor_publishes_it(one, verb):
    now = timezone.now()
    computed = make.make_round(state="dihitung", computed_by=one, computed_at=now, sha256="0" * 64, text="x")
    rounds = Round.objects.filter(pk=computed.pk)
    refused(lambda: rounds.update(**{f"{verb}_by": F("computed_by"), f"{verb}_at": now}))
    assert rounds.update(**{f"{verb}_by": make.make_user(), f"{verb}_at": now}) == 1


def test_who_recorded_a_release_does_not_record_its_correction(one):
    first = make.make_release(published_by=one)
    correction = {"ranking": first.ranking, "number": 2, "corrects": first, "reason": "Salah tulis."}
    refused(lambda: make.make_release(published_by=one, **correction))
    assert make.make_release(published_by=make.make_user(), **correction).corrects == first
    assert Release.objects.count() == 2


@pytest.mark.parametrize("kind", ["sesuai", "belum_sesuai", "tidak_dapat"])
def test_who_claimed_work_done_does_not_judge_it(one, kind):
    follow_up = make.make_follow_up()
    make.make_review(follow_up, by=one)
    verdict = {"kind": kind, "remark": "Diperiksa.", "evidence": make.make_file()}
    refused(lambda: make.make_review(follow_up, by=one, **verdict))
    make.make_review(follow_up, "kemajuan", by=one)
    make.make_review(follow_up, by=make.make_user(), **verdict)
    assert Review.objects.count() == 3
