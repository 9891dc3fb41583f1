"""What happened to a report on its way: sent, returned, accepted, opened again; remarks and evidence."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programs.choices import StepKind
from programs.models.catalogue import Indicator
from programs.models.facts import Report
from programs.querysets import EvidenceQuerySet
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import StoredFile, by_field


class ReportStep(models.Model):
    """One step of a report. Append-only: timeliness is counted from these, not from the last state."""

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="steps", verbose_name=_("laporan")
    )
    kind = models.CharField(_("langkah"), max_length=15, choices=StepKind.choices)
    reason = models.TextField(_("alasan"), blank=True, validators=[refuse_personal])
    at = models.DateTimeField(_("pada"))
    by = by_field(_("oleh"), null=False, blank=False)

    class Meta:
        verbose_name = _("langkah laporan")
        verbose_name_plural = _("langkah laporan")
        ordering = ["id"]
        indexes = [models.Index(fields=["report", "id"], name="report_step_key")]

    def __str__(self):
        return f"{self.report} · {self.get_kind_display()}"


class Remark(models.Model):
    """What a verifier said about one line when judging a report. Append-only, as the step it belongs to."""

    step = models.ForeignKey(
        ReportStep, on_delete=models.PROTECT, related_name="remarks", verbose_name=_("langkah laporan")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="remarks", verbose_name=_("indikator")
    )
    text = models.TextField(_("catatan"), validators=[refuse_personal])

    class Meta:
        verbose_name = _("catatan pemeriksaan")
        verbose_name_plural = _("catatan pemeriksaan")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["step", "indicator"], name="remark_once"),
            models.CheckConstraint(condition=~Q(text=""), name="remark_says_something"),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.text[:80]}"


class Evidence(models.Model):
    """Data dukung of a report or of one of its lines: a file (a photo, say) or a link, one of the two."""

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("laporan")
    )
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("indikator"),
        help_text=_("Kosong berarti untuk seluruh laporan."),
    )
    title = models.CharField(_("keterangan"), max_length=150, blank=True, validators=[refuse_personal])
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )
    url = LinkField(_("tautan"), blank=True)
    added_at = models.DateTimeField(_("ditambahkan pada"))
    added_by = by_field(_("ditambahkan oleh"), null=False, blank=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("data dukung")
        verbose_name_plural = _("data dukung")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, url="") | (Q(file__isnull=True) & ~Q(url="")),
                name="evidence_file_or_link",
                violation_error_message=_("Pilih satu: berkas atau tautan."),
            ),
        ]

    def __str__(self):
        return self.title or (self.file.original_name if self.file_id else self.url)
