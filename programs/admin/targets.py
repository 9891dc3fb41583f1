"""Targets are added, never changed: a revision is a new target with its reason."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.actions import check_target, set_target, take_period
from programs.admin.catalogue import period_code_field
from programs.models import Period, Target
from rakor.lib.formats import format_range
from rakor.lib.periods import EARLIEST_YEAR, LATEST_YEAR
from records.admin_base import (
    AutocompleteSelectFilter,
    RecordAdmin,
    RelatedDropdownFilter,
    UnfoldAdminTextInputWidget,
    display,
)
from records.refusals import ActionRefused
from regions.access import reach_of


class TargetForm(forms.ModelForm):
    """A target as a person sets it: the period by year and part, checked by the act that will write it."""

    year = forms.IntegerField(
        label=gettext_lazy("Tahun"),
        min_value=EARLIEST_YEAR,
        max_value=LATEST_YEAR,
        widget=UnfoldAdminTextInputWidget({"inputmode": "numeric"}),
    )
    period_code = period_code_field()

    setter = None
    """Set on the form class by the admin, per request."""

    class Meta:
        model = Target
        fields = ("unit", "indicator", "low", "high", "baseline", "source", "reason")

    def clean(self):
        cleaned = super().clean()
        self.refuse_foreign(cleaned.get("unit"), cleaned.get("indicator"))
        if not self.errors:
            try:
                check_target(**self.target())
            except ActionRefused as refusal:
                self.add_error("reason" if refusal.code == "reason_missing" else "low", refusal.message)
        return cleaned

    def refuse_foreign(self, unit, indicator):
        """A target is set within one's reach: for one's own units, or one's own agency's programs."""
        reach = reach_of(self.setter, "programs.add_target")
        if unit and indicator and not reach.covers_figure(unit, indicator.program):
            refusal = ValidationError(_("Daerah ini di luar lingkup tugas Anda."), code="not_permitted")
            self.add_error("unit", refusal)

    def target(self):
        """What was typed, as the act takes it; the period may not be stored yet."""
        names = ("unit", "indicator", "low", "high", "baseline", "source", "reason")
        year, code = self.cleaned_data["year"], self.cleaned_data["period_code"]
        period = Period.objects.filter(year=year, code=code).first()
        return {"period": period, **{name: self.cleaned_data[name] for name in names}}


@admin.register(Target)
class TargetAdmin(RecordAdmin):
    form = TargetForm
    list_display = ("indicator", "unit", "period", "shown_range", "source", "set_by", "set_at")
    list_filter = (
        ("indicator", AutocompleteSelectFilter),
        ("period", RelatedDropdownFilter),
        ("unit", AutocompleteSelectFilter),
    )
    list_filter_submit = True
    list_select_related = ("indicator", "unit", "period", "set_by")
    search_fields = ("indicator__name", "indicator__code", "unit__name", "unit__code")
    search_help_text = gettext_lazy("Nama atau kode indikator, nama atau kode daerah.")
    autocomplete_fields = ("unit", "indicator")
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    "unit",
                    "indicator",
                    ("year", "period_code"),
                    ("low", "high"),
                    "baseline",
                    "source",
                    "reason",
                ),
                "description": gettext_lazy(
                    "Target yang ada tidak diubah: isi target baru beserta alasannya; yang terakhir berlaku."
                ),
            },
        ),
    )
    fields = (
        "unit",
        "indicator",
        "period",
        "shown_range",
        "baseline",
        "source",
        "reason",
        "set_at",
        "set_by",
    )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.setter = request.user
        return form

    def save_model(self, request, obj, form, change):
        typed = form.cleaned_data
        period = take_period(typed["year"], typed["period_code"], by=request.user)
        target = set_target(**(form.target() | {"period": period}), by=request.user)
        # The admin goes on to name what was saved.
        obj.pk, obj.period = target.pk, target.period

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @display(description=gettext_lazy("target"))
    def shown_range(self, target):
        return format_range(target.low, target.high) if target.low is not None else _("tidak ada")
