"""What was found: reports, the figures in them, and what each source said."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programs.choices import Level, ReportState, State
from programs.models.catalogue import Indicator, Period, Program
from programs.querysets import MeasurementQuerySet, ObservationQuerySet, ReportQuerySet, SourceQuerySet
from rakor.lib.figures import FigureField
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import (
    ImportBatch,
    StoredFile,
    Versioned,
    by_field,
    paired,
    second_person,
)
from regions.models import Unit


class Report(Versioned):
    """One unit's return for one program and period; only figures of accepted reports count."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports", verbose_name=_("daerah"))
    program = models.ForeignKey(
        Program,
        on_delete=models.PROTECT,
        related_name="reports",
        verbose_name=_("program"),
    )
    period = models.ForeignKey(
        Period,
        on_delete=models.PROTECT,
        related_name="reports",
        verbose_name=_("periode"),
    )
    state = models.CharField(
        _("keadaan"),
        max_length=15,
        choices=ReportState.choices,
        default=ReportState.DRAFT,
    )
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True, blank=True)
    submitted_by = by_field(_("dikirim oleh"))
    accepted_at = models.DateTimeField(_("diterima pada"), null=True, blank=True)
    accepted_by = by_field(_("diterima oleh"))
    returned_at = models.DateTimeField(_("dikembalikan pada"), null=True, blank=True)
    returned_by = by_field(_("dikembalikan oleh"))
    returned_reason = models.TextField(_("alasan dikembalikan"), blank=True, validators=[refuse_personal])

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan")
        verbose_name_plural = _("laporan")
        ordering = ["-period__ends_on", "unit__code"]
        # Who has reported at all, asked for every unit of a program.
        indexes = [models.Index(fields=["program", "unit"], name="report_program_unit")]
        constraints = [
            models.UniqueConstraint(fields=["period", "program", "unit"], name="report_once"),
            paired("submitted", "report_submitted_paired"),
            paired("accepted", "report_accepted_paired"),
            paired("returned", "report_returned_paired"),
            models.CheckConstraint(
                condition=~Q(state=ReportState.ACCEPTED)
                | Q(accepted_by__isnull=False, submitted_by__isnull=False),
                name="report_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.RETURNED) | ~Q(returned_reason=""),
                name="report_returned_with_reason",
                violation_error_message=_("Laporan dikembalikan dengan alasan."),
            ),
            second_person(
                "submitted_by",
                "accepted_by",
                "report_second_person",
                _("Laporan diterima oleh orang lain, bukan pengirimnya."),
            ),
        ]

    def __str__(self):
        return f"{self.program.short_name} {self.period} · {self.unit}"


class Source(Versioned):
    """Where a figure comes from: an agency's report, a ministry's system, the press."""

    name = models.CharField(_("nama"), max_length=150, unique=True, validators=[refuse_personal])
    level = models.CharField(_("tingkat"), max_length=10, choices=Level.choices, default=Level.PROVINCE)
    agency = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("instansi"),
    )
    url = LinkField(_("alamat"), blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("sumber")
        verbose_name_plural = _("sumber")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Measurement(models.Model):
    """The figure (realisasi) of a unit for an indicator and period; `chosen` is what it rests on."""

    report = models.ForeignKey(
        Report,
        on_delete=models.PROTECT,
        related_name="measurements",
        verbose_name=_("laporan"),
    )
    period = models.ForeignKey(
        Period,
        on_delete=models.PROTECT,
        related_name="measurements",
        verbose_name=_("periode"),
    )
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="measurements",
        verbose_name=_("indikator"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="measurements",
        verbose_name=_("daerah"),
    )
    state = models.CharField(_("keadaan"), max_length=15, choices=State.choices, default=State.NOT_REPORTED)
    value = FigureField(_("realisasi"), null=True, blank=True)
    numerator = FigureField(_("pembilang"), null=True, blank=True)
    denominator = FigureField(_("penyebut"), null=True, blank=True)
    note = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])
    chosen = models.ForeignKey(
        "programs.Observation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="chosen_for",
        verbose_name=_("pengamatan terpilih"),
    )

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("realisasi")
        verbose_name_plural = _("realisasi")
        ordering = ["period_id", "indicator_id", "unit_id"]
        constraints = [
            # Period first: one ranking reads one stretch of this index.
            models.UniqueConstraint(fields=["period", "indicator", "unit"], name="measurement_once"),
            models.CheckConstraint(
                condition=Q(state=State.VALUE, value__isnull=False)
                | (~Q(state=State.VALUE) & Q(value__isnull=True)),
                name="measurement_value_or_state",
                violation_error_message=_("Isi nilai, atau pilih keadaan yang bukan nilai; tidak keduanya."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} · {self.unit}"


class Observation(models.Model):
    """What one source said about one figure. Append-only; undoing an import appends a retraction."""

    measurement = models.ForeignKey(
        Measurement,
        on_delete=models.PROTECT,
        related_name="observations",
        verbose_name=_("realisasi"),
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="observations",
        verbose_name=_("sumber"),
    )
    state = models.CharField(_("keadaan"), max_length=15, choices=State.choices, default=State.VALUE)
    value = FigureField(_("nilai"), null=True, blank=True)
    measure_unit = models.CharField(_("satuan"), max_length=30, blank=True, validators=[refuse_personal])
    cut_off_on = models.DateField(_("per tanggal"), null=True, blank=True)
    received_on = models.DateField(_("diterima tanggal"), null=True, blank=True)
    document = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dokumen"),
    )
    batch = models.ForeignKey(
        ImportBatch,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name=_("impor"),
    )
    cell = models.CharField(_("sel asal"), max_length=60, blank=True)
    note = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])
    retracts = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="retraction",
        verbose_name=_("mencabut"),
    )
    observed_at = models.DateTimeField(_("dicatat pada"))
    observed_by = by_field(_("dicatat oleh"), null=False, blank=False)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengamatan")
        verbose_name_plural = _("pengamatan")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.VALUE, value__isnull=False)
                | (~Q(state=State.VALUE) & Q(value__isnull=True)),
                name="observation_value_or_state",
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.value}"
