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


NO_FIGURE = (State.NOT_REPORTED, State.NOT_DUE)
"""Nothing is known yet: a figure still awaited."""


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


class Frequency(models.TextChoices):
    """How often a program reports. The codes of a kind are those of rakor.lib.periods."""

    YEARLY = "tahunan", _("Tahunan")
    SEMESTER = "semester", _("Semester")
    FOUR_MONTHS = "caturwulan", _("Caturwulan (B04, B08, B12)")
    QUARTER = "triwulan", _("Triwulan")
    MONTHLY = "bulanan", _("Bulanan")
    IRREGULAR = "tertentu", _("Periode tertentu")


class StepKind(models.TextChoices):
    """What happened to a report."""

    SUBMITTED = "dikirim", _("Dikirim")
    RETURNED = "dikembalikan", _("Dikembalikan")
    ACCEPTED = "diterima", _("Diterima")
    REOPENED = "dibuka", _("Dibuka kembali")
    WITHDRAWN = "ditarik", _("Ditarik")
    """The import that had sent it was taken back: it was never sent."""


class DifferenceState(models.TextChoices):
    """How the sources of a figure stand to each other."""

    IN_SYNC = "sinkron", _("Sinkron")
    OPEN = "terbuka", _("Belum sinkron")
    NOT_COMPARABLE = "tidak_setara", _("Tidak setara")
    CARRIED = "dibawa", _("Dibawa ke Rakor")
    SETTLED = "selesai", _("Diselesaikan")


UNSETTLED = (DifferenceState.OPEN, DifferenceState.CARRIED)
"""A score may not take such a figure as agreed."""


class Verdict(models.TextChoices):
    """What comparing two sources gives."""

    SAME = "sama", _("Sama")
    WITHIN = "dalam_toleransi", _("Dalam toleransi")
    APART = "selisih", _("Selisih")
    OTHER_UNIT = "beda_satuan", _("Tidak setara: satuan")
    OTHER_DATE = "beda_tanggal", _("Tidak setara: tanggal")


class Cause(models.TextChoices):
    """Why sources differ."""

    PARTIAL = "parsial", _("Pengisian parsial")
    DATE = "tanggal", _("Tanggal data berbeda")
    DEFINITION = "definisi", _("Definisi atau satuan berbeda")
    TYPING = "salah_ketik", _("Salah ketik")
    DOUBLE = "ganda", _("Data ganda")
    MOVED = "pindah_meninggal", _("Pindah atau meninggal")
    OTHER = "lain", _("Lain-lain")


class PartKind(models.TextChoices):
    """What the rows below a figure are."""

    DISTRICT = "kecamatan", _("Kecamatan")
    COMPANION = "pendamping", _("Wilayah pendamping")
    OTHER = "lain", _("Lain-lain")
