"""Observations and targets are only ever added; the database itself refuses the rest."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from programs.models import Observation, Target
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def observation(kerinci, mcp):
    report = make.make_report(kerinci, mcp.program)
    return make.make_observation(make.make_measurement(report, mcp, 55), 55)


@pytest.fixture
def target(kerinci, mcp, rina):
    key = {"unit": kerinci, "indicator": mcp, "period": make.make_period()}
    return Target.objects.create(**key, low=80, set_at=timezone.now(), set_by=rina)


def refused(act, said):
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        act()
    assert said in str(error.value)


OBSERVATION = "Pengamatan hanya dapat ditambah; yang keliru dicabut."
TARGET = "Target hanya dapat ditambah; perubahan adalah target baru."


def test_an_observation_is_not_changed(observation):
    refused(lambda: Observation.objects.filter(pk=observation.pk).update(value=56), OBSERVATION)
    assert Observation.objects.get().value == 55


def test_an_observation_is_not_deleted(observation):
    refused(lambda: Observation.objects.all()._raw_delete("default"), OBSERVATION)
    assert Observation.objects.count() == 1


def test_a_target_is_not_changed(target):
    refused(lambda: Target.objects.update(low=1), TARGET)
    assert Target.objects.get().low == 80


def test_a_target_is_not_deleted(target):
    refused(lambda: Target.objects.all().delete(), TARGET)
    assert Target.objects.count() == 1
