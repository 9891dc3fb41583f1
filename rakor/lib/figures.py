"""A figure (angka) as it is kept in the database."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from rakor.lib.digits import MAX_DECIMALS, MAX_SIGNIFICANT_DIGITS, significant_digits
from rakor.lib.formfields import FigureFormField
from rakor.lib.text import decimal_text


def validate_figure(value: Decimal) -> None:
    """Refuse what a database cannot give back unchanged: NaN, Infinity, more than 15 significant digits.

    SQLite keeps a decimal as a double, which is exact to 15 significant digits and no further.
    """
    if not value.is_finite():
        raise ValidationError(_("Angka harus terhingga."), code="not_finite")
    if significant_digits(value) > MAX_SIGNIFICANT_DIGITS:
        raise ValidationError(
            _("Angka memuat lebih dari %(limit)d digit berarti. Bulatkan dahulu."),
            code="too_many_digits",
            params={"limit": MAX_SIGNIFICANT_DIGITS},
        )


class FigureField(models.DecimalField):
    """A decimal of at most 15 significant digits and 6 decimals: what both databases return unchanged.

    The column is bounded by size and decimals (15 digits before the mark, 6 after); the count of
    significant digits is the validator's, so whoever writes past ``full_clean`` calls ``validate_figure``
    first.
    """

    default_validators = [validate_figure]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_digits", MAX_SIGNIFICANT_DIGITS + MAX_DECIMALS)
        kwargs.setdefault("decimal_places", MAX_DECIMALS)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": FigureFormField, **kwargs})

    def value_to_string(self, obj) -> str:
        """Plain: a database gives back 80.000000 for the 80 that was saved, and that is no change."""
        value = self.value_from_object(obj)
        return "" if value is None else decimal_text(self.to_python(value))
