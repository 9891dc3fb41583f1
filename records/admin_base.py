"""The admin's base classes. Unfold is imported here and nowhere else; every save leaves its ledger line."""

from unfold.admin import ModelAdmin, StackedInline, TabularInline

from records import ledger
from records.choices import Action

__all__ = ["Inline", "ReadOnlyAdmin", "RecordAdmin", "StackedRecordInline"]


class Scoped:
    """Rows out of the reader's reach do not exist for that reader."""

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return (
            queryset.visible_to(request.user)
            if hasattr(queryset, "visible_to")
            else queryset
        )


class Inline(Scoped, TabularInline):
    extra = 0
    tab = True
    show_change_link = False


class StackedRecordInline(Scoped, StackedInline):
    extra = 0
    tab = True


class RecordAdmin(Scoped, ModelAdmin):
    """An admin page whose writes are in the ledger, in the transaction of the write itself."""

    compressed_fields = True
    warn_unsaved_form = True
    list_fullwidth = True
    save_on_top = False

    def save_model(self, request, obj, form, change):
        ledger.save(obj, Action.CHANGE if change else Action.CREATE, by=request.user)

    def delete_model(self, request, obj):
        ledger.write(obj, Action.DELETE, by=request.user, changes=ledger.removal(obj))
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        for obj in formset.deleted_objects:
            ledger.write(
                obj, Action.DELETE, by=request.user, changes=ledger.removal(obj)
            )
            obj.delete()
        for obj in formset.new_objects:
            ledger.save(obj, Action.CREATE, by=request.user)
        for obj, _fields in formset.changed_objects:
            ledger.save(obj, Action.CHANGE, by=request.user)
        formset.save_m2m()

    # Django's own log would repeat the ledger with less in it.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None


class ReadOnlyAdmin(Scoped, ModelAdmin):
    """A list that nobody edits here: the ledger, releases, observations."""

    list_fullwidth = True
    list_disable_select_all = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
