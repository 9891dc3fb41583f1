"""/kerja/laporan/<pk>/periksa/ and /buka/: a report is judged, an accepted one opened again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dashboard.work.report_judging import JudgingForm, ReopeningForm
from dashboard.work.report_lines import lines_of
from dashboard.work.reports import report_page
from programs.judging import accept_report, reopen_report, return_report
from programs.models import Report
from records.refusals import ActionRefused


def asked_for(request, action, pk):
    """The report that somebody is about to judge; one out of his or her reach is not found."""
    reports = Report.objects.within(request.user, action).select_related("unit", "program", "period")
    return get_object_or_404(reports, pk=pk)


@require_POST
def report_judge(request, pk):
    """A second person accepts a report as it was seen, or returns it with the reason."""
    action = "return" if request.POST.get("aksi") == "kembalikan" else "accept"
    report = asked_for(request, action, pk)
    form = JudgingForm(report, lines_of(report), request.POST)
    try:
        judge(report, action, form, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
        return judged_in_vain(request, pk, form, has_moved=refusal.code == "report_moved_on")
    said = {
        "return": _("Laporan dikembalikan kepada pengirimnya."),
        "accept": _("Laporan diterima. Angkanya dihitung sejak sekarang."),
    }
    messages.success(request, said[action])
    return redirect("work:report-detail", pk)


def judge(report, action, form, *, by):
    if not form.is_valid():
        raise ActionRefused("form", " ".join(error for errors in form.errors.values() for error in errors))
    report.version = form.cleaned_data["versi"]
    if action == "return":
        return_report(report, by=by, reason=form.cleaned_data["alasan"], remarks=form.remarks())
    else:
        accept_report(report, by=by, remarks=form.remarks())


def judged_in_vain(request, pk, form, *, has_moved):
    """The page as it stands now, with everything that was typed."""
    report = get_object_or_404(
        Report.objects.visible_to(request.user).select_related("unit", "program", "period", "returned_by"),
        pk=pk,
    )
    if has_moved:
        form.now_seen(report)
    return report_page(request, report, lines_of(report), judging=form)


@require_POST
def report_reopen(request, pk):
    """An accepted report becomes a draft again, with the reason."""
    report = asked_for(request, "reopen", pk)
    form = ReopeningForm(request.POST)
    form.is_valid()
    report.version = form.cleaned_data.get("versi") or 0
    try:
        reopen_report(report, by=request.user, reason=form.cleaned_data.get("alasan", ""))
        messages.success(request, _("Laporan dibuka kembali. Angkanya tidak dihitung sampai diterima lagi."))
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
    return redirect("work:report-detail", pk)
