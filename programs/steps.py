"""The steps of a report from one state to the next, each appended with its ledger line."""

from django.utils import timezone
from django.utils.translation import gettext as _

from programs.choices import ReportState, StepKind
from programs.models import Report, ReportStep
from rakor.lib.dates import format_date
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused
from records.transitions import move

__all__ = ["move_report", "take_step"]

KINDS = {
    Action.SUBMIT: StepKind.SUBMITTED,
    Action.ACCEPT: StepKind.ACCEPTED,
    Action.RETURN: StepKind.RETURNED,
    Action.REOPEN: StepKind.REOPENED,
}
DECIDED = (StepKind.ACCEPTED, StepKind.RETURNED, StepKind.REOPENED)


def move_report(report, action, among, *, by, reason="", **fields):
    """Change a report's state if it still stands as this person saw it, and give the step that this made.

    Of two at once the second is told what the first decided.
    """
    if not move(report, action, among=among, by=by, reason=reason, **fields):
        raise _moved_on(report, among)
    return take_step(report, KINDS[action], by=by, reason=reason)


def take_step(report, kind, *, by, reason=""):
    """Append what happened to a report, with its ledger line: what timeliness is counted from."""
    step = ReportStep.objects.create(report=report, kind=kind, at=timezone.now(), by=by, reason=reason)
    ledger.write(step, Action.CREATE, by=by, changes=ledger.changes_between({}, ledger.snapshot(step)))
    return step


def _moved_on(report, among):
    """Why a report could not be moved: somebody was faster, or it is not at this stage."""
    now = Report.objects.get(pk=report.pk)
    if now.version != report.version:
        return ActionRefused("report_moved_on", _faster(now))
    expected = _(" atau ").join(ReportState(state).label.lower() for state in among)
    message = _("Laporan ini berkeadaan %(state)s; yang dapat diproses di sini hanya laporan %(expected)s.")
    params = {"state": now.get_state_display().lower(), "expected": expected}
    return ActionRefused("wrong_state", message % params)


def _faster(report):
    """What became of a report since it was opened, and by whom where somebody decided."""
    last = report.steps.select_related("by").last()
    if last is None or last.kind not in DECIDED:
        message = _(
            "Laporan ini berubah sejak Anda membukanya (sekarang: %(state)s). Muat ulang, periksa lagi."
        )
        return message % {"state": report.get_state_display().lower()}
    message = _(
        "Laporan ini berubah sejak Anda membukanya: sudah %(decision)s oleh %(who)s, %(day)s."
        " Keputusan Anda tidak disimpan."
    )
    day = format_date(timezone.localdate(last.at))
    return message % {"decision": last.get_kind_display().lower(), "who": last.by, "day": day}
