"""/kerja/tindak-lanjut/: follow-ups within reach, and one of them: read, reported on, judged."""

from django.contrib import messages
from django.db.models import Count, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import npgettext
from django.views.decorators.http import require_http_methods, require_safe

from dashboard.listing import Tab, address, page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors.follow_ups import ATTENTION, in_order_of_attention, standing
from dashboard.selectors.links import unit_title
from dashboard.selectors.waiting_meetings import follow_up_row
from dashboard.work.filters import EVERYTHING, WorkFollowUpFilter
from dashboard.work.frame import show
from dashboard.work.review_forms import parts_for
from meetings.choices import Timing
from meetings.models import FollowUp, Rakor, Review
from rakor.lib.dates import format_date
from records.refusals import ActionRefused
from records.serving import attachment

PAGE_SIZE = 30
ICONS = {Timing.OVERDUE: "late", Timing.RUNNING: "clock", Timing.DROPPED: "none"}


@require_safe
def follow_up_list(request):
    reports = request.user.has_perm("meetings.add_review")
    shows_all = not reports or request.GET.get("lingkup") == EVERYTHING
    listed = FollowUp.objects
    found = listed.visible_to(request.user) if shows_all else listed.reviewable_by(request.user)
    asked = WorkFollowUpFilter(request.GET, found.with_state(timezone.localdate()))
    page = page_of(request, in_order_of_attention(asked.qs).select_related("responsible"), PAGE_SIZE)
    context = {
        "filter": asked,
        "scopes": scope_tabs(request, shows_all) if reports else (),
        "tabs": timing_tabs(request, asked),
        "listed": page,
        "rows": [list_row(follow_up) for follow_up in page],
    }
    return show(request, "follow_up_list.html", Page(list_heading(page.paginator.count)), context)


def list_row(follow_up):
    url = reverse("work:follow-up-detail", args=[follow_up.reference])
    said = standing(follow_up, timezone.localdate()).text
    row = follow_up_row(follow_up, "" if follow_up.timing == Timing.OVERDUE else said)
    return {"row": row, "url": url, "icon": ICONS.get(follow_up.timing, "check")}


def list_heading(number):
    if not number:
        return _("Tidak ada tindak lanjut")
    return npgettext("judul", "%(number)d tindak lanjut", "%(number)d tindak lanjut", number) % {
        "number": number
    }


def scope_tabs(request, shows_all):
    """What this person reports on, or all that he or she reads."""
    mine, everything = address(request, lingkup=""), address(request, lingkup=EVERYTHING)
    return [
        Tab(_("Bagian saya"), mine, current=not shows_all),
        Tab(_("Semua yang dapat dibaca"), everything, current=shows_all),
    ]


def timing_tabs(request, asked):
    counted = asked.without("keadaan").order_by().values_list("timing").annotate(number=Count("pk"))
    numbers, chosen = dict(counted), request.GET.get("keadaan", "")
    tabs = [
        Tab(str(one.label), address(request, keadaan=one.value), numbers.get(one, 0), one == chosen)
        for one in ATTENTION
        if numbers.get(one) or one == chosen
    ]
    nothing_chosen = not any(tab.current for tab in tabs)
    return [Tab(_("Semua"), address(request, keadaan=""), sum(numbers.values()), nothing_chosen), *tabs]


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_detail(request, reference):
    today = timezone.localdate()
    readable = FollowUp.objects.visible_to(request.user).with_state(today)
    readable = readable.select_related("responsible", "outcome__rakor", "indicator__program")
    follow_up = get_object_or_404(readable.prefetch_related("supporting"), reference=reference)
    parts = parts_for(request, follow_up)
    if request.method == "POST":
        asked = [part for part in parts if part.name == request.POST.get("bagian")]
        if not asked:
            raise Http404(reference)
        if keep(request, follow_up, asked[0].form):
            return redirect("work:follow-up-detail", reference)
    context = {
        "follow_up": follow_up,
        "badge": standing(follow_up, today),
        "responsible": unit_title(follow_up.responsible),
        "supporting": ", ".join(unit_title(unit) for unit in follow_up.supporting.all()),
        "due": format_date(follow_up.due_on) if follow_up.due_on else follow_up.due_note,
        "outcome": follow_up.outcome,
        "rakor": follow_up.outcome.rakor,
        "history": history_of(follow_up, request.user),
        "parts": parts,
    }
    page = Page(
        follow_up.what,
        crumbs=crumbs((_("Tindak lanjut"), reverse("work:follow-up-list")), follow_up.reference),
    )
    return show(request, "follow_up_detail.html", page, context)


def history_of(follow_up, reader):
    """The newest first; a Rakor that this person may not read is not named."""
    met = Prefetch("rakor", Rakor.objects.visible_to(reader))
    reviews = follow_up.reviews.select_related("by", "evidence").prefetch_related(met)
    return reviews.order_by("-reviewed_on", "-pk")


def keep(request, follow_up, form):
    """Whether what was typed is noted; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        form.save(follow_up, by=request.user)
    except ActionRefused as refusal:
        form.add_error(None, refusal.message)
        form.now_seen(follow_up)
        return False
    said = _("Tercatat pada %(reference)s.") % {"reference": follow_up.reference}
    messages.success(request, said)
    return True


@require_safe
def evidence(request, pk):
    """What was attached to a report on a follow-up, for whoever reads the follow-up."""
    readable = FollowUp.objects.visible_to(request.user)
    reviews = Review.objects.filter(follow_up__in=readable).exclude(evidence=None)
    return attachment(get_object_or_404(reviews.select_related("evidence"), pk=pk).evidence)
