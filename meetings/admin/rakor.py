"""The Rakor form: everything about one meeting, saved at once, each part with its ledger line."""

from django.contrib import admin
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy

from accounts.permissions import CHANGE
from meetings import actions
from meetings.admin.inlines import RAKOR_INLINES
from meetings.admin.lines import open_lines
from meetings.admin.rakor_form import CHOSEN_BY_HAND, RakorForm, first_values
from meetings.admin.rows import offer_rows
from meetings.admin.steps import RakorSteps
from meetings.choices import RakorState
from meetings.models import Document, FollowUp, Issue, Outcome, Rakor, Role
from meetings.numbering import save_follow_up, save_outcome, save_rakor
from records import ledger
from records.admin_base import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateFilter,
    RecordAdmin,
    display,
)
from records.choices import Action
from records.files import store
from records.models import Change
from records.serving import attachment


@admin.register(Rakor)
class RakorAdmin(RakorSteps, RecordAdmin):
    form = RakorForm
    inlines = RAKOR_INLINES
    list_display = ("starts_on", "title", "region", "organiser", "state_badge", "agreed")
    list_display_links = ("starts_on", "title")
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("level", ChoicesDropdownFilter),
        ("series", AutocompleteSelectFilter),
        ("organiser", AutocompleteSelectFilter),
        ("starts_on", RangeDateFilter),
    )
    list_filter_submit = True
    list_select_related = ("region", "organiser")
    search_fields = ("title", "venue", "place", "series__name")
    search_help_text = gettext_lazy("Judul, tempat, Rakor berkala, atau isi rumusan.")
    ordering = ("-starts_on", "-id")
    autocomplete_fields = ("series", "region", "organiser", "host", "programs")
    readonly_fields = ("shown_state",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("kind", "level", "series"),
                    ("region", "organiser", "host"),
                    ("starts_on", "starts_time", "time_zone"),
                    ("venue", "place", "mode"),
                    ("programs", "state", "visibility"),
                    "summary",
                )
            },
        ),
        (
            gettext_lazy("Waktu lebih rinci"),
            {
                "fields": (("ends_on", "ends_time"), ("date_precision", "date_note")),
                "classes": ("collapse",),
            },
        ),
        (
            gettext_lazy("Asal catatan: dokumen atau berita"),
            {
                "fields": (
                    ("record_source", "source_name", "source_on"),
                    "source_url",
                    "source_note",
                ),
                "classes": ("collapse",),
            },
        ),
    )

    class Media:
        js = ("admin/rakor/rows.js",)

    def get_urls(self):
        document = self.admin_site.admin_view(self.download_document)
        return [path("dokumen/<int:pk>/", document, name="meetings_rakor_document"), *super().get_urls()]

    def download_document(self, request, pk):
        documents = Document.objects.visible_to(request.user).exclude(file=None)
        return attachment(get_object_or_404(documents.select_related("file"), pk=pk).file)

    # What is shown.

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(outcome_count=Count("outcomes", distinct=True))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_changeform_initial_data(self, request):
        ready = first_values(request.user, request.GET.get("series"))
        return {**ready, **super().get_changeform_initial_data(request)}

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or obj.state in CHOSEN_BY_HAND:
            return fieldsets
        (name, options), *others = fieldsets
        shown = ("programs", "shown_state", "visibility")
        rows = [shown if "state" in row else row for row in options["fields"]]
        return [(name, {**options, "fields": rows}), *others]

    @display(description=gettext_lazy("keadaan"))
    def shown_state(self, rakor):
        reason = f" ({rakor.state_reason})" if rakor.state_reason else ""
        return f"{rakor.get_state_display()}{reason}"

    @display(
        description=gettext_lazy("keadaan"),
        ordering="state",
        label={RakorState.DRAFT: "warning", RakorState.CLOSED: "success", RakorState.CANCELLED: "danger"},
    )
    def state_badge(self, rakor):
        return rakor.state, rakor.get_state_display()

    @display(description=gettext_lazy("rumusan"), ordering="outcome_count")
    def agreed(self, rakor):
        return rakor.outcome_count

    def get_search_results(self, request, queryset, search_term):
        found, may_repeat = super().get_search_results(request, self.model.objects.all(), search_term)
        if not search_term:
            return queryset, may_repeat
        said = Outcome.objects.visible_to(request.user).filter(text__icontains=search_term)
        return queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=said.values("rakor"))), False

    # Writing.

    def _create_formsets(self, request, obj, change):
        is_stored = obj is not None and obj.pk
        request._is_unveiled = (
            is_stored and Rakor.objects.unveiled_to(request.user).filter(pk=obj.pk).exists()
        )
        formsets, inlines = super()._create_formsets(request, obj, change)
        offer_rows(formsets, obj if obj is not None else Rakor(), request)
        return formsets, inlines

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            obj.created_by = request.user
            save_rakor(obj, by=request.user)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and "visibility" in form.changed_data:
            actions.tighten_parts(form.instance, by=request.user)

    def save_new(self, request, form, row, obj):
        if isinstance(obj, Outcome):
            save_outcome(obj, by=request.user)
        elif isinstance(obj, FollowUp):
            save_follow_up(obj, by=request.user)
        elif isinstance(obj, Role):
            save_role(obj, by=request.user)
        else:
            if isinstance(obj, Issue):
                obj.series = form.instance.series
            if isinstance(obj, Document):
                keep_upload(row, obj, by=request.user)
            super().save_new(request, form, row, obj)

    def save_changed(self, request, form, row, obj):
        if isinstance(obj, Document):
            keep_upload(row, obj, by=request.user)
        super().save_changed(request, form, row, obj)

    def history_lines(self, request, obj):
        """The Rakor's own lines and, for those who may edit it, what was saved along with them."""
        own = super().history_lines(request, obj)
        if not Rakor.objects.within(request.user, CHANGE).filter(pk=obj.pk).exists():
            return own
        requests = own.exclude(request_id="").order_by().values("request_id")
        along = Change.objects.filter(request_id__in=requests, object_type__startswith="meetings.")
        along = open_lines(along.exclude(object_type=obj._meta.label_lower), obj, request.user)
        either = Q(pk__in=own.order_by().values("pk")) | Q(pk__in=along.values("pk"))
        return Change.objects.filter(either).select_related("by").order_by("-id")


def save_role(role, *, by):
    """Save a role after the one it stands for, which may stand further down the same form."""
    principal = role.principal
    if principal is not None and principal._state.adding:
        save_role(principal, by=by)
    ledger.save(role, Action.CREATE, by=by)


def keep_upload(row, document, *, by):
    upload = row.cleaned_data.get("upload")
    if upload:
        document.file = store(upload.content, name=upload.name, content_type=upload.content_type, by=by)
