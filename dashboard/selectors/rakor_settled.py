"""Figures at a Rakor: what an outcome settled, what an issue has still open; as far as each may be read."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.selectors.differences import figure_url, gap_words, value_with_unit
from dashboard.selectors.links import Link, unit_title
from meetings.models import Issue
from programs.choices import DifferenceState
from programs.models import Difference, SettledFigure
from programs.small_cells import is_small
from rakor.lib.dates import format_date
from records.choices import Visibility

LEFT = (DifferenceState.OPEN, DifferenceState.NOT_COMPARABLE, DifferenceState.CARRIED)
ABOUT = ("indicator__owner", "unit", "period", "report__program")


@dataclass(frozen=True)
class SettledRow:
    """One figure that was agreed: what stood before, what was agreed, why it had differed."""

    figure: Link
    before: str
    agreed: str
    cause: str


@dataclass(frozen=True)
class Settled:
    """What one outcome settled; `minutes` is its berita acara in words."""

    rows: tuple[SettledRow, ...]
    minutes: str


@dataclass(frozen=True)
class OpenRow:
    """One figure still open; `apart` is how far, for whoever reads the figure."""

    figure: Link
    apart: str


def settled_by(settlements, reader=None):
    """{settlement: Settled} of what may be read. Two queries, none where nothing was settled."""
    if not settlements:
        return {}
    about = [f"difference__measurement__{name}" for name in ABOUT]
    found = SettledFigure.objects.filter(settlement__in=settlements).select_related("settlement", *about)
    found = list(found.order_by("difference__measurement__unit__code", "pk"))
    own = _within({one.difference_id for one in found}, reader)
    rows, acts = defaultdict(list), {}
    for one in found:
        measurement, is_own = one.difference.measurement, one.difference_id in own
        if is_own or is_public(measurement):
            rows[one.settlement_id].append(_settled_row(one, measurement, is_own))
            acts[one.settlement_id] = one.settlement
    return {key: Settled(tuple(some), minutes_words(acts[key])) for key, some in rows.items()}


def open_in(issues, reader=None):
    """{issue: rows} of the figures that are not settled yet. Two queries, one where there are none."""
    links = Issue.differences.through.objects.filter(
        issue__in=[issue.pk for issue in issues], difference__state__in=LEFT
    )
    links = links.select_related(*(f"difference__measurement__{name}" for name in ABOUT))
    found = list(links.order_by("difference__measurement__unit__code", "difference"))
    own = _within({link.difference_id for link in found}, reader)
    rows = defaultdict(list)
    for link in found:
        is_own = link.difference_id in own
        if is_own or is_public(link.difference.measurement):
            rows[link.issue_id].append(_open_row(link.difference, is_own))
    return {issue: tuple(some) for issue, some in rows.items()}


def _within(keys, reader):
    """Those of these differences that a reader finds on the desk; nobody in particular finds none."""
    if reader is None or not keys:
        return set()
    return set(Difference.objects.visible_to(reader).filter(pk__in=keys).values_list("pk", flat=True))


def is_public(measurement):
    kinds = (measurement.indicator, measurement.report.program)
    return all(one.visibility == Visibility.PUBLIC for one in kinds)


def _figure(measurement, is_own):
    """An official's leads to the figure, the public's to its indicator."""
    label = ", ".join((measurement.indicator.name, unit_title(measurement.unit), str(measurement.period)))
    return Link(label, figure_url(measurement) if is_own else measurement.indicator.get_absolute_url())


def _open_row(difference, is_own):
    measurement = difference.measurement
    apart = gap_words(difference, measurement.indicator.measure_unit) if is_own else ""
    return OpenRow(_figure(measurement, is_own), apart)


def _settled_row(figure, measurement, is_own):
    return SettledRow(
        _figure(measurement, is_own),
        _value(figure.before, measurement, is_own),
        _value(figure.value, measurement, is_own),
        str(figure.get_cause_display()),
    )


def _value(value, measurement, is_own):
    if value is None:
        return _("tanpa angka")
    if not is_own and measurement.indicator.suppress_small_cells and is_small(value):
        return _("angka kecil, ditutup")
    return value_with_unit(value, measurement.indicator.measure_unit)


def minutes_words(settlement):
    """ "Berita acara BA-7/2024, 1 Maret 2024"; "" where there is none."""
    if not settlement.minutes_number:
        return ""
    words = _("Berita acara %(number)s") % {"number": settlement.minutes_number}
    return f"{words}, {format_date(settlement.minutes_on)}" if settlement.minutes_on else words
