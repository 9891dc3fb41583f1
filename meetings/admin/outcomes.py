"""Rumusan of every Rakor in one list."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from meetings.admin.inlines import may_unveil
from meetings.admin.parts import PartForm
from meetings.models import Outcome
from records.admin_base import AutocompleteSelectFilter, ChoicesDropdownFilter, RecordAdmin, display
from records.forms import VersionedForm


class OutcomeAdminForm(VersionedForm, PartForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, whole=kwargs["instance"].rakor, **kwargs)


@admin.register(Outcome)
class OutcomeAdmin(RecordAdmin):
    """They are written on the Rakor's own form, and numbered there."""

    form = OutcomeAdminForm
    list_display = ("text", "number", "kind", "rakor", "follow_up_list")
    list_filter = (("kind", ChoicesDropdownFilter), ("rakor__series", AutocompleteSelectFilter))
    list_filter_submit = True
    list_select_related = ("rakor",)
    search_fields = ("text", "rakor__title")
    search_help_text = gettext_lazy("Isi rumusan atau judul Rakor.")
    readonly_fields = ("rakor", "number", "by_role", "issue", "settlement")
    fields = (("rakor", "number"), ("kind", "visibility"), "text", ("by_role", "issue"), "settlement")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("follow_ups")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_unveil = may_unveil(request.user)
        return form

    def whole_of(self, outcome):
        return outcome.rakor

    @display(description=gettext_lazy("tindak lanjut"))
    def follow_up_list(self, outcome):
        return ", ".join(follow_up.reference for follow_up in outcome.follow_ups.all()) or "—"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
