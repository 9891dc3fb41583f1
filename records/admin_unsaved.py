"""What was typed for a record that meanwhile vanished or was closed: shown to be copied, never swallowed."""

from django.db import models
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _


def typed_texts(request, models_on_page):
    """[(label, text)] of every free text in the sent form; what was picked from a list is picked again."""
    labels = {
        field.name: capfirst(field.verbose_name)
        for model in reversed(models_on_page)
        for field in model._meta.concrete_fields
        if not (field.is_relation or field.choices or isinstance(field, models.BooleanField))
    }
    sent = [(labels.get(key.rsplit("-", 1)[-1]), text.strip()) for key, text in request.POST.items()]
    return [(label, text) for label, text in sent if label and text]


def gone(admin, request, rows):
    """The record is not there. The same answer whether it was deleted or never was within reach."""
    said = _("Catatan ini tidak ada lagi: mungkin baru saja dihapus orang lain.")
    return _page(admin, request, rows, said, status=404)


def closed(admin, request, rows):
    """The record is there and can be read, but is no longer (or never was) this person's to change."""
    said = _("Catatan ini tidak dapat Anda ubah: mungkin baru saja ditutup, dipakai, atau hak Anda berakhir.")
    return _page(admin, request, rows, said, status=403)


def _page(admin, request, rows, said, status):
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Belum tersimpan"),
        "opts": admin.opts,
        "said": said,
        "texts": typed_texts(request, [admin.model, *(model for model, _way in rows)]),
    }
    return TemplateResponse(request, "admin/records/unsaved.html", context, status=status)
