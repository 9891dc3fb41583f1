"""What units owe: which reports, by when, and what became of them, read in a fixed number of queries.

for owed in obligations(units, Deadline.objects.filter(schedule__year=2026)):
    owed.due_state(), owed.due_sentence()
"""

from django.db.models import QuerySet

from programs.models import Deadline, Extension, Report, ReportStep, Schedule
from programs.owing import DueState, Obligation, Sending
from regions.choices import UnitKind
from regions.zones import homes_of

__all__ = ["DueState", "Obligation", "existed_in", "obligation_of", "obligations", "owed_by_reports"]


def obligations(units, deadlines):
    """Every Obligation of these units under these deadlines, by due date: eight queries, whatever they are.

    `units` and `deadlines` are querysets or instances.
    """
    deadlines = _with_calendars(deadlines)
    if not deadlines:
        return []
    units = {unit.pk: unit for unit in units}
    homes = homes_of(units.values())
    calendars = _Calendars(deadlines)
    pairs = [
        (deadline, unit)
        for deadline in deadlines
        for unit in units.values()
        if calendars.asks(deadline, unit, homes[unit.pk])
    ]
    reports = _reports(pairs)
    extensions = _extensions(pairs)
    sendings = _sendings(reports.values())
    owed = [
        _obligation(deadline, unit, homes[unit.pk].zone, reports, extensions, sendings)
        for deadline, unit in pairs
    ]
    return sorted(owed, key=lambda one: (one.due_on, one.unit.code, one.deadline.pk))


def obligation_of(unit, program, period):
    """What a unit owes for one program and period; None where no calendar asks for it."""
    deadlines = Deadline.objects.filter(schedule__program=program, period=period)
    return next(iter(obligations([unit], deadlines)), None)


def owed_by_reports(reports):
    """{report's key: Obligation} of those that a calendar asks for; units are read with the reports."""
    units = {report.unit_id: report.unit for report in reports}
    deadlines = Deadline.objects.filter(
        schedule__program__in={report.program_id for report in reports},
        period__in={report.period_id for report in reports},
    )
    return {owed.report.pk: owed for owed in obligations(units.values(), deadlines) if owed.report}


def _with_calendars(deadlines):
    if not isinstance(deadlines, QuerySet):
        deadlines = Deadline.objects.filter(pk__in=[deadline.pk for deadline in deadlines])
    return list(deadlines.select_related("schedule__program", "period"))


class _Calendars:
    """Which units each calendar asks."""

    def __init__(self, deadlines):
        schedules = {deadline.schedule_id: deadline.schedule for deadline in deadlines}
        self.named = {}
        for schedule, unit in Schedule.units.through.objects.filter(schedule__in=schedules).values_list(
            "schedule", "unit"
        ):
            self.named.setdefault(schedule, set()).add(unit)
        # A province's own calendar goes before the national one, whether or not it is asked about here.
        own = Schedule.objects.filter(
            owner__isnull=False,
            program__in={schedule.program_id for schedule in schedules.values()},
            year__in={schedule.year for schedule in schedules.values()},
        )
        self.own = set(own.values_list("owner", "program", "year"))

    def asks(self, deadline, unit, home):
        schedule = deadline.schedule
        # A calendar without owner of a program that one province owns asks nobody elsewhere.
        owner = schedule.owner_id or schedule.program.owner_id
        if owner and owner != home.province:
            return False
        if not schedule.owner_id and (home.province, schedule.program_id, schedule.year) in self.own:
            return False
        named = self.named.get(schedule.pk)
        is_named = unit.pk in named if named else unit.kind == UnitKind.REGENCY
        return is_named and existed_in(unit, deadline.period)


def existed_in(unit, period):
    """Whether a unit existed on any day of a period; one that ended before it owes nothing."""
    began = unit.valid_from is None or unit.valid_from <= period.ends_on
    return began and (unit.valid_to is None or unit.valid_to >= period.starts_on)


def _reports(pairs):
    """By unit, program and period."""
    found = Report.objects.filter(
        unit__in={unit.pk for _deadline, unit in pairs},
        program__in={deadline.schedule.program_id for deadline, _unit in pairs},
        period__in={deadline.period_id for deadline, _unit in pairs},
    ).order_by()
    return {(one.unit_id, one.program_id, one.period_id): one for one in found}


def _extensions(pairs):
    """The one that holds, by deadline and unit."""
    found = Extension.objects.filter(
        deadline__in={deadline.pk for deadline, _unit in pairs},
        unit__in={unit.pk for _deadline, unit in pairs},
    )
    return {(one.deadline_id, one.unit_id): one for one in found.order_by("pk")}


def _sendings(reports):
    steps = ReportStep.objects.filter(report__in={report.pk for report in reports}).order_by("pk")
    sendings = {}
    for report, kind, at in steps.values_list("report", "kind", "at"):
        sendings.setdefault(report, Sending()).take(kind, at)
    return sendings


def _obligation(deadline, unit, zone, reports, extensions, sendings):
    report = reports.get((unit.pk, deadline.schedule.program_id, deadline.period_id))
    sending = (report and sendings.get(report.pk)) or Sending()
    return Obligation(
        deadline=deadline,
        unit=unit,
        report=report,
        extension=extensions.get((deadline.pk, unit.pk)),
        zone=zone,
        received_at=sending.at,
        was_sent=sending.was_sent,
    )
