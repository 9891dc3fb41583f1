"""Tindak lanjut of every Rakor in one list, with what the reviews and the due date make of each."""

from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.admin.inlines import file_link, may_unveil
from meetings.admin.parts import FollowUpForm
from meetings.admin.reviews import ReviewSteps
from meetings.choices import FollowUpState, RakorState, Timing
from meetings.models import FollowUp, Review
from rakor.lib.dates import format_date
from records.admin_base import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    DropdownFilter,
    Inline,
    RangeDateFilter,
    RecordAdmin,
    display,
)
from records.forms import VersionedForm
from records.serving import attachment


def timing_words(follow_up):
    """ "Melewati batas waktu 12 hari", "Selesai tepat waktu"."""
    if follow_up.timing == Timing.OVERDUE:
        days = (timezone.localdate() - follow_up.due_on).days
        return _("Melewati batas waktu %(days)d hari") % {"days": days}
    if follow_up.timing == Timing.RUNNING and follow_up.due_on:
        return _("Sampai %(day)s") % {"day": format_date(follow_up.due_on)}
    return Timing(follow_up.timing).label


class DerivedFilter(DropdownFilter):
    """Filters by what is derived from reviews and the due date."""

    choice_class = None

    def lookups(self, request, model_admin):
        return self.choice_class.choices

    def queryset(self, request, queryset):
        return queryset.filter(**{self.parameter_name: self.value()}) if self.value() else queryset


class StateFilter(DerivedFilter):
    title = gettext_lazy("keadaan")
    parameter_name = "state"
    choice_class = FollowUpState


class TimingFilter(DerivedFilter):
    title = gettext_lazy("waktu")
    parameter_name = "timing"
    choice_class = Timing


class ReviewInline(Inline):
    """What was said about the follow-up so far; new ones come through the buttons above."""

    model = Review
    fields = ("reviewed_on", "kind", "remark", "by", "rakor", "proof")
    readonly_fields = fields
    verbose_name_plural = gettext_lazy("Pemeriksaan")
    tab = False

    @display(description=gettext_lazy("bukti"))
    def proof(self, review):
        if review.evidence_id:
            return file_link(reverse("admin:meetings_followup_evidence", args=[review.pk]), review.evidence)
        return review.evidence_url or "—"

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class FollowUpAdminForm(VersionedForm, FollowUpForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, whole=kwargs["instance"].outcome, **kwargs)


@admin.register(FollowUp)
class FollowUpAdmin(ReviewSteps, RecordAdmin):
    form = FollowUpAdminForm
    inlines = (ReviewInline,)
    list_display = ("reference", "what", "responsible", "due_on", "timing_badge", "state_name")
    list_display_links = ("reference", "what")
    list_filter = (
        StateFilter,
        TimingFilter,
        ("priority", ChoicesDropdownFilter),
        ("responsible", AutocompleteSelectFilter),
        ("due_on", RangeDateFilter),
    )
    list_filter_submit = True
    list_select_related = ("responsible", "outcome__rakor")
    search_fields = ("reference", "what", "responsible__name", "outcome__rakor__title")
    search_help_text = gettext_lazy("Nomor rujukan, isi, penanggung jawab, atau judul Rakor.")
    autocomplete_fields = ("responsible", "supporting", "indicator")
    readonly_fields = ("reference", "rakor_title", "outcome", "timing_text", "state_name", "what_text")
    fields = (
        ("reference", "state_name", "timing_text"),
        ("rakor_title", "outcome"),
        "what",
        ("responsible", "due_on", "due_note"),
        ("supporting", "indicator"),
        ("priority", "visibility"),
    )

    def get_fields(self, request, obj=None):
        """What was agreed stands once its Rakor is closed; who does it until when may still move."""
        if obj and obj.outcome.rakor.state == RakorState.CLOSED:
            return ["what_text" if name == "what" else name for name in self.fields]
        return self.fields

    def get_urls(self):
        evidence = self.admin_site.admin_view(self.download_evidence)
        return [path("bukti/<int:pk>/", evidence, name="meetings_followup_evidence"), *super().get_urls()]

    def download_evidence(self, request, pk):
        readable = FollowUp.objects.visible_to(request.user)
        reviews = Review.objects.filter(follow_up__in=readable).exclude(evidence=None)
        return attachment(get_object_or_404(reviews.select_related("evidence"), pk=pk).evidence)

    def get_queryset(self, request):
        return super().get_queryset(request).with_state(timezone.localdate())

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_unveil = may_unveil(request.user)
        return form

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def whole_of(self, follow_up):
        return follow_up.outcome.rakor

    @display(description=gettext_lazy("tindak lanjut"))
    def what_text(self, follow_up):
        return follow_up.what

    @display(description=gettext_lazy("Rakor"))
    def rakor_title(self, follow_up):
        return f"{follow_up.outcome.rakor}, {follow_up.outcome.rakor.date_text}"

    @display(description=gettext_lazy("keadaan"), ordering="state")
    def state_name(self, follow_up):
        return FollowUpState(follow_up.state).label

    @display(
        description=gettext_lazy("waktu"),
        ordering="timing",
        label={Timing.OVERDUE: "danger", Timing.DONE_LATE: "warning", Timing.DONE_IN_TIME: "success"},
    )
    def timing_badge(self, follow_up):
        return follow_up.timing, timing_words(follow_up)

    @display(description=gettext_lazy("waktu"))
    def timing_text(self, follow_up):
        return timing_words(follow_up)
