"""What a figure must keep to: its indicator's scale and precision."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rakor.lib.figures import validate_figure
from rakor.lib.formats import format_number, format_range
from rakor.lib.refusals import Refused


def refuse_outside(indicator, value):
    """Raise Refused (`out_of_range`, `too_many_decimals`, `too_many_digits`) where a value breaks them."""
    low, high = (None if end is None else Decimal(end) for end in (indicator.scale_min, indicator.scale_max))
    shown = {"value": format_number(value), "indicator": indicator.name}
    if low is not None and high is not None and not low <= value <= high:
        message = _("%(value)s di luar skala %(scale)s untuk %(indicator)s. Periksa angkanya.")
        raise Refused("out_of_range", message % {**shown, "scale": format_range(low, high)})
    if low is not None and value < low:
        message = _("%(value)s kurang dari %(low)s, batas bawah %(indicator)s. Periksa angkanya.")
        raise Refused("out_of_range", message % {**shown, "low": format_number(low)})
    if high is not None and value > high:
        message = _("%(value)s lebih dari %(high)s, batas atas %(indicator)s. Periksa angkanya.")
        raise Refused("out_of_range", message % {**shown, "high": format_number(high)})
    refuse_writing(indicator, value)


def refuse_writing(indicator, value):
    """As `refuse_outside`, wherever the value lies: only how it is written."""
    shown = {"value": format_number(value), "indicator": indicator.name}
    if -value.normalize().as_tuple().exponent > indicator.decimals:
        raise Refused("too_many_decimals", _decimals(indicator) % {**shown, "places": indicator.decimals})
    try:
        validate_figure(value)
    except ValidationError as error:
        raise Refused(error.code, error.messages[0]) from error


def other_unit(indicator, measure_unit):
    """Why a value in this unit cannot become the indicator's figure, and what to do."""
    message = _(
        'Satuan "%(unit)s" bukan satuan %(indicator)s (%(own)s). Tulis angkanya dalam %(own)s, '
        "atau catat sebagai sumber lain setelah angkanya ada."
    )
    return message % {"unit": measure_unit, "indicator": indicator.name, "own": indicator.measure_unit}


def _decimals(indicator):
    if not indicator.decimals:
        return _("%(indicator)s dihitung dengan angka bulat; %(value)s memuat desimal. Bulatkan dahulu.")
    return _("%(value)s: %(indicator)s memuat paling banyak %(places)d angka desimal. Bulatkan dahulu.")
