"""/kerja/laporan/terima/: the reports chosen in the list are named once more, then accepted together."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from dashboard.pages import Page, crumbs
from dashboard.selectors.waiting_reports import filled, report_title
from dashboard.work.frame import show
from dashboard.work.report_standing import standings_of
from programs.choices import ReportState
from programs.judging_many import accept_many, obstacles_of
from programs.models import Report

MOST = 100
"""More than a page of the list holds: nobody has looked at more at once."""


@require_http_methods(["GET", "HEAD", "POST"])
def report_accept(request):
    if request.method == "POST":
        return accept(request)
    reports = chosen(request.user, request.GET)
    obstacles = obstacles_of(reports, by=request.user)
    standings = standings_of(reports)
    free = [
        (one, report_title(one), filled(one), standings[one.pk]) for one in reports if one.pk not in obstacles
    ]
    kept = [(one, report_title(one), obstacles[one.pk]) for one in reports if one.pk in obstacles]
    page = Page(heading(len(free)), crumbs=crumbs((_("Laporan"), reverse("work:report-list")), _("Terima")))
    return show(request, "report_accept.html", page, {"free": free, "kept": kept})


def chosen(user, asked):
    """The reports named by `asked`, as far as this person judges; others are not there."""
    keys = [int(key) for key in asked.getlist("laporan") if key.isdecimal() and len(key) < 10]
    mine = Report.objects.within(user, "accept").filter(pk__in=keys[:MOST]).with_progress()
    return list(mine.select_related("unit", "program", "period", "submitted_by"))


def accept(request):
    """Each as it was seen on the page that asked; what cannot be accepted stays as it is and is named."""
    reports = chosen(request.user, request.POST)
    for report in reports:
        seen = request.POST.get(f"versi-{report.pk}", "")
        report.version = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
    done, refused = accept_many(reports, by=request.user)
    if done:
        text = ngettext("%(number)d laporan diterima.", "%(number)d laporan diterima.", done)
        messages.success(request, text % {"number": done})
    elif not refused:
        messages.error(request, _("Tidak ada laporan yang dipilih."))
    for report, why in refused:
        messages.error(request, f"{report_title(report)}: {why}")
    return HttpResponseRedirect(f"{reverse('work:report-list')}?keadaan={ReportState.SUBMITTED}")


def heading(number):
    if not number:
        return _("Tidak ada laporan yang dapat diterima bersama")
    return ngettext("Terima %(number)d laporan", "Terima %(number)d laporan", number) % {"number": number}
