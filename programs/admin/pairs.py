"""Pairs of indicators whose gap is followed."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.models import IndicatorPair
from rakor.lib.measure_units import unit_key
from records.admin_base import RecordAdmin, RelatedDropdownFilter
from records.forms import VersionedForm


class PairForm(VersionedForm):
    """Only figures of one unit of measure can be taken from each other."""

    def clean(self):
        cleaned = super().clean()
        first, second = cleaned.get("first"), cleaned.get("second")
        if first and second and unit_key(first.measure_unit) != unit_key(second.measure_unit):
            message = _("Satuannya berbeda: %(first)s dan %(second)s. Pilih dua indikator bersatuan sama.")
            units = {"first": first.measure_unit, "second": second.measure_unit}
            self.add_error("second", forms.ValidationError(message % units, code="other_unit"))
        return cleaned


@admin.register(IndicatorPair)
class IndicatorPairAdmin(RecordAdmin):
    form = PairForm
    list_display = ("name", "program", "first", "second", "tolerance")
    list_filter = (("program", RelatedDropdownFilter),)
    list_select_related = ("program", "first", "second")
    search_fields = ("name", "first__name", "second__name")
    search_help_text = gettext_lazy("Nama pasangan atau nama indikatornya.")
    autocomplete_fields = ("program", "first", "second")
    fieldsets = (
        (
            None,
            {
                "fields": ("program", "name", ("first", "second"), "tolerance"),
                "description": gettext_lazy(
                    "Selisih kedua angka diikuti per daerah/instansi dan periode pada halaman programnya."
                ),
            },
        ),
    )
