"""Figures and what each source said about them, to be read and taken away as a sheet."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from import_export.admin import ExportMixin

from programs.formats import CsvFile, XlsxFile
from programs.models import Measurement, Observation, Target
from programs.resources import FigureResource
from rakor.lib.formats import format_number
from records.admin_base import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    Inline,
    ReadOnlyAdmin,
    RelatedDropdownFilter,
    display,
)


def figure_text(figure):
    """ "87,31", or in words why there is no value."""
    return figure.get_state_display() if figure.value is None else format_number(figure.value)


def passed(obj, *verbs):
    """The name and time fields of what has happened to a record; what has not makes no empty line."""
    done = [verb for verb in verbs if getattr(obj, f"{verb}_by_id")]
    return [(f"{verb}_by", f"{verb}_at") for verb in done]


class ReadOnlyInline(Inline):
    can_delete = False
    tab = False
    hide_title = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class ObservationInline(ReadOnlyInline):
    model = Observation
    fk_name = "measurement"
    fields = (
        "source",
        "shown_value",
        "measure_unit",
        "cut_off_on",
        "note",
        "cell",
        "batch",
        "received_on",
        "observed_by",
        "shown_standing",
    )
    readonly_fields = fields
    ordering = ("-pk",)

    def get_queryset(self, request):
        return (
            super().get_queryset(request).select_related("source", "batch__file", "observed_by", "retraction")
        )

    @display(description=_("nilai"))
    def shown_value(self, observation):
        return figure_text(observation)

    @display(description=_("kedudukan"))
    def shown_standing(self, observation):
        if observation.retracts_id:
            return _("mencabut")
        if hasattr(observation, "retraction"):
            return _("dicabut")
        return _("terpilih") if observation.measurement.chosen_id == observation.pk else _("berlaku")


@admin.register(Measurement)
class MeasurementAdmin(ExportMixin, ReadOnlyAdmin):
    """Every figure within reach, with the sources behind it; its list is exported as a standard sheet."""

    list_display = ("indicator", "unit", "period", "shown_value", "shown_source", "shown_report")
    list_filter = (
        ("indicator", AutocompleteSelectFilter),
        ("period", RelatedDropdownFilter),
        ("unit", AutocompleteSelectFilter),
        ("state", ChoicesDropdownFilter),
    )
    list_filter_submit = True
    list_select_related = ("indicator", "unit", "period", "chosen__source", "report")
    search_fields = ("indicator__name", "indicator__code", "unit__name", "unit__code")
    search_help_text = _("Nama atau kode indikator, nama atau kode daerah.")
    fields = (
        "indicator",
        "unit",
        "period",
        "shown_value",
        "numerator",
        "denominator",
        "note",
        "shown_source",
        "report",
    )
    readonly_fields = fields
    inlines = (ObservationInline,)
    resource_classes = (FigureResource,)
    import_export_change_list_template = "admin/programs/change_list_export.html"

    def get_urls(self):
        xlsx = path(
            "export/xlsx/",
            self.admin_site.admin_view(self.export_action),
            {"file_format": XlsxFile},
            name="programs_measurement_export_xlsx",
        )
        return [xlsx, *super().get_urls()]

    def export_action(self, request, file_format=CsvFile):
        """The list as it is filtered, straight as a file: there is nothing to ask."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        return self._do_file_export(file_format(), request, self.get_export_queryset(request))

    def get_export_filename(self, request, queryset, file_format):
        return f"angka-{timezone.localdate():%Y-%m-%d}.{file_format.get_extension()}"

    def get_export_queryset(self, request):
        stands = Target.objects.current().filter(
            unit=OuterRef("unit"), indicator=OuterRef("indicator"), period=OuterRef("period")
        )
        return (
            super()
            .get_export_queryset(request)
            .select_related("unit", "indicator", "period", "chosen__source", "report")
            .annotate(
                target_low=Subquery(stands.values("low")[:1]), target_high=Subquery(stands.values("high")[:1])
            )
            .order_by("period__ends_on", "indicator__code", "unit__code")
        )

    @display(description=_("realisasi"), ordering="value")
    def shown_value(self, measurement):
        return figure_text(measurement)

    @display(description=_("sumber"))
    def shown_source(self, measurement):
        return measurement.chosen.source if measurement.chosen_id else ""

    @display(description=_("laporan"))
    def shown_report(self, measurement):
        return measurement.report.get_state_display()


@admin.register(Observation)
class ObservationAdmin(ReadOnlyAdmin):
    """What each source said, in the order it came in. Nothing here is ever changed or deleted."""

    list_display = ("measurement", "source", "shown_value", "cell", "batch", "observed_by", "observed_at")
    list_filter = (("source", RelatedDropdownFilter), ("source__level", ChoicesDropdownFilter))
    list_filter_submit = True
    list_select_related = (
        "measurement__indicator",
        "measurement__unit",
        "source",
        "batch__file",
        "observed_by",
    )
    search_fields = (
        "measurement__indicator__code",
        "measurement__unit__name",
        "measurement__unit__code",
        "source__name",
    )
    fields = (
        "measurement",
        "source",
        "shown_value",
        "measure_unit",
        "cut_off_on",
        "received_on",
        "document",
        "cell",
        "batch",
        "note",
        "retracts",
        "observed_at",
        "observed_by",
    )
    readonly_fields = fields

    @display(description=_("nilai"), ordering="value")
    def shown_value(self, observation):
        return figure_text(observation)
