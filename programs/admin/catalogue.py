"""What is measured: programs with their indicators, periods, sources."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.differences import compare_anew
from programs.models import Indicator, Measurement, Period, Program, Source
from rakor.lib import periods
from records import ledger
from records.admin_base import (
    ChoicesDropdownFilter,
    RecordAdmin,
    RelatedDropdownFilter,
    UnfoldAdminSelectWidget,
    display,
)
from records.choices import Action
from records.forms import VersionedForm
from regions.access import reach_of
from regions.models import Unit


def period_code_field():
    """The parts of a year that a figure may stand for, to be picked."""
    kinds = {code: periods.kind(code) for code in periods.CODES}
    return forms.ChoiceField(
        label=gettext_lazy("Periode"),
        choices=[(code, f"{code} ({kind})" if kind != "tahunan" else code) for code, kind in kinds.items()],
        initial="TAHUNAN",
        widget=UnfoldAdminSelectWidget,
    )


class OwnedForm(VersionedForm):
    """Whoever does not reach everything keeps the catalogue of the own province, or of the own agency."""

    keeper = None
    permission = ""
    agency_field = ""
    """Both set on the form class by the admin, per request."""

    def clean(self):
        cleaned = super().clean()
        reach = reach_of(self.keeper, self.permission)
        if reach.everything:
            return cleaned
        named = [cleaned.get("owner"), cleaned.get(self.agency_field)]
        keys = [unit.pk for unit in named if unit]
        if not Unit.objects.filter(reach.filter_served(""), pk__in=keys).exists():
            message = _(
                "Pilih provinsi pemilik atau instansi yang Anda kelola; yang nasional bukan bagian Anda."
            )
            raise forms.ValidationError(message, code="not_permitted")
        return cleaned


class OwnedAdmin(RecordAdmin):
    """A catalogue that provinces share: everybody with an account reads it, each keeps the own part."""

    form = OwnedForm
    agency_field = "agency"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        action = "change" if change else "add"
        form.keeper, form.agency_field = request.user, self.agency_field
        form.permission = f"{self.opts.app_label}.{action}_{self.opts.model_name}"
        return form

    @display(description=gettext_lazy("pemilik"), ordering="owner__name")
    def shown_owner(self, obj):
        return obj.owner or _("Nasional")


@admin.register(Program)
class ProgramAdmin(OwnedAdmin):
    list_display = ("name", "code", "shown_owner", "agency", "visibility")
    list_filter = (("visibility", ChoicesDropdownFilter), ("owner", RelatedDropdownFilter))
    list_select_related = ("owner", "agency")
    search_fields = ("name", "short_name", "code")
    search_help_text = gettext_lazy("Nama atau kode program.")
    autocomplete_fields = ("owner", "agency")
    fieldsets = (
        (None, {"fields": (("name", "short_name"), "code", ("owner", "agency"), "description")}),
        (gettext_lazy("Keterbukaan"), {"fields": ("visibility", "is_sample")}),
    )


HELD_TO = frozenset({"tolerance_percent", "tolerance_days", "measure_unit", "producer"})
"""What the sources of an indicator's figures are compared by."""


@admin.register(Indicator)
class IndicatorAdmin(OwnedAdmin):
    agency_field = "producer"
    list_display = ("name", "code", "program", "measure_unit", "polarity", "shown_owner")
    list_filter = (("program", RelatedDropdownFilter), ("polarity", ChoicesDropdownFilter))
    list_select_related = ("program", "owner")
    search_fields = ("name", "code", "program__name", "program__code")
    search_help_text = gettext_lazy("Nama atau kode indikator atau programnya.")
    autocomplete_fields = ("program", "owner", "producer")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "program",
                    "name",
                    ("code", "measure_unit"),
                    ("owner", "producer"),
                    "definition",
                    "formula_text",
                )
            },
        ),
        (
            gettext_lazy("Cara membaca angkanya"),
            {
                "fields": (
                    ("polarity", "accumulation"),
                    ("scale_min", "scale_max"),
                    "decimals",
                    ("tolerance_percent", "tolerance_days"),
                ),
                "description": gettext_lazy(
                    "Angka di luar skala atau dengan desimal lebih banyak ditolak saat diimpor."
                ),
            },
        ),
        (
            gettext_lazy("Keterbukaan"),
            {"fields": ("visibility", "suppress_small_cells", "is_sample")},
        ),
    )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and HELD_TO.intersection(form.changed_data):
            compare_anew(obj.measurements.all(), by=request.user)

    def option_label(self, indicator):
        return f"{indicator.code} · {indicator.name}"


@admin.register(Period)
class PeriodAdmin(RecordAdmin):
    """A period follows from its year and code; it is added, never changed."""

    form = forms.ModelForm

    list_display = ("__str__", "year", "code", "starts_on", "ends_on")
    list_filter = ("year",)
    search_fields = ("year", "code")
    search_help_text = gettext_lazy("Tahun atau kode: 2024, TW1.")
    fields = ("year", "code")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "code":
            return period_code_field()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.starts_on, obj.ends_on = periods.bounds(obj.year, obj.code)
        ledger.save(obj, Action.CREATE, by=request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ("name", "level", "agency", "url")
    list_filter = (("level", ChoicesDropdownFilter),)
    list_select_related = ("agency",)
    search_fields = ("name",)
    autocomplete_fields = ("agency",)
    fields = ("name", "level", "agency", "url")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and {"level", "agency"}.intersection(form.changed_data):
            compare_anew(Measurement.objects.filter(observations__source=obj), by=request.user)
