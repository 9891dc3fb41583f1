"""What is measured: programs, their indicators, periods and targets."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programs.choices import Accumulation, Frequency, Polarity
from programs.querysets import (
    NATIONAL,
    IndicatorQuerySet,
    PeriodQuerySet,
    ProgramQuerySet,
    TargetQuerySet,
)
from rakor.lib import periods
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Versioned, Visible, by_field
from regions.models import Unit

CODE_HELP = _("Huruf besar, angka dan tanda hubung, misalnya MCP. Tidak diubah setelah dipakai.")


def code_per_owner(model):
    """A code is unique within a province and, apart from that, among the national ones."""
    return [
        models.UniqueConstraint(
            fields=["owner", "code"],
            condition=Q(owner__isnull=False),
            name=f"{model}_code_per_owner",
            violation_error_message=_("Kode ini sudah dipakai di provinsi ini."),
        ),
        models.UniqueConstraint(
            fields=["code"],
            condition=Q(owner__isnull=True),
            name=f"{model}_code_national",
            violation_error_message=_("Kode ini sudah dipakai untuk program nasional."),
        ),
        models.CheckConstraint(
            condition=Q(code__regex=r"^[A-Z0-9][A-Z0-9-]*\Z"),
            name=f"{model}_code_form",
            violation_error_message=_("Kode hanya memakai huruf besar, angka dan tanda hubung."),
        ),
    ]


def public_address(view_name, owned):
    """Where the public reads about a program or an indicator: its owner's code, and its own."""
    owner = owned.owner.code if owned.owner_id else NATIONAL
    return reverse(view_name, args=[owner, owned.code])


class Program(Versioned, Visible):
    """What a Rakor goes through, such as penanganan konflik sosial or PKH. Without owner it is national."""

    owner = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_programs",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("pemilik"),
        help_text=_("Provinsi pemilik. Kosong berarti program nasional."),
    )
    agency = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="run_programs",
        verbose_name=_("instansi pengampu"),
    )
    code = models.CharField(_("kode"), max_length=30, help_text=CODE_HELP)
    name = models.CharField(_("nama"), max_length=150, validators=[refuse_personal])
    short_name = models.CharField(
        _("nama pendek"),
        max_length=40,
        help_text=_("Untuk judul dan gambar: MCP."),
        validators=[refuse_personal],
    )
    description = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("program")
        ordering = ["name"]
        constraints = code_per_owner("program")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return public_address("dashboard:program-detail", self)


class Indicator(Versioned, Visible):
    """What is counted, with the metadata of Satu Data Indonesia (Perpres 39/2019)."""

    program = models.ForeignKey(
        Program,
        on_delete=models.PROTECT,
        related_name="indicators",
        verbose_name=_("program"),
    )
    owner = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_indicators",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("pemilik"),
        help_text=_("Provinsi pemilik. Kosong berarti indikator nasional."),
    )
    code = models.CharField(_("kode"), max_length=30, help_text=CODE_HELP)
    name = models.CharField(_("nama"), max_length=200, validators=[refuse_personal])
    concept = models.TextField(_("konsep"), blank=True, validators=[refuse_personal])
    definition = models.TextField(_("definisi"), blank=True, validators=[refuse_personal])
    interpretation = models.TextField(_("interpretasi"), blank=True, validators=[refuse_personal])
    formula_text = models.TextField(_("rumus dalam kata"), blank=True, validators=[refuse_personal])
    classification = models.CharField(
        _("klasifikasi"),
        max_length=150,
        blank=True,
        help_text=_("Menurut apa angka dirinci, misalnya jenis kelamin."),
        validators=[refuse_personal],
    )
    frequency = models.CharField(_("frekuensi"), max_length=12, choices=Frequency.choices, blank=True)
    measure_unit = models.CharField(
        _("satuan"), max_length=30, help_text=_("%, nilai, KPM, jiwa, dokumen."), validators=[refuse_personal]
    )
    polarity = models.CharField(_("arah"), max_length=10, choices=Polarity.choices, default=Polarity.HIGHER)
    scale_min = FigureField(_("batas bawah skala"), null=True, blank=True)
    scale_max = FigureField(_("batas atas skala"), null=True, blank=True)
    usual_low = FigureField(
        _("batas bawah lazim"),
        null=True,
        blank=True,
        help_text=_("Di luar rentang ini pelapor diminta memberi keterangan; laporan tetap dapat dikirim."),
    )
    usual_high = FigureField(_("batas atas lazim"), null=True, blank=True)
    decimals = models.PositiveSmallIntegerField(
        _("angka desimal"), default=2, validators=[MaxValueValidator(6)]
    )
    accumulation = models.CharField(
        _("akumulasi"),
        max_length=5,
        choices=Accumulation.choices,
        default=Accumulation.LAST,
    )
    tolerance_percent = models.DecimalField(
        _("toleransi antarsumber (%)"),
        max_digits=6,
        decimal_places=3,
        default=1,
        validators=[MinValueValidator(0)],
    )
    tolerance_days = models.PositiveSmallIntegerField(_("toleransi tanggal data (hari)"), default=0)
    producer = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="produced_indicators",
        verbose_name=_("produsen data"),
    )
    suppress_small_cells = models.BooleanField(
        _("tutup angka kecil"),
        default=False,
        help_text=_("Angka 1–4 tidak ditampilkan kepada publik."),
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indikator")
        verbose_name_plural = _("indikator")
        ordering = ["program_id", "code"]
        constraints = [
            *code_per_owner("indicator"),
            models.CheckConstraint(
                condition=Q(scale_min__isnull=True, scale_max__isnull=True) | Q(scale_max__gt=F("scale_min")),
                name="indicator_scale_order",
                violation_error_message=_("Batas atas skala harus lebih besar daripada batas bawahnya."),
            ),
            models.CheckConstraint(
                condition=Q(usual_low__isnull=True)
                | Q(usual_high__isnull=True)
                | Q(usual_high__gte=F("usual_low")),
                name="indicator_usual_order",
                violation_error_message=_("Batas atas lazim lebih kecil daripada batas bawahnya."),
            ),
            models.CheckConstraint(condition=Q(decimals__lte=6), name="indicator_decimals"),
            models.CheckConstraint(condition=Q(tolerance_percent__gte=0), name="indicator_tolerance"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return public_address("dashboard:indicator-detail", self)


class Period(models.Model):
    """A stretch of one year: TAHUNAN, SM1–2, TW1–4, B04/B08/B12 (caturwulan), BLN01–12."""

    year = models.PositiveSmallIntegerField(_("tahun"))
    code = models.CharField(_("kode"), max_length=8)
    starts_on = models.DateField(_("mulai"), editable=False)
    ends_on = models.DateField(_("berakhir"), editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("periode")
        verbose_name_plural = _("periode")
        ordering = ["-ends_on", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["year", "code"], name="period_once"),
            models.CheckConstraint(
                condition=Q(code__in=periods.CODES),
                name="period_code_known",
                violation_error_message=_("Kode periode tidak dikenal."),
            ),
            models.CheckConstraint(condition=Q(year__gte=1945, year__lte=2100), name="period_year"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="period_order"),
        ]

    def __str__(self):
        return periods.label(self.year, self.code)


class Target(models.Model):
    """What a unit set out to reach. Append-only: a revision is a new row; the latest counts."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="targets", verbose_name=_("daerah"))
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="targets",
        verbose_name=_("indikator"),
    )
    period = models.ForeignKey(
        Period,
        on_delete=models.PROTECT,
        related_name="targets",
        verbose_name=_("periode"),
    )
    low = FigureField(
        _("target"),
        null=True,
        blank=True,
        help_text=_("Angka tunggal, atau batas bawah."),
    )
    high = FigureField(_("batas atas"), null=True, blank=True)
    baseline = FigureField(_("nilai awal"), null=True, blank=True)
    source = models.CharField(
        _("sumber"), max_length=150, blank=True, help_text=_("RPJMD, RKPD, PK."), validators=[refuse_personal]
    )
    reason = models.TextField(_("alasan perubahan"), blank=True, validators=[refuse_personal])
    set_at = models.DateTimeField(_("ditetapkan pada"))
    set_by = by_field(_("ditetapkan oleh"), null=False, blank=False)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("target")
        ordering = ["-id"]
        indexes = [models.Index(fields=["period", "indicator", "unit", "id"], name="target_key")]
        constraints = [
            models.CheckConstraint(
                condition=Q(high__isnull=True) | Q(low__isnull=False, high__gte=F("low")),
                name="target_order",
                violation_error_message=_("Batas atas target lebih kecil daripada batas bawahnya."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.period}: {self.low}"
