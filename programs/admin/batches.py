"""Imports that were confirmed: what they brought, a second person's acceptance, and taking one back."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programs.admin.figures import ReadOnlyInline, figure_text, passed
from programs.batches import accept_batch, batches_open_to, batches_visible_to, retract_batch
from programs.models import Observation
from records.admin_acts import Acting, ReasonForm, act
from records.admin_base import ChoicesDropdownFilter, RangeDateFilter, ReadOnlyAdmin, display
from records.choices import BatchState
from records.models import ImportBatch


class BroughtInline(ReadOnlyInline):
    """What an import brought, page by page."""

    model = Observation
    fields = ("measurement", "shown_period", "source", "shown_value", "note", "cell")
    readonly_fields = fields
    ordering = ("pk",)
    per_page = 50

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(
            "measurement__indicator", "measurement__unit", "measurement__period", "source"
        )

    @display(description=_("periode"))
    def shown_period(self, observation):
        return observation.measurement.period

    @display(description=_("nilai"))
    def shown_value(self, observation):
        return figure_text(observation)


@admin.register(ImportBatch)
class ImportBatchAdmin(Acting, ReadOnlyAdmin):
    list_display = (
        "file",
        "shown_state",
        "rows_total",
        "rows_new",
        "rows_changed",
        "rows_same",
        "imported_by",
        "imported_at",
    )
    list_filter = (("state", ChoicesDropdownFilter), ("imported_at", RangeDateFilter))
    list_filter_submit = True
    list_select_related = ("file", "imported_by")
    search_fields = ("file__original_name", "imported_by__username", "imported_by__name")
    search_help_text = _("Nama berkas, nama atau akun pengimpor.")
    inlines = (BroughtInline,)
    actions_detail = ("accept", "retract")

    def get_queryset(self, request):
        figures = super().get_queryset(request).filter(kind=ImportBatch.FIGURES)
        return batches_visible_to(figures, request.user)

    def get_fieldsets(self, request, obj=None):
        reason = ["retracted_reason"] if obj and obj.retracted_reason else []
        counts = [("rows_total", "rows_new"), ("rows_changed", "rows_same")]
        happened = passed(obj, "imported", "accepted", "retracted") if obj else []
        return [(None, {"fields": [("file", "state"), *counts, *happened, *reason]})]

    def reaches(self, user, action, batch):
        """Every figure of an import must lie where the person may do this."""
        return batches_open_to(ImportBatch.objects.filter(pk=batch.pk), user, action).exists()

    @display(
        description=_("keadaan"),
        ordering="state",
        label={
            BatchState.CONFIRMED: "info",
            BatchState.ACCEPTED: "success",
            BatchState.RETRACTED: "danger",
        },
    )
    def shown_state(self, batch):
        return batch.state, batch.get_state_display()

    @act(
        _("Terima impor"),
        permission="records.accept_importbatch",
        icon="check",
        explained=_("Angka yang dicatat di samping sumber lain ikut dihitung sebagai pembanding."),
        done=_("Impor diterima."),
    )
    def accept(self, request, batch):
        accept_batch(batch, by=request.user)

    @act(
        _("Cabut impor"),
        permission="records.retract_importbatch",
        icon="undo",
        explained=_(
            "Angka dari impor ini dicabut, tidak dihapus; laporan yang memuatnya menjadi draf lagi. "
            "Angka dalam laporan yang sudah diterima tidak dapat dicabut."
        ),
        done=_("Impor dicabut."),
        form=ReasonForm,
    )
    def retract(self, request, batch, reason):
        retract_batch(batch, by=request.user, reason=reason)
