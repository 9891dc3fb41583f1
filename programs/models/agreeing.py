"""Sources of one figure compared, and the settling of what differs (sinkronisasi data)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programs.choices import Cause, DifferenceState, Verdict
from programs.models.facts import Measurement, Observation
from programs.querysets import DifferenceQuerySet, SettlementQuerySet
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Versioned, by_field, paired


class Settlement(models.Model):
    """One act of settling: who, when, why, and by which berita acara. Append-only.

    A Rakor's outcome points down to it; one act settles one figure or many.
    """

    reason = models.TextField(_("alasan"), validators=[refuse_personal])
    minutes_number = models.CharField(
        _("nomor berita acara"), max_length=80, blank=True, validators=[refuse_personal]
    )
    minutes_on = models.DateField(_("tanggal berita acara"), null=True, blank=True)
    settled_at = models.DateTimeField(_("diselesaikan pada"))
    settled_by = by_field(_("diselesaikan oleh"), null=False, blank=False)

    objects = SettlementQuerySet.as_manager()

    class Meta:
        verbose_name = _("penyelesaian selisih")
        verbose_name_plural = _("penyelesaian selisih")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="settlement_with_reason",
                violation_error_message=_("Tulis alasan penyelesaian."),
            ),
        ]

    def __str__(self):
        return self.minutes_number or self.reason[:80]


class Difference(Versioned):
    """How the sources of one figure stand to each other now: one row for each figure with several sources."""

    measurement = models.OneToOneField(
        Measurement, on_delete=models.PROTECT, related_name="difference", verbose_name=_("realisasi")
    )
    state = models.CharField(_("keadaan"), max_length=15, choices=DifferenceState.choices)
    gap = FigureField(
        _("selisih"), null=True, blank=True, help_text=_("Yang terbesar, terhadap angka acuan; bertanda.")
    )
    gap_percent = models.DecimalField(
        _("selisih (%)"), max_digits=21, decimal_places=4, null=True, blank=True
    )
    likely_cause = models.CharField(_("dugaan penyebab"), max_length=20, choices=Cause.choices, blank=True)
    opened_at = models.DateTimeField(_("terbuka sejak"), null=True, blank=True)
    carried_at = models.DateTimeField(_("dibawa ke Rakor pada"), null=True, blank=True)
    carried_by = by_field(_("dibawa oleh"))
    settled = models.ForeignKey(
        "programs.SettledFigure",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("penyelesaian yang berlaku"),
    )

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("sinkronisasi data")
        verbose_name_plural = _("sinkronisasi data")
        ordering = ["-opened_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-opened_at", "-id"], name="difference_age"),
            # The gap too: a figure apart from zero has no per cent, and the desk's tabs count those as well.
            models.Index(fields=["state", "-gap_percent", "-id", "gap"], name="difference_size"),
        ]
        constraints = [
            paired("carried", "difference_carried_paired"),
            models.CheckConstraint(
                condition=~Q(state=DifferenceState.OPEN) | Q(opened_at__isnull=False),
                name="difference_open_since",
            ),
            models.CheckConstraint(
                condition=~Q(state=DifferenceState.CARRIED)
                | Q(carried_at__isnull=False, opened_at__isnull=False),
                name="difference_carried_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=DifferenceState.SETTLED) | Q(settled__isnull=False),
                name="difference_settled_somehow",
            ),
        ]

    def __str__(self):
        return str(self.measurement)


class Comparison(models.Model):
    """Two sources of one figure side by side: an index made from the observations, kept for the lists."""

    difference = models.ForeignKey(
        Difference,
        on_delete=models.CASCADE,
        related_name="comparisons",
        verbose_name=_("sinkronisasi data"),
    )
    reference = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="+", verbose_name=_("acuan")
    )
    other = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="+", verbose_name=_("pembanding")
    )
    verdict = models.CharField(_("hasil banding"), max_length=15, choices=Verdict.choices)
    gap = FigureField(_("selisih"), null=True, blank=True)
    gap_percent = models.DecimalField(
        _("selisih (%)"), max_digits=21, decimal_places=4, null=True, blank=True
    )

    class Meta:
        verbose_name = _("perbandingan sumber")
        verbose_name_plural = _("perbandingan sumber")
        ordering = ["difference_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["difference", "other"], name="comparison_once"),
        ]

    def __str__(self):
        return f"{self.reference} / {self.other}"


class SettledFigure(models.Model):
    """One figure in a settlement: what was agreed, why it differed, what stood before. Append-only."""

    settlement = models.ForeignKey(
        Settlement,
        on_delete=models.PROTECT,
        related_name="figures",
        verbose_name=_("penyelesaian selisih"),
    )
    difference = models.ForeignKey(
        Difference,
        on_delete=models.PROTECT,
        related_name="settlements",
        verbose_name=_("sinkronisasi data"),
    )
    value = FigureField(_("angka disepakati"))
    cause = models.CharField(_("penyebab"), max_length=20, choices=Cause.choices)
    observation = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="+", verbose_name=_("pengamatan terpilih")
    )
    before = FigureField(_("angka sebelumnya"), null=True, blank=True)
    said = models.TextField(
        _("yang dikatakan sumber"),
        help_text=_("Setiap sumber dan angkanya pada saat diselesaikan."),
        validators=[refuse_personal],
    )

    class Meta:
        verbose_name = _("angka disepakati")
        verbose_name_plural = _("angka disepakati")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["settlement", "difference"], name="settled_figure_once"),
        ]

    def __str__(self):
        return f"{self.difference}: {self.value}"
