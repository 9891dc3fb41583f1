from django.db import models
from django.utils.translation import gettext_lazy as _


class Formula(models.TextChoices):
    """From target and realisasi to capaian; docs/scoring.md explains each with numbers."""

    RATIO = "ratio", _("Realisasi ÷ target")
    INVERSE_DIFFERENCE = "inverse_difference", _("(2 × target − realisasi) ÷ target")
    INVERSE_RATIO = "inverse_ratio", _("Target ÷ realisasi")
    RANGE = "range", _("Di dalam rentang target")
    PRESENT = "present", _("Ada atau belum")
    VALUE = "value", _("Nilai pada skalanya sendiri")
    TIMELINESS = "timeliness", _("Ketepatan waktu laporan")
    COMPLETENESS = "completeness", _("Kelengkapan laporan")
    RUBRIC = "rubric", _("Rubrik penilai")


WITHOUT_INDICATOR = (Formula.TIMELINESS, Formula.COMPLETENESS, Formula.RUBRIC)
"""What these read is counted by the system or judged by people: no figure that a unit reports."""

REPORT_FORMULAS = (Formula.TIMELINESS, Formula.COMPLETENESS)
"""Counted from when reports came in, and how full they were."""


class MissingRule(models.TextChoices):
    ZERO = "zero", _("Dihitung 0")
    EXCLUDE = "exclude", _("Dikeluarkan, bobot dibagi ulang")


class DifferenceRule(models.TextChoices):
    PREFERRED = "preferred", _("Angka produsen data, ditandai belum sinkron")
    NOT_ASSESSABLE = "not_assessable", _("Tidak dapat dinilai")


class Category(models.TextChoices):
    BOTH = "", _("Kabupaten dan kota")
    KABUPATEN = "kabupaten", _("Kabupaten")
    KOTA = "kota", _("Kota")


class RoundKind(models.TextChoices):
    OFFICIAL = "resmi", _("Resmi")
    SIMULATION = "simulasi", _("Simulasi")
    """Computed on invented figures; marked so on page, export and PDF."""


class RoundState(models.TextChoices):
    DRAFT = "draf", _("Draf")
    COMPUTED = "dihitung", _("Dihitung")
    REVIEW = "sanggah", _("Klarifikasi dan sanggahan")
    DETERMINED = "ditetapkan", _("Ditetapkan")
    PUBLISHED = "diumumkan", _("Diumumkan")
    WITHDRAWN = "ditarik", _("Ditarik")


class ReleaseKind(models.TextChoices):
    COMPUTED = "dihitung", _("Dihitung")
    RECORDED = "dicatat", _("Dicatat, tidak dihitung")
    """Decided elsewhere and written down with its source."""
    SIMULATION = "simulasi", _("Simulasi")


class ScoreState(models.TextChoices):
    RANKED = "diperingkat", _("Diperingkat")
    LOW_COVERAGE = "cakupan", _("Tidak diperingkat: cakupan data kurang")
    UNSCORED = "tanpa_nilai", _("Tidak diperingkat: tidak ada nilai")
    UNANNOUNCED = "tidak_diumumkan", _("Tidak diumumkan")


class AwardKind(models.TextChoices):
    CHARTER = "piagam", _("Piagam")
    CERTIFICATE = "sertifikat", _("Sertifikat")
