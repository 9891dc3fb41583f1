"""Rakor berkala and the issues that travel along them."""

from django.contrib import admin
from django.db.models import Count
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from meetings.admin.inlines import may_unveil
from meetings.admin.parts import PartForm
from meetings.models import Issue, Series
from records.admin_base import AutocompleteSelectFilter, ChoicesDropdownFilter, RecordAdmin, display
from records.forms import VersionedForm


class SeriesForm(VersionedForm):
    class Meta:
        model = Series
        exclude = ("slug",)  # noqa: DJ006  the rest is the admin's list of fields


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    form = SeriesForm
    list_display = ("name", "region", "cadence", "organiser", "meetings")
    list_filter = (("cadence", ChoicesDropdownFilter), ("region", AutocompleteSelectFilter))
    list_filter_submit = True
    list_select_related = ("region", "organiser")
    search_fields = ("name",)
    search_help_text = _("Nama Rakor berkala.")
    autocomplete_fields = ("region", "organiser")
    fields = ("name", ("level", "cadence"), ("region", "organiser"), ("rotates_host", "next_host_note"))

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(meeting_count=Count("rakor", distinct=True))

    @display(description=_("Rakor"), ordering="meeting_count")
    def meetings(self, series):
        return series.meeting_count

    def save_model(self, request, obj, form, change):
        if not change:
            obj.slug = free_slug(obj.name)
        super().save_model(request, obj, form, change)


def free_slug(name):
    base = slugify(name)[:70] or "rakor"
    taken = set(Series.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)


class IssueAdminForm(VersionedForm, PartForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, whole=kwargs["instance"].rakor, **kwargs)


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    """Issues of every Rakor in one list; they are first raised on the Rakor's own form."""

    form = IssueAdminForm
    list_display = ("title", "rakor", "competent_unit", "state_badge")
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("competent_unit", AutocompleteSelectFilter),
        ("series", AutocompleteSelectFilter),
    )
    list_filter_submit = True
    list_select_related = ("rakor", "competent_unit")
    search_fields = ("title", "cause", "rakor__title")
    search_help_text = _("Permasalahan, penyebab, atau judul Rakor.")
    autocomplete_fields = ("competent_unit", "units", "programs")
    readonly_fields = ("rakor", "series", "shown_differences")
    fields = (
        "title",
        "cause",
        ("competent_unit", "units"),
        ("programs", "state", "visibility"),
        "note",
        "shown_differences",
        ("rakor", "series"),
    )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_unveil = may_unveil(request.user)
        return form

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def whole_of(self, issue):
        return issue.rakor

    @display(description=_("selisih data"))
    def shown_differences(self, issue):
        """What was carried here from the desk; it is settled there."""
        about = ("measurement__indicator", "measurement__unit")
        carried = issue.differences.select_related(*about).order_by("measurement__unit__code", "pk")
        return "; ".join(f"{one} ({one.get_state_display().lower()})" for one in carried) or "—"

    @display(description=_("keadaan"), ordering="state", label={"terbuka": "warning", "selesai": "success"})
    def state_badge(self, issue):
        return issue.state, issue.get_state_display()
