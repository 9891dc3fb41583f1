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
from dashboard.work.report_lines import lines_of, put_oddities, report_heading
from dashboard.work.report_proofs import Whole, put_evidence
from dashboard.work.report_standing import standings_of
from dashboard.work.report_words import badge, happened
from programs.actions import submit_report
from programs.locking import lock_sentence
from programs.models import Report
from records.refusals import ActionRefused


@require_http_methods(["GET", "HEAD", "POST"])
def report_detail(request, pk):
    if request.method == "POST":
        return fill(request, one_of(Report.objects.within(request.user, "submit"), pk))
    report = one_of(Report.objects.visible_to(request.user), pk)
    lines, whole, standing = lines_of(report), Whole(), standings_of([report])[report.pk]
    is_open = Report.objects.open_to(request.user, "submit").filter(pk=pk).exists()
    if is_open and not standing.is_locked:
        open_lines(lines, whole)
    shut = lock_sentence(standing.owed) if is_open and standing.is_locked else ""
    return report_page(request, report, lines, whole=whole, standing=standing, shut=shut)


def one_of(reports, pk):
    return get_object_or_404(reports.select_related("unit", "program", "period", "returned_by"), pk=pk)


def report_page(request, report, lines, *, whole=None, standing=None, judging=None, **said):
    """The page; `said` is what else stands on it: `unsaved`, `shut`, `asked` (see `fill`)."""
    whole = whole or Whole()
    put_evidence(report, lines, whole)
    put_oddities(report, lines)
    judged = judging_of(request.user, report, lines, judging)
    if judging and not judged["judging"]:
        said["unsaved"] = judging.typed()
    context = {
        "report": report,
        "badge": badge(report),
        "standing": standing or standings_of([report])[report.pk],
        "unit": unit_title(report.unit),
        "happened": happened(report),
        "lines": lines,
        "whole": whole,
        "is_open": whole.proof is not None,
        "wrong": [place for place in (*lines, whole) if place.errors],
        **said,
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
    """Save what is right, say what is not; send once nothing is wrong and odd figures were looked at."""
    try:
        received = receive(report, request.POST, request.FILES, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
        unsaved = typed_in_vain(report, request.POST)
        return report_page(request, report, lines_of(report), unsaved=unsaved)
    if not received.is_right:
        return report_page(request, report, received.lines, whole=received.whole)
    kept = f"tersimpan-{report.pk}"
    if request.POST.get("aksi") != "kirim":
        messages.success(request, _("Draf tersimpan."), extra_tags=kept)
        return redirect("work:report-detail", report.pk)
    if asked := asked_about(report, request.POST.get("paham", "")):
        lines, whole = lines_of(report), Whole()
        open_lines(lines, whole)
        return report_page(request, report, lines, whole=whole, asked=asked)
    try:
        submit_report(report, by=request.user)
        said = _("Laporan dikirim. Orang lain memeriksa dan menerimanya.")
        messages.success(request, said, extra_tags=kept)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
    return redirect("work:report-detail", report.pk)


def asked_about(report, known):
    """What is asked once before a report is sent: its odd figures that nobody said a word about.

    Empty where there are none, or where all of them (`known`) were asked about already.
    """
    lines = lines_of(report)
    put_oddities(report, lines)
    odd = [line for line in lines if line.asks_note]
    marks = [str(line.measurement.chosen_id) for line in odd]
    return {"lines": odd, "mark": ",".join(marks)} if set(marks) - set(known.split(",")) else {}
