"""Rows that somebody deleted while another person had the form open: their typing comes back as new rows.

Django pairs what was sent with what is stored by place and would leave such a row out of the page. Here the
vanished rows move behind those that still stand, before any formset reads them. Rows typed anew keep their
places, by which other fields name them.
"""

import re

from django.forms.models import _get_foreign_key
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

MOST_ROWS = 1000


class TellsOfVanished:
    """A formset that says at each such row what happened; the next save is deliberate."""

    def clean(self):
        super().clean()
        first = self.initial_form_count()
        for row in self.forms[first : first + count(self.data, f"{self.prefix}-VANISHED")]:
            if row not in self.deleted_forms:
                row.add_error(None, _("Baris ini sudah dihapus orang lain; bila disimpan, dibuat lagi."))


def take_up(request, inlines, parent):
    """Put the vanished rows of a sent form, nested ones too, behind those that stand."""
    data, files = request.POST.copy(), request.FILES
    for inline in inlines:
        data, files = _rows(data, files, inline, parent)
    request.POST, request._files = data, files


def _rows(data, files, inline, parent, before="", is_orphaned=False):
    """The fields of one formset; `before` is the row around it, which itself vanished if `is_orphaned`."""
    relation = _get_foreign_key(parent, inline.model, fk_name=inline.fk_name)
    prefix = before + relation.remote_field.get_accessor_name(model=inline.model).replace("+", "")
    initial, key = count(data, f"{prefix}-INITIAL_FORMS"), inline.model._meta.pk.name
    gone = _vanished(inline.model, [data.get(f"{prefix}-{row}-{key}", "") for row in range(initial)])
    if gone:
        order = [row for row in range(initial) if row not in gone] + gone
        data, files = (_renumbered(one, prefix, order) for one in (data, files))
        for row in range(initial - len(gone), initial):
            data[f"{prefix}-{row}-{key}"] = ""
        data[f"{prefix}-INITIAL_FORMS"] = str(initial - len(gone))
        data[f"{prefix}-VANISHED"] = str(len(gone))
    for row in range(count(data, f"{prefix}-TOTAL_FORMS")):
        if is_orphaned:
            data[f"{prefix}-{row}-{relation.name}"] = ""
        vanished = initial - len(gone) <= row < initial
        for nested in getattr(inline, "inlines", ()):
            data, files = _rows(data, files, nested, inline.model, f"{prefix}-{row}-", vanished)
    return data, files


def _vanished(model, sent):
    """The places of the rows that are no longer stored."""
    keys = {int(key) for key in sent if key.isdecimal() and len(key) < 19}
    known = {str(key) for key in model._base_manager.filter(pk__in=keys).values_list("pk", flat=True)}
    return [row for row, key in enumerate(sent) if key.isdecimal() and key not in known]


def _renumbered(sent, prefix, order):
    """The same fields with each row at its new place; `order` names the old places."""
    row_of = re.compile(rf"{re.escape(prefix)}-(\d+)-")
    places = {str(old): new for new, old in enumerate(order)}
    moved = QueryDict(mutable=True) if isinstance(sent, QueryDict) else MultiValueDict()
    for name, values in sent.lists():
        row = row_of.match(name)
        if row and row[1] in places:
            name = f"{prefix}-{places[row[1]]}-{name[row.end() :]}"
        moved.setlist(name, values)
    return moved


def count(data, name):
    sent = data.get(name, "")
    return min(int(sent), MOST_ROWS) if sent.isdecimal() and len(sent) < 7 else 0
