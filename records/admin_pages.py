"""What all our admin pages and rows share: reach, choices by name, a 404 for the unknown, and history."""

import re

from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ERROR_FLAG, SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.widgets import UnfoldAdminTextareaWidget

from records.admin_vanished import TellsOfVanished
from records.autocomplete import label_maker
from records.choices import Action
from records.forms import DateFormField
from records.history import UNSHOWN, differences, kind_of, name_of
from records.models import Change

HISTORY_PAGE = 50

# A number that no key of a database can hold: SQLite's driver and PostgreSQL each fail on it in its own way.
NO_KEY = re.compile(r"\d{19}")


class Scoped:
    """Rows out of the reader's reach do not exist for that reader."""

    formfield_overrides = {
        models.DateField: {"form_class": DateFormField},
        models.TextField: {"widget": UnfoldAdminTextareaWidget(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.visible_to(request.user) if hasattr(queryset, "visible_to") else queryset

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        # Without a default nothing is chosen beforehand: an untouched row stays an empty row.
        if "choices" not in kwargs and not db_field.has_default():
            kwargs["choices"] = db_field.get_choices(blank_choice=[("", _("Pilih"))])
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return self.labelled(db_field, super().formfield_for_foreignkey(db_field, request, **kwargs), request)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        formfield = super().formfield_for_manytomany(db_field, request, **kwargs)
        # Each choice has its own cross; one more for all of them would stand inside the list and be no item.
        getattr(formfield.widget, "widget", formfield.widget).is_required = True
        return self.labelled(db_field, formfield, request)

    def labelled(self, db_field, formfield, request):
        """Rows to pick from are those within reach, and are called as their own admin class calls them."""
        related = db_field.remote_field.model
        if formfield and hasattr(formfield.queryset, "visible_to"):
            formfield.queryset = formfield.queryset.visible_to(request.user)
        if formfield and self.admin_site.is_registered(related):
            formfield.label_from_instance = label_maker(self.admin_site.get_model_admin(related))
        return formfield


class TabularFormSet(TellsOfVanished, TabularInline.formset):
    pass


class StackedFormSet(TellsOfVanished, StackedInline.formset):
    pass


class Inline(Scoped, TabularInline):
    """Rows of a table. The column's heading names a field for who sees it, `aria-label` for who hears it."""

    formset = TabularFormSet
    extra = 0
    tab = True
    show_change_link = False

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        for field in formset.form.base_fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", capfirst(field.label))
        return formset


class StackedRecordInline(Scoped, StackedInline):
    formset = StackedFormSet
    extra = 0
    tab = True


class RecordPages(Scoped, ModelAdmin):
    """What all our admin pages share: an unknown object is a 404, and each has its history in the ledger."""

    list_fullwidth = True
    list_per_page = 50
    show_full_result_count = False

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        # Django would answer with a redirect and a message, which tells a stranger apart from a typing error.
        raise Http404

    def get_object(self, request, object_id, from_field=None):
        return None if NO_KEY.search(str(object_id)) else super().get_object(request, object_id, from_field)

    def changelist_view(self, request, extra_context=None):
        if any(NO_KEY.search(value) for name, value in request.GET.items() if name != SEARCH_VAR):
            # As Django does with every other filter that means nothing.
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        return super().changelist_view(request, extra_context)

    def get_actions(self, request):
        actions = super().get_actions(request)
        # Many deletions in one click, without a look at each, are not done here.
        actions.pop("delete_selected", None)
        return actions

    def history_lines(self, request, obj):
        """The ledger lines that the history of `obj` shows, newest first."""
        return Change.objects.about(obj)

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        page = Paginator(self.history_lines(request, obj), HISTORY_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Riwayat: %(name)s") % {"name": obj},
            "opts": self.opts,
            "original": obj,
            "object": obj,
            "page": page,
            "lines": [
                {
                    "line": line,
                    "save": save_of(line),
                    "kind": kind_of(line),
                    "name": name_of(line),
                    "differences": differences(line),
                }
                for line in page
                if line.action != Action.CHANGE or line.pairs.keys() - UNSHOWN
            ],
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/records/history.html", context)


def save_of(line):
    """What makes lines one save: the request they came from, or the line alone."""
    return line.request_id or line.pk


class ReadOnlyAdmin(RecordPages):
    """A list that nobody edits here: the ledger, releases, observations."""

    list_disable_select_all = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
