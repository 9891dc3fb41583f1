"""/rakor/ and a page per Rakor: what was agreed stands first, where it came from stands last."""

from django.db.models import Count
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.listing import page_of, year_tabs
from dashboard.pages import Page, crumbs
from dashboard.rakor_page import sections_of
from dashboard.selectors import rakor as selector
from meetings.filters import RakorFilter
from meetings.models import Rakor
from rakor.lib.dates import format_date

PAGE_SIZE = 20


@require_safe
def rakor_list(request):
    asked = RakorFilter(request.GET, selector.public_rakor_list())
    page = page_of(request, selector.with_context(asked.qs), PAGE_SIZE)
    years = (
        asked.without("tahun")
        .order_by("-starts_on__year")
        .values_list("starts_on__year")
        .annotate(number=Count("pk"))
    )
    context = {
        "page": Page(
            title=list_heading(page.paginator.count, is_narrowed=bool(request.GET)),
            description=_(
                "Rapat koordinasi yang tercatat: rumusan hasil, permasalahan, dan tindak lanjutnya."
            ),
            crumbs=crumbs(_("Rakor")),
        ),
        "filter": asked,
        "tabs": year_tabs(request, years, _("Semua tahun")),
        "listed": page,
        "rows": selector.rakor_rows(page),
    }
    return render(request, "dashboard/rakor_list.html", context)


def list_heading(number, *, is_narrowed):
    if not number:
        return _("Tidak ada Rakor yang cocok") if is_narrowed else _("Belum ada Rakor tercatat")
    return ngettext("%(number)d Rakor tercatat", "%(number)d Rakor tercatat", number) % {"number": number}


@require_safe
def rakor_detail(request, slug):
    try:
        rakor = selector.public_rakor_page(slug)
    except Rakor.DoesNotExist:
        raise Http404 from None
    page = Page(
        title=rakor.title,
        description=rakor.summary or _("Rumusan hasil, permasalahan, dan tindak lanjut."),
        crumbs=crumbs(
            (_("Rakor"), reverse("dashboard:rakor-list")),
            format_date(rakor.starts_on, rakor.date_precision),
        ),
    )
    return render(request, "dashboard/rakor_detail.html", {"page": page, **sections_of(rakor)})
