"""Who has reported what, for officials: every report within reach, how it stands and by when it was due."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.heat_map import Cell, Mark, heat_map
from dashboard.selectors.completeness import in_order
from dashboard.selectors.links import unit_title
from programs.choices import ReportState
from programs.models import Report
from programs.obligations import DueState, obligations
from regions.access import EVERY_ROW, below, reach_of

MISSING = "belum"
"""What the filter asks for besides the states of a report: due, and not sent."""

DONE = (ReportState.SUBMITTED, ReportState.ACCEPTED)
OVERDUE = (DueState.LATE, DueState.CLOSED)

STATES = {
    ReportState.ACCEPTED: Mark("done", gettext_lazy("diterima")),
    ReportState.SUBMITTED: Mark("half", gettext_lazy("dikirim, belum diperiksa")),
    ReportState.RETURNED: Mark("back", gettext_lazy("dikembalikan")),
    ReportState.DRAFT: Mark("draft", gettext_lazy("draf")),
}
DRAFT_LATE = Mark("draft-late", gettext_lazy("draf, melewati tenggat"))
UNSENT_LATE = Mark("late", gettext_lazy("belum diisi, melewati tenggat"))
AHEAD = Mark("due", gettext_lazy("belum jatuh tempo"))
UNASKED = Mark("out", gettext_lazy("tidak diminta"))
MARKS = (*STATES.values(), DRAFT_LATE, UNSENT_LATE, AHEAD, UNASKED)

CHOICES = [
    (MISSING, gettext_lazy("Jatuh tempo, belum dikirim")),
    *ReportState.choices,
]


def units_reached(user, program):
    """The condition on units whose reports of a program this person reads."""
    reach = reach_of(user, "programs.view_report")
    if not reach:
        return Q(pk__in=[])
    condition = reach.filter_served("")
    for agency, province in reach.programs:
        if agency == program.agency_id:
            condition |= below({province}, "") if province else EVERY_ROW
    return condition


def standing(program, calendar, periods, state):
    """The condition on units that have a report in this state in one of the periods.

    `MISSING` asks for units that owe one of them which fell due and was not sent, in whatever state it is.
    """
    if state != MISSING:
        standing = Report.objects.filter(program=program, period__in=periods, state=state)
        return Q(pk__in=standing.values("unit"))
    reports = Report.objects.filter(program=program, unit=OuterRef("pk"))
    today = timezone.localdate()
    condition = Q(pk__in=[])
    schedules = {schedule.pk: schedule for schedule in calendar.schedules}
    for deadline in calendar.deadlines_in(periods):
        if deadline.due_on < today:
            sent = Exists(reports.filter(period=deadline.period_id, state__in=DONE))
            condition |= calendar.asks(schedules[deadline.schedule_id]) & ~Q(sent)
    return condition


def inner_map(program, periods, units, calendar):
    """Units down, periods across, oldest first; every cell that has a report leads to it."""
    periods = in_order(periods)
    owed = {(one.unit.pk, one.period.pk): one for one in obligations(units, calendar.deadlines_in(periods))}
    reports = {key: one.report for key, one in owed.items()}
    if len(owed) < len(units) * len(periods):
        found = Report.objects.filter(program=program, period__in=periods, unit__in=units)
        reports |= {(one.unit_id, one.period_id): one for one in found}
    rows = [
        (
            unit_title(unit),
            "",
            [_cell(owed.get((unit.pk, one.pk)), reports.get((unit.pk, one.pk))) for one in periods],
        )
        for unit in units
    ]
    return heat_map(_("Laporan menurut daerah/instansi dan periode"), periods, rows, MARKS)


def _cell(owed, report):
    """The review state by its shape; the due state beside it in words, and in the shape where it is late."""
    due = owed.due_state() if owed else None
    note = owed.due_sentence() if owed else ""
    if report is None:
        if owed is None:
            return Cell(UNASKED)
        return Cell(UNSENT_LATE if due in OVERDUE else AHEAD, note)
    is_late = report.state == ReportState.DRAFT and due in OVERDUE
    mark = DRAFT_LATE if is_late else STATES[report.state]
    return Cell(mark, note, reverse("work:report-detail", args=[report.pk]))
