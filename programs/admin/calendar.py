"""When reports fall due: calendars with their deadlines, and more time for one unit."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.extending import check_extension, extend
from programs.models import Deadline, Extension, Schedule
from programs.scheduling import copy_schedule, fill_deadlines, refill_deadlines
from rakor.lib.dates import format_date
from records.admin_acts import Acting, act
from records.admin_base import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    Inline,
    RecordAdmin,
    RelatedDropdownFilter,
    display,
)
from records.forms import VersionedForm
from records.refusals import ActionRefused
from regions.access import reach_of


class ScheduleForm(VersionedForm):
    def clean(self):
        cleaned = super().clean()
        program, owner = cleaned.get("program"), cleaned.get("owner")
        if program and program.owner_id and (owner is None or owner.pk != program.owner_id):
            message = _("Program ini milik %(owner)s; kalendernya juga. Pilih pemilik itu.")
            self.add_error("owner", message % {"owner": program.owner})
        return cleaned


class DeadlineForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        period, schedule = cleaned.get("period"), cleaned.get("schedule")
        if period and schedule and schedule.year and period.year != schedule.year:
            message = _("Periode ini bukan dari tahun %(year)d.")
            self.add_error("period", message % {"year": schedule.year})
        return cleaned


class DeadlineInline(Inline):
    model = Deadline
    form = DeadlineForm
    fields = ("period", "due_on", "locks_on")
    autocomplete_fields = ("period",)
    verbose_name_plural = gettext_lazy("Tenggat")


@admin.register(Schedule)
class ScheduleAdmin(Acting, RecordAdmin):
    form = ScheduleForm
    list_display = ("program", "year", "frequency", "due_days", "lock_days", "shown_owner")
    list_filter = (
        "year",
        ("program", RelatedDropdownFilter),
        ("frequency", ChoicesDropdownFilter),
    )
    list_select_related = ("program", "owner")
    search_fields = ("program__name", "program__short_name", "program__code", "year")
    search_help_text = gettext_lazy("Nama atau kode program, atau tahun.")
    autocomplete_fields = ("program", "owner", "units")
    inlines = (DeadlineInline,)
    actions_detail = ("refill", "copy")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("program", "owner"),
                    ("year", "frequency"),
                    ("due_days", "lock_days"),
                    "units",
                    "basis",
                ),
                "description": gettext_lazy(
                    "Tenggat yang belum diisi dibuat menurut frekuensi saat kalender pertama kali disimpan; "
                    "kalender periode tertentu diisi satu per satu."
                ),
            },
        ),
    )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change and not form.instance.deadlines.exists():
            fill_deadlines(form.instance, by=request.user)

    @display(description=gettext_lazy("pemilik"), ordering="owner__name")
    def shown_owner(self, schedule):
        return schedule.owner or _("Nasional")

    @act(
        gettext_lazy("Isi ulang tenggat"),
        permission="programs.change_schedule",
        icon="event_repeat",
        explained=gettext_lazy(
            "Tenggat yang belum jatuh tempo dihitung lagi dari jumlah hari kalender ini, dan periode yang "
            "belum ada ditambahkan. Tenggat yang sudah lewat tidak berubah."
        ),
        done=gettext_lazy("Tenggat terisi."),
    )
    def refill(self, request, schedule):
        refill_deadlines(schedule, by=request.user)

    @act(
        gettext_lazy("Salin ke tahun berikutnya"),
        permission="programs.add_schedule",
        icon="content_copy",
        explained=gettext_lazy(
            "Kalender yang sama dibuat untuk tahun berikutnya, dengan tenggat sejauh itu juga."
        ),
        done=gettext_lazy("Kalender tahun berikutnya dibuat."),
    )
    def copy(self, request, schedule):
        copy_schedule(schedule, by=request.user)


class ExtensionForm(forms.ModelForm):
    """More time as a person gives it, checked by the act that will write it."""

    giver = None
    """Set on the form class by the admin, per request."""

    class Meta:
        model = Extension
        fields = ("deadline", "unit", "due_on", "reason")

    def clean(self):
        cleaned = super().clean()
        deadline, unit = cleaned.get("deadline"), cleaned.get("unit")
        if not (deadline and unit):
            return cleaned
        reach = reach_of(self.giver, "programs.add_extension")
        if not reach.covers_figure(unit, deadline.schedule.program):
            refusal = ValidationError(_("Daerah ini di luar lingkup tugas Anda."), code="not_permitted")
            self.add_error("unit", refusal)
        elif not self.errors:
            self.refuse_what_is_none(deadline, unit, cleaned)
        return cleaned

    def refuse_what_is_none(self, deadline, unit, given):
        try:
            check_extension(deadline, unit, due_on=given["due_on"], reason=given["reason"])
        except ActionRefused as refusal:
            fields = {"no_more_time": "due_on", "reason_missing": "reason", "personal_data": "reason"}
            self.add_error(fields.get(refusal.code, "unit"), refusal.message)


def deadline_label(deadline):
    """ "MCP Tahun 2024, 10 Januari 2025"."""
    program = deadline.schedule.program.short_name
    return f"{program} {deadline.period}, {format_date(deadline.due_on)}"


@admin.register(Extension)
class ExtensionAdmin(RecordAdmin):
    """Given, never changed: a later one goes before an earlier one."""

    form = ExtensionForm
    list_display = ("shown_deadline", "unit", "due_on", "reason", "given_by", "given_at")
    list_filter = (("unit", AutocompleteSelectFilter),)
    list_filter_submit = True
    list_select_related = ("deadline__schedule__program", "deadline__period", "unit", "given_by")
    search_fields = ("unit__name", "unit__code", "deadline__schedule__program__name")
    search_help_text = gettext_lazy("Nama atau kode daerah, nama program.")
    autocomplete_fields = ("unit",)
    add_fieldsets = (
        (
            None,
            {
                "fields": ("deadline", "unit", "due_on", "reason"),
                "description": gettext_lazy(
                    "Perpanjangan berlaku untuk satu daerah atau instansi dan membuka lagi laporan yang "
                    "sudah ditutup. Yang terakhir berlaku."
                ),
            },
        ),
    )
    fields = ("shown_deadline", "unit", "due_on", "reason", "given_at", "given_by")
    readonly_fields = ("shown_deadline",)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and db_field.name == "deadline":
            field.queryset = field.queryset.select_related("schedule__program", "period").order_by("-due_on")
            field.label_from_instance = deadline_label
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.giver = request.user
        return form

    def save_model(self, request, obj, form, change):
        given = form.cleaned_data
        given = extend(
            given["deadline"], given["unit"], due_on=given["due_on"], reason=given["reason"], by=request.user
        )
        # The admin goes on to name what was saved.
        obj.pk = given.pk

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @display(description=gettext_lazy("tenggat"))
    def shown_deadline(self, extension):
        return deadline_label(extension.deadline)
