"""Which value a figure counts with where several sources name it, or where it was settled (docs/facts.md).

Only what a second person verified takes part: the figure of an accepted report, rows of accepted imports.
What cannot be compared with the reference, in another unit or of another day, takes no part.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F
from django.utils import timezone

from evaluations import scoring
from programs.choices import State
from programs.comparing import SPEAKING, contradictions, measure_of, pair, reference_among
from programs.differences import agreed_voice, said_by_sources, voice_of
from programs.models import Observation, SettledFigure, Settlement
from rakor.lib.measure_units import same_unit
from records.choices import BatchState

__all__ = ["Counted", "counted_figures"]


@dataclass(frozen=True)
class Counted:
    """What counts: state and value, the observation they are, and the settlement they rest on.

    `basis` says why where several sources name the figure; one that stands for itself has none.
    """

    state: str
    value: Decimal | None
    observation: Observation | None
    basis: scoring.Basis | None = None
    is_out_of_sync: bool = False
    settlement: Settlement | None = None

    def origin(self):
        """What the text of a release keeps of it beside source and cell."""
        if self.basis is None:
            return {}
        if self.settlement is None:
            return {"basis": str(self.basis)}
        on = self.settlement.minutes_on or timezone.localdate(self.settlement.settled_at)
        settlement = {"number": self.settlement.minutes_number, "on": on}
        return {"basis": str(self.basis), "settlement": settlement}


def counted_figures(measurements, as_of, rule):
    """{measurement: Counted}. `measurements` is a queryset of verified figures; three queries.

    `rule` is what the instrument says of an open difference.
    """
    rule = scoring.OpenDifference(rule)
    verified = Observation.objects.filter(
        batch__state=BatchState.ACCEPTED, batch__accepted_at__date__lte=as_of
    ).exclude(measurement__chosen=F("pk"))
    others, settled = defaultdict(list), {}
    said = said_by_sources(verified).filter(measurement__in=measurements.order_by().values("pk"))
    for observation in said.select_related("source", "document").order_by("pk"):
        others[observation.measurement_id].append(observation)
    figures = SettledFigure.objects.filter(difference__measurement__in=measurements.order_by().values("pk"))
    for figure in figures.select_related("settlement", "observation", "difference").order_by("pk"):
        settled[figure.difference.measurement_id] = figure
    return {
        one: _counted(one, others[one.pk], settled.get(one.pk), rule)
        for one in measurements.select_related("indicator", "chosen__source", "chosen__document")
    }


def _counted(measurement, others, settled, rule):
    """A unit that reported nothing, or withholds its figure, is not spoken for by other sources."""
    chosen = measurement.chosen
    itself = Counted(measurement.state, measurement.value, chosen)
    if chosen is None or measurement.state not in SPEAKING or not (others or settled):
        return itself
    measure = measure_of(measurement.indicator)
    latest = {one.source_id: one for one in sorted([chosen, *others], key=lambda one: one.pk)}
    voices = [voice_of(one) for one in latest.values()]
    if latest[chosen.source_id] is not chosen:
        voices.append(voice_of(chosen))
    if settled and settled.observation_id == chosen.pk:
        agreed = agreed_voice(settled)
        if not contradictions(voices, agreed, measure):
            basis = scoring.Basis.SETTLED
            return Counted(State.VALUE, settled.value, chosen, basis, settlement=settled.settlement)
    fit = [one for one in voices if one.key == chosen.pk or same_unit(one.measure_unit, measure.measure_unit)]
    speaking = sorted((one for one in fit if one.speaks), key=lambda one: (one.source, -one.key))
    reference = reference_among(speaking, measure, chosen.source_id)
    taking_part = [one for one in speaking if one is reference or pair(reference, one, measure).is_comparable]
    by_key = {one.pk: one for one in (chosen, *latest.values())}
    if taking_part == [reference] and reference.key == chosen.pk:
        return itself
    return _chosen_among(taking_part, reference, by_key, chosen, measure, rule)


def _chosen_among(voices, reference, by_key, chosen, measure, rule):
    produces = bool(measure.producer) and reference.agency == measure.producer
    if any(one.value is None for one in voices):
        return _without_size(voices, reference, by_key, chosen, produces and rule == rule.PREFERRED)
    choice = scoring.choose(
        [
            scoring.SourceValue(_name(one), one.value, produces and one is reference, one.key == chosen.pk)
            for one in voices
        ],
        measure.tolerance_percent,
        rule,
    )
    key = next((one.key for one in voices if _name(one) == choice.source), chosen.pk)
    return Counted(str(choice.state), choice.value, by_key[key], choice.basis, choice.is_out_of_sync)


def _name(voice):
    """A source by what it said: one may stand beside the figure that was accepted with another, later one."""
    return f"{voice.source:012}-{voice.key:012}"


def _without_size(voices, reference, by_key, chosen, prefers):
    """Somebody says "tidak berlaku": all of them, or it is a difference that no tolerance measures."""
    preferred = by_key[reference.key]
    if all(one.value is None for one in voices):
        return Counted(preferred.state, None, preferred, scoring.Basis.SAME_VALUE)
    if prefers:
        basis = scoring.Basis.PREFERRED
        return Counted(preferred.state, preferred.value, preferred, basis, is_out_of_sync=True)
    basis = scoring.Basis.OPEN_DIFFERENCE
    return Counted(State.NOT_ASSESSABLE, None, chosen, basis, is_out_of_sync=True)
