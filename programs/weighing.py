"""What may be agreed on a difference: what a source says now, or a figure of a berita acara."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext as _

from programs.checks import refuse_outside
from programs.choices import Cause, ReportState, State
from programs.differences import said_by_sources
from programs.models import Difference, Observation
from rakor.lib.dates import format_date
from rakor.lib.formats import format_number
from rakor.lib.measure_units import same_unit
from rakor.lib.refusals import Refused
from records.refusals import ActionRefused

__all__ = ["Chosen", "Weighing", "refuse_judges", "said_words"]


@dataclass
class Chosen:
    """What one difference is settled on; without observation a figure that no source said."""

    difference: Difference
    cause: str
    value: Decimal
    observation: Observation | None = None

    @property
    def measurement(self):
        return self.difference.measurement


class Weighing:
    """What the sources of some figures say now, and whether what was agreed on them may be."""

    def __init__(self, differences, by, minutes_number):
        self.by, self.minutes_number = by, minutes_number
        figures = [difference.measurement_id for difference in differences]
        said = said_by_sources(Observation.objects.filter(measurement__in=figures))
        latest = defaultdict(dict)
        for observation in said.select_related("source").order_by("pk"):
            latest[observation.measurement_id][observation.source_id] = observation
        self.said = {figure: list(latest[figure].values()) for figure in figures}

    def moments(self):
        """When each of them was said."""
        return (observation.observed_at for some in self.said.values() for observation in some)

    def weigh(self, difference, agreed):
        """The Chosen of one `Agreed`; refused where it may not be, with the figure's name."""
        if agreed.cause not in Cause.values:
            raise _refused("cause_missing", difference, _("Pilih penyebabnya."))
        if (agreed.observation is None) == (agreed.value is None):
            message = _("Pilih angka satu sumber, atau tulis angka yang disepakati.")
            raise _refused("nothing_agreed", difference, message)
        observation = self.observation_of(difference, agreed)
        if observation is None:
            value = self.new_figure(difference, Decimal(agreed.value))
        else:
            value = self.source_figure(difference, observation)
        return Chosen(difference, agreed.cause, value, observation)

    def observation_of(self, difference, agreed):
        """The source whose word was agreed on. A figure that a source does say is that source's word."""
        said = self.said[difference.measurement_id]
        if agreed.observation is not None:
            found = next((one for one in said if one.pk == agreed.observation.pk), None)
            if found is None:
                message = _(
                    "Angka yang dipilih sudah dicabut atau diganti sumbernya. Muat ulang, pilih lagi."
                )
                raise _refused("not_standing", difference, message)
            return found
        own = difference.measurement.indicator.measure_unit
        same = [one for one in said if one.value == agreed.value and same_unit(one.measure_unit, own)]
        others = [one for one in same if one.observed_by_id != self.by.pk]
        return next(iter(others or same), None)

    def source_figure(self, difference, observation):
        own = difference.measurement.indicator.measure_unit
        names = {"source": observation.source.name, "unit": observation.measure_unit, "own": own}
        if observation.state != State.VALUE:
            message = _("%(source)s tidak menyebut angka. Pilih sumber lain.")
            raise _refused("no_value", difference, message % names)
        if not same_unit(observation.measure_unit, own):
            message = _(
                "%(source)s menghitung dalam %(unit)s, indikator ini dalam %(own)s. Pilih sumber lain."
            )
            raise _refused("other_unit", difference, message % names)
        if observation.observed_by_id == self.by.pk:
            message = _("Angka %(source)s Anda masukkan sendiri. Minta orang lain menyelesaikannya.")
            raise _refused("own_figure", difference, message % names)
        return observation.value

    def new_figure(self, difference, value):
        if not self.minutes_number:
            message = _("%(value)s tidak disebut sumber mana pun. Tulis nomor berita acaranya.")
            raise _refused("minutes_missing", difference, message % {"value": format_number(value)})
        try:
            refuse_outside(difference.measurement.indicator, value)
        except Refused as refusal:
            raise _refused(refusal.code, difference, refusal.message) from refusal
        return value


def refuse_judges(differences, chosen, by):
    """Who accepted a report does not bring a figure into it, by a settlement neither."""
    accepted = [one for one in differences if one.measurement.report.state == ReportState.ACCEPTED]
    new = {one.difference.pk for one in chosen if one.observation is None}
    for one in accepted:
        if one.pk in new and one.measurement.report.accepted_by_id == by.pk:
            message = _("Laporannya Anda terima sendiri. Minta orang lain menetapkan angka yang disepakati.")
            raise _refused("own_report", one, message)
    reports = [one.measurement.report_id for one in accepted]
    brought = Observation.objects.standing().filter(
        measurement__report__in=reports, observed_by=F("measurement__report__accepted_by")
    )
    if found := brought.select_related("measurement__indicator", "measurement__unit").first():
        message = _("%(figure)s: laporannya diterima oleh orang yang juga memasukkan angka di dalamnya.")
        advice = _("Minta verifikator membukanya kembali; orang lain lalu menerimanya.")
        raise ActionRefused("judge_brought", f"{message % {'figure': found.measurement}} {advice}")


def _refused(code, difference, sentence):
    return ActionRefused(code, f"{difference}: {sentence}")


def said_words(observations):
    """Each source and its figure as text: what was known when it was settled."""
    return "; ".join(map(_said, observations))


def _said(observation):
    value = observation.value
    words = observation.get_state_display().lower() if value is None else format_number(value)
    if observation.measure_unit:
        words = f"{words} {observation.measure_unit}"
    if observation.cut_off_on:
        words = _("%(words)s per %(day)s") % {"words": words, "day": format_date(observation.cut_off_on)}
    return f"{observation.source.name}: {words}"
