"""What stands in the database for a set of figures, read in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, When

from programs.choices import NO_FIGURE
from programs.effects import Figure, Said
from programs.models import Measurement, Observation, Program, Report, SettledFigure, Target


@dataclass(slots=True)
class Standing:
    """By key: (unit, program, period) for reports, (unit, indicator, period) for all else."""

    reports: dict
    measurements: dict
    figures: dict
    targets: dict

    def report(self, unit, indicator, period):
        return self.reports.get((unit.pk, indicator.program_id, period_key(period)))

    def figure(self, unit, indicator, period):
        """The figure as it stands; one that nobody has reported yet takes its report's state."""
        key = figure_key(unit, indicator, period)
        if key not in self.figures:
            report = self.report(unit, indicator, period)
            self.figures[key] = Figure(report.state if report else "")
        return self.figures[key]


RESTS_ON = Case(
    When(~Exists(SettledFigure.objects.filter(observation=OuterRef("chosen"))), then=F("chosen__source"))
)
"""The source whose word changes a figure; none once it was settled: whatever is said then stands beside."""


def period_key(period):
    """A period is known by its primary key; one that is not stored yet, by what it is."""
    return period.pk or (period.year, period.code)


def figure_key(unit, indicator, period):
    return unit.pk, indicator.pk, period_key(period)


def read_standing(*, units, indicators, periods, lock=False):
    """Reports, figures with what each source said, and current targets. Arguments are instances.

    With `lock`, inside a transaction, nobody moves these reports until it ends; see `lock_programs`.
    """
    units = [unit.pk for unit in units]
    periods = [period.pk for period in periods if period.pk]
    programs = sorted({indicator.program_id for indicator in indicators})
    reports = Report.objects.filter(unit__in=units, program__in=programs, period__in=periods)
    if lock:
        reports = reports.order_by("pk").select_for_update(no_key=True)
    keys = {"unit__in": units, "indicator__in": [item.pk for item in indicators], "period__in": periods}
    standing = Standing(
        reports={(item.unit_id, item.program_id, item.period_id): item for item in reports},
        measurements={
            (item.unit_id, item.indicator_id, item.period_id): item
            for item in Measurement.objects.filter(**keys).annotate(
                rests_on=RESTS_ON, as_of=F("chosen__cut_off_on")
            )
        },
        figures={},
        targets={
            (item.unit_id, item.indicator_id, item.period_id): item
            for item in Target.objects.current().filter(**keys)
        },
    )
    _read_figures(standing, keys, {indicator.pk: indicator for indicator in indicators})
    return standing


def lock_programs(**conditions):
    """Let those who write figures of these programs follow one another, until the transaction ends.

    SQLite needs no lock: its transactions exclude each other from the start.
    """
    programs = Program.objects.filter(**conditions).order_by("pk")
    list(programs.select_for_update(no_key=True).values_list("pk"))


def _read_figures(standing, keys, indicators):
    states = {report.pk: report.state for report in standing.reports.values()}
    by_measurement = {}
    for key, measurement in standing.measurements.items():
        figure = Figure(states[measurement.report_id], _stands(measurement), measurement.rests_on)
        standing.figures[key] = figure
        by_measurement[measurement.pk] = figure, indicators[measurement.indicator_id]
    names = ("measurement", "source", "value", "note", "state", "cut_off_on", "measure_unit")
    observations = (
        Observation.objects.standing()
        .filter(**{f"measurement__{name}": value for name, value in keys.items()})
        .order_by("pk")
        .values_list(*names)
    )
    for measurement, source, *said in observations:
        figure, indicator = by_measurement[measurement]
        figure.said[source] = Said.about(indicator, **dict(zip(names[2:], said, strict=True)))


def _stands(measurement):
    """What the figure says; nothing where no source stands behind it and it is still awaited."""
    if measurement.rests_on is None and measurement.state in NO_FIGURE:
        return None
    return Said(measurement.value, measurement.note, measurement.state, measurement.as_of)
