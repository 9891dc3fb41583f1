"""When reports fall due: per program and year, with more time for one unit where there is a reason."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programs.choices import Frequency
from programs.models.catalogue import Period, Program
from programs.querysets import DeadlineQuerySet, ExtensionQuerySet, ScheduleQuerySet
from rakor.lib.personal import refuse_personal
from records.models import Versioned, by_field
from regions.models import Unit


class Schedule(Versioned):
    """The reporting calendar of one program for one year. Without owner it holds in every province.

    A province's own calendar goes before the national one of the same program and year.
    """

    owner = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_schedules",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("pemilik"),
        help_text=_("Provinsi pemilik. Kosong berarti berlaku di semua provinsi."),
    )
    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, related_name="schedules", verbose_name=_("program")
    )
    year = models.PositiveSmallIntegerField(_("tahun"))
    frequency = models.CharField(
        _("frekuensi"), max_length=12, choices=Frequency.choices, default=Frequency.SEMESTER
    )
    due_days = models.PositiveSmallIntegerField(
        _("tenggat (hari)"),
        default=10,
        help_text=_("Berapa hari sesudah periode berakhir laporan paling lambat dikirim."),
    )
    lock_days = models.PositiveSmallIntegerField(
        _("penguncian (hari)"),
        null=True,
        blank=True,
        help_text=_("Berapa hari sesudah tenggat pengisian ditutup. Kosong berarti tidak ditutup."),
    )
    basis = models.CharField(
        _("dasar"),
        max_length=200,
        blank=True,
        validators=[refuse_personal],
        help_text=_("Surat edaran atau keputusan yang menetapkan kalender ini."),
    )
    units = models.ManyToManyField(
        Unit,
        blank=True,
        related_name="schedules",
        verbose_name=_("pelapor"),
        help_text=_(
            "Kosong berarti semua kabupaten/kota. Isi bila hanya sebagian, atau instansi, yang melapor."
        ),
    )

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalender pelaporan")
        verbose_name_plural = _("kalender pelaporan")
        ordering = ["-year", "program_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "program", "year"],
                condition=Q(owner__isnull=False),
                name="schedule_once_per_owner",
                violation_error_message=_("Kalender program ini untuk tahun itu sudah ada."),
            ),
            models.UniqueConstraint(
                fields=["program", "year"],
                condition=Q(owner__isnull=True),
                name="schedule_once_national",
                violation_error_message=_("Kalender nasional program ini untuk tahun itu sudah ada."),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1945, year__lte=2100),
                name="schedule_year",
                violation_error_message=_("Tahun di luar 1945–2100."),
            ),
        ]

    def __str__(self):
        return f"{self.program.short_name} {self.year}"


class Deadline(models.Model):
    """One period that falls due: when at the latest, and when filling is shut."""

    schedule = models.ForeignKey(
        Schedule, on_delete=models.CASCADE, related_name="deadlines", verbose_name=_("kalender pelaporan")
    )
    period = models.ForeignKey(
        Period, on_delete=models.PROTECT, related_name="deadlines", verbose_name=_("periode")
    )
    due_on = models.DateField(_("paling lambat"))
    locks_on = models.DateField(
        _("ditutup sesudah"), null=True, blank=True, help_text=_("Hari terakhir laporan masih dapat dikirim.")
    )

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("tenggat")
        verbose_name_plural = _("tenggat")
        ordering = ["due_on", "period__starts_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "period"],
                name="deadline_once",
                violation_error_message=_("Periode ini sudah ada dalam kalender."),
            ),
            models.CheckConstraint(
                condition=Q(locks_on__isnull=True) | Q(locks_on__gte=F("due_on")),
                name="deadline_lock_after_due",
                violation_error_message=_("Hari penutupan mendahului tenggatnya."),
            ),
        ]

    def __str__(self):
        return str(self.period)


class Extension(models.Model):
    """More time for one unit, with the reason. Append-only: a later one goes before an earlier one."""

    deadline = models.ForeignKey(
        Deadline, on_delete=models.PROTECT, related_name="extensions", verbose_name=_("tenggat")
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="extensions", verbose_name=_("daerah/instansi")
    )
    due_on = models.DateField(_("paling lambat"))
    reason = models.TextField(_("alasan"), validators=[refuse_personal])
    given_at = models.DateTimeField(_("diberikan pada"))
    given_by = by_field(_("diberikan oleh"), null=False, blank=False)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("perpanjangan")
        verbose_name_plural = _("perpanjangan")
        ordering = ["-id"]
        indexes = [models.Index(fields=["deadline", "unit", "id"], name="extension_key")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="extension_with_reason",
                violation_error_message=_("Tulis alasan perpanjangan."),
            ),
        ]

    def __str__(self):
        return f"{self.unit} · {self.deadline}"
