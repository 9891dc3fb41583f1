"""/kerja/laporan/<pk>/: one report, read, filled, sent. Judging it: report_verdicts.py."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dashboard.pages import Page, crumbs
from dashboard.selectors.links import unit_title
from dashboard.work.frame import show
from dashboard.work.report_entry import open_lines, receive, typed_in_vain
from dashboard.work.report_judging import judging_of
from dashboard.work.report_lines import lines_of, report_heading
from dashboard.work.report_standing import standings_of
from dashboard.work.report_words import badge, happened
from programs.actions import submit_report
from programs.models import Report
from records.refusals import ActionRefused


@require_http_methods(["GET", "HEAD", "POST"])
def report_detail(request, pk):
    if request.method == "POST":
        return fill(request, one_of(Report.objects.within(request.user, "submit"), pk))
    report = one_of(Report.objects.visible_to(request.user), pk)
    lines = lines_of(report)
    if Report.objects.open_to(request.user, "submit").filter(pk=pk).exists():
        open_lines(lines)
    return report_page(request, report, lines)


def one_of(reports, pk):
    return get_object_or_404(reports.select_related("unit", "program", "period", "returned_by"), pk=pk)


def report_page(request, report, lines, unsaved=(), judging=None):
    judged = judging_of(request.user, report, lines, judging)
    if judging and not judged["judging"]:
        unsaved = judging.typed()
    context = {
        "report": report,
        "badge": badge(report),
        "standing": standings_of([report])[report.pk],
        "unit": unit_title(report.unit),
        "happened": happened(report),
        "lines": lines,
        "is_open": any(line.form for line in lines),
        "wrong": [line for line in lines if line.errors],
        "unsaved": unsaved,
        **judged,
    }
    page = Page(
        report_heading(report),
        crumbs=crumbs(
            (_("Laporan"), reverse("work:report-list")), f"{report.program.short_name} {report.period}"
        ),
    )
    return show(request, "report_detail.html", page, context)


def fill(request, report):
    """Save what is right, say what is not; send once nothing is wrong."""
    try:
        lines, is_right = receive(report, request.POST, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
        return report_page(request, report, lines_of(report), typed_in_vain(report, request.POST))
    if not is_right:
        return report_page(request, report, lines)
    if request.POST.get("aksi") != "kirim":
        messages.success(request, _("Draf tersimpan."))
        return redirect("work:report-detail", report.pk)
    try:
        submit_report(report, by=request.user)
        messages.success(request, _("Laporan dikirim. Orang lain memeriksa dan menerimanya."))
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
    return redirect("work:report-detail", report.pk)
