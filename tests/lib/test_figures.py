"""Figures in models and forms."""

from decimal import Decimal

import pytest
from django import forms
from django.contrib.admin.widgets import AdminIntegerFieldWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.db.migrations.writer import MigrationWriter

from rakor.lib.digits import significant_digits
from rakor.lib.figures import FigureField, validate_figure
from rakor.lib.formfields import FigureFormField

FIELD = FigureField("angka", null=True, blank=True)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("92.030", 4),
        ("0.05", 1),
        ("1200", 4),
        ("1E+3", 4),
        ("0", 1),
        ("0.000", 1),
        ("0E+5", 1),
        ("-12.5", 3),
        ("123456789012345.100", 16),
        ("100.0", 3),
    ],
)
def test_significant_digits(value, digits):
    assert significant_digits(Decimal(value)) == digits


def test_the_field_is_wide_enough_and_no_wider():
    assert (FIELD.max_digits, FIELD.decimal_places) == (21, 6)
    for right in ("123456789012345", "0.000001", "-999999999.999999", "123456789.123456"):
        assert FIELD.clean(Decimal(right), None) == Decimal(right)
    for wrong in ("1234567890123456", "123456789012345.1", "0.0000001", "NaN", "Infinity"):
        with pytest.raises(ValidationError):
            FIELD.clean(Decimal(wrong), None)


def test_sixteen_digits_are_refused_in_indonesian():
    with pytest.raises(ValidationError) as error:
        validate_figure(Decimal("1234567890.123456"))
    assert error.value.messages == ["Angka memuat lebih dari 15 digit berarti. Bulatkan dahulu."]


def test_a_migration_names_the_field_and_its_size():
    written, imports = MigrationWriter.serialize(FIELD)
    assert written == (
        "rakor.lib.figures.FigureField(blank=True, decimal_places=6, max_digits=21, null=True, "
        "verbose_name='angka')"
    )
    assert imports == {"import rakor.lib.figures"}
    name, path, args, kwargs = FIELD.deconstruct()
    assert FigureField(*args, **kwargs).deconstruct() == (name, path, args, kwargs)


def test_one_figure_has_one_text_however_a_database_gives_it_back():
    class Holder:
        angka = Decimal("80.000000")

    field = FigureField()
    field.attname = "angka"
    assert field.value_to_string(Holder()) == "80"
    Holder.angka = None
    assert field.value_to_string(Holder()) == ""


def form(field=None, **options):
    """A form of one figure; ``options`` are those of the form."""
    return type("FigureForm", (forms.Form,), {"angka": field or FIELD.formfield()})(**options)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("87,5", "87.5"),
        ("87.5", "87.5"),
        ("3,431", "3.431"),
        ("1.234,5", "1234.5"),
        ("nihil", "0"),
        (" 80 ", "80"),
    ],
)
def test_a_form_takes_figures_as_they_are_written_here(typed, value):
    filled = form(data={"angka": typed})
    assert filled.is_valid()
    assert filled.cleaned_data["angka"] == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3.431", "ambiguous_number"),
        ("tujuh", "bad_number"),
        ("-", "bad_number"),
        ("NaN", "not_finite"),
        ("0,0000001", "max_decimal_places"),
    ],
)
def test_a_form_refuses_the_rest_and_keeps_what_was_typed(typed, code):
    filled = form(data={"angka": typed})
    assert filled.errors.as_data()["angka"][0].code == code
    assert f'value="{typed}"' in str(filled["angka"])


def test_an_empty_field_is_no_zero():
    filled = form(data={"angka": ""})
    assert filled.is_valid()
    assert filled.cleaned_data["angka"] is None
    assert form(FigureFormField(), data={"angka": ""}).errors.as_data()["angka"][0].code == "required"


@pytest.mark.parametrize(
    ("stored", "shown"), [("87.310000", "87,31"), ("3.431", "3,431"), ("1234.000000", "1234")]
)
def test_what_is_shown_may_be_sent_back_unchanged(stored, shown):
    field = FIELD.formfield()
    untouched = form(field, initial={"angka": Decimal(stored)}, data={"angka": shown})
    assert f'value="{shown}"' in str(form(field, initial={"angka": Decimal(stored)})["angka"])
    assert untouched.is_valid()
    assert not untouched.has_changed()


def test_a_number_widget_becomes_text_since_browsers_drop_the_comma():
    shown = str(form(FIELD.formfield(widget=AdminIntegerFieldWidget))["angka"])
    assert 'type="text"' in shown
    assert 'inputmode="decimal"' in shown
    assert "step" not in shown


def test_the_field_stays_a_decimal_field_for_everyone_else():
    assert isinstance(FIELD, models.DecimalField)
    assert FIELD.get_internal_type() == "DecimalField"
