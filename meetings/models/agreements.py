"""Agreements signed at a Rakor, and numbers that were only said there."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.choices import Nature, Qualifier
from meetings.models.people import Role
from meetings.models.rakor import Rakor
from meetings.querysets import VisibleInRakorQuerySet
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Visible
from regions.models import Unit


class Agreement(Visible):
    """Nota kesepakatan (MoU), with its parties by side and its validity."""

    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        related_name="agreements",
        verbose_name=_("Rakor"),
    )
    title = models.CharField(_("judul"), max_length=200, validators=[refuse_personal])
    number = models.CharField(_("nomor"), max_length=80, blank=True, validators=[refuse_personal])
    signed_on = models.DateField(_("ditandatangani"), null=True, blank=True)
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    note = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("nota kesepakatan")
        verbose_name_plural = _("nota kesepakatan")
        ordering = ["rakor_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="agreement_valid_order",
                violation_error_message=_("Akhir masa berlaku mendahului awalnya."),
            ),
        ]

    def __str__(self):
        return self.title


class AgreementParty(models.Model):
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.CASCADE,
        related_name="parties",
        verbose_name=_("nota kesepakatan"),
    )
    side = models.PositiveSmallIntegerField(
        _("pihak"), choices=[(1, _("Pihak kesatu")), (2, _("Pihak kedua"))]
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="agreement_parties",
        verbose_name=_("unit"),
    )

    class Meta:
        verbose_name = _("pihak")
        verbose_name_plural = _("para pihak")
        ordering = ["agreement_id", "side", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "unit"], name="party_once"),
            models.CheckConstraint(condition=Q(side__in=[1, 2]), name="party_side"),
        ]

    def __str__(self):
        return str(self.unit)


class Figure(Visible):
    """A number that was only said: shown as said, never scored."""

    rakor = models.ForeignKey(
        Rakor, on_delete=models.PROTECT, related_name="figures", verbose_name=_("Rakor")
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    label = models.CharField(_("apa"), max_length=200, validators=[refuse_personal])
    value = FigureField(_("angka"))
    qualifier = models.CharField(
        _("ketepatan"),
        max_length=10,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    nature = models.CharField(_("sifat"), max_length=10, choices=Nature.choices, default=Nature.ACTUAL)
    measure_unit = models.CharField(_("satuan"), max_length=40, blank=True, validators=[refuse_personal])
    period = models.CharField(_("masa"), max_length=80, blank=True, validators=[refuse_personal])
    previous_value = FigureField(_("sebelumnya"), null=True, blank=True)
    previous_period = models.CharField(
        _("masa sebelumnya"), max_length=80, blank=True, validators=[refuse_personal]
    )
    by_role = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("oleh"),
    )
    as_printed = models.CharField(
        _("sebagaimana tercetak"), max_length=250, blank=True, validators=[refuse_personal]
    )

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("angka yang disebut")
        verbose_name_plural = _("angka yang disebut")
        ordering = ["rakor_id", "order", "id"]

    def __str__(self):
        return self.label
