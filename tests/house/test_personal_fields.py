"""Every text field says whose data it can hold, and each model keeps what the table says of it."""

from copy import copy
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records import ledger
from tests.house.personal_fields import INNER, MADE, OFFICE, PERSONAL, PUBLIC
from tests.house.rooms import ROOMS

TABLES = (PERSONAL, OFFICE, PUBLIC, INNER, MADE)
MODELS = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]


def texts(model):
    """What may hold any text: neither a choice nor inherited from another model's table."""
    kinds = (models.CharField, models.TextField, models.FileField, models.JSONField, models.BinaryField)
    return {
        field.name for field in model._meta.local_fields if isinstance(field, kinds) and not field.choices
    }


def listed(model, *tables):
    return [name for table in tables for name in table.get(model._meta.label, "").split()]


def typed(*tables):
    return [
        (apps.get_model(label), name)
        for table in tables
        for label, names in table.items()
        for name in names.split()
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_text_field_stands_in_the_table_once(model):
    """A field that is missing was added without saying whose data it can hold: see personal_fields.py."""
    named = listed(model, *TABLES)
    assert sorted(named) == sorted(texts(model))


def test_the_table_names_no_model_that_is_gone():
    known = {model._meta.label for model in MODELS}
    assert {label for table in TABLES for label in table} <= known


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_personal_fields_are_marked_on_the_model(model):
    marked = getattr(model, "PERSONAL_FIELDS", ())
    assert sorted(set(marked) & texts(model)) == sorted(listed(model, PERSONAL))
    assert set(marked) <= {field.name for field in model._meta.fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_address_for_mail_is_personal(model):
    addresses = {field.name for field in model._meta.local_fields if isinstance(field, models.EmailField)}
    assert addresses <= set(getattr(model, "PERSONAL_FIELDS", ()))


@pytest.mark.parametrize("model", [one for one in MODELS if hasattr(one, "PERSONAL_FIELDS")])
def test_the_ledger_neither_keeps_nor_names_what_is_personal(model):
    """A model with personal fields has a `ledger_label` of its own that holds none of them."""
    before = model(pk=7)
    after = copy(before)
    for name in model.PERSONAL_FIELDS:
        field = model._meta.get_field(name)
        is_time = isinstance(field, models.DateTimeField)
        setattr(after, name, datetime(2019, 4, 9, tzinfo=UTC) if is_time else f"PENANDA-{name}")
    changes = ledger.changes_between(ledger.snapshot(before), ledger.snapshot(after))
    assert changes == {name: [None, None] for name in model.PERSONAL_FIELDS}
    assert "PENANDA" not in ledger.label_of(after) and "7" in ledger.label_of(after)


@pytest.mark.parametrize(("model", "name"), typed(OFFICE, PUBLIC, INNER), ids=str)
def test_what_people_type_for_others_refuses_nip_and_the_like(model, name):
    field = model._meta.get_field(name)
    assert refuse_personal in field.validators
    with pytest.raises(ValidationError) as refused:
        field.run_validators("198501012010011001")
    assert "personal_data" in [error.code for error in refused.value.error_list]


def test_a_web_address_refuses_an_e_mail_address_and_takes_long_numbers():
    link = LinkField()
    link.run_validators("https://contoh.id/berita/1501014507850001/081234567890")
    with pytest.raises(ValidationError, match="alamat surel"):
        link.run_validators("https://contoh.id/?kepada=budi@contoh.id")
