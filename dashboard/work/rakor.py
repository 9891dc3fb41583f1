"""/kerja/rakor/: the Rakor a person may read, `terbatas` ones too, as the public pages show theirs."""

from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.listing import page_of, year_tabs
from dashboard.pages import Page, crumbs
from dashboard.rakor_page import sections_of
from dashboard.selectors import rakor as selector
from dashboard.work.frame import frame_of, show
from meetings.choices import RakorState
from meetings.filters import RakorFilter
from meetings.models import Document, Rakor
from rakor.lib.dates import format_date
from records.choices import Visibility
from records.serving import attachment

PAGE_SIZE = 20


@require_safe
def rakor_list(request):
    readable = Rakor.objects.visible_to(request.user).order_by("-starts_on", "-pk")
    asked = RakorFilter(request.GET, readable)
    page = page_of(request, selector.with_context(asked.qs), PAGE_SIZE)
    years = asked.without("tahun").order_by("-starts_on__year").values_list("starts_on__year")
    context = {
        "filter": asked,
        "tabs": year_tabs(request, years.annotate(number=Count("pk")), _("Semua tahun")),
        "listed": page,
        "rows": selector.rakor_rows(page, request.user),
    }
    return show(request, "rakor_list.html", Page(list_heading(page.paginator.count)), context)


def list_heading(number):
    if not number:
        return _("Tidak ada Rakor")
    return ngettext("%(number)d Rakor", "%(number)d Rakor", number) % {"number": number}


@require_safe
def rakor_detail(request, pk):
    readable = selector.with_context(Rakor.objects.visible_to(request.user).with_region())
    rakor = get_object_or_404(readable, pk=pk)
    page = Page(
        rakor.title,
        crumbs=crumbs(
            (_("Rakor"), reverse("work:rakor-list")), format_date(rakor.starts_on, rakor.date_precision)
        ),
    )
    context = {
        "layout": "dashboard/work/frame.html",
        "kept": kept_words(rakor),
        **frame_of(request, page),
        **sections_of(rakor, request.user),
    }
    return render(request, "dashboard/rakor_detail.html", context)


def kept_words(rakor):
    """Why the public does not find this Rakor; "" where it does."""
    if rakor.state == RakorState.DRAFT:
        return rakor.get_state_display()
    return "" if rakor.visibility == Visibility.PUBLIC else rakor.get_visibility_display()


@require_safe
def document(request, pk):
    """A paper of a Rakor, for whoever reads it there."""
    documents = Document.objects.visible_to(request.user).exclude(file=None)
    return attachment(get_object_or_404(documents.select_related("file"), pk=pk).file)
