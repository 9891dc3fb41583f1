"""Who has reported what, as the public may know it: accepted reports, and the calendar that asks for them.

A report that was not accepted yet is no news for everybody, whatever the reason: the cell only says that no
accepted report is there.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.heat_map import Cell, Mark, heat_map
from dashboard.selectors.links import unit_title
from programs.models import Deadline, Period, Report, Schedule
from rakor.lib.dates import format_date
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
    """The calendars of one program: whom they ask, and by when."""

    schedules: list
    named: dict = field(default_factory=lambda: defaultdict(set))
    due: dict = field(default_factory=dict)

    def schedule_of(self, unit, year):
        """The calendar that holds for a unit: its province's own goes before the national one."""
        held = {one.owner_id: one for one in self.schedules if one.year == year}
        return held.get(province_of(unit)) or held.get(None)

    def due_on(self, unit, period) -> date | None:
        """When a unit's report falls due; None where it is not asked for one."""
        schedule = self.schedule_of(unit, period.year)
        if schedule is None:
            return None
        asked = self.named[schedule.pk]
        is_asked = unit.pk in asked if asked else unit.kind == UnitKind.REGENCY
        return self.due.get((schedule.pk, period.pk)) if is_asked else None

    def asks(self, schedule):
        """The condition on units whom one of the calendars asks."""
        named = self.named[schedule.pk]
        asked = Q(pk__in=named) if named else Q(kind=UnitKind.REGENCY)
        if schedule.owner_id:
            return asked if named else asked & Q(parent=schedule.owner_id)
        own = {one.owner_id for one in self.schedules if one.year == schedule.year} - {None}
        return asked & ~Q(parent__in=own) if own else asked


def province_of(unit):
    """The key of the province a unit is or stands in; expects `parent`."""
    if unit.kind == UnitKind.PROVINCE:
        return unit.pk
    above = unit.parent
    return above.parent_id if above and above.kind == UnitKind.REGENCY else unit.parent_id


def calendar_of(program):
    """Three queries."""
    calendar = Calendar(list(Schedule.objects.filter(program=program).select_related("owner")))
    keys = [one.pk for one in calendar.schedules]
    for schedule, unit in Schedule.units.through.objects.filter(schedule__in=keys).values_list(
        "schedule", "unit"
    ):
        calendar.named[schedule].add(unit)
    deadlines = Deadline.objects.filter(schedule__in=keys)
    calendar.due = {(one.schedule_id, one.period_id): one.due_on for one in deadlines}
    return calendar


def periods_of(program):
    """Periods with an accepted report or a deadline, newest first. One query."""
    reports = Report.objects.accepted().filter(program=program, period=OuterRef("pk"))
    deadlines = Deadline.objects.filter(schedule__program=program, period=OuterRef("pk"))
    periods = Period.objects.filter(Exists(reports) | Exists(deadlines))
    return list(periods.order_by("-ends_on", "starts_on"))


def units_of(program, calendar, province=None):
    """Who is asked by a calendar, and who has reported anyway."""
    shown = Exists(Report.objects.accepted().filter(program=program, unit=OuterRef("pk")))
    for schedule in calendar.schedules:
        shown |= calendar.asks(schedule)
    units = Unit.objects.filter(shown)
    return (units.filter(below(province)) if province else units).order_by("code")


def below(province):
    """A province, its regencies and their agencies."""
    return Q(pk=province.pk) | Q(parent=province) | Q(parent__parent=province)


def provinces_of(program, calendar):
    """The provinces of these units. One query."""
    units = units_of(program, calendar).order_by()
    held = Q(pk__in=units.values("parent")) | Q(pk__in=units.values("parent__parent"))
    return list(Unit.objects.provinces().filter(held | Q(pk__in=units.values("pk"))).order_by("code"))


def counted(program, period, calendar):
    """(accepted reports of a period, how many were asked for): 0 where no calendar asks. Two queries."""
    if period is None:
        return 0, 0
    asked = Q(pk__in=[])
    for schedule in calendar.schedules:
        if (schedule.pk, period.pk) in calendar.due:
            asked |= calendar.asks(schedule)
    units = Unit.objects.filter(asked)
    number = units.count()
    reports = Report.objects.accepted().filter(program=program, period=period)
    return (reports.filter(unit__in=units) if number else reports).count(), number


def public_map(program, periods, units, calendar, today):
    """Units down, periods across (oldest first). One query."""
    periods = sorted(periods, key=lambda one: (one.ends_on, -one.starts_on.toordinal()))
    reports = Report.objects.accepted().filter(program=program, period__in=periods, unit__in=units)
    accepted = set(reports.values_list("unit", "period"))

    def cell(unit, period):
        due = calendar.due_on(unit, period)
        if (unit.pk, period.pk) in accepted:
            return Cell(ACCEPTED)
        if due is None:
            return Cell(UNASKED)
        note = _("paling lambat %(day)s") % {"day": format_date(due)}
        return Cell(AHEAD, note) if due >= today else Cell(MISSING)

    rows = [
        (unit_title(unit), unit.get_absolute_url(), [cell(unit, period) for period in periods])
        for unit in units
    ]
    return heat_map(_("Laporan yang diterima, menurut daerah dan periode"), periods, rows, MARKS)


def due_rows(calendar, periods):
    """The calendar of some periods, in order."""
    rows = []
    for period in sorted(periods, key=lambda one: one.ends_on):
        for schedule in calendar.schedules:
            due = calendar.due.get((schedule.pk, period.pk))
            if due is not None:
                whose = unit_title(schedule.owner) if schedule.owner_id else ""
                rows.append(DueRow(str(period), format_date(due), whose))
    return rows
