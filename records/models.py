import json

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rakor.lib.personal import refuse_personal
from rakor.lib.versioned import Versioned
from records.choices import Action, BatchState, NoticeKind, Visibility
from records.querysets import ChangeQuerySet, NoticeQuerySet

__all__ = [
    "Change",
    "ImportBatch",
    "Notice",
    "Seal",
    "StoredFile",
    "Versioned",
    "Visible",
    "by_field",
    "paired",
    "second_person",
]


def paired(verb, name):
    """`<verb>_at` and `<verb>_by` stand both or neither: a time without a name proves nothing."""
    both = Q(**{f"{verb}_at__isnull": False, f"{verb}_by__isnull": False})
    neither = Q(**{f"{verb}_at__isnull": True, f"{verb}_by__isnull": True})
    return models.CheckConstraint(condition=both | neither, name=name)


def second_person(first, second, name, message):
    """The person in field `second` is not the person in field `first`."""
    return models.CheckConstraint(
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{second}__isnull": True})
        | ~Q(**{second: F(first)}),
        name=name,
        violation_error_message=message,
    )


def by_field(verbose_name, **options):
    """A nullable reference to the person who did something; people are never deleted under their deeds."""
    options.setdefault("null", True)
    options.setdefault("blank", True)
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=verbose_name,
        **options,
    )


class Visible(models.Model):
    """A record with its own visibility and, in the demo, the mark of being invented."""

    visibility = models.CharField(
        _("keterbukaan"),
        max_length=10,
        choices=Visibility.choices,
        default=Visibility.PUBLIC,
    )
    is_sample = models.BooleanField(
        _("data contoh"),
        default=False,
        help_text=_("Dikarang untuk contoh; halaman publik menandainya «Data contoh, bukan data resmi»."),
    )

    class Meta:
        abstract = True


class StoredFile(models.Model):
    """A file as it was received: checked, under a generated name, known by its digest."""

    file = models.FileField(_("berkas"), upload_to="files/%Y/%m/", max_length=200)
    original_name = models.CharField(_("nama asli"), max_length=200, validators=[refuse_personal])
    content_type = models.CharField(_("jenis isi"), max_length=100)
    size = models.PositiveBigIntegerField(_("ukuran (byte)"))
    sha256 = models.CharField(
        "SHA-256",
        max_length=64,
        db_index=True,
        validators=[RegexValidator(r"^[0-9a-f]{64}$")],
    )
    stored_at = models.DateTimeField(_("disimpan pada"))
    stored_by = by_field(_("disimpan oleh"))

    class Meta:
        verbose_name = _("berkas")
        verbose_name_plural = _("berkas")
        ordering = ["-id"]

    def __str__(self):
        return self.original_name


class ImportBatch(models.Model):
    """One confirmed import of one file. All of it stands or none of it."""

    FIGURES, PEOPLE = "baku", "orang"

    kind = models.CharField(_("jenis"), max_length=30, default=FIGURES)
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        related_name="batches",
        verbose_name=_("berkas"),
    )
    state = models.CharField(
        _("keadaan"),
        max_length=15,
        choices=BatchState.choices,
        default=BatchState.CONFIRMED,
    )
    rows_total = models.PositiveIntegerField(_("baris"), default=0)
    rows_new = models.PositiveIntegerField(_("baris baru"), default=0)
    rows_changed = models.PositiveIntegerField(_("baris berubah"), default=0)
    rows_same = models.PositiveIntegerField(_("baris sama"), default=0)
    imported_at = models.DateTimeField(_("diimpor pada"))
    imported_by = by_field(_("diimpor oleh"), null=False, blank=False)
    accepted_at = models.DateTimeField(_("diterima pada"), null=True, blank=True)
    accepted_by = by_field(_("diterima oleh"))
    retracted_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)
    retracted_by = by_field(_("dicabut oleh"))
    retracted_reason = models.TextField(_("alasan dicabut"), blank=True, validators=[refuse_personal])

    class Meta:
        verbose_name = _("impor")
        verbose_name_plural = _("impor")
        ordering = ["-id"]
        constraints = [
            paired("accepted", "batch_accepted_paired"),
            paired("retracted", "batch_retracted_paired"),
            second_person(
                "imported_by",
                "accepted_by",
                "batch_second_person",
                _("Impor diterima oleh orang lain, bukan pengimpornya."),
            ),
        ]

    def __str__(self):
        return f"{self.file.original_name} #{self.pk}"


class Change(models.Model):
    """One line of the ledger: who changed what from what to what, when and why. Append-only.

    `changes` is canonical JSON text, {field: [before, after]} with values as text; for personal fields both
    are null, so the ledger says that they changed and never what they were.
    """

    at = models.DateTimeField(_("pada"), db_index=True)
    by = by_field(_("oleh"))
    action = models.CharField(_("perbuatan"), max_length=15, choices=Action.choices)
    object_type = models.CharField(_("jenis objek"), max_length=60)
    object_id = models.CharField(_("nomor objek"), max_length=40)
    object_label = models.CharField(_("objek"), max_length=250, blank=True)
    changes = models.TextField(_("perubahan"), default="{}")
    reason = models.TextField(_("alasan"), blank=True, validators=[refuse_personal])
    request_id = models.CharField(_("permintaan"), max_length=40, blank=True)
    batch = models.ForeignKey(
        ImportBatch,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("impor"),
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("perubahan")
        verbose_name_plural = _("buku perubahan")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="change_object"),
            models.Index(fields=["request_id"], name="change_request"),
        ]

    def __str__(self):
        return f"{self.get_action_display()} {self.object_label}"

    @property
    def pairs(self):
        """{field: (before, after)} as text."""
        return json.loads(self.changes)


class Seal(models.Model):
    """The ledger lines of one transaction, sealed when it was committed. Append-only; see records/sealing.py.

    `lines` names them ("12-15,17"), `digest` is the SHA-256 of their text, `mac` binds the seal to the one
    before it with a key that is not in the database; `key_mark` tells which key that was.
    """

    number = models.PositiveBigIntegerField(_("nomor segel"), primary_key=True)
    at = models.DateTimeField(_("disegel pada"))
    lines = models.TextField(_("baris"))
    count = models.PositiveIntegerField(_("jumlah baris"))
    digest = models.CharField("SHA-256", max_length=64)
    key_mark = models.CharField(_("tanda kunci"), max_length=8)
    mac = models.CharField("HMAC-SHA256", max_length=64)

    class Meta:
        verbose_name = _("segel")
        verbose_name_plural = _("segel")
        ordering = ["number"]

    def __str__(self):
        return f"#{self.number}"


class Notice(models.Model):
    """Pemberitahuan: one thing that one person is told, in the inbox and in the day's letter.

    Made by the act it tells of, so the ledger names that act and not its notices. `key` keeps the same thing
    from being told twice to the same person.
    """

    recipient = by_field(_("penerima"), null=False, blank=False)
    kind = models.CharField(_("jenis"), max_length=15, choices=NoticeKind.choices)
    text = models.CharField(_("isi"), max_length=500, validators=[refuse_personal])
    path = models.CharField(_("alamat"), max_length=200)
    key = models.CharField(_("kunci"), max_length=100)
    told_at = models.DateTimeField(_("diberitahukan pada"))
    read_at = models.DateTimeField(_("dibaca pada"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("dikirim lewat surel pada"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pemberitahuan")
        verbose_name_plural = _("pemberitahuan")
        ordering = ["-id"]
        indexes = [models.Index(fields=["recipient", "read_at", "-id"], name="notice_inbox")]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "key"], name="notice_once"),
        ]

    def __str__(self):
        return self.text
