"""What lies behind and between figures: rows below one, and two indicators whose gap is followed."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from programs.choices import PartKind
from programs.models.catalogue import Indicator, Program
from programs.models.facts import Observation
from programs.querysets import IndicatorPairQuerySet
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Versioned


class Part(models.Model):
    """Rincian: one row below a figure (a kecamatan, a companion's area). Append-only with its observation.

    The parts of one kind add up to the observation's value. They are never public where they are under 5.
    """

    observation = models.ForeignKey(
        Observation, on_delete=models.PROTECT, related_name="parts", verbose_name=_("pengamatan")
    )
    kind = models.CharField(_("rincian menurut"), max_length=15, choices=PartKind.choices)
    label = models.CharField(_("nama"), max_length=100, validators=[refuse_personal])
    value = FigureField(_("angka"))

    class Meta:
        verbose_name = _("rincian")
        verbose_name_plural = _("rincian")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "kind", "label"],
                name="part_once",
                violation_error_message=_("Nama ini tertulis dua kali dalam rincian."),
            ),
            models.CheckConstraint(condition=~Q(label=""), name="part_named"),
        ]

    def __str__(self):
        return f"{self.label}: {self.value}"


class IndicatorPair(Versioned):
    """Two indicators whose gap is followed, such as the mean individual score and the agency's own score."""

    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, related_name="pairs", verbose_name=_("program")
    )
    name = models.CharField(_("nama"), max_length=150, validators=[refuse_personal])
    first = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="pairs_first",
        verbose_name=_("indikator pertama"),
    )
    second = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="pairs_second",
        verbose_name=_("indikator kedua"),
        help_text=_("Selisihnya: pertama dikurangi kedua, untuk unit dan periode yang sama."),
    )
    tolerance = FigureField(
        _("selisih wajar"),
        default=0,
        validators=[MinValueValidator(0)],
        help_text=_("Sampai sebesar ini, ke atas atau ke bawah, selisih tidak perlu ditindaklanjuti."),
    )

    objects = IndicatorPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pasangan indikator")
        verbose_name_plural = _("pasangan indikator")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="indicator_pair_once",
                violation_error_message=_("Pasangan ini sudah ada."),
            ),
            models.CheckConstraint(
                condition=~Q(first=F("second")),
                name="indicator_pair_of_two",
                violation_error_message=_("Pilih dua indikator yang berbeda."),
            ),
            models.CheckConstraint(
                condition=Q(tolerance__gte=0),
                name="indicator_pair_tolerance",
                violation_error_message=_("Selisih wajar tidak boleh negatif."),
            ),
        ]

    def __str__(self):
        return self.name
