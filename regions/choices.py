from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    PROVINCE = "provinsi", _("Provinsi")
    REGENCY = "kabkota", _("Kabupaten/Kota")
    AGENCY = "instansi", _("Instansi")


class RegencyKind(models.TextChoices):
    KABUPATEN = "kabupaten", _("Kabupaten")
    KOTA = "kota", _("Kota")


class AgencyKind(models.TextChoices):
    LOCAL = "perangkat_daerah", _("Perangkat daerah")
    VERTICAL = "vertikal", _("Instansi vertikal")
    CENTRAL = "pusat", _("Instansi pusat")
    NATIONAL_ENTERPRISE = "bumn", _("BUMN")
    LOCAL_ENTERPRISE = "bumd", _("BUMD")
    HOSPITAL = "rsud", _("RSUD")
    TEAM = "tim", _("Tim (Timdu, TAPD)")
    CIVIL = "ormas", _("Organisasi kemasyarakatan")
    NON_STRUCTURAL = "nonstruktural", _("Lembaga nonstruktural")
    DISTRICT = "kecamatan", _("Kecamatan")
    VILLAGE = "desa", _("Desa/kelurahan")


class NameKind(models.TextChoices):
    OFFICIAL = "resmi", _("Nama resmi")
    FORMER = "lama", _("Nama lama")
    ALIAS = "sebutan", _("Sebutan lain")
    ABBREVIATION = "singkatan", _("Singkatan")


class TimeZone(models.TextChoices):
    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"
