"""Sources of one figure in words: what each says, how far apart they are, since when, and how it stands."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.links import Badge, unit_title
from programs.choices import DifferenceState, State, Verdict
from programs.models import Comparison, Difference
from rakor.lib.dates import NBSP
from rakor.lib.formats import format_number

BADGES = {
    DifferenceState.IN_SYNC: ("done", "check"),
    DifferenceState.OPEN: ("late", "sync"),
    DifferenceState.NOT_COMPARABLE: ("", "none"),
    DifferenceState.CARRIED: ("", "meet"),
    DifferenceState.SETTLED: ("done", "check"),
}
PERCENT_PLACES = 2
NO_MATCH = (Verdict.OTHER_UNIT, Verdict.OTHER_DATE)


@dataclass(frozen=True)
class Said:
    """What one source says of a figure. `apart` is its difference to the reference, in words."""

    source: str
    value: str
    is_reference: bool = False
    apart: str = ""


@dataclass(frozen=True)
class DifferenceRow:
    """One figure of several sources in a list; `seen` names it and the version it was read at."""

    pk: int
    seen: str
    title: str
    url: str
    unit: str
    period: str
    program: str
    said: tuple[Said, ...]
    gap: str
    percent: str
    age: str
    cause: str
    badge: Badge
    about: tuple
    """(program, regions near): by which a Rakor that is about it is known."""
    is_sample: bool


def with_words(differences):
    """Everything that a row says, in two queries."""
    compared = Comparison.objects.select_related("reference__source", "other__source").order_by("pk")
    return differences.select_related(
        "measurement__indicator", "measurement__unit", "measurement__period", "measurement__report__program"
    ).prefetch_related(Prefetch("comparisons", compared))


LISTED = (
    *("version", "state", "gap", "gap_percent", "likely_cause", "opened_at", "measurement__id"),
    *("measurement__indicator__name", "measurement__indicator__measure_unit"),
    *("measurement__indicator__is_sample", "measurement__unit__kind", "measurement__unit__name"),
    "measurement__unit__parent_id",
    *("measurement__period__year", "measurement__period__code", "measurement__report__id"),
    *("measurement__report__program__short_name", "measurement__report__program__is_sample"),
)
"""What a row of the list says; its tables hold four times as much."""


def rows_of(keys):
    """The rows of these differences, in this order."""
    found = with_words(Difference.objects.filter(pk__in=keys)).only(*LISTED).in_bulk()
    return [row_of(found[key]) for key in keys if key in found]


def row_of(difference):
    measurement = difference.measurement
    return DifferenceRow(
        pk=difference.pk,
        seen=seen_as(difference),
        title=measurement.indicator.name,
        url=figure_url(measurement),
        unit=unit_title(measurement.unit),
        period=str(measurement.period),
        program=measurement.report.program.short_name,
        said=tuple(said_by(difference.comparisons.all())),
        gap=signed(difference.gap, measurement.indicator.measure_unit),
        percent=percent(difference.gap_percent),
        age=age_of(difference),
        cause=str(difference.get_likely_cause_display()),
        badge=badge(difference),
        about=about(measurement),
        is_sample=measurement.indicator.is_sample or measurement.report.program.is_sample,
    )


def about(measurement):
    return measurement.report.program_id, (measurement.unit_id, measurement.unit.parent_id)


def seen_as(difference):
    """ "12.3": which difference, and the version that was looked at."""
    return f"{difference.pk}.{difference.version}"


def read_seen(text):
    """(key, version) of "12.3"; None for what is neither."""
    key, _dot, version = text.partition(".")
    return (int(key), int(version)) if key.isdecimal() and version.isdecimal() else None


def figure_url(measurement):
    return reverse("work:figure-detail", args=[measurement.pk])


def said_by(comparisons):
    """The reference first, then the others as they were compared."""
    for place, one in enumerate(comparisons):
        if not place:
            yield Said(str(one.reference.source), said_words(one.reference), is_reference=True)
        yield Said(str(one.other.source), said_words(one.other), apart=apart_words(one))


def said_words(observation):
    """As `value_words`, with the unit where the source named one of its own."""
    return value_words(observation, observation.measure_unit)


def value_words(figure, measure_unit=""):
    """ "1.204 KPM", or why there is no value."""
    if figure.state != State.VALUE:
        return str(figure.get_state_display())
    return value_with_unit(figure.value, measure_unit)


def value_with_unit(value, measure_unit=""):
    """ "1.204 KPM", never parted."""
    return NBSP.join(filter(None, (format_number(value), measure_unit)))


def apart_words(comparison):
    """ "+24 (2,03%)", "sama", or why the two cannot be compared."""
    if comparison.verdict in NO_MATCH or comparison.gap is None:
        return str(comparison.get_verdict_display()).lower()
    if not comparison.gap:
        return _("sama")
    return gap_words(comparison)


def signed(gap, measure_unit=""):
    """ "+24 KPM", "−3,5", "+4 poin" between two per cent; nothing where nothing could be compared."""
    if gap is None:
        return ""
    if measure_unit == "%":
        measure_unit = _("poin")
    words = f"+{format_number(gap)}" if gap > 0 else format_number(gap)
    return f"{words}{NBSP}{measure_unit}" if measure_unit else words


def gap_words(apart, measure_unit=""):
    """ "+24 KPM (2,03%)": the gap of two sources, or the largest of a figure, and its size."""
    gap, size = signed(apart.gap, measure_unit), percent(apart.gap_percent)
    return f"{gap} ({size})" if gap and size else gap


def percent(size):
    return "" if size is None else f"{format_number(abs(size), PERCENT_PLACES)}%"


def age_of(difference):
    """ "terbuka 12 hari", counted in the office's days."""
    if difference.opened_at is None or difference.state not in (
        DifferenceState.OPEN,
        DifferenceState.CARRIED,
    ):
        return ""
    days = (timezone.localdate() - timezone.localdate(difference.opened_at)).days
    if not days:
        return _("terbuka sejak hari ini")
    return ngettext("terbuka %(days)d hari", "terbuka %(days)d hari", days) % {"days": days}


def badge(difference):
    return Badge(difference.get_state_display(), *BADGES[difference.state])
