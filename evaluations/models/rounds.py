"""One evaluation, from draft to publication, and the scores it gave."""

import json

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from evaluations.choices import RoundKind, RoundState, ScoreState
from evaluations.models.instruments import Instrument
from evaluations.querysets import RoundQuerySet, ScoreQuerySet
from meetings.models import Rakor
from programs.models import Period
from rakor.lib.figures import FigureField
from rakor.lib.personal import refuse_personal
from records.models import Versioned, by_field, paired, second_person
from regions.models import Unit


class Round(Versioned):
    """Evaluasi: an instrument applied to one period and one province, as of a date."""

    instrument = models.ForeignKey(
        Instrument,
        on_delete=models.PROTECT,
        related_name="rounds",
        verbose_name=_("instrumen"),
    )
    period = models.ForeignKey(
        Period,
        on_delete=models.PROTECT,
        related_name="rounds",
        verbose_name=_("periode"),
    )
    region = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="rounds",
        limit_choices_to={"kind": "provinsi"},
        verbose_name=_("provinsi"),
    )
    kind = models.CharField(_("jenis"), max_length=10, choices=RoundKind.choices, default=RoundKind.OFFICIAL)
    state = models.CharField(
        _("keadaan"),
        max_length=12,
        choices=RoundState.choices,
        default=RoundState.DRAFT,
        editable=False,
    )
    as_of = models.DateField(_("keadaan data per"))
    announced_at = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        verbose_name=_("diumumkan pada Rakor"),
    )
    basis_number = models.CharField(
        _("nomor dasar penetapan"), max_length=100, blank=True, validators=[refuse_personal]
    )
    basis_on = models.DateField(_("tanggal dasar penetapan"), null=True, blank=True)
    computed_at = models.DateTimeField(_("dihitung pada"), null=True, blank=True, editable=False)
    computed_by = by_field(_("dihitung oleh"), editable=False)
    determined_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True, editable=False)
    determined_by = by_field(_("ditetapkan oleh"), editable=False)
    published_at = models.DateTimeField(_("diumumkan pada"), null=True, blank=True, editable=False)
    published_by = by_field(_("diumumkan oleh"), editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    text = models.TextField(_("teks baku"), blank=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluasi")
        verbose_name_plural = _("evaluasi")
        ordering = ["-id"]
        constraints = [
            paired("computed", "round_computed_paired"),
            paired("determined", "round_determined_paired"),
            paired("published", "round_published_paired"),
            second_person(
                "computed_by",
                "determined_by",
                "round_determined_by_second",
                _("Evaluasi ditetapkan oleh orang lain, bukan yang menghitung."),
            ),
            second_person(
                "computed_by",
                "published_by",
                "round_published_by_second",
                _("Evaluasi diumumkan oleh orang lain, bukan yang menghitung."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RoundState.DETERMINED, RoundState.PUBLISHED])
                | Q(determined_by__isnull=False) & ~Q(sha256=""),
                name="round_determined_is_hashed",
            ),
        ]

    def __str__(self):
        return f"{self.instrument} · {self.region} · {self.period}"


class Score(models.Model):
    """One unit's score: of a round while it is being made, or of a release, then never changed again.

    `lines` is canonical JSON text: per line target, realisasi, state, capaian (raw, uncapped, capped), weight
    and points, all numbers as text.
    """

    round = models.ForeignKey(
        Round,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="scores",
        verbose_name=_("evaluasi"),
    )
    release = models.ForeignKey(
        "evaluations.Release",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="scores",
        verbose_name=_("penetapan"),
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scores", verbose_name=_("daerah"))
    state = models.CharField(
        _("keadaan"),
        max_length=20,
        choices=ScoreState.choices,
        default=ScoreState.RANKED,
    )
    score = FigureField(_("nilai"), null=True, blank=True)
    rank = models.PositiveIntegerField(_("peringkat"), null=True, blank=True)
    rank_low = models.PositiveIntegerField(_("peringkat terbaik bila bobot diubah"), null=True, blank=True)
    rank_high = models.PositiveIntegerField(_("peringkat terendah bila bobot diubah"), null=True, blank=True)
    band = models.CharField(_("predikat"), max_length=60, blank=True)
    coverage = models.DecimalField(
        _("cakupan data (%)"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    lines = models.TextField(_("butir"), default="[]")

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("nilai")
        verbose_name_plural = _("nilai")
        ordering = [F("rank").asc(nulls_last=True), "unit_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(round__isnull=True, release__isnull=False)
                | Q(round__isnull=False, release__isnull=True),
                name="score_of_round_or_release",
            ),
            models.UniqueConstraint(
                fields=["round", "unit"],
                condition=Q(round__isnull=False),
                name="score_once_per_round",
            ),
            models.UniqueConstraint(
                fields=["release", "unit"],
                condition=Q(release__isnull=False),
                name="score_once_per_release",
            ),
            models.CheckConstraint(
                condition=Q(state=ScoreState.RANKED, rank__isnull=False, rank__gte=1)
                | (~Q(state=ScoreState.RANKED) & Q(rank__isnull=True)),
                name="score_ranked_or_not",
            ),
        ]

    def __str__(self):
        return f"{self.unit}: {self.rank}"

    def stored_lines(self):
        """`lines` as a list of dicts; a text that is no list of lines counts as none."""
        try:
            held = json.loads(self.lines or "[]")
        except ValueError:
            return []
        return [line for line in held if isinstance(line, dict)] if isinstance(held, list) else []
