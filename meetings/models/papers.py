"""What was on the agenda, and the papers of a Rakor."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.choices import DocumentKind
from meetings.models.people import Role
from meetings.models.rakor import Rakor
from meetings.querysets import VisibleInRakorQuerySet
from rakor.lib.links import LinkField
from rakor.lib.personal import refuse_personal
from records.models import StoredFile, Visible


class AgendaItem(Visible):
    rakor = models.ForeignKey(Rakor, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("Rakor"))
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    title = models.CharField(_("acara"), max_length=250, validators=[refuse_personal])
    starts_time = models.TimeField(_("pukul"), null=True, blank=True)
    speaker = models.ForeignKey(
        Role,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("oleh"),
    )
    issue = models.ForeignKey(
        "meetings.Issue",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("permasalahan"),
    )
    note = models.TextField(_("keterangan"), blank=True, validators=[refuse_personal])

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("acara")
        verbose_name_plural = _("agenda")
        ordering = ["rakor_id", "order", "id"]

    def __str__(self):
        return self.title


class Document(Visible):
    """A paper of a Rakor: a stored file, or a link where it lives elsewhere."""

    rakor = models.ForeignKey(
        Rakor,
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name=_("Rakor"),
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=DocumentKind.choices)
    title = models.CharField(_("judul"), max_length=200, validators=[refuse_personal])
    number = models.CharField(_("nomor"), max_length=80, blank=True, validators=[refuse_personal])
    dated_on = models.DateField(_("tanggal"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("berkas"),
    )
    url = LinkField(_("tautan"), blank=True)

    objects = VisibleInRakorQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokumen")
        verbose_name_plural = _("dokumen")
        ordering = ["rakor_id", "kind", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(url=""),
                name="document_file_or_link",
                violation_error_message=_("Unggah berkas, atau tulis tautannya."),
            ),
        ]

    def __str__(self):
        return self.title
