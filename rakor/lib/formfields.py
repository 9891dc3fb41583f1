"""Typing a figure into a form: the same reading as in a sheet, with the comma as the decimal mark."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rakor.lib.formats import write_number
from rakor.lib.numbers import read_number
from rakor.lib.refusals import Refused


class FigureFormField(forms.DecimalField):
    """Takes ``87,5`` and ``87.5``, refuses ``1.234`` in words, and shows what is stored as it is typed.

    A browser's number input would drop the comma and reject grouped figures, so any widget becomes plain text
    with a decimal keyboard. "-" is not an empty field: whoever means no figure leaves it empty.
    """

    widget = forms.TextInput

    def __init__(self, *, widget=None, **kwargs):
        widget = widget or self.widget
        widget = widget() if isinstance(widget, type) else widget
        if isinstance(widget, forms.NumberInput):
            widget.input_type = "text"
        super().__init__(widget=widget, **kwargs)

    def widget_attrs(self, widget):
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value):
        if value is None or isinstance(value, Decimal):
            return value
        try:
            reading = read_number(str(value), comma_is_decimal=True)
        except Refused as refusal:
            raise ValidationError(refusal.message, code=refusal.code) from None
        if reading.absence == "mark":
            raise ValidationError(_("Tulis angka, atau kosongkan isian ini."), code="bad_number")
        return reading.value

    def prepare_value(self, value):
        return write_number(value, comma_is_decimal=True) if isinstance(value, Decimal) else value
