"""The meeting itself: its series, who sat where, who was invited, what was on the agenda, its papers."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.choices import (
    Cadence,
    DatePrecision,
    Kind,
    Level,
    Mode,
    RakorState,
    RecordSource,
)
from meetings.querysets import RakorQuerySet, SeriesQuerySet
from programs.models import Program
from rakor.lib import dates
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import Versioned, Visible, by_field, paired
from regions.choices import TimeZone
from regions.models import Unit


class Series(Versioned):
    """Rakor berkala: meetings that follow one another, so that what is unsettled travels along."""

    name = models.CharField(_("nama"), max_length=150, unique=True, validators=[refuse_personal])
    slug = models.SlugField(_("alamat pendek"), max_length=80, unique=True, validators=[refuse_personal])
    level = models.CharField(_("tingkat"), max_length=10, choices=Level.choices)
    cadence = models.CharField(_("irama"), max_length=12, choices=Cadence.choices)
    region = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="series", verbose_name=_("wilayah")
    )
    organiser = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organised_series",
        verbose_name=_("penyelenggara"),
    )
    rotates_host = models.BooleanField(_("tuan rumah bergilir"), default=False)
    next_host_note = models.CharField(
        _("tuan rumah berikutnya"), max_length=200, blank=True, validators=[refuse_personal]
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("Rakor berkala")
        verbose_name_plural = _("Rakor berkala")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Rakor(Versioned, Visible):
    """Rapat koordinasi. Dates and times are those of the hall, in the Rakor's own time zone."""

    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rakor",
        verbose_name=_("Rakor berkala"),
    )
    title = models.CharField(_("judul"), max_length=200, validators=[refuse_personal])
    slug = models.SlugField(
        _("alamat pendek"),
        max_length=100,
        unique=True,
        help_text=_("Terisi dari tanggal dan judul."),
        validators=[refuse_personal],
    )
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind.choices, default=Kind.TECHNICAL)
    level = models.CharField(_("tingkat"), max_length=10, choices=Level.choices, default=Level.PROVINCE)
    region = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="rakor_in",
        limit_choices_to={"kind__in": ["provinsi", "kabkota"]},
        verbose_name=_("wilayah"),
        help_text=_("Daerah yang dikoordinasikan: provinsi, atau kabupaten/kota untuk Rakor daerah."),
    )
    organiser = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="rakor_organised",
        verbose_name=_("penyelenggara"),
    )
    host = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rakor_hosted",
        verbose_name=_("tuan rumah"),
        help_text=_("Boleh berbeda dari penyelenggara."),
    )
    programs = models.ManyToManyField(Program, blank=True, related_name="rakor", verbose_name=_("program"))
    starts_on = models.DateField(_("tanggal"))
    ends_on = models.DateField(_("sampai tanggal"), null=True, blank=True)
    starts_time = models.TimeField(_("pukul"), null=True, blank=True)
    ends_time = models.TimeField(_("sampai pukul"), null=True, blank=True)
    time_zone = models.CharField(
        _("zona waktu"), max_length=20, choices=TimeZone.choices, default=TimeZone.WIB
    )
    date_precision = models.CharField(
        _("ketelitian tanggal"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    date_note = models.CharField(
        _("catatan tanggal"), max_length=200, blank=True, validators=[refuse_personal]
    )
    venue = models.CharField(_("tempat"), max_length=200, blank=True, validators=[refuse_personal])
    place = models.CharField(_("kota"), max_length=80, blank=True, validators=[refuse_personal])
    mode = models.CharField(_("cara"), max_length=10, choices=Mode.choices, default=Mode.IN_PERSON)
    summary = models.TextField(
        _("ringkasan"),
        blank=True,
        help_text=_("Satu atau dua kalimat untuk daftar Rakor."),
        validators=[refuse_personal],
    )
    state = models.CharField(
        _("keadaan"),
        max_length=15,
        choices=RakorState.choices,
        default=RakorState.DRAFT,
    )
    state_reason = models.TextField(
        _("alasan"),
        blank=True,
        help_text=_("Wajib bila ditunda atau dibatalkan."),
        validators=[refuse_personal],
    )
    record_source = models.CharField(
        _("asal catatan"),
        max_length=10,
        choices=RecordSource.choices,
        default=RecordSource.DIRECT,
    )
    source_name = models.CharField(_("nama sumber"), max_length=150, blank=True, validators=[refuse_personal])
    source_url = LinkField(_("alamat sumber"), blank=True)
    source_on = models.DateField(_("tanggal sumber"), null=True, blank=True)
    source_note = models.TextField(_("catatan sumber"), blank=True, validators=[refuse_personal])
    created_at = models.DateTimeField(_("dicatat pada"), auto_now_add=True)
    created_by = by_field(_("dicatat oleh"))
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    closed_by = by_field(_("ditutup oleh"))

    objects = RakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("Rakor")
        verbose_name_plural = _("Rakor")
        ordering = ["-starts_on", "-id"]
        constraints = [
            paired("closed", "rakor_closed_paired"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="rakor_date_order",
                violation_error_message=_("Tanggal akhir mendahului tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RakorState.POSTPONED, RakorState.CANCELLED]) | ~Q(state_reason=""),
                name="rakor_state_reason",
                violation_error_message=_("Rakor yang ditunda atau dibatalkan memerlukan alasan."),
            ),
            models.CheckConstraint(
                condition=~Q(state=RakorState.CLOSED) | Q(closed_by__isnull=False),
                name="rakor_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(record_source=RecordSource.NEWS) | ~Q(source_name=""),
                name="rakor_news_names_source",
                violation_error_message=_("Catatan dari berita menyebut sumbernya."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dashboard:rakor-detail", args=[self.slug])

    @property
    def date_text(self):
        """ "Senin, 7 November 2022", as exact as it is known."""
        return dates.format_date_range(self.starts_on, self.ends_on, self.date_precision, weekday=True)
