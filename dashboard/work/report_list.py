"""/kerja/laporan/: the reports within reach, each with its deadline, its review and its figures apart."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.listing import Tab, address, page_of
from dashboard.pages import Page
from dashboard.selectors.waiting_reports import filled, report_title
from dashboard.work.frame import show
from dashboard.work.report_standing import Standing, standings_of
from programs.choices import ReportState
from programs.filters import ReportFilter
from programs.models import Report

PAGE_SIZE = 30


@dataclass(frozen=True)
class Row:
    """A report of the list."""

    report: Report
    title: str
    filled: str
    standing: Standing


@require_safe
def report_list(request):
    found = Report.objects.visible_to(request.user)
    asked = ReportFilter(request.GET, found.with_progress(), request=request)
    page = page_of(request, asked.qs.select_related("unit", "program", "period"), PAGE_SIZE)
    context = {
        "filter": asked,
        "tabs": state_tabs(request, asked),
        "listed": page,
        "rows": rows_of(list(page)),
    }
    return show(request, "report_list.html", Page(list_heading(page.paginator.count)), context)


def rows_of(reports):
    standings = standings_of(reports)
    return [Row(one, report_title(one), filled(one), standings[one.pk]) for one in reports]


def list_heading(number):
    if not number:
        return _("Tidak ada laporan")
    return ngettext("%(number)d laporan", "%(number)d laporan", number) % {"number": number}


def state_tabs(request, asked):
    counted = asked.without("keadaan").order_by().values_list("state").annotate(number=Count("pk"))
    numbers, chosen = dict(counted), request.GET.get("keadaan", "")
    tabs = [
        Tab(str(label), address(request, keadaan=state), numbers.get(state, 0), state == chosen)
        for state, label in ReportState.choices
    ]
    nothing_chosen = not any(tab.current for tab in tabs)
    return [
        Tab(_("Semua"), address(request, keadaan=""), sum(numbers.values()), nothing_chosen),
        *tabs,
    ]
