"""Reminding of reports that fall due: seven days before, on the day, and three days after, each once.

The day is that of the unit's own clock. A run that was missed is made up for: what should have been told
since the last stage is told once, in the words that are true now.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from programs.models import Deadline
from programs.notices import SUBMITS, Subject, Words, in_indonesian, report_title, tell_about
from programs.obligations import DueState, obligations
from records.choices import NoticeKind
from records.models import Notice
from regions.models import Unit

__all__ = ["tell_due"]

STAGES = (7, 0, -3)
"""Days before the due date from which each is told; the next one takes its place."""
LAST = -10
"""What is later than this was told of, or is so old that a calendar was only entered now."""
WORDS = Words(
    gettext_lazy("Laporan %(what)s: %(when)s."),
    gettext_lazy("%(number)d laporan, antara lain %(what)s: %(when)s."),
)
WAITING = (DueState.DUE_SOON, DueState.LATE)


@in_indonesian
def tell_due():
    """Tell of what is due now; one notice a person for all units that owe the same report by the same day.

    Gives the number of notices that are new.
    """
    before = Notice.objects.filter(kind=NoticeKind.DUE).count()
    whole = reverse("work:report-list")
    for (deadline, due_on, stage, zone), owed in _waiting().items():
        words = replace(WORDS, more={"when": owed[0].due_sentence()})
        key = f"due:{deadline}:{due_on}:{stage}:{zone}"
        subjects = [_subject(one) for one in owed]
        tell_about(subjects, words, (SUBMITS,), whole, kind=NoticeKind.DUE, by=None, key=key)
    return Notice.objects.filter(kind=NoticeKind.DUE).count() - before


def _waiting():
    """{(deadline, day, stage, zone): what units owe} of reports not sent whose filling is open."""
    today = timezone.localdate()
    near = (today + timedelta(days=LAST - 1), today + timedelta(days=max(STAGES) + 1))
    deadlines = Deadline.objects.filter(Q(due_on__range=near) | Q(extensions__due_on__range=near)).distinct()
    found = defaultdict(list)
    for owed in obligations(Unit.objects.all(), deadlines):
        stage = _stage((owed.due_on - owed.today()).days)
        if stage is not None and owed.due_state() in WAITING:
            found[owed.deadline.pk, owed.due_on, stage, owed.zone.key].append(owed)
    return found


def _stage(left):
    """The stage that `left` days before the due date belong to; None where nothing is told."""
    return next((stage for stage in reversed(STAGES) if LAST <= left <= stage), None)


def _subject(owed):
    """Leads to the report, or to the list of what is due where nobody began one."""
    path = reverse("work:report-list")
    if owed.report:
        path = reverse("work:report-detail", args=[owed.report.pk])
    return Subject(owed.unit, owed.program, report_title(owed.program, owed.period, owed.unit), path)
