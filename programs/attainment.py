"""Whether figures reach their targets: a report's third standing, beside its deadline and its review."""

from dataclasses import dataclass

from programs.choices import Polarity
from programs.models import Measurement, Target

__all__ = ["Attainment", "attainment_of", "is_reached"]


@dataclass(frozen=True)
class Attainment:
    """Of a report's figures: how many stand, how many have a target to be held against, how many reach it."""

    valued: int = 0
    aimed: int = 0
    reached: int = 0


def is_reached(indicator, value, target):
    """A range is reached at its nearer end: from below where more is better, from above where less is."""
    if indicator.polarity == Polarity.LOWER:
        return value <= (target.low if target.high is None else target.high)
    return value >= target.low


def attainment_of(reports):
    """{report's key: Attainment}. Two queries, however many there are."""
    targets = {
        (one.unit_id, one.indicator_id, one.period_id): one
        for one in Target.objects.current().filter(
            unit__in={one.unit_id for one in reports},
            period__in={one.period_id for one in reports},
            indicator__program__in={one.program_id for one in reports},
            low__isnull=False,
        )
    }
    figures = {}
    valued = Measurement.objects.with_value().filter(report__in=[one.pk for one in reports])
    for figure in valued.select_related("indicator"):
        target = targets.get((figure.unit_id, figure.indicator_id, figure.period_id))
        reached = target and is_reached(figure.indicator, figure.value, target)
        figures.setdefault(figure.report_id, []).append((target is not None, bool(reached)))
    return {
        report: Attainment(len(its), sum(aimed for aimed, _r in its), sum(reached for _a, reached in its))
        for report, its in figures.items()
    }
