"""Reports that a calendar asks for and nobody sent yet: late ones, and those due soon."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.selectors.due_reports import LATE, owed_by
from dashboard.selectors.links import unit_title
from dashboard.selectors.waiting import Group, Place, Row, Waiting
from programs.choices import ReportState
from programs.obligations import DueState

__all__ = ["late_reports", "owed_title", "reports_due_soon"]


@dataclass(frozen=True)
class DuePlace(Place):
    """A report that was begun has its page; one that was not is begun from the list."""

    def admin_url(self, owed):
        return super().admin_url(owed.report) if owed.report else self.work_list()

    def work_url(self, owed):
        return super().work_url(owed.report) if owed.report else self.work_list()

    def admin_list(self):
        return self.work_list()


DUE = DuePlace("programs_report", "work:report-detail", "work:report-list")


def owed_title(owed):
    """ "Konflik sosial B12 2022 · Kabupaten Kerinci"."""
    return f"{owed.program.short_name} {owed.period} · {unit_title(owed.unit)}"


def late_reports(user):
    """Past their day, for those who send them; what was returned waits as such."""
    return _waiting(user, LATE, _("Laporan yang terlambat"), "late")


def reports_due_soon(user):
    """Due within a month."""
    return _waiting(user, (DueState.DUE_SOON,), _("Laporan yang segera jatuh tempo"), "clock")


def _waiting(user, states, title, icon):
    if not user.has_perm("programs.submit_report"):
        return None
    found = [one for one in owed_by(user) if one.due_state() in states and not _is_returned(one)]
    return Waiting(title, Group.ATTENTION, found, _row, DUE, icon)


def _is_returned(owed):
    return owed.report is not None and owed.report.state == ReportState.RETURNED


def _row(owed):
    heading = _("Laporan %(report)s") % {"report": owed_title(owed)}
    is_late = owed.due_state() in LATE
    return Row(
        owed_title(owed),
        heading=heading,
        meta="" if owed.report else _("Belum dimulai"),
        due=owed.due_sentence(),
        due_on=None if is_late else owed.due_on,
        is_late=is_late,
        is_sample=owed.program.is_sample,
    )
