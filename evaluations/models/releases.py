"""What was published: releases, never changed again, and the certificates that name them."""

import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from evaluations.choices import AwardKind, Category, ReleaseKind
from evaluations.models.instruments import Instrument
from evaluations.querysets import AwardQuerySet, ReleaseQuerySet
from meetings.models import Rakor, Role
from programs.models import Period, Program
from rakor.lib import formats
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import StoredFile, Versioned, by_field, second_person
from regions.models import Unit


class Release(models.Model):
    """Penetapan ke-n of one ranking. Computed here, or recorded from elsewhere with its source.

    `ranking` names the ranking ("mcp-2018-jambi") across its releases; `number` counts them. `text` is the
    canonical text whose SHA-256 stands beside it; its Score rows are an index rebuilt from it.
    """

    ranking = models.SlugField(_("peringkat"), max_length=80)
    number = models.PositiveSmallIntegerField(_("penetapan ke-"))
    kind = models.CharField(_("jenis"), max_length=10, choices=ReleaseKind.choices)
    title = models.CharField(_("judul"), max_length=200, validators=[refuse_personal])
    subject = models.CharField(
        _("perihal"),
        max_length=120,
        help_text=_("Untuk kalimat judul: penanganan konflik sosial."),
        validators=[refuse_personal],
    )
    program = models.ForeignKey(
        Program,
        on_delete=models.PROTECT,
        related_name="releases",
        verbose_name=_("program"),
    )
    period = models.ForeignKey(
        Period,
        on_delete=models.PROTECT,
        related_name="releases",
        verbose_name=_("periode"),
    )
    region = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="releases",
        verbose_name=_("provinsi"),
    )
    category = models.CharField(_("cakupan"), max_length=10, choices=Category.choices, blank=True)
    instrument = models.ForeignKey(
        Instrument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
        verbose_name=_("instrumen"),
    )
    round = models.OneToOneField(
        "evaluations.Round",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="release",
        verbose_name=_("evaluasi"),
    )
    announced_at = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="releases",
        verbose_name=_("diumumkan pada Rakor"),
    )
    precision = models.PositiveSmallIntegerField(_("angka desimal"), default=2)
    places = models.PositiveIntegerField(_("jumlah daerah"))
    basis = models.CharField(_("dasar penilaian"), max_length=200, blank=True, validators=[refuse_personal])
    source_name = models.CharField(_("sumber"), max_length=150, blank=True, validators=[refuse_personal])
    source_url = LinkField(_("alamat sumber"), blank=True)
    source_on = models.DateField(_("tanggal sumber"), null=True, blank=True)
    source_file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("berkas"),
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="correction",
        verbose_name=_("ralat atas"),
    )
    reason = models.TextField(_("alasan ralat"), blank=True, validators=[refuse_personal])
    text = models.TextField(_("teks baku"))
    sha256 = models.CharField("SHA-256", max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}$")])
    ledger_head = models.CharField(
        _("kepala buku perubahan"),
        max_length=64,
        blank=True,
        editable=False,
        help_text=_("Kode segel terakhir buku perubahan saat diumumkan; bukan bagian dari teks baku."),
    )
    computed_by = by_field(_("dihitung oleh"))
    published_at = models.DateTimeField(_("diumumkan pada"))
    published_by = by_field(_("diumumkan oleh"), null=False, blank=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("penetapan")
        verbose_name_plural = _("penetapan")
        ordering = ["-period__ends_on", "ranking", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["ranking", "number"], name="release_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="release_number_from_one"),
            models.CheckConstraint(
                condition=Q(kind=ReleaseKind.RECORDED, round__isnull=True) & ~Q(source_name="")
                | ~Q(kind=ReleaseKind.RECORDED) & Q(round__isnull=False, instrument__isnull=False),
                name="release_recorded_or_computed",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="release_correction_has_reason",
            ),
            second_person(
                "computed_by",
                "published_by",
                "release_second_person",
                _("Penetapan diumumkan oleh orang lain, bukan yang menghitung."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dashboard:release-detail", args=[self.ranking])

    @property
    def is_recorded(self):
        return self.kind == ReleaseKind.RECORDED

    @property
    def is_simulation(self):
        return self.kind == ReleaseKind.SIMULATION


def new_code():
    """A verification code that cannot be guessed."""
    return secrets.token_hex(8)


class Award(Versioned):
    """Penghargaan: a certificate for one line of a release, and how it was handed over."""

    release = models.ForeignKey(
        Release,
        on_delete=models.PROTECT,
        related_name="awards",
        verbose_name=_("penetapan"),
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="awards", verbose_name=_("daerah"))
    kind = models.CharField(_("jenis"), max_length=12, choices=AwardKind.choices)
    title = models.CharField(_("nama penghargaan"), max_length=200, validators=[refuse_personal])
    rank = models.PositiveSmallIntegerField(_("peringkat"))
    number = models.CharField(_("nomor"), max_length=100, blank=True, validators=[refuse_personal])
    code = models.CharField(_("kode periksa"), max_length=16, unique=True, default=new_code, editable=False)
    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        verbose_name=_("diserahkan pada Rakor"),
    )
    handed_on = models.DateField(_("tanggal penyerahan"), null=True, blank=True)
    givers = models.ManyToManyField(Role, blank=True, related_name="awards_given", verbose_name=_("penyerah"))
    receiver = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="awards_received",
        verbose_name=_("penerima"),
    )
    signatory = models.CharField(_("penandatangan"), max_length=200, blank=True, validators=[refuse_personal])

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("penghargaan")
        verbose_name_plural = _("penghargaan")
        ordering = ["release_id", "rank", "unit_id"]
        constraints = [
            models.UniqueConstraint(fields=["release", "unit", "title"], name="award_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="award_rank_from_one"),
        ]

    def __str__(self):
        return f"{self.title} · {self.unit}"

    @property
    def roman_rank(self):
        return formats.roman(self.rank)
