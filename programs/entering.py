"""Figures typed by hand into a unit's own report, line by line, while it is a draft or was returned.

What is typed is an observation of the unit's own report, and the figure rests on it; what other sources said
stays beside it. Each entry says what its writer saw: a line that somebody else changed meanwhile is not
overwritten, both values are told, and the other lines are kept.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from programs.actions import count_up, observe, rest_on
from programs.checks import refuse_outside
from programs.choices import Level, ReportState, State
from programs.differences import recompare
from programs.locking import refuse_locked
from programs.models import Indicator, Measurement, Observation, Report, Source
from programs.standing import lock_programs
from rakor.lib.refusals import Refused
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, refuse_personal
from regions.choices import UnitKind

__all__ = ["OPEN", "Entered", "Entry", "Fact", "enter_figures", "own_source"]

OPEN = (ReportState.DRAFT, ReportState.RETURNED)
"""Only in these states are a report's figures typed."""


@dataclass(frozen=True)
class Fact:
    """A figure, or why there is none, and a remark."""

    state: str = State.NOT_REPORTED
    value: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """What somebody typed for one indicator. `seen`: the observation that stood when the form was opened."""

    indicator: Indicator
    fact: Fact
    seen: int | None = None


@dataclass
class Entered:
    """What became of the entries, by indicator: saved; refused in words; overtaken by what another said."""

    saved: list = field(default_factory=list)
    refused: dict = field(default_factory=dict)
    overtaken: dict = field(default_factory=dict)


@transaction.atomic
def enter_figures(report, entries, *, by):
    """Save what can be saved and tell what became of each entry; one that says what stands is no change."""
    lock_programs(pk=report.program_id)
    report = Report.objects.select_related("unit__parent", "program", "period").get(pk=report.pk)
    refuse_closed(report)
    refuse_locked(report.unit, report.program, report.period)
    standing = {one.indicator_id: one for one in report.measurements.select_related("chosen__observed_by")}
    entered = Entered()
    for entry in entries:
        _enter(report, standing.get(entry.indicator.pk), entry, entered, by)
    if entered.saved:
        count_up(report, by)
        recompare(report.measurements.filter(indicator__in=entered.saved), by=by)
    return entered


def refuse_closed(report):
    """A report under examination, or accepted, keeps the figures it was sent with."""
    if report.state not in OPEN:
        message = _("Laporan ini %(state)s; angkanya tidak dapat diubah. Minta verifikator mengembalikannya.")
        raise ActionRefused("report_closed", message % {"state": report.get_state_display().lower()})


def _enter(report, measurement, entry, entered, by):
    stands = fact_of(measurement)
    if entry.fact == stands:
        return
    chosen = measurement.chosen if measurement else None
    if entry.seen != (chosen.pk if chosen else None):
        if entry.fact != _fact_seen(measurement, entry.seen):
            entered.overtaken[entry.indicator.pk] = chosen
        return
    try:
        refuse_personal(entry.fact.note)
        _refuse_unexplained(entry.fact)
        if entry.fact.value is not None:
            refuse_outside(entry.indicator, entry.fact.value)
    except Refused as refusal:
        entered.refused[entry.indicator.pk] = refusal.message
        return
    _write(report, measurement, entry, by)
    entered.saved.append(entry.indicator.pk)


def _refuse_unexplained(fact):
    """Where there is no figure, its reader is told why; an empty line says itself that nothing came."""
    if fact.state not in (State.VALUE, State.NOT_REPORTED) and not fact.note.strip():
        message = _("Tulis pada keterangan mengapa tidak ada angka (%(state)s).")
        raise ActionRefused("note_missing", message % {"state": State(fact.state).label.lower()})


def fact_of(measurement):
    """What a figure says now; one that nobody filled says that it was not reported."""
    if measurement is None:
        return Fact()
    return Fact(measurement.state, measurement.value, measurement.note)


def _fact_seen(measurement, seen):
    """What the writer saw: a line left as it was is no change, whatever became of it meanwhile."""
    said = Observation.objects.filter(measurement=measurement, pk=seen).first() if seen else None
    return Fact(said.state, said.value, said.note) if said else Fact()


def _write(report, measurement, entry, by):
    before = ledger.snapshot(measurement)
    if measurement is None:
        measurement = Measurement.objects.create(
            report=report, unit=report.unit, indicator=entry.indicator, period=report.period
        )
    fact = entry.fact
    said = {"state": fact.state, "value": fact.value, "note": fact.note}
    rest_on(measurement, observe(measurement, by, source=own_source(report.unit, by=by), **said), before, by)


LEVELS = {UnitKind.PROVINCE: Level.PROVINCE, UnitKind.REGENCY: Level.REGENCY}


def own_source(unit, *, by):
    """The source "what this unit itself reported"; its code keeps units of one name apart."""
    above = unit.parent if unit.kind == UnitKind.AGENCY else unit
    level = LEVELS[above.kind] if above and above.kind in LEVELS else Level.CENTRAL
    name = f"Laporan {unit.name[:90]} ({unit.code})"
    source, is_new = Source.objects.get_or_create(name=name, defaults={"level": level, "agency": unit})
    if is_new:
        ledger.write(
            source, Action.CREATE, by=by, changes=ledger.changes_between({}, ledger.snapshot(source))
        )
    return source
