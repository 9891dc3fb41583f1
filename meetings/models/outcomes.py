"""What a Rakor left behind: issues, outcomes, follow-ups and what became of them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.choices import IssueState, OutcomeKind, Priority, ReviewKind
from meetings.models.people import Role
from meetings.models.rakor import Rakor, Series
from meetings.querysets import FollowUpQuerySet, IssueQuerySet, VisibleInRakorQuerySet
from programs.models import Difference, Indicator, Program, Settlement
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import StoredFile, Versioned, Visible, by_field
from regions.models import Unit


class Issue(Versioned, Visible):
    """Permasalahan: travels with its series from Rakor to Rakor until it is closed."""

    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("Rakor berkala"),
    )
    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        related_name="issues",
        verbose_name=_("pertama diangkat pada"),
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    title = models.CharField(_("permasalahan"), max_length=250, validators=[refuse_personal])
    cause = models.TextField(_("penyebab"), blank=True, validators=[refuse_personal])
    competent_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="competent_issues",
        verbose_name=_("instansi berwenang"),
    )
    units = models.ManyToManyField(
        Unit,
        blank=True,
        related_name="issues",
        verbose_name=_("daerah/instansi terkait"),
    )
    programs = models.ManyToManyField(Program, blank=True, related_name="issues", verbose_name=_("program"))
    differences = models.ManyToManyField(
        Difference, blank=True, related_name="issues", verbose_name=_("selisih data")
    )
    state = models.CharField(_("keadaan"), max_length=12, choices=IssueState.choices, default=IssueState.OPEN)
    note = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("permasalahan")
        verbose_name_plural = _("permasalahan")
        ordering = ["rakor_id", "order", "id"]

    def __str__(self):
        return self.title


class Outcome(Versioned, Visible):
    """Rumusan hasil: what the meeting agreed, numbered per Rakor and citable by that number."""

    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        related_name="outcomes",
        verbose_name=_("Rakor"),
    )
    number = models.PositiveSmallIntegerField(_("nomor"))
    kind = models.CharField(_("jenis"), max_length=15, choices=OutcomeKind.choices)
    text = models.TextField(_("rumusan"), validators=[refuse_personal])
    by_role = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("oleh"),
    )
    issue = models.ForeignKey(
        Issue,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("permasalahan"),
    )
    settlement = models.ForeignKey(
        Settlement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("penyelesaian selisih"),
    )

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("rumusan hasil")
        verbose_name_plural = _("rumusan hasil")
        ordering = ["rakor_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["rakor", "number"],
                name="outcome_number_once",
                violation_error_message=_("Nomor rumusan ini sudah dipakai pada Rakor yang sama."),
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="outcome_number_from_one"),
        ]

    def __str__(self):
        return f"{self.number}. {self.text[:80]}"

    def get_absolute_url(self):
        return f"{self.rakor.get_absolute_url()}#r{self.number}"


class FollowUp(Versioned, Visible):
    """Tindak lanjut: who does what until when. Its state follows from its reviews."""

    outcome = models.ForeignKey(
        Outcome,
        on_delete=models.PROTECT,
        related_name="follow_ups",
        verbose_name=_("rumusan hasil"),
    )
    reference = models.CharField(_("nomor rujukan"), max_length=40, unique=True, editable=False)
    what = models.TextField(_("tindak lanjut"), validators=[refuse_personal])
    responsible = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="follow_ups",
        verbose_name=_("penanggung jawab"),
    )
    supporting = models.ManyToManyField(
        Unit,
        blank=True,
        related_name="supported_follow_ups",
        verbose_name=_("pendukung"),
    )
    due_on = models.DateField(_("batas waktu"), null=True, blank=True)
    due_note = models.CharField(
        _("catatan batas waktu"), max_length=150, blank=True, validators=[refuse_personal]
    )
    priority = models.CharField(
        _("prioritas"), max_length=10, choices=Priority.choices, default=Priority.NORMAL
    )
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("indikator yang digerakkan"),
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        ordering = ["due_on", "id"]

    def __str__(self):
        return self.what[:100]

    def get_absolute_url(self):
        return reverse("dashboard:follow-up-list") + f"?q={self.reference}#{self.reference}"


class Review(models.Model):
    """Each time a follow-up is reported on, discussed or checked. The verifier is not its owner."""

    follow_up = models.ForeignKey(
        FollowUp,
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=_("tindak lanjut"),
    )
    kind = models.CharField(_("hasil"), max_length=15, choices=ReviewKind.choices)
    reviewed_on = models.DateField(_("tanggal"))
    remark = models.TextField(_("catatan"), blank=True, validators=[refuse_personal])
    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("dibahas pada Rakor"),
    )
    evidence = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bukti"),
    )
    evidence_url = LinkField(_("tautan bukti"), blank=True)
    by = by_field(_("oleh"))
    by_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("oleh unit"),
    )

    class Meta:
        verbose_name = _("pemeriksaan tindak lanjut")
        verbose_name_plural = _("pemeriksaan tindak lanjut")
        ordering = ["follow_up_id", "reviewed_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=ReviewKind.RETURNED) | ~Q(remark=""),
                name="review_returned_with_remark",
                violation_error_message=_("Pengembalian memerlukan catatan."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ReviewKind.IMPOSSIBLE) | Q(evidence__isnull=False),
                name="review_impossible_needs_document",
                violation_error_message=_(
                    "«Tidak dapat ditindaklanjuti» memerlukan surat yang ditandatangani."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.reviewed_on}"
