"""The ledger and the files, to be read. regions/admin registers them: who reaches what is known there."""

from django.apps import apps
from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.views import ChangeList

from records.admin_base import ChoicesDropdownFilter, DropdownFilter, RangeDateFilter, ReadOnlyAdmin, display
from records.history import differences, kind_of, model_of, name_of, names_of


class ObjectKindFilter(DropdownFilter):
    title = _("jenis catatan")
    parameter_name = "jenis"

    def lookups(self, request, model_admin):
        kinds = [
            (model._meta.label_lower, capfirst(model._meta.verbose_name))
            for model in apps.get_models()
            if not model.__module__.startswith(("django.", "axes."))
        ]
        return sorted(kinds, key=lambda kind: kind[1])

    def queryset(self, request, queryset):
        return queryset.filter(object_type=self.value()) if self.value() else queryset


class NamedChangeList(ChangeList):
    """A page of lines, with the names of the people they are about looked up at once."""

    def get_results(self, request):
        super().get_results(request)
        names = names_of(self.result_list)
        for line in self.result_list:
            line.name = names[line.pk]


class ChangeAdmin(ReadOnlyAdmin):
    """Buku perubahan: who changed what from what to what, when and why."""

    list_display = ("at", "who", "act", "what", "summary", "reason")
    list_display_links = ("at",)
    list_filter = (("action", ChoicesDropdownFilter), ObjectKindFilter, ("at", RangeDateFilter))
    list_filter_submit = True
    list_select_related = ("by",)
    search_fields = ("object_label", "object_id", "by__username", "by__name", "reason", "request_id")
    search_help_text = _("Nama catatan, nama atau akun pelaku, alasan.")
    fields = ("at", "who", "act", "what", "readable", "reason", "batch", "request_id")
    readonly_fields = fields

    @display(description=_("oleh"), ordering="by__username")
    def who(self, line):
        return line.by or _("(sistem)")

    @display(description=_("perbuatan"), ordering="action")
    def act(self, line):
        return line.get_action_display()

    @display(description=_("catatan"))
    def what(self, line):
        kind = kind_of(line)
        return f"{kind[:1].upper()}{kind[1:]}: {getattr(line, 'name', None) or name_of(line)}"

    def get_changelist(self, request, **kwargs):
        return NamedChangeList

    @display(description=_("isi yang berubah"))
    def summary(self, line):
        model = model_of(line)
        names = [str(field_label(model, name)) for name in line.pairs if name not in ("id", "version")]
        return ", ".join(names[:4]) + (", …" if len(names) > 4 else "") or "—"

    @display(description=_("dari → menjadi"))
    def readable(self, line):
        return render_to_string("admin/records/differences.html", {"differences": differences(line)})


def field_label(model, name):
    fields = {field.name: field for field in model._meta.get_fields()} if model else {}
    return getattr(fields.get(name), "verbose_name", name)


class StoredFileAdmin(ReadOnlyAdmin):
    """Files as they were received; they are opened where they belong, not here."""

    list_display = ("original_name", "content_type", "megabytes", "stored_at", "stored_by")
    list_filter = (("content_type", admin.AllValuesFieldListFilter), ("stored_at", RangeDateFilter))
    list_filter_submit = True
    list_select_related = ("stored_by",)
    search_fields = ("original_name", "sha256")
    search_help_text = _("Nama asli atau SHA-256.")
    fields = ("original_name", "content_type", "megabytes", "sha256", "stored_at", "stored_by")
    readonly_fields = fields

    @display(description=_("ukuran"), ordering="size")
    def megabytes(self, stored):
        return filesizeformat(stored.size)
