"""One figure with all that was ever said of it: its sources side by side, what stands, what happened."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.differences import apart_words, said_words, signed, value_with_unit, value_words
from dashboard.selectors.links import Link, shown
from dashboard.selectors.rakor_settled import minutes_words
from dashboard.sentences import count_word
from meetings.models import Outcome
from programs.choices import DifferenceState, Level, ReportState, Verdict
from programs.models import SettledFigure
from rakor.lib.dates import format_date
from rakor.lib.formats import format_number

LEVELS = list(Level)


@dataclass(frozen=True)
class SourceRow:
    """One source's latest word. `apart` is its difference to the reference; `origin` where it came from."""

    name: str
    level: str
    value: str
    measure_unit: str
    cut_off_on: object
    received_on: object
    observed_at: object
    observed_by: str
    origin: str
    document: Link | None
    note: str
    is_reference: bool
    apart: str
    is_apart: bool


@dataclass(frozen=True)
class Event:
    """Something that happened to a figure: noted, withdrawn, agreed."""

    at: object
    who: str
    what: str
    reason: str = ""
    origin: str = ""
    is_withdrawn: bool = False
    said: str = ""
    minutes: str = ""
    outcomes: tuple[Link, ...] = ()


def observations_of(measurement, settled):
    """All that sources said, the oldest first; not the figures that were only agreed. One query."""
    said = measurement.observations.select_related(
        "source", "observed_by", "batch__file", "document", "retraction__batch"
    )
    agreed = {(one.observation_id, one.settlement.settled_at) for one in settled}
    return [one for one in said.order_by("pk") if (one.pk, one.observed_at) not in agreed]


def settlings_of(measurement):
    """What was agreed on it, the oldest first. One query."""
    settled = SettledFigure.objects.filter(difference__measurement=measurement).order_by("pk")
    return list(settled.select_related("settlement__settled_by"))


def source_rows(measurement, observations, comparisons):
    """The latest standing word of each source: the reference first, then from the top level down."""
    latest = {
        one.source_id: one for one in observations if not one.retracts_id and not hasattr(one, "retraction")
    }
    reference = comparisons[0].reference_id if comparisons else measurement.chosen_id
    # The figure rests on this one, whatever its source said after the report was sent.
    latest |= {one.source_id: one for one in observations if one.pk == reference}
    compared = {one.other_id: one for one in comparisons}
    rows = [
        source_row(measurement, one, one.pk == reference, compared.get(one.pk)) for one in latest.values()
    ]
    order = {str(level.label): place for place, level in enumerate(LEVELS)}
    return sorted(rows, key=lambda row: (not row.is_reference, order[row.level], row.name))


def source_row(measurement, said, is_reference, comparison):
    return SourceRow(
        name=str(said.source),
        level=str(said.source.get_level_display()),
        value=value_words(said),
        measure_unit=said.measure_unit or measurement.indicator.measure_unit,
        cut_off_on=said.cut_off_on,
        received_on=said.received_on,
        observed_at=said.observed_at,
        observed_by=str(said.observed_by),
        origin=origin_of(said),
        document=document_of(said),
        note=said.note,
        is_reference=is_reference,
        apart=apart_words(comparison) if comparison else "",
        is_apart=bool(comparison and comparison.verdict == Verdict.APART),
    )


def origin_of(said):
    """ "lembar.xlsx, sel B12": the sheet and the cell that it came from."""
    if not said.batch_id:
        return _("dicatat dengan tangan")
    # The sheet itself may be the paper that is linked beside.
    name = "" if said.document_id == said.batch.file_id else said.batch.file.original_name
    cell = _("sel %(cell)s") % {"cell": said.cell} if said.cell else ""
    return ", ".join(filter(None, (name, cell)))


def document_of(said):
    if not said.document_id:
        return None
    return Link(said.document.original_name, reverse("work:figure-document", args=[said.pk]))


def history_of(observations, settled, reader):
    """Everything that happened, the newest first. One query."""
    outcomes = outcomes_of({one.settlement_id for one in settled}, reader)
    events = [event_of(one) for one in observations]
    events += [settling_of(one, outcomes.get(one.settlement_id, ())) for one in settled]
    return sorted(events, key=lambda event: event.at, reverse=True)


def event_of(said):
    if said.retracts_id:
        reason = said.batch.retracted_reason if said.batch_id else ""
        what = _("%(source)s: pengamatan dicabut") % {"source": said.source}
        return Event(said.observed_at, str(said.observed_by), what, reason or said.note)
    words = {"source": said.source, "value": said_words(said)}
    return Event(
        said.observed_at,
        str(said.observed_by),
        _("%(source)s: %(value)s") % words,
        said.note,
        origin_of(said),
        is_withdrawn=hasattr(said, "retraction"),
    )


def settling_of(figure, outcomes):
    before = _("tanpa angka") if figure.before is None else format_number(figure.before)
    words = {"before": before, "value": format_number(figure.value), "cause": figure.get_cause_display()}
    if figure.before == figure.value:
        said = _("Disepakati: tetap %(value)s. Penyebab: %(cause)s")
    else:
        said = _("Disepakati: %(before)s menjadi %(value)s. Penyebab: %(cause)s")
    settlement = figure.settlement
    return Event(
        settlement.settled_at,
        str(settlement.settled_by),
        said % words,
        settlement.reason,
        said=figure.said,
        minutes=minutes_words(settlement),
        outcomes=tuple(outcomes),
    )


def outcomes_of(settlements, reader):
    """{settlement: links} to the Rakor where each was agreed, as far as this person reads them."""
    found = {}
    outcomes = shown(Outcome.objects.filter(settlement__in=settlements), reader).select_related("rakor")
    for one in outcomes if settlements else ():
        url = f"{reverse('work:rakor-detail', args=[one.rakor_id])}#r{one.number}"
        label = _("Rumusan %(number)d, %(rakor)s") % {"number": one.number, "rakor": one.rakor.title}
        found.setdefault(one.settlement_id, []).append(Link(label, url))
    return found


def heading(measurement, unit, rows, difference):
    """ "Penerima PKH, Kabupaten Sambas, 2024: tiga sumber, selisih terbesar +24 KPM"."""
    number = len(rows)
    sources = ngettext("%(number)s sumber", "%(number)s sumber", number) % {"number": count_word(number)}
    words = {
        "figure": measurement.indicator.name,
        "unit": unit,
        "period": measurement.period,
        "sources": sources,
    }
    state = difference.state if difference else ""
    if state in (DifferenceState.OPEN, DifferenceState.CARRIED) and difference.gap is not None:
        gap = signed(difference.gap, measurement.indicator.measure_unit)
        return _("%(figure)s, %(unit)s, %(period)s: %(sources)s, selisih terbesar %(gap)s") % {
            **words,
            "gap": gap,
        }
    if state:
        words["state"] = difference.get_state_display().lower()
        return _("%(figure)s, %(unit)s, %(period)s: %(sources)s, %(state)s") % words
    return _("%(figure)s, %(unit)s, %(period)s: %(sources)s") % words


def standing_words(measurement, difference):
    """Which value stands, and why."""
    settled = difference.settled if difference and difference.state == DifferenceState.SETTLED else None
    if settled:
        value = value_with_unit(settled.value, measurement.indicator.measure_unit)
        day = format_date(timezone.localdate(settled.settlement.settled_at))
        return _("%(value)s, disepakati %(day)s.") % {"value": value, "day": day}
    if measurement.chosen is None:
        return _("Belum ada angka yang menjadi sandaran.")
    value = value_words(measurement, measurement.indicator.measure_unit)
    words = {"value": value, "source": measurement.chosen.source}
    if measurement.report.state == ReportState.ACCEPTED:
        return _("%(value)s, angka %(source)s dalam laporan yang sudah diterima.") % words
    words["state"] = measurement.report.get_state_display().lower()
    return _("%(value)s, angka %(source)s dalam laporan yang masih %(state)s.") % words
