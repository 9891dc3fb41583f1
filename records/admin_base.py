"""The admin's base classes: every save leaves its ledger line.

Unfold is imported here, in records/admin_pages.py and records/admin_filters.py, and nowhere else.
"""

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    DropdownFilter,
    RangeDateFilter,
)
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.forms import AdminPasswordChangeForm, UserCreationForm
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanWidget,
)

from accounts.permissions import ADD, CHANGE, DELETE
from records import admin_unsaved, ledger, versions
from records.admin_filters import RelatedDropdownFilter
from records.admin_pages import Inline, ReadOnlyAdmin, RecordPages, StackedRecordInline
from records.admin_saving import (
    has_changed,
    put_last,
    remove,
    rows_of,
    save_next_version,
    save_relations,
)
from records.admin_vanished import take_up
from records.choices import Action
from records.forms import VersionedForm
from records.models import Versioned

__all__ = [
    "ActionVariant",
    "AdminPasswordChangeForm",
    "AutocompleteSelectFilter",
    "ChoicesDropdownFilter",
    "DropdownFilter",
    "Inline",
    "RangeDateFilter",
    "ReadOnlyAdmin",
    "RecordAdmin",
    "RelatedDropdownFilter",
    "StackedRecordInline",
    "UnfoldAdminDateWidget",
    "UnfoldAdminFileFieldWidget",
    "UnfoldAdminSelectWidget",
    "UnfoldAdminTextInputWidget",
    "UnfoldAdminTextareaWidget",
    "UnfoldBooleanWidget",
    "UserCreationForm",
    "action",
    "display",
]


def flag_nested(inlines):
    """Mark a row whose nested rows were refused, so that its tab opens and shows its count."""
    for inline in inlines:
        for row in inline.formset.forms if inline.formset.is_bound else ():
            nested = [one.formset for one in getattr(row, "nested_formsets", ())]
            if not row.errors and not all(formset.is_valid() for formset in nested):
                row.add_error(None, _("Periksa isian di dalamnya."))


class OutOfReach(Exception):
    """A record was about to be written where this person may not write."""


def refusing(form_class):
    """The same form, which says that what was typed lies out of reach."""

    class OutOfReachForm(form_class):
        def clean(self):
            sentence = _("Yang Anda isi berada di luar lingkup tugas Anda. Belum ada yang disimpan.")
            self.add_error(None, sentence)
            return super().clean()

    return OutOfReachForm


def without_script(media, path):
    return forms.Media(css=media._css, js=[script for script in media._js if script != path])


class RecordAdmin(RecordPages):
    """An admin page whose writes are in the ledger, in the transaction of the write itself.

    A model whose rows not every reader may change has `open_to(user, action)` on its QuerySet.
    """

    form = VersionedForm
    compressed_fields = False
    warn_unsaved_form = True
    change_form_before_template = "admin/records/form_words.html"
    save_on_top = False

    # Who may change which row.

    def is_open(self, request, action, obj):
        """Whether this person may do `action` to this very row as it stands; asked once per request."""
        queryset = self.model._default_manager.all()
        is_new = obj is None or (isinstance(obj, self.model) and obj.pk is None)
        if is_new or not hasattr(queryset, "open_to"):
            return True
        key = (self.opts.label, action, str(getattr(obj, "pk", obj)))
        known = request.__dict__.setdefault("_open", {})
        if key not in known:
            try:
                known[key] = queryset.open_to(request.user, action).filter(pk=key[2]).exists()
            except (ValueError, ValidationError):
                known[key] = False
        return known[key]

    def may_edit(self, request, obj):
        return self.is_open(request, CHANGE, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj) and self.may_edit(request, obj)
        return may and self.is_open(request, DELETE, obj)

    # Versions: the second of two savers is told.

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not (
            issubclass(self.model, Versioned) and self.has_change_permission(request, obj)
        ):
            return fieldsets
        (name, options), *others = fieldsets
        fields = [field for field in options["fields"] if field != "seen_version"]
        return [(name, {**options, "fields": [*fields, "seen_version"]}), *others]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.rows = tuple(rows_of(self.inlines, self.model))
        return refusing(form) if getattr(request, "_out_of_reach", False) else form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and object_id:
            take_up(request, self.inlines, self.model)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (versions.Overtaken, OutOfReach):
            # Saved between our look and our write, or out of reach: the same form again, which now says so.
            request.__dict__.pop("_open", None)
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            obj = self.get_object(request, unquote(object_id)) if object_id else None
            if request.method != "POST" or obj is None or not self.has_view_permission(request, obj):
                raise
            return admin_unsaved.closed(self, request, rows_of(self.inlines, self.model))

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if request.method == "POST" and self.has_change_permission(request):
            return admin_unsaved.gone(self, request, rows_of(self.inlines, self.model))
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        request._admin_formsets = formsets
        return formsets, inlines

    def render_change_form(self, request, context, **kwargs):
        if request.method == "POST" and request.FILES:
            names = ", ".join(upload.name for upload in request.FILES.values())
            messages.warning(
                request, _("Belum tersimpan. Pilih sekali lagi berkasnya: %(names)s.") % {"names": names}
            )
        flag_nested(context["inline_admin_formsets"])
        # Unfold loads the scripts of the list's filters on forms too, where this one replaces the date
        # picker and takes the calendar away from every row that is added.
        context["media"] = without_script(context["media"], "unfold/filters/js/DateTimeShortcuts.js")
        return super().render_change_form(request, context, **kwargs)

    # Writing.

    def whole_of(self, obj):
        """The record on whose form `obj` stands as a row too: that form, open elsewhere, is then older."""
        return

    def refuse_out_of_reach(self, request, obj, action):
        """What somebody writes must lie where he or she may write; the transaction is taken back."""
        rows = self.model._default_manager.all()
        if hasattr(rows, "open_to") and not rows.within(request.user, action).filter(pk=obj.pk).exists():
            request._out_of_reach = True
            raise OutOfReach(str(obj))

    def save_model(self, request, obj, form, change):
        if not change:
            ledger.save(obj, Action.CREATE, by=request.user)
            return
        if isinstance(obj, Versioned):
            if not (form.has_changed() or any(map(has_changed, request._admin_formsets))):
                return
            whole = self.whole_of(obj)
            if whole is not None:
                versions.touch(whole, by=request.user)
            save_next_version(obj, form, by=request.user)
        else:
            ledger.save(obj, Action.CHANGE, by=request.user)

    def save_related(self, request, form, formsets, change):
        self.refuse_out_of_reach(request, form.instance, CHANGE if change else ADD)
        save_relations(form, by=request.user)
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        for obj in formset.deleted_objects:
            remove(obj, by=request.user)
        put_last(formset)
        for row in formset.saved_forms:
            obj = row.instance
            if obj._state.adding:
                self.save_new(request, form, row, obj)
            else:
                self.save_changed(request, form, row, obj)
            save_relations(row, by=request.user)
        for row in formset.forms:
            if row not in formset.deleted_forms:
                for nested in getattr(row, "nested_formsets", ()):
                    self.save_formset(request, form, nested.formset, change)

    def save_new(self, request, form, row, obj):
        """Save a row that was added on the form of its parent."""
        ledger.save(obj, Action.CREATE, by=request.user)

    def save_changed(self, request, form, row, obj):
        """Save a row that was changed on the form of its parent."""
        if isinstance(obj, Versioned):
            save_next_version(obj, row, by=request.user)
        else:
            ledger.save(obj, Action.CHANGE, by=request.user)

    def delete_model(self, request, obj):
        remove(obj, by=request.user)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    # Django's own log would repeat the ledger with less in it.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None
