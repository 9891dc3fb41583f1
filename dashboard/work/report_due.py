"""On top of /kerja/laporan/: what this person has to send, late, returned or due soon; how one is begun."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dashboard.selectors.due_reports import LATE, may_report, owed_by
from dashboard.selectors.links import unit_title
from dashboard.selectors.waiting_due import owed_title
from programs.choices import ReportState
from programs.models import Deadline
from programs.obligations import DueState, Obligation
from programs.starting import start_report
from records.refusals import ActionRefused
from regions.models import Unit

SHOWN = 10
"""Of each kind; whoever reaches a whole province has the board for the rest."""


@dataclass(frozen=True)
class Task:
    """One report that is owed: where it is filled, or how it is begun."""

    owed: Obligation
    title: str
    due: str
    said: str
    is_late: bool

    @property
    def url(self):
        return reverse("work:report-detail", args=[self.owed.report.pk]) if self.owed.report else ""

    @property
    def may_start(self):
        return not self.owed.report and not self.owed.is_locked()


@dataclass(frozen=True)
class TaskGroup:
    """Those of one kind: the first of them, and how many there are."""

    name: str
    title: str
    tasks: list
    total: int
    icon: str


def task_groups(user):
    """What is late, what came back, what is due soon; empty kinds are left out."""
    owed = owed_by(user)
    returned = [one for one in owed if one.report and one.report.state == ReportState.RETURNED]
    others = [one for one in owed if one not in returned]
    kinds = (
        ("terlambat", _("Terlambat"), [one for one in others if one.due_state() in LATE], "late"),
        ("dikembalikan", _("Dikembalikan"), returned, "back"),
        ("segera", _("Segera jatuh tempo"), [one for one in others if one.due_state() not in LATE], "clock"),
    )
    return [
        TaskGroup(name, title, [_task(one) for one in found[:SHOWN]], len(found), icon)
        for name, title, found, icon in kinds
        if found
    ]


def _task(owed):
    state = owed.due_state()
    said = _("Belum dimulai") if owed.report is None else str(owed.report.get_state_display())
    if state == DueState.CLOSED:
        said = _("Minta admin program memberi perpanjangan.")
    return Task(owed, owed_title(owed), owed.due_sentence(), said, state in LATE)


@require_POST
def report_start(request):
    """Begin a report that is asked for; one of a unit or program out of reach is not found."""
    keys = [request.POST.get(name, "") for name in ("tenggat", "unit")]
    if not all(key.isascii() and key.isdecimal() and len(key) < 10 for key in keys):
        raise Http404
    deadlines = Deadline.objects.visible_to(request.user).select_related("schedule__program", "period")
    deadline = get_object_or_404(deadlines, pk=keys[0])
    unit = get_object_or_404(Unit, pk=keys[1])
    if not may_report(request.user, unit, deadline.schedule.program):
        raise Http404
    try:
        report = start_report(deadline, unit, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, refusal.message)
        return redirect("work:report-list")
    said = _("Laporan %(program)s %(period)s untuk %(unit)s dimulai. Isi angkanya, lalu kirim.")
    words = {"program": deadline.schedule.program.short_name, "period": deadline.period}
    messages.success(request, said % {**words, "unit": unit_title(unit)})
    return redirect("work:report-detail", report.pk)
