"""/tindak-lanjut/: every public follow-up, how it stands today, and the way back to where it was agreed."""

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.listing import page_of, year_tabs
from dashboard.pages import Page, crumbs
from dashboard.selectors import follow_ups as selector
from meetings.filters import FollowUpFilter

PAGE_SIZE = 25


@require_safe
def follow_up_list(request):
    today = timezone.localdate()
    asked = FollowUpFilter(request.GET, selector.public_follow_ups(today))
    summary = selector.summarise(asked.qs)
    page = page_of(request, selector.with_context(selector.in_order_of_attention(asked.qs)), PAGE_SIZE)
    years = (
        asked.without("tahun")
        .order_by("-outcome__rakor__starts_on__year")
        .values_list("outcome__rakor__starts_on__year")
        .annotate(number=Count("pk"))
    )
    context = {
        "page": Page(
            title=heading(summary, is_narrowed=bool(request.GET)),
            description=_("Tindak lanjut Rakor yang publik: penanggung jawab, batas waktu, dan keadaannya."),
            crumbs=crumbs(_("Tindak lanjut")),
        ),
        "filter": asked,
        "summary": summary,
        "tabs": year_tabs(request, years, _("Semua tahun")),
        "listed": page,
        "rows": selector.follow_up_rows(page, today),
    }
    return render(request, "dashboard/follow_up_list.html", context)


def heading(summary, *, is_narrowed):
    """The answer first: how many of how many were done in time."""
    if not summary.total:
        return _("Tidak ada tindak lanjut yang cocok") if is_narrowed else _("Belum ada tindak lanjut")
    return _("%(done)d dari %(total)d tindak lanjut selesai tepat waktu") % {
        "done": summary.done_in_time,
        "total": summary.total,
    }
