"""Choosing a row that stands on the same form, whether it is stored or was only typed.

An official logs the governor as a role and his arahan as an outcome "by" that role in one save. A typed row
is chosen by its place ("roles-0"); what the field gives is that row's own unsaved object, which has its key
by the time the choosing row is saved, because its formset is saved first.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models import Issue
from records.admin_base import UnfoldAdminSelectWidget
from records.choices import Visibility


class RowSelect(UnfoldAdminSelectWidget):
    """A select that also offers the typed rows of the form that was sent; rows.js adds those being typed."""

    formset = None
    describe = ""

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        if self.formset is None or not self.formset.is_bound:
            return groups
        options = [
            self.create_option(name, row.prefix, label, row.prefix in value, index)
            for index, row in enumerate(self.formset.extra_forms)
            if (label := typed_label(row, self.describe.split()))
        ]
        return [*groups, (None, options, len(groups))]


def typed_label(row, names):
    """What was typed into a row, short: "Fachrori Umar Gubernur Jambi"."""
    return " ".join(filter(None, (row.data.get(row.add_prefix(name), "").strip() for name in names)))[:80]


class RowChoiceField(forms.ModelChoiceField):
    """`prefix` is the formset whose rows may be chosen, `describe` the fields that name a row."""

    widget = RowSelect

    def __init__(self, queryset, *, prefix, describe, **kwargs):
        super().__init__(queryset, required=False, empty_label="—", **kwargs)
        self.rows_prefix = prefix
        self.formset = None
        self.widget.describe = describe
        self.widget.attrs |= {
            "data-rows": prefix,
            "data-describe": describe,
            "data-typed": gettext_lazy("Baru diketik"),
        }

    def offer(self, formset, stored):
        """The rows to choose from: those stored for this Rakor, and those typed into `formset`."""
        self.queryset = stored
        self.formset = self.widget.formset = formset

    def to_python(self, value):
        if isinstance(value, str) and value.startswith(f"{self.rows_prefix}-"):
            return self.typed_row(value)
        return super().to_python(value)

    def typed_row(self, prefix):
        rows = self.formset.extra_forms if self.formset is not None else []
        for row in rows:
            # Not asked of the row itself: it may come later in the same round of checks.
            is_deleted = bool(row.data.get(row.add_prefix("DELETE")))
            if row.prefix == prefix and row.has_changed() and not is_deleted:
                return row.instance
        raise ValidationError(_("Baris yang dipilih kosong atau dihapus."), code="no_row")


def offer_rows(formsets, rakor, request):
    """Tell every field of every row, nested ones too, which rows it may choose from."""
    by_prefix = {formset.prefix: formset for formset in formsets}
    for form in all_forms(formsets):
        for field in form.fields.values():
            if isinstance(field, RowChoiceField):
                rows = stored_rows(field.queryset.model, rakor, request)
                field.offer(by_prefix.get(field.rows_prefix), rows)


def stored_rows(model, rakor, request):
    """Rows of this Rakor; of issues also those that its series carries along."""
    rows = model._default_manager.filter(rakor=rakor) if rakor.pk else model._default_manager.none()
    if model is not Issue:
        return rows
    series = rakor.series_id or request.POST.get("series") or request.GET.get("series")
    if str(series or "").isdigit():
        carried = model.objects.visible_to(request.user).filter(series=series).unsettled()
        rows = model.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=carried.values("pk")))
    return rows if getattr(request, "_is_unveiled", False) else rows.exclude(visibility=Visibility.SECRET)


def all_forms(formsets):
    for formset in formsets:
        for form in formset.forms:
            yield form
            yield from all_forms([nested.formset for nested in getattr(form, "nested_formsets", ())])
