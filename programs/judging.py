"""Judging a report: a second person accepts it or gives it back; an accepted one is opened again.

What nobody may do, whatever the role, is refused here: judging one's own report. The superuser neither.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.choices import ReportState, StepKind
from programs.models import Observation, Remark
from programs.notices import tell_reports
from programs.steps import move_report
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, reason_of, refuse_personal

__all__ = ["accept_report", "remarks_of", "reopen_report", "return_report"]

JUDGEMENTS = (StepKind.ACCEPTED, StepKind.RETURNED)


@transaction.atomic
def accept_report(report, *, by, remarks=None, tells=True):
    """Take a report's figures as verified. Never by who sent it or brought a figure in it.

    `remarks` are what the verifier says about single lines: {indicator: text}. Who judges many at once says
    `tells=False` and tells people of all of them together (`programs.notices.tell_reports`).
    """
    said = _worth_saying(report, remarks)
    _refuse_own_work(report, by)
    step = move_report(
        report,
        Action.ACCEPT,
        (ReportState.SUBMITTED,),
        by=by,
        state=ReportState.ACCEPTED,
        accepted_at=timezone.now(),
        accepted_by=by,
    )
    _say(step, said)
    if tells:
        tell_reports([report], StepKind.ACCEPTED, by=by)
    return report


@transaction.atomic
def return_report(report, *, by, reason, remarks=None, tells=True):
    """Give a report back to be mended, with the reason its sender reads; all else as for accepting."""
    reason, said = reason_of(reason), _worth_saying(report, remarks)
    _refuse_own_work(report, by)
    step = move_report(
        report,
        Action.RETURN,
        (ReportState.SUBMITTED,),
        by=by,
        reason=reason,
        state=ReportState.RETURNED,
        returned_at=timezone.now(),
        returned_by=by,
        returned_reason=reason,
    )
    _say(step, said)
    if tells:
        tell_reports([report], StepKind.RETURNED, by=by)
    return report


@transaction.atomic
def reopen_report(report, *, by, reason):
    """Make an accepted report a draft again: its figures stop counting until somebody accepts it anew."""
    move_report(
        report,
        Action.REOPEN,
        (ReportState.ACCEPTED,),
        by=by,
        reason=reason_of(reason),
        state=ReportState.DRAFT,
        submitted_at=None,
        submitted_by=None,
        accepted_at=None,
        accepted_by=None,
    )
    tell_reports([report], StepKind.REOPENED, by=by)
    return report


def remarks_of(report):
    """{indicator id: Remark} of the latest judgement, for whoever mends the report or looks at it again.

    Reads the report's steps and their remarks as they come: prefetched, they cost nothing.
    """
    judged = [step for step in report.steps.all() if step.kind in JUDGEMENTS]
    return {one.indicator_id: one for one in judged[-1].remarks.all()} if judged else {}


def _worth_saying(report, remarks):
    """The remarks that say something, each about a line of this report and without personal data."""
    said = {indicator: text.strip() for indicator, text in (remarks or {}).items() if text.strip()}
    for indicator, text in said.items():
        if indicator.program_id != report.program_id:
            message = _("Indikator %(indicator)s bukan bagian dari laporan ini.")
            raise ActionRefused("foreign_line", message % {"indicator": indicator.name})
        try:
            refuse_personal(text)
        except ActionRefused as refusal:
            raise ActionRefused(refusal.code, f"{indicator.name}: {refusal.message}") from refusal
    return said


def _say(step, said):
    for indicator, text in said.items():
        remark = Remark.objects.create(step=step, indicator=indicator, text=text)
        changes = ledger.changes_between({}, ledger.snapshot(remark))
        ledger.write(remark, Action.CREATE, by=step.by, changes=changes)


def _refuse_own_work(report, by):
    """A report is judged by a second person: not its sender, nor who brought a figure that stands in it."""
    if report.submitted_by_id == by.pk:
        message = _(
            "Laporan diperiksa oleh orang lain, bukan pengirimnya. Minta verifikator lain memeriksanya."
        )
        raise ActionRefused("own_report", message)
    if Observation.objects.standing().filter(measurement__report=report, observed_by=by).exists():
        message = _("Laporan ini memuat angka yang Anda masukkan. Minta verifikator lain memeriksanya.")
        raise ActionRefused("own_figures", message)
