from django.db import models
from django.utils.translation import gettext_lazy as _


class Polarity(models.TextChoices):
    HIGHER = "naik", _("Makin tinggi makin baik")
    LOWER = "turun", _("Makin rendah makin baik")


class Accumulation(models.TextChoices):
    """How several periods of one year become one figure. Summing an index is a mistake, not a choice."""

    SUM = "sum", _("Jumlah (hitungan)")
    LAST = "last", _("Nilai terakhir (indeks, stok)")
    MEAN = "mean", _("Rata-rata")


class State(models.TextChoices):
    """Whether a figure has a value; the five others are not numbers and never 0."""

    VALUE = "value", _("Ada nilai")
    NOT_DUE = "not_due", _("Belum jatuh tempo")
    NOT_REPORTED = "not_reported", _("Belum lapor")
    NOT_APPLICABLE = "not_applicable", _("Tidak berlaku")
    NOT_ASSESSABLE = "not_assessable", _("Tidak dapat dinilai")
    WITHHELD = "withheld", _("Ditahan")


class ReportState(models.TextChoices):
    DRAFT = "draf", _("Draf")
    SUBMITTED = "dikirim", _("Dikirim")
    RETURNED = "dikembalikan", _("Dikembalikan")
    ACCEPTED = "diterima", _("Diterima")


class Level(models.TextChoices):
    """Where a source stands."""

    CENTRAL = "pusat", _("Pusat")
    PROVINCE = "provinsi", _("Provinsi")
    REGENCY = "kabkota", _("Kabupaten/Kota")
    PRESS = "pers", _("Pers")
