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
from dashboard.work.report_due import task_groups
from dashboard.work.report_standing import Standing, standings_of
from programs.choices import ReportState
from programs.filters import ReportFilter
from programs.judging_many import obstacles_of
from programs.models import Report

PAGE_SIZE = 30


@dataclass(frozen=True)
class Row:
    """A report of the list. Whoever may accept it picks it, or reads why it is to be looked at alone."""

    report: Report
    title: str
    filled: str
    standing: Standing
    may_pick: bool
    obstacle: str


@require_safe
def report_list(request):
    found = Report.objects.visible_to(request.user)
    asked = ReportFilter(request.GET, found.with_progress(), request=request)
    page = page_of(request, asked.qs.select_related("unit", "program", "period"), PAGE_SIZE)
    rows = rows_of(list(page), request.user)
    context = {
        "groups": () if request.GET else task_groups(request.user),
        "filter": asked,
        "tabs": state_tabs(request, asked),
        "listed": page,
        "rows": rows,
        "may_pick": any(row.may_pick for row in rows),
    }
    return show(request, "report_list.html", Page(list_heading(page.paginator.count)), context)


def rows_of(reports, user):
    standings = standings_of(reports)
    waiting = waiting_for(user, reports)
    obstacles = obstacles_of(waiting, by=user)
    pickable = {one.pk for one in waiting} - obstacles.keys()
    return [
        Row(
            report=one,
            title=report_title(one),
            filled=filled(one),
            standing=standings[one.pk],
            may_pick=one.pk in pickable,
            obstacle=obstacles.get(one.pk, ""),
        )
        for one in reports
    ]


def waiting_for(user, reports):
    """Those of the reports that this person may accept now."""
    if not user.has_perm("programs.accept_report"):
        return []
    keys = [one.pk for one in reports if one.state == ReportState.SUBMITTED]
    open_to = set(Report.objects.open_to(user, "accept").filter(pk__in=keys).values_list("pk", flat=True))
    return [one for one in reports if one.pk in open_to]


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
