"""Who sat where, in office, and which units were invited. Nobody without an office enters the record."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.choices import Attendance, Representation, RoleKind
from meetings.models.rakor import Rakor
from rakor.lib.personal import refuse_personal
from regions.models import Unit


class Role(models.Model):
    """Peran: a person in office at one Rakor, as printed. The public sees name and office, nothing else."""

    rakor = models.ForeignKey(Rakor, on_delete=models.CASCADE, related_name="roles", verbose_name=_("Rakor"))
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    kind = models.CharField(_("peran"), max_length=15, choices=RoleKind.choices)
    name = models.CharField(_("nama"), max_length=150, blank=True, validators=[refuse_personal])
    prefix = models.CharField(
        _("awalan"), max_length=10, blank=True, help_text=_("Pj., Plt., Plh."), validators=[refuse_personal]
    )
    office = models.CharField(_("jabatan"), max_length=150, validators=[refuse_personal])
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
        validators=[refuse_personal],
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
    represented_by = models.CharField(
        _("diwakili oleh"), max_length=150, blank=True, validators=[refuse_personal]
    )
    note = models.CharField(_("keterangan"), max_length=200, blank=True, validators=[refuse_personal])

    class Meta:
        verbose_name = _("undangan")
        verbose_name_plural = _("undangan")
        ordering = ["rakor_id", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, group="") | (Q(unit__isnull=True) & ~Q(group="")),
                name="invitation_unit_or_group",
                violation_error_message=_("Pilih unit, atau tulis kelompok; tidak keduanya."),
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
