"""A time without a name proves nothing: `<verb>_at` has its `<verb>_by`, and the database holds both."""

import pytest
from django.apps import apps
from django.db import models

from tests.house.rooms import ROOMS

# Who froze an instrument is whoever computed the round; the ledger line of that act names the person.
# A difference is opened by whoever noted the source that differs, which its observation names. A notice is
# told by an act, read by its recipient and mailed by the clock.
NAMED_ELSEWHERE = {
    ("Instrument", "frozen"),
    ("Difference", "opened"),
    ("Notice", "told"),
    ("Notice", "read"),
    ("Notice", "mailed"),
}
PAIRS = [
    (model, field.name.removesuffix("_at"), field.null)
    for room in ROOMS
    for model in apps.get_app_config(room).get_models()
    for field in model._meta.local_fields
    if field.name.endswith("_at") and isinstance(field, models.DateTimeField)
    if (model.__name__, field.name.removesuffix("_at")) not in NAMED_ELSEWHERE
]


def label(value):
    return getattr(value, "__name__", str(value))


@pytest.mark.parametrize(("model", "verb", "_null"), PAIRS, ids=label)
def test_a_time_has_its_person(model, verb, _null):
    assert f"{verb}_by" in {field.name for field in model._meta.fields}


@pytest.mark.parametrize(("model", "verb"), [pair[:2] for pair in PAIRS if pair[2]], ids=label)
def test_a_pair_that_may_be_empty_is_held_together(model, verb):
    checks = [rule for rule in model._meta.constraints if isinstance(rule, models.CheckConstraint)]

    assert any(f"{verb}_at__isnull" in str(check.condition) for check in checks)
