"""Who has reported: every unit that owes a program's report for one period, and how it stands."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.share import share_bar
from dashboard.selectors.links import Badge, unit_title
from programs.models import Deadline
from programs.obligations import DueState, obligations
from programs.punctuality import Punctuality, arrivals_of, count, count_by_unit
from rakor.lib.dates import format_date
from rakor.lib.formats import format_number
from regions.access import reach_of
from regions.choices import UnitKind
from regions.models import Unit

ATTENTION = (
    DueState.LATE,
    DueState.CLOSED,
    DueState.DUE_SOON,
    DueState.NOT_DUE,
    DueState.SENT_LATE,
    DueState.ON_TIME,
)
"""What needs somebody first."""

BADGES = {
    DueState.LATE: ("late", "late"),
    DueState.CLOSED: ("late", "none"),
    DueState.DUE_SOON: ("", "clock"),
    DueState.NOT_DUE: ("", "clock"),
    DueState.SENT_LATE: ("plain", "check"),
    DueState.ON_TIME: ("done", "check"),
}
BAR = (
    ("s1", gettext_lazy("Dikirim tepat waktu"), (DueState.ON_TIME,)),
    ("s2", gettext_lazy("Dikirim terlambat"), (DueState.SENT_LATE,)),
    ("s3", gettext_lazy("Belum dikirim, masih dalam batas waktu"), (DueState.DUE_SOON, DueState.NOT_DUE)),
    ("s4", gettext_lazy("Belum dikirim, lewat batas waktu"), (DueState.LATE, DueState.CLOSED)),
)


@dataclass(frozen=True)
class Row:
    """One unit: its state in words, its report if it has one, and how it kept the year's deadlines so far."""

    owed: object
    title: str
    url: str
    badge: Badge
    days: str
    review: str
    in_time: str
    complete: str


@dataclass(frozen=True)
class Board:
    """The units of one period, what needs attention first; `counted` are the figures over all of them."""

    standing: tuple
    numbers: Counter
    counted: Punctuality

    @property
    def received(self):
        return self.numbers[DueState.ON_TIME] + self.numbers[DueState.SENT_LATE]

    @property
    def late(self):
        return self.numbers[DueState.LATE] + self.numbers[DueState.CLOSED]

    @property
    def bar(self):
        return share_bar([(tone, label, sum(self.numbers[one] for one in its)) for tone, label, its in BAR])

    def in_state(self, state):
        return [owed for owed in self.standing if not state or owed.due_state() == state]


def board_of(user, program, period):
    """Of the units within this person's reach. A fixed number of queries."""
    deadlines = Deadline.objects.filter(schedule__program=program, period=period)
    owed = obligations(units_within(user, program), deadlines)
    owed = sorted(owed, key=lambda one: (ATTENTION.index(one.due_state()), one.unit.code))
    return Board(tuple(owed), Counter(one.due_state() for one in owed), count(arrivals_of(owed)))


def units_within(user, program):
    """Those whose reports on a program this person may read, of all that a calendar could ask."""
    reach = reach_of(user, "programs.view_report")
    asked = Unit.objects.filter(Q(kind=UnitKind.REGENCY) | Q(schedules__program=program)).distinct()
    return [unit for unit in asked.order_by("code") if reach.covers_figure(unit, program)]


def rows_of(owed, year):
    """The rows of some units, with their figures over the year's deadlines that have come."""
    kept = kept_in(owed, year)
    return [_row(one, kept.get(one.unit.pk, Punctuality())) for one in owed]


def kept_in(owed, year):
    """{unit's key: Punctuality} over a year."""
    if not owed:
        return {}
    deadlines = Deadline.objects.filter(schedule__program=owed[0].program, schedule__year=year)
    return count_by_unit(arrivals_of(obligations([one.unit for one in owed], deadlines)))


def _row(owed, kept):
    state, report = owed.due_state(), owed.report
    return Row(
        owed=owed,
        title=unit_title(owed.unit),
        url=reverse("work:report-detail", args=[report.pk]) if report else "",
        badge=Badge(str(state.label), *BADGES[state]),
        days=days_of(owed),
        review=report.get_state_display() if report else _("Belum dimulai"),
        in_time=share(kept.in_time, kept.due, kept.timeliness),
        complete=share(kept.complete, kept.due, kept.completeness),
    )


def days_of(owed):
    """ "Batas waktu 10 Januari 2026, masuk 12 Januari 2026"; an extension is said."""
    said = {"due": format_date(owed.due_on), "received": owed.received_on and format_date(owed.received_on)}
    if owed.received_on:
        return _("Batas waktu %(due)s, masuk %(received)s") % said
    if owed.extension:
        return _("Diperpanjang sampai %(due)s") % said
    return _("Batas waktu %(due)s") % said


def share(number, due, percent):
    """ "2 dari 3 (66,67 %)"; a dash where nothing was due."""
    if not due:
        return "–"
    said = {"number": number, "due": due, "percent": format_number(percent, 2)}
    return _("%(number)d dari %(due)d (%(percent)s\u00a0%%)") % said
