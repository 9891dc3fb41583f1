"""Who has reported what, as the public may know it: accepted reports, and the calendar that asks for them.

A report that was not accepted yet is no news for everybody, whatever the reason: the cell only says that no
accepted report is there.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.heat_map import Cell, Mark, heat_map
from dashboard.selectors.links import unit_title
from programs.models import Deadline, Period, Report, Schedule
from programs.obligations import obligations
from rakor.lib.dates import format_date
from rakor.lib.periods import sort_key
from regions.access import EVERY_ROW
from regions.choices import UnitKind
from regions.models import Unit

ACCEPTED = Mark("done", gettext_lazy("laporan diterima"))
MISSING = Mark("none", gettext_lazy("belum ada laporan diterima"))
AHEAD = Mark("due", gettext_lazy("belum jatuh tempo"))
UNASKED = Mark("out", gettext_lazy("tidak diminta"))
MARKS = (ACCEPTED, MISSING, AHEAD, UNASKED)


@dataclass(frozen=True)
class DueRow:
    """One period of the calendar; `whose` says in which province it holds, "" everywhere."""

    period: str
    due: str
    whose: str


@dataclass
class Calendar:
    """The calendars of one program: whom they ask. When each falls due is known by programs.obligations."""

    schedules: list
    named: dict = field(default_factory=lambda: defaultdict(set))
    deadlines: list = field(default_factory=list)

    def deadlines_in(self, periods):
        keys = {period.pk for period in periods}
        return [one for one in self.deadlines if one.period_id in keys]

    def asks(self, schedule):
        """The condition on units whom one of the calendars asks."""
        named = self.named[schedule.pk]
        asked = Q(pk__in=named) if named else Q(kind=UnitKind.REGENCY)
        if schedule.owner_id:
            return asked if named else asked & Q(parent=schedule.owner_id)
        own = {one.owner_id for one in self.schedules if one.year == schedule.year} - {None}
        return asked & ~Q(parent__in=own) if own else asked


def calendar_of(program):
    """Three queries."""
    calendar = Calendar(list(Schedule.objects.filter(program=program).select_related("owner")))
    keys = [one.pk for one in calendar.schedules]
    for schedule, unit in Schedule.units.through.objects.filter(schedule__in=keys).values_list(
        "schedule", "unit"
    ):
        calendar.named[schedule].add(unit)
    calendar.deadlines = list(Deadline.objects.filter(schedule__in=keys).order_by("due_on", "pk"))
    return calendar


def periods_of(program, reports):
    """Periods with one of `reports` or a deadline, newest first. One query."""
    reports = reports.order_by().filter(program=program, period=OuterRef("pk"))
    deadlines = Deadline.objects.filter(schedule__program=program, period=OuterRef("pk"))
    periods = Period.objects.filter(Exists(reports) | Exists(deadlines))
    return list(periods.order_by("-ends_on", "starts_on"))


def units_of(program, calendar, reports):
    """Who is asked by a calendar, and who has one of `reports` anyway."""
    shown = Q(pk__in=[])
    for schedule in calendar.schedules:
        shown |= calendar.asks(schedule)
    # Asked last: the database need not look for reports of those whom a calendar asks.
    shown |= Q(Exists(reports.order_by().filter(program=program, unit=OuterRef("pk"))))
    return Unit.objects.filter(shown).order_by("code")


def below(province):
    """A province, its regencies and their agencies."""
    return Q(pk=province.pk) | Q(parent=province) | Q(parent__parent=province)


def provinces_of(units):
    """The provinces of these units. Two queries."""
    keys = set()
    for kind, unit, *above in units.order_by().values_list("kind", "pk", "parent", "parent__parent"):
        keys.update([unit] if kind == UnitKind.PROVINCE else above)
    return list(Unit.objects.provinces().filter(pk__in=keys - {None}).order_by("code"))


def asked_in(calendar, period):
    """Units that a calendar asks for this period."""
    schedules = {one.schedule_id for one in calendar.deadlines_in([period])}
    asked = Q(pk__in=[])
    for schedule in calendar.schedules:
        if schedule.pk in schedules:
            asked |= calendar.asks(schedule)
    return Unit.objects.filter(asked)


def counted(program, period, calendar, within=EVERY_ROW):
    """(accepted reports of a period, how many were asked for): 0 where no calendar asks. Two queries.

    `within` is the condition on units that count.
    """
    if period is None:
        return 0, 0
    asked = asked_in(calendar, period).filter(within)
    number = asked.count()
    reports = Report.objects.accepted().filter(program=program, period=period)
    return (reports.filter(unit__in=asked) if number else reports).count(), number


def public_map(program, periods, units, calendar):
    """Units down, periods across, oldest first."""
    periods = in_order(periods)
    reports = Report.objects.accepted().filter(program=program, period__in=periods, unit__in=units)
    accepted = set(reports.values_list("unit", "period"))
    owed = {(one.unit.pk, one.period.pk): one for one in obligations(units, calendar.deadlines_in(periods))}
    rows = [
        (
            unit_title(unit),
            unit.get_absolute_url(),
            [_cell((unit.pk, period.pk) in accepted, owed.get((unit.pk, period.pk))) for period in periods],
        )
        for unit in units
    ]
    return heat_map(_("Laporan yang diterima, menurut daerah dan periode"), periods, rows, MARKS)


def _cell(is_accepted, owed):
    """An extension is an inner matter: everybody is told the day of the calendar."""
    if is_accepted:
        return Cell(ACCEPTED)
    if owed is None:
        return Cell(UNASKED)
    if owed.today() > owed.deadline.due_on:
        return Cell(MISSING)
    return Cell(AHEAD, _("paling lambat %(day)s") % {"day": format_date(owed.deadline.due_on)})


def in_order(periods):
    """The oldest first; of two that end on one day, the shorter."""
    return sorted(periods, key=lambda one: sort_key(one.year, one.code))


def due_rows(calendar, periods):
    """The calendar of some periods, by due date."""
    names = {period.pk: str(period) for period in periods}
    owners = {one.pk: unit_title(one.owner) if one.owner_id else "" for one in calendar.schedules}
    return [
        DueRow(names[one.period_id], format_date(one.due_on), owners[one.schedule_id])
        for one in calendar.deadlines_in(periods)
    ]
