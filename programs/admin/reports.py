"""Reports: filled by import, sent, and judged by a second person. Nobody edits one here, no superuser."""

from django.contrib import admin
from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from programs import actions, judging
from programs.admin.figures import ReadOnlyInline, figure_text, passed
from programs.admin.judging import Judging
from programs.admin.sheet_import import SheetImportMixin
from programs.choices import ReportState, State
from programs.models import Measurement, Observation, Report
from records.admin_acts import Acting, ReasonForm, act
from records.admin_base import (
    ActionVariant,
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    ReadOnlyAdmin,
    RelatedDropdownFilter,
    display,
)


class MeasurementInline(ReadOnlyInline):
    """The figures, each with its source and with what other sources said beside it."""

    model = Measurement
    fields = ("indicator", "shown_value", "shown_source", "shown_cell", "note", "shown_others")
    readonly_fields = fields
    ordering = ("indicator__code",)

    def get_queryset(self, request):
        standing = Observation.objects.standing().select_related("source").order_by("pk")
        return (
            super()
            .get_queryset(request)
            .select_related("indicator", "chosen__source", "chosen__batch__file")
            .prefetch_related(Prefetch("observations", standing))
        )

    @display(description=_("realisasi"))
    def shown_value(self, measurement):
        return figure_text(measurement)

    @display(description=_("sumber"))
    def shown_source(self, measurement):
        return measurement.chosen.source if measurement.chosen_id else ""

    @display(description=_("sel asal"))
    def shown_cell(self, measurement):
        chosen = measurement.chosen
        if chosen is None or not chosen.batch_id:
            return ""
        return f"{chosen.batch.file.original_name}, {chosen.cell}"

    @display(description=_("sumber lain"))
    def shown_others(self, measurement):
        latest = {one.source: one for one in measurement.observations.all()}
        if measurement.chosen_id:
            latest.pop(measurement.chosen.source, None)
        return "; ".join(f"{source}: {figure_text(one)}" for source, one in latest.items())


@admin.register(Report)
class ReportAdmin(Judging, SheetImportMixin, Acting, ReadOnlyAdmin):
    list_display = (
        "unit",
        "program",
        "period",
        "shown_state",
        "shown_number",
        "submitted_by",
        "submitted_at",
    )
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("program", RelatedDropdownFilter),
        ("period", RelatedDropdownFilter),
        ("unit", AutocompleteSelectFilter),
    )
    list_filter_submit = True
    list_select_related = ("unit", "program", "period", "submitted_by")
    list_disable_select_all = False
    search_fields = ("unit__name", "unit__code", "program__name", "program__code")
    search_help_text = _("Nama atau kode daerah atau program.")
    inlines = (MeasurementInline,)
    actions_detail = ("submit", "accept", "give_back", "reopen")

    def get_queryset(self, request):
        has_figure = ~Q(measurements__state__in=(State.NOT_REPORTED, State.NOT_DUE))
        return super().get_queryset(request).annotate(figures=Count("measurements", filter=has_figure))

    def get_fieldsets(self, request, obj=None):
        reason = ["returned_reason"] if obj and obj.returned_reason else []
        fields = [("unit", "program"), ("period", "state")]
        happened = passed(obj, "submitted", "returned", "accepted") if obj else []
        return [(None, {"fields": [*fields, *happened, *reason]})]

    @display(
        description=_("keadaan"),
        ordering="state",
        label={
            ReportState.DRAFT: "info",
            ReportState.SUBMITTED: "warning",
            ReportState.RETURNED: "danger",
            ReportState.ACCEPTED: "success",
        },
    )
    def shown_state(self, report):
        return report.state, report.get_state_display()

    @display(description=_("angka"), ordering="figures")
    def shown_number(self, report):
        return report.figures

    @act(
        _("Kirim laporan"),
        permission="programs.submit_report",
        icon="send",
        explained=_("Laporan dikirim atas nama Anda. Orang lain memeriksa dan menerimanya."),
        done=_("Laporan dikirim."),
    )
    def submit(self, request, report):
        actions.submit_report(report, by=request.user)

    @act(
        _("Terima laporan"),
        permission="programs.accept_report",
        icon="check",
        explained=_("Angka laporan ini dihitung sejak diterima."),
        done=_("Laporan diterima."),
        variant=ActionVariant.PRIMARY,
    )
    def accept(self, request, report):
        judging.accept_report(report, by=request.user)

    @act(
        _("Kembalikan laporan"),
        permission="programs.return_report",
        icon="undo",
        explained=_("Laporan kembali kepada pengirimnya untuk diperbaiki. Alasannya tampil pada laporan."),
        done=_("Laporan dikembalikan."),
        form=ReasonForm,
    )
    def give_back(self, request, report, reason):
        judging.return_report(report, by=request.user, reason=reason)

    @act(
        _("Buka kembali"),
        permission="programs.reopen_report",
        icon="lock_open",
        explained=_("Laporan menjadi draf lagi dan angkanya tidak dihitung sampai diterima kembali."),
        done=_("Laporan dibuka kembali."),
        form=ReasonForm,
    )
    def reopen(self, request, report, reason):
        judging.reopen_report(report, by=request.user, reason=reason)
