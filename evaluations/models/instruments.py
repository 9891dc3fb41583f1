"""How a score is made, as data: the instrument, its lines and its bands."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from evaluations.choices import WITHOUT_INDICATOR, Category, DifferenceRule, Formula, MissingRule
from evaluations.querysets import InstrumentQuerySet
from programs.models import Indicator, Program
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Versioned
from regions.models import Unit

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


def rule(verbose_name, default):
    return models.CharField(verbose_name, max_length=10, choices=MissingRule.choices, default=default)


class Instrument(Versioned):
    """A way to judge one program in one year. Frozen as soon as a round was computed with it."""

    owner = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="instruments",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("pemilik"),
        help_text=_("Provinsi pemilik. Kosong berarti instrumen nasional."),
    )
    program = models.ForeignKey(
        Program,
        on_delete=models.PROTECT,
        related_name="instruments",
        verbose_name=_("program"),
    )
    year = models.PositiveSmallIntegerField(_("tahun"))
    edition = models.PositiveSmallIntegerField(_("versi instrumen"), default=1)
    name = models.CharField(_("nama"), max_length=150, validators=[refuse_personal])
    basis = models.TextField(
        _("dasar"),
        blank=True,
        help_text=_("Peraturan, juknis atau surat keputusan."),
        validators=[refuse_personal],
    )
    category = models.CharField(
        _("cakupan"),
        max_length=10,
        choices=Category.choices,
        default=Category.BOTH,
        blank=True,
    )
    precision = models.PositiveSmallIntegerField(
        _("angka desimal nilai"), default=2, validators=[MaxValueValidator(6)]
    )
    min_coverage = models.DecimalField(
        _("cakupan data terkecil (%)"),
        max_digits=5,
        decimal_places=2,
        default=60,
        validators=PERCENT,
    )
    not_reported_rule = rule(_("belum lapor"), MissingRule.ZERO)
    not_assessable_rule = rule(_("tidak dapat dinilai"), MissingRule.EXCLUDE)
    withheld_rule = rule(_("ditahan"), MissingRule.EXCLUDE)
    difference_rule = models.CharField(
        _("angka belum sinkron"),
        max_length=15,
        choices=DifferenceRule.choices,
        default=DifferenceRule.PREFERRED,
    )
    tie_by_report_time = models.BooleanField(_("nilai sama: laporan lengkap lebih awal"), default=False)
    frozen_at = models.DateTimeField(_("dikunci pada"), null=True, blank=True, editable=False)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrumen")
        verbose_name_plural = _("instrumen")
        ordering = ["program_id", "-year", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "program", "year", "edition"],
                condition=Q(owner__isnull=False),
                name="instrument_once_per_owner",
                violation_error_message=_("Versi instrumen ini sudah ada."),
            ),
            models.UniqueConstraint(
                fields=["program", "year", "edition"],
                condition=Q(owner__isnull=True),
                name="instrument_once_national",
                violation_error_message=_("Versi instrumen nasional ini sudah ada."),
            ),
            models.CheckConstraint(
                condition=Q(min_coverage__gte=0, min_coverage__lte=100),
                name="instrument_coverage",
            ),
            models.CheckConstraint(condition=Q(precision__lte=6), name="instrument_precision"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("dashboard:methodology") + f"#instrumen-{self.pk}"

    @property
    def is_frozen(self):
        return self.frozen_at is not None


class Line(models.Model):
    """Butir penilaian: an indicator with its weight, formula and cap."""

    instrument = models.ForeignKey(
        Instrument,
        on_delete=models.CASCADE,
        related_name="lines",
        verbose_name=_("instrumen"),
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)
    name = models.CharField(_("nama"), max_length=200, validators=[refuse_personal])
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lines",
        verbose_name=_("indikator"),
        help_text=_("Kosong hanya untuk ketepatan waktu, kelengkapan laporan, dan rubrik."),
    )
    weight = models.DecimalField(_("bobot"), max_digits=7, decimal_places=4, validators=PERCENT)
    formula = models.CharField(_("rumus"), max_length=20, choices=Formula.choices)
    cap = models.DecimalField(
        _("batas capaian (%)"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        default=100,
        help_text=_("Kosong berarti tanpa batas."),
    )
    is_to_date = models.BooleanField(
        _("sampai saat ini"),
        default=False,
        help_text=_("Hitung periode yang sudah ada, target periode sama."),
    )
    tie_order = models.PositiveSmallIntegerField(_("urutan pemecah nilai sama"), null=True, blank=True)

    class Meta:
        verbose_name = _("butir penilaian")
        verbose_name_plural = _("butir penilaian")
        ordering = ["instrument_id", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "order"], name="line_order_once"),
            models.UniqueConstraint(
                fields=["instrument", "tie_order"],
                condition=Q(tie_order__isnull=False),
                name="line_tie_order_once",
            ),
            models.CheckConstraint(
                condition=Q(weight__gt=0, weight__lte=100),
                name="line_weight",
                violation_error_message=_("Bobot di atas 0 dan paling tinggi 100."),
            ),
            models.CheckConstraint(condition=Q(cap__isnull=True) | Q(cap__gte=100), name="line_cap"),
            models.CheckConstraint(
                condition=Q(indicator__isnull=False) | Q(formula__in=WITHOUT_INDICATOR),
                name="line_has_indicator",
                violation_error_message=_("Pilih indikator butir ini."),
            ),
        ]

    def __str__(self):
        return self.name


class Band(models.Model):
    """Predikat: a lower bound and whether the bound itself is inside."""

    instrument = models.ForeignKey(
        Instrument,
        on_delete=models.CASCADE,
        related_name="bands",
        verbose_name=_("instrumen"),
    )
    label = models.CharField(_("predikat"), max_length=60, validators=[refuse_personal])
    lower = FigureField(_("batas bawah"))
    is_lower_inside = models.BooleanField(_("batas bawah termasuk"), default=True)

    class Meta:
        verbose_name = _("predikat")
        verbose_name_plural = _("predikat")
        ordering = ["instrument_id", "lower"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "lower"],
                name="band_lower_once",
                violation_error_message=_("Dua predikat memakai batas bawah yang sama."),
            ),
            models.UniqueConstraint(fields=["instrument", "label"], name="band_label_once"),
        ]

    def __str__(self):
        return self.label
