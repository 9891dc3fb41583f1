"""The append-only triggers stand on this database, and each refuses what it is there to refuse."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from evaluations.models import Band, Instrument, Line, Release, Score
from programs.models import (
    Deadline,
    Extension,
    Observation,
    Part,
    Remark,
    ReportStep,
    Schedule,
    SettledFigure,
    Settlement,
    Target,
)
from records import ledger
from records.append_only import Guard, guards_of
from records.models import Change
from tests import factories as make
from tests.append_only import FIND

pytestmark = pytest.mark.django_db


def standing():
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor])
        return {name for name, _table in cursor.fetchall()}


def declared():
    guards = [guard for config in apps.get_app_configs() for guard in guards_of(config)]
    return {name for guard in guards for name in guard.triggers(connection.vendor)}


def test_every_declared_trigger_stands():
    assert declared()
    assert declared() <= standing()


def test_they_stand_again_after_every_migrate():
    with connection.cursor() as cursor:
        table = " ON records_change" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER jaga_records_change_update{table}")
    assert "jaga_records_change_update" not in standing()

    call_command("migrate", verbosity=0)

    assert declared() <= standing()


def ledger_line():
    return ledger.write(make.make_user(), "ubah", by=None)


def observation():
    return make.make_observation(make.make_measurement(make.make_report(), make.make_indicator(), 1), 1)


def target():
    return Target.objects.create(
        unit=make.make_regency(),
        indicator=make.make_indicator(),
        period=make.make_period(),
        low=80,
        set_at=timezone.now(),
        set_by=make.make_user(),
    )


def extension():
    program, period = make.make_program(), make.make_period()
    schedule = Schedule.objects.create(program=program, year=period.year, frequency="tahunan")
    due = period.ends_on + timedelta(days=10)
    deadline = Deadline.objects.create(schedule=schedule, period=period, due_on=due)
    given = {"reason": "Banjir.", "given_at": timezone.now(), "given_by": make.make_user()}
    return Extension.objects.create(
        deadline=deadline, unit=make.make_regency(), due_on=due + timedelta(days=5), **given
    )


def report_step():
    report = make.make_report()
    return ReportStep.objects.create(report=report, kind="dikirim", at=timezone.now(), by=make.make_user())


def remark():
    step = report_step()
    indicator = make.make_indicator(step.report.program)
    return Remark.objects.create(step=step, indicator=indicator, text="Periksa lagi.")


def settled_figure():
    apart = make.make_apart(make.make_indicator(), make.make_regency(), make.make_period(), 50, 60)
    return make.make_settled(apart, 60)


def settlement():
    return settled_figure().settlement


def part():
    return Part.objects.create(observation=observation(), kind="kecamatan", label="Danau Kerinci", value=1)


def release():
    return make.make_release()


def released_score():
    return make.make_score(make.make_release())


def used_instrument():
    return make.make_instrument(frozen_at=timezone.now())


def used(make_part):
    instrument = make.make_instrument()
    part = make_part(instrument)
    Instrument.objects.filter(pk=instrument.pk).update(frozen_at=timezone.now())
    return part


def used_line():
    return used(lambda instrument: make.make_line(instrument, make.make_indicator()))


def used_band():
    return used(lambda instrument: Band.objects.create(instrument=instrument, label="Baik", lower=0))


KEPT = {
    "ledger": (Change, ledger_line, {"reason": "lain"}),
    "observation": (Observation, observation, {"value": 2}),
    "target": (Target, target, {"low": 70}),
    "extension": (Extension, extension, {"reason": "lain"}),
    "report step": (ReportStep, report_step, {"kind": "diterima"}),
    "remark": (Remark, remark, {"text": "lain"}),
    "settlement": (Settlement, settlement, {"reason": "lain"}),
    "settled figure": (SettledFigure, settled_figure, {"value": 2}),
    "part": (Part, part, {"value": 2}),
    "release": (Release, release, {"title": "lain"}),
    "released score": (Score, released_score, {"rank": 2}),
    "used instrument": (Instrument, used_instrument, {"name": "lain"}),
    "used line": (Line, used_line, {"weight": 50}),
    "used band": (Band, used_band, {"label": "lain"}),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_row_is_not_updated(name):
    model, make_one, change = KEPT[name]
    row = make_one()

    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**change)


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_row_is_not_deleted(name):
    model, make_one, _change = KEPT[name]
    row = make_one()

    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.filter(pk=row.pk)._raw_delete(using="default")
    assert model.objects.filter(pk=row.pk).exists()


def test_a_used_instrument_takes_no_new_line_or_band():
    instrument = used_instrument()

    with pytest.raises(DatabaseError), transaction.atomic():
        make.make_line(instrument, make.make_indicator())
    with pytest.raises(DatabaseError), transaction.atomic():
        Band.objects.create(instrument=instrument, label="Baik", lower=0)


def test_a_line_does_not_move_into_a_used_instrument():
    line = make.make_line(make.make_instrument(), make.make_indicator())

    with pytest.raises(DatabaseError), transaction.atomic():
        Line.objects.filter(pk=line.pk).update(instrument=used_instrument())


def test_a_draft_stays_free():
    line = make.make_line(make.make_instrument(), make.make_indicator())
    Line.objects.filter(pk=line.pk).update(weight=50)
    line.delete()
    score = Score.objects.create(round=make.make_round(), unit=make.make_regency(), rank=1)
    Score.objects.filter(pk=score.pk).update(rank=2)
    score.delete()

    assert not Line.objects.exists()
    assert not Score.objects.exists()


def test_no_kept_table_is_truncated():
    if connection.vendor != "postgresql":
        assert not [name for name in standing() if name.endswith("_truncate")]
        return
    guards = [guard for config in apps.get_app_configs() for guard in guards_of(config)]
    for guard in (guard for guard in guards if isinstance(guard, Guard)):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {guard.table} CASCADE")
