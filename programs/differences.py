"""How the sources of figures stand to each other, kept up to date: rows made anew from the observations.

Every act that adds or takes back an observation ends with `recompare`, in its own transaction and under
`lock_programs`: what a list shows then is never older than what the sources said.
"""

from collections import defaultdict

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from programs.choices import UNSETTLED, DifferenceState
from programs.comparing import Voice, measure_of, stand
from programs.models import Comparison, Difference, Measurement, Observation, SettledFigure
from programs.notices import tell_opened
from programs.standing import lock_programs
from records import ledger
from records.choices import Action

__all__ = ["agreed_voice", "compare_anew", "recompare", "said_by_sources", "voice_of"]

STORED = (
    "version",
    "state",
    "gap",
    "gap_percent",
    "likely_cause",
    "opened_at",
    "carried_at",
    "carried_by",
    "settled",
)


def recompare(measurements, *, by, batch=None, action=Action.CHANGE, reason=""):
    """Bring the differences of some figures up to date; gives those that are open since just now.

    `measurements` is a queryset. One Difference for each figure that several sources speak of; one that a
    single source is left of keeps its row, without a gap, and counts nowhere. Where nothing changed nothing
    is written. A fixed number of statements for any number of figures. People are told of what is open now.
    """
    opened = _Recomparing(measurements, by, batch, action, reason).write()
    tell_opened(opened, by=by)
    return opened


def compare_anew(measurements, *, by, reason=""):
    """Compare figures again because what they are held to changed: a tolerance, a unit, who produces them."""
    lock_programs(pk__in=measurements.order_by().values("report__program"))
    return recompare(measurements, by=by, reason=reason)


def said_by_sources(observations):
    """What sources said and nobody took back: without the figures that were only agreed (`settle`)."""
    agreed = SettledFigure.objects.filter(
        observation=OuterRef("pk"), settlement__settled_at=OuterRef("observed_at")
    )
    return observations.standing().filter(~Exists(agreed))


def voice_of(observation):
    """An observation, with its source at hand, as the comparing takes it."""
    return Voice(
        observation.pk,
        observation.source_id,
        observation.value,
        observation.state,
        observation.measure_unit,
        observation.cut_off_on,
        observation.source.agency_id,
        observation.source.level,
        observation.observed_at,
    )


def agreed_voice(settled):
    """The figure of a settlement as the sources are held against it: said when it was settled."""
    chosen = settled.observation
    return Voice(
        chosen.pk,
        chosen.source_id,
        settled.value,
        measure_unit=chosen.measure_unit,
        cut_off_on=chosen.cut_off_on,
        said_at=settled.settlement.settled_at,
    )


class _Recomparing:
    """One set of figures being compared; each step is one statement for the whole set."""

    def __init__(self, measurements, by, batch, action, reason):
        self.by, self.batch, self.action, self.reason = by, batch, action, reason
        self.now = timezone.now()
        self.new, self.changed, self.opened = [], [], []
        self.before, self.pairs = {}, {}
        self.read(measurements)

    def read(self, measurements):
        several = (
            Measurement.objects.filter(pk__in=measurements.order_by().values("pk"))
            .annotate(sources=Count("observations__source", distinct=True))
            .filter(Q(sources__gt=1) | Q(difference__isnull=False))
        )
        self.figures = list(several.select_related("indicator", "unit", "chosen", "difference"))
        self.voices, self.settled, self.known = defaultdict(dict), {}, defaultdict(dict)
        if self.figures:
            self.read_sources(several.values("pk"))

    def read_sources(self, keys):
        said = said_by_sources(Observation.objects.filter(measurement__in=keys)).select_related("source")
        for observation in said.order_by("pk"):
            self.voices[observation.measurement_id][observation.source_id] = voice_of(observation)
        settled = SettledFigure.objects.filter(difference__measurement__in=keys)
        settled = settled.select_related("settlement", "observation").order_by("pk")
        self.settled = {one.difference_id: one for one in settled}
        names = ("difference", "other", "reference", "verdict", "gap", "gap_percent")
        compared = Comparison.objects.filter(difference__measurement__in=keys).order_by()
        for difference, other, *said in compared.values_list(*names):
            self.known[difference][other] = tuple(said)

    def write(self):
        for figure in self.figures:
            self.compare(figure)
        Difference.objects.bulk_create(self.new)
        Difference.objects.bulk_create(
            self.changed, update_conflicts=True, unique_fields=["id"], update_fields=STORED
        )
        self.write_pairs()
        lines = [self.line(one, Action.CREATE) for one in self.new]
        ledger.write_many(lines + [self.line(one, self.action) for one in self.changed])
        return self.opened

    def compare(self, figure):
        """How this figure stands now; kept to be written where that is not how it stood."""
        old = getattr(figure, "difference", None)
        settled = old and self.settled.get(old.pk)
        if settled and settled.observation_id != figure.chosen_id:
            settled = None
        voices = self.voices[figure.pk].values()
        rests_on = figure.chosen.source_id if figure.chosen_id else None
        found = stand(voices, measure_of(figure.indicator), rests_on, settled and agreed_voice(settled))
        pairs = {one.other.key: (one.reference.key, one.verdict, one.gap, one.percent) for one in found.pairs}
        if old is None and not pairs:
            return
        fields = self.fields_of(old, found, settled)
        known = self.known[old.pk] if old else {}
        if old and pairs == known and all(getattr(old, name) == value for name, value in fields.items()):
            return
        self.keep(figure, old, fields)
        if pairs != known:
            self.pairs[figure.pk] = pairs

    def fields_of(self, old, found, settled):
        """What the row of a difference says: as its sources stand, and since when."""
        was, state = old.state if old else "", found.state
        if was == DifferenceState.CARRIED and state in (DifferenceState.OPEN, DifferenceState.NOT_COMPARABLE):
            state = DifferenceState.CARRIED
        opened_at = None
        if state in UNSETTLED:
            opened_at = old.opened_at if was in UNSETTLED else self.now
        elif state == DifferenceState.SETTLED:
            opened_at = old.opened_at
        is_carried = state == DifferenceState.CARRIED
        return {
            "state": state,
            "gap": found.gap,
            "gap_percent": found.percent,
            "likely_cause": found.likely_cause,
            "opened_at": opened_at,
            "carried_at": old.carried_at if is_carried else None,
            "carried_by_id": old.carried_by_id if is_carried else None,
            "settled_id": settled.pk if state == DifferenceState.SETTLED else None,
        }

    def keep(self, figure, old, fields):
        difference = old or Difference(measurement=figure)
        is_new_here = not old or old.state not in UNSETTLED
        self.before[figure.pk] = ledger.snapshot(old)
        for name, value in fields.items():
            setattr(difference, name, value)
        if old:
            difference.version += 1
        (self.changed if old else self.new).append(difference)
        if difference.state == DifferenceState.OPEN and is_new_here:
            self.opened.append(difference)

    def write_pairs(self):
        """The pairs of a figure are made anew where one of them changed."""
        moved = [one for one in (*self.new, *self.changed) if one.measurement_id in self.pairs]
        Comparison.objects.filter(difference__in=moved).delete()
        Comparison.objects.bulk_create(
            Comparison(
                difference=one,
                other_id=other,
                reference_id=reference,
                verdict=verdict,
                gap=gap,
                gap_percent=percent,
            )
            for one in moved
            for other, (reference, verdict, gap, percent) in self.pairs[one.measurement_id].items()
        )

    def line(self, difference, action):
        changes = ledger.changes_between(self.before[difference.measurement_id], ledger.snapshot(difference))
        return ledger.line(
            difference, action, by=self.by, changes=changes, reason=self.reason, batch=self.batch
        )
