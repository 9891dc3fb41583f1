"""What a round reads: verified figures and current targets, as the readings of each regency."""

from collections import defaultdict
from dataclasses import dataclass

from evaluations import scoring
from evaluations.agreed import counted_figures
from evaluations.choices import REPORT_FORMULAS
from evaluations.deliveries import report_readings
from evaluations.method import line_key
from programs.models import Measurement, Period, Report, Target
from rakor.lib import periods
from regions.models import Regency


@dataclass(frozen=True)
class Facts:
    """Readings by unit code, and for each unit and line where its figure came from."""

    readings: dict
    origins: dict
    names: dict


def facts_of(round_):
    """Everything a round is computed from, in a fixed number of queries.

    Only figures of reports accepted up to the round's date, in periods inside the round's own; where a figure
    stands for the round's very period it counts, else those of the finer periods are accumulated.
    """
    lines = [
        line
        for line in round_.instrument.lines.select_related("indicator")
        if line.indicator_id and line.formula not in REPORT_FORMULAS
    ]
    units = list(Regency.objects.of_province(round_.region_id, round_.instrument.category).order_by("code"))
    spans = list(
        Period.objects.filter(
            year=round_.period.year,
            starts_on__gte=round_.period.starts_on,
            ends_on__lte=round_.period.ends_on,
        )
    )
    figures = _figures(round_, lines, units, spans)
    targets = _targets(lines, units, spans)
    completed = _completed(round_, units, spans)
    counted = report_readings(round_, units, spans)
    readings, origins = {}, {}
    for unit in units:
        held = dict(counted.get(unit.pk, {}))
        for line in lines:
            due = _due_periods(line, figures, spans, round_)
            reading, sources = _reading(line, unit, due, figures, targets, round_.period)
            held[line_key(line)] = reading
            if sources:
                origins.setdefault(unit.code, {})[line_key(line)] = sources
        readings[unit.code] = scoring.UnitReadings(held, completed.get(unit.pk))
    return Facts(readings, origins, {unit.code: str(unit.full_name) for unit in units})


def _figures(round_, lines, units, spans):
    """{(indicator, period): {unit: Counted}} of what was accepted by the round's date."""
    figures = defaultdict(dict)
    measurements = Measurement.objects.verified().filter(
        period__in=spans,
        indicator__in=[line.indicator_id for line in lines],
        unit__in=[unit.pk for unit in units],
        report__accepted_at__date__lte=round_.as_of,
    )
    counted = counted_figures(measurements, round_.as_of, round_.instrument.difference_rule)
    for one, figure in counted.items():
        figures[one.indicator_id, one.period_id][one.unit_id] = figure
    return figures


def _targets(lines, units, spans):
    targets = Target.objects.current().filter(
        period__in=spans,
        indicator__in=[line.indicator_id for line in lines],
        unit__in=[unit.pk for unit in units],
        low__isnull=False,
    )
    return {
        (target.indicator_id, target.period_id, target.unit_id): scoring.Target(target.low, target.high)
        for target in targets
    }


def _completed(round_, units, spans):
    """When each unit's last report of the program was sent, for the tie-break by earlier report."""
    completed = {}
    reports = Report.objects.accepted().filter(
        program=round_.instrument.program_id, period__in=spans, unit__in=[unit.pk for unit in units]
    )
    for unit, sent in reports.order_by("submitted_at").values_list("unit_id", "submitted_at"):
        completed[unit] = sent
    return completed


def _due_periods(line, figures, spans, round_):
    """The periods this line's year is made of: the round's own where anybody has a figure for it, else the
    coarsest finer kind with figures, of which every period ended by the round's date is due."""
    if (line.indicator_id, round_.period_id) in figures:
        return [round_.period]
    reported = [span for span in spans if (line.indicator_id, span.pk) in figures]
    if not reported:
        return [round_.period]
    coarsest = max(reported, key=lambda span: span.ends_on - span.starts_on)
    kind = periods.kind(coarsest.code)
    return [span for span in spans if periods.kind(span.code) == kind and span.ends_on <= round_.as_of]


def _reading(line, unit, due, figures, targets, whole):
    """One unit's reading on one line, and the sources of the figures in it."""
    held, sources = [], []
    for order, period in enumerate(sorted(due, key=lambda span: span.ends_on)):
        figure = figures.get((line.indicator_id, period.pk), {}).get(unit.pk)
        target = targets.get((line.indicator_id, period.pk, unit.pk))
        held.append(scoring.PeriodFigure(order, True, _one(figure, target)))
        if figure is not None and figure.observation is not None:
            sources.append(_origin(figure, period))
    if len(held) == 1:
        return held[0].reading, sources
    reading = scoring.accumulate(
        line.indicator.accumulation,
        held,
        to_date=line.is_to_date,
        year_target=targets.get((line.indicator_id, whole.pk, unit.pk)),
    )
    return reading, sources


def _one(figure, target):
    if figure is None:
        return scoring.Reading(scoring.State.NOT_REPORTED, target=target)
    source = figure.observation.source.name if figure.observation else ""
    return scoring.Reading(
        figure.state, figure.value, target, source=source, is_out_of_sync=figure.is_out_of_sync
    )


def _origin(figure, period):
    chosen = figure.observation
    return {
        "period": str(period),
        "source": chosen.source.name,
        "cell": chosen.cell,
        "file": chosen.document.original_name if chosen.document_id else "",
        "observation": chosen.pk,
        **figure.origin(),
    }
