"""A figure (angka) as it is kept in the database."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_SIGNIFICANT_DIGITS = 15
MAX_DECIMALS = 6


def significant_digits(value: Decimal) -> int:
    """How many digits carry information: 92.030 has four, 0.05 has one, 1200 has four, 0 has one.

    Zeros in front and after the last decimal do not count; zeros at the end of a whole number do, since they
    take room where the number is written out.
    """
    _sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if exponent > 0:
        return len(text) + exponent if text else 1
    decimals = -exponent
    trailing = len(text) - len(text.rstrip("0"))
    return max(len(text) - min(trailing, decimals), 1)


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

    The column is bounded by size and decimals (15 digits before the mark, 6 after); the count of significant digits
    is the validator's, so whoever writes past ``full_clean`` calls ``validate_figure`` first.
    """

    default_validators = [validate_figure]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_digits", MAX_SIGNIFICANT_DIGITS + MAX_DECIMALS)
        kwargs.setdefault("decimal_places", MAX_DECIMALS)
        super().__init__(*args, **kwargs)
