"""The meeting itself: its series, who sat where, who was invited, what was on the agenda, its papers."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.choices import (
    Attendance,
    Cadence,
    DatePrecision,
    DocumentKind,
    Kind,
    Level,
    Mode,
    RakorState,
    RecordSource,
    Representation,
    RoleKind,
)
from meetings.querysets import RakorQuerySet, VisibleInRakorQuerySet
from programs.models import Program
from rakor.lib import dates
from records.models import StoredFile, Versioned, Visible, by_field, paired
from regions.choices import TimeZone
from regions.models import Unit


class Series(models.Model):
    """Rakor berkala: meetings that follow one another, so that what is unsettled travels along."""

    name = models.CharField(_("nama"), max_length=150, unique=True)
    slug = models.SlugField(_("alamat pendek"), max_length=80, unique=True)
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
        _("tuan rumah berikutnya"), max_length=200, blank=True
    )

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
    title = models.CharField(_("judul"), max_length=200)
    slug = models.SlugField(
        _("alamat pendek"),
        max_length=100,
        unique=True,
        help_text=_("Terisi dari tanggal dan judul."),
    )
    kind = models.CharField(
        _("jenis"), max_length=10, choices=Kind.choices, default=Kind.TECHNICAL
    )
    level = models.CharField(
        _("tingkat"), max_length=10, choices=Level.choices, default=Level.PROVINCE
    )
    region = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="rakor_in",
        limit_choices_to={"kind__in": ["provinsi", "kabkota"]},
        verbose_name=_("wilayah"),
        help_text=_(
            "Daerah yang dikoordinasikan: provinsi, atau kabupaten/kota untuk Rakor daerah."
        ),
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
    programs = models.ManyToManyField(
        Program, blank=True, related_name="rakor", verbose_name=_("program")
    )
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
    date_note = models.CharField(_("catatan tanggal"), max_length=200, blank=True)
    venue = models.CharField(_("tempat"), max_length=200, blank=True)
    place = models.CharField(_("kota"), max_length=80, blank=True)
    mode = models.CharField(
        _("cara"), max_length=10, choices=Mode.choices, default=Mode.IN_PERSON
    )
    summary = models.TextField(
        _("ringkasan"),
        blank=True,
        help_text=_("Satu atau dua kalimat untuk daftar Rakor."),
    )
    state = models.CharField(
        _("keadaan"),
        max_length=15,
        choices=RakorState.choices,
        default=RakorState.DRAFT,
    )
    state_reason = models.TextField(
        _("alasan"), blank=True, help_text=_("Wajib bila ditunda atau dibatalkan.")
    )
    record_source = models.CharField(
        _("asal catatan"),
        max_length=10,
        choices=RecordSource.choices,
        default=RecordSource.DIRECT,
    )
    source_name = models.CharField(_("nama sumber"), max_length=150, blank=True)
    source_url = models.URLField(_("alamat sumber"), blank=True)
    source_on = models.DateField(_("tanggal sumber"), null=True, blank=True)
    source_note = models.TextField(_("catatan sumber"), blank=True)
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
                condition=~Q(state__in=[RakorState.POSTPONED, RakorState.CANCELLED])
                | ~Q(state_reason=""),
                name="rakor_state_reason",
                violation_error_message=_(
                    "Rakor yang ditunda atau dibatalkan memerlukan alasan."
                ),
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
        return dates.format_date_range(
            self.starts_on, self.ends_on, self.date_precision, weekday=True
        )


class Role(models.Model):
    """Peran: a person in office at one Rakor, as printed. The public sees name and office, nothing else."""

    rakor = models.ForeignKey(
        Rakor, on_delete=models.CASCADE, related_name="roles", verbose_name=_("Rakor")
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    kind = models.CharField(_("peran"), max_length=15, choices=RoleKind.choices)
    name = models.CharField(_("nama"), max_length=150, blank=True)
    prefix = models.CharField(
        _("awalan"), max_length=10, blank=True, help_text=_("Pj., Plt., Plh.")
    )
    office = models.CharField(_("jabatan"), max_length=150)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("unit"),
    )
    representation = models.CharField(
        _("hubungan"), max_length=10, choices=Representation.choices, blank=True
    )
    principal = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="representatives",
        verbose_name=_("untuk"),
        help_text=_("Pejabat yang diwakili, atau yang bertindak melalui orang ini."),
    )

    class Meta:
        verbose_name = _("peran")
        verbose_name_plural = _("peran")
        ordering = ["rakor_id", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(representation="") | Q(principal__isnull=False),
                name="role_representation_has_principal",
                violation_error_message=_("Pilih pejabat yang diwakili."),
            ),
        ]

    def __str__(self):
        office = f"{self.prefix} {self.office}".strip()
        return f"{self.name}, {office}" if self.name else office


class AgendaItem(Visible):
    rakor = models.ForeignKey(
        Rakor, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("Rakor")
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    title = models.CharField(_("acara"), max_length=250)
    starts_time = models.TimeField(_("pukul"), null=True, blank=True)
    speaker = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("oleh"),
    )
    issue = models.ForeignKey(
        "meetings.Issue",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("permasalahan"),
    )
    note = models.TextField(_("keterangan"), blank=True)

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("acara")
        verbose_name_plural = _("agenda")
        ordering = ["rakor_id", "order", "id"]

    def __str__(self):
        return self.title


class Invitation(models.Model):
    """A unit, or a group such as all BKD of the regencies, with head counts; people stay out of this list."""

    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.CASCADE,
        related_name="invitations",
        verbose_name=_("Rakor"),
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("unit"),
    )
    group = models.CharField(
        _("kelompok"),
        max_length=150,
        blank=True,
        help_text=_("Misalnya: seluruh BKD kabupaten/kota."),
    )
    regencies_of = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="group_invitations",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("kabupaten/kota se-provinsi"),
        help_text=_("Bila kelompok ini mencakup semua kabupaten/kota satu provinsi."),
    )
    expected = models.PositiveIntegerField(_("diundang"), null=True, blank=True)
    attended = models.PositiveIntegerField(_("hadir"), null=True, blank=True)
    attendance = models.CharField(
        _("kehadiran"),
        max_length=15,
        choices=Attendance.choices,
        default=Attendance.UNKNOWN,
    )
    represented_by = models.CharField(_("diwakili oleh"), max_length=150, blank=True)
    note = models.CharField(_("keterangan"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("undangan")
        verbose_name_plural = _("undangan")
        ordering = ["rakor_id", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, group="")
                | (Q(unit__isnull=True) & ~Q(group="")),
                name="invitation_unit_or_group",
                violation_error_message=_(
                    "Pilih unit, atau tulis kelompok; tidak keduanya."
                ),
            ),
            models.UniqueConstraint(
                fields=["rakor", "unit"],
                condition=Q(unit__isnull=False),
                name="invitation_once",
                violation_error_message=_("Unit ini sudah ada pada daftar undangan."),
            ),
        ]

    def __str__(self):
        return self.group or str(self.unit)


class Document(Visible):
    """A paper of a Rakor: a stored file, or a link where it lives elsewhere."""

    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name=_("Rakor"),
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=DocumentKind.choices)
    title = models.CharField(_("judul"), max_length=200)
    number = models.CharField(_("nomor"), max_length=80, blank=True)
    dated_on = models.DateField(_("tanggal"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("berkas"),
    )
    url = models.URLField(_("tautan"), blank=True)

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokumen")
        verbose_name_plural = _("dokumen")
        ordering = ["rakor_id", "kind", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(url=""),
                name="document_file_or_link",
                violation_error_message=_("Unggah berkas, atau tulis tautannya."),
            ),
        ]

    def __str__(self):
        return self.title
