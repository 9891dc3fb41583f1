from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role, Scope
from accounts.permissions import SCOPES
from rakor.lib.personal import refuse_personal
from records.models import StoredFile, Versioned, by_field, paired
from regions.choices import AgencyKind, NameKind, RegencyKind, TimeZone, UnitKind
from regions.querysets import AssignmentQuerySet, RegencyQuerySet, UnitQuerySet


class Unit(Versioned):
    """A province, regency or agency: whatever can be about, owned by, hosted by or promised by somebody.

    `code` is Kemendagri text for regions ("15", "15.01"), never reused; an agency's starts with its region's
    ("15-kesbangpol") or stands alone when national ("kpk").
    """

    kind = models.CharField(_("jenis"), max_length=10, choices=UnitKind.choices, editable=False)
    code = models.CharField(
        _("kode"),
        max_length=40,
        unique=True,
        help_text=_(
            "Kode Kemendagri, misalnya 15.01. Untuk instansi: kode daerah, tanda hubung, nama pendek."
        ),
    )
    bps_code = models.CharField(_("kode BPS"), max_length=4, blank=True)
    name = models.CharField(_("nama"), max_length=150, validators=[refuse_personal])
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("induk"),
    )
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        ordering = ["code"]
        indexes = [models.Index(fields=["kind", "code"], name="unit_kind_code")]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(kind=UnitKind.PROVINCE, code__regex=r"^[0-9]{2}\Z")
                    | Q(kind=UnitKind.REGENCY, code__regex=r"^[0-9]{2}[.][0-9]{2}\Z")
                    | Q(
                        kind=UnitKind.AGENCY,
                        code__regex=r"^([0-9]{2}([.][0-9]{2})?-)?[a-z][a-z0-9-]*\Z",
                    )
                ),
                name="unit_code_form",
                violation_error_message=_(
                    "Kode tidak sesuai jenisnya: provinsi 15, kabupaten/kota 15.01, instansi 15.01-dinsos."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(kind=UnitKind.REGENCY) | Q(parent__isnull=False),
                name="unit_regency_has_province",
            ),
            models.UniqueConstraint(fields=["bps_code"], name="unit_bps_unique", condition=~Q(bps_code="")),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="unit_valid_order",
                violation_error_message=_("Akhir masa berlaku mendahului awalnya."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.kind = self.kind or self.KIND
        super().save(**kwargs)

    def get_absolute_url(self):
        """Regions have a page; an agency is found on its region's."""
        if self.kind == UnitKind.AGENCY:
            return (
                reverse("dashboard:region-detail", args=[self.code.split("-")[0]])
                if self.code[:2].isdigit()
                else ""
            )
        return reverse("dashboard:region-detail", args=[self.code])


class Province(Unit):
    KIND = UnitKind.PROVINCE

    time_zone = models.CharField(_("zona waktu"), max_length=20, choices=TimeZone.choices)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("provinsi")
        verbose_name_plural = _("provinsi")


class Regency(Unit):
    """Kabupaten or kota. `tile_column` and `tile_row` place it on its province's tile map."""

    KIND = UnitKind.REGENCY

    regency_kind = models.CharField(_("kabupaten atau kota"), max_length=10, choices=RegencyKind.choices)
    capital = models.CharField(_("ibu kota"), max_length=80, blank=True, validators=[refuse_personal])
    latitude = models.DecimalField(_("lintang"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("bujur"), max_digits=8, decimal_places=5, null=True, blank=True)
    tile_column = models.PositiveSmallIntegerField(_("kolom petak"), null=True, blank=True)
    tile_row = models.PositiveSmallIntegerField(_("baris petak"), null=True, blank=True)

    objects = RegencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kabupaten/kota")
        verbose_name_plural = _("kabupaten/kota")

    @property
    def full_name(self):
        """ "Kabupaten Kerinci", "Kota Jambi"."""
        if self.regency_kind == RegencyKind.KOTA:
            return self.name
        return _("Kabupaten %(name)s") % {"name": self.name}


class Agency(Unit):
    KIND = UnitKind.AGENCY

    agency_kind = models.CharField(_("jenis instansi"), max_length=20, choices=AgencyKind.choices)
    abbreviation = models.CharField(_("singkatan"), max_length=40, blank=True, validators=[refuse_personal])
    address = models.TextField(_("alamat"), blank=True, validators=[refuse_personal])
    logo = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("instansi")
        verbose_name_plural = _("instansi")


class UnitName(models.Model):
    """Another name of a unit: "Tanjab Barat"; "Kabupaten Pontianak" until it became Mempawah."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names", verbose_name=_("unit"))
    name = models.CharField(_("nama"), max_length=150, validators=[refuse_personal])
    kind = models.CharField(_("jenis"), max_length=10, choices=NameKind.choices, default=NameKind.ALIAS)
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    decree = models.CharField(_("dasar hukum"), max_length=200, blank=True, validators=[refuse_personal])

    class Meta:
        verbose_name = _("nama lain")
        verbose_name_plural = _("nama lain")
        ordering = ["unit_id", "name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="unitname_once")]

    def __str__(self):
        return self.name


def role_within_its_scopes():
    """The pairs of role and scope that the permission table knows (accounts.permissions.SCOPES)."""
    pairs = (Q(role=role, scope__in=scopes) for role, scopes in SCOPES.items())
    return reduce(or_, pairs)


class Assignment(models.Model):
    """What a person may do, where and for how long. Ending it ends the rights."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="assignments",
        verbose_name=_("pengguna"),
    )
    role = models.CharField(_("peran"), max_length=20, choices=Role.choices)
    scope = models.CharField(_("lingkup"), max_length=10, choices=Scope.choices)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("unit"),
    )
    object_ref = models.CharField(
        _("objek"),
        max_length=60,
        blank=True,
        help_text=_("Untuk lingkup «Rakor ini»: meetings.rakor:12."),
    )
    office = models.CharField(
        _("jabatan"),
        max_length=150,
        blank=True,
        validators=[refuse_personal],
        help_text=_("Seperti tertulis di surat: Plt. Kepala Dinas."),
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("berakhir"), null=True, blank=True, help_text=_("Hari terakhir berlaku."))
    ended_at = models.DateTimeField(_("diakhiri pada"), null=True, blank=True, editable=False)
    """When somebody ended it by hand: from then on it gives nothing, though `ends_on` be today."""
    ended_by = by_field(_("diakhiri oleh"), editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan")
        verbose_name_plural = _("penugasan")
        ordering = ["user_id", "-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="assignment_order",
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            ),
            paired("ended", "assignment_ended_paired"),
            models.CheckConstraint(
                condition=Q(scope=Scope.ALL, unit__isnull=True)
                | Q(scope=Scope.THIS_RAKOR) & ~Q(object_ref="")
                | Q(
                    scope__in=[Scope.OWN_UNIT, Scope.OWN_PROGRAM, Scope.PROVINCE],
                    unit__isnull=False,
                ),
                name="assignment_scope_names_its_object",
                violation_error_message=_("Lingkup ini memerlukan unit (atau, untuk satu Rakor, objeknya)."),
            ),
            models.CheckConstraint(
                condition=role_within_its_scopes(),
                name="assignment_role_within_its_scopes",
                violation_error_message=_("Peran ini tidak diberikan dengan lingkup itu."),
            ),
            models.CheckConstraint(
                condition=~Q(scope=Scope.THIS_RAKOR) | Q(ends_on__isnull=False),
                name="assignment_committee_ends",
                violation_error_message=_(
                    "Panitia satu Rakor ditugaskan sampai suatu tanggal. Isi akhirnya."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.get_role_display()}"

    @property
    def ledger_label(self):
        return f"akun {self.user_id} · {self.role}"


class AccountInvitation(models.Model):
    """A person was asked to come and choose a password. The latest one counts; its link is nowhere stored."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("pengguna"),
    )
    invited_at = models.DateTimeField(_("diundang pada"))
    invited_by = by_field(_("diundang oleh"), null=False, blank=False)
    valid_until = models.DateTimeField(_("tautan berlaku sampai"))
    cancelled_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True)
    cancelled_by = by_field(_("dibatalkan oleh"))

    class Meta:
        verbose_name = _("undangan akun")
        verbose_name_plural = _("undangan akun")
        ordering = ["-id"]
        constraints = [
            paired("cancelled", "accountinvitation_cancelled_paired"),
            models.CheckConstraint(
                condition=Q(valid_until__gt=models.F("invited_at")),
                name="accountinvitation_valid_later",
                violation_error_message=_("Tautan undangan berakhir sebelum dikirim."),
            ),
        ]

    def __str__(self):
        return str(self.user)

    @property
    def ledger_label(self):
        return f"akun {self.user_id}"
