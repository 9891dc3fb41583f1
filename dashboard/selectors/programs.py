"""Programs as the public reads them: a list, and one with its indicators and what is made of them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.headings import marked
from dashboard.selectors.indicator_page import places_words
from dashboard.selectors.links import Link, unit_title
from dashboard.selectors.releases import in_force
from dashboard.sentences import format_figure, period_words
from evaluations.models import Line
from meetings.models import Rakor
from programs.models import Indicator, Measurement, Period, Program, Report
from rakor.lib.dates import format_date
from rakor.lib.formats import format_range
from records.choices import Visibility
from regions.choices import UnitKind

MOST_LINKS = 6
MOST_PERIODS = 16
"""How far back the newest figure of an indicator is looked for: a year of months and what they add up to."""


@dataclass(frozen=True)
class ProgramRow:
    name: str
    url: str
    owner: str
    agency: str
    contents: str
    is_sample: bool


@dataclass(frozen=True)
class IndicatorRow:
    """`values` is the range of its newest figures; "" where small cells might be told by it."""

    name: str
    url: str
    measure_unit: str
    period: str
    places: str
    values: str
    is_sample: bool


def in_list(programs):
    """The national ones first, then by province, each with what its row says. One query."""
    newest = Report.objects.accepted().filter(program=OuterRef("pk")).order_by("-period__ends_on", "-period")
    shown = Q(indicators__visibility=Visibility.PUBLIC)
    return (
        programs.select_related("owner", "agency")
        .annotate(
            indicators_shown=Count("indicators", filter=shown),
            newest_period=Subquery(newest.values("period")[:1]),
        )
        .order_by(F("owner__code").asc(nulls_first=True), "name", "pk")
    )


def program_rows(programs, address=Program.get_absolute_url):
    """Rows of a list. One query for the periods."""
    programs = list(programs)
    periods = Period.objects.in_bulk({one.newest_period for one in programs} - {None})
    return [
        ProgramRow(
            name=program.name,
            url=address(program),
            owner=owner_words(program),
            agency=program.agency.name if program.agency_id else "",
            contents=_contents(program.indicators_shown, periods.get(program.newest_period)),
            is_sample=program.is_sample,
        )
        for program in programs
    ]


def owner_words(owned):
    return unit_title(owned.owner) if owned.owner_id else _("Nasional")


def _contents(number, period):
    words = [ngettext("%(number)d indikator", "%(number)d indikator", number) % {"number": number}]
    if period:
        words.append(_("laporan terbaru %(period)s") % {"period": period_words(period)})
    return ", ".join(words)


def public_program_page(owner, code):
    """The program of an address, or Program.DoesNotExist where the public may not see it. One query."""
    return Program.objects.public().addressed(owner, code).select_related("owner", "agency").get()


def program_heading(program, period, accepted, asked):
    """ "Penanganan konflik sosial: 11 dari 11 laporan B12 2022 diterima"."""
    if period is None:
        return program.name
    said = {
        "name": program.name,
        "accepted": format_figure(accepted),
        "asked": format_figure(asked),
        "period": period_words(period),
    }
    if asked:
        return _("%(name)s: %(accepted)s dari %(asked)s laporan %(period)s diterima") % said
    return (
        ngettext(
            "%(name)s: %(accepted)s laporan %(period)s diterima",
            "%(name)s: %(accepted)s laporan %(period)s diterima",
            accepted,
        )
        % said
    )


def indicator_rows(program, periods):
    """Its public indicators, each with its newest figures in a few words. Four queries."""
    indicators = list(Indicator.objects.public().filter(program=program).select_related("owner"))
    newest = _newest(indicators, periods[:MOST_PERIODS])
    values = _values(newest, telltale(indicators))
    return [_indicator(one, newest.get(one.pk), values.get(one.pk, ())) for one in indicators]


def _newest(indicators, periods):
    """{indicator: (its newest period with figures, how many, how many of agencies)}. One query."""
    figures = Measurement.objects.verified().with_value().filter(indicator__in=indicators, period__in=periods)
    agencies = Count("pk", filter=Q(unit__kind=UnitKind.AGENCY))
    counted = figures.order_by().values_list("indicator", "period").annotate(all=Count("pk"), some=agencies)
    found = {(indicator, period): rest for indicator, period, *rest in counted}
    newest = {}
    for period in reversed(periods):
        for indicator in indicators:
            if (indicator.pk, period.pk) in found:
                newest[indicator.pk] = (period, *found[indicator.pk, period.pk])
    return newest


def telltale(indicators):
    """Those of which no range is told: it might be a small cell, or give one back. One query."""
    beside = Line.objects.filter(instrument__lines__indicator__suppress_small_cells=True)
    judged = set(beside.filter(indicator__in=indicators).values_list("indicator", flat=True))
    return judged | {one.pk for one in indicators if one.suppress_small_cells}


def _values(newest, hidden):
    """{indicator: its newest values}. One query."""
    asked = Q(pk__in=[])
    for indicator, (period, *_counts) in newest.items():
        if indicator not in hidden:
            asked |= Q(indicator=indicator, period=period)
    held = defaultdict(list)
    figures = Measurement.objects.verified().with_value().filter(asked).order_by()
    for indicator, value in figures.values_list("indicator", "value"):
        held[indicator].append(value)
    return held


def _indicator(indicator, newest, values):
    period, number, agencies = newest or (None, 0, 0)
    return IndicatorRow(
        name=indicator.name,
        url=indicator.get_absolute_url(),
        measure_unit=indicator.measure_unit,
        period=period_words(period) if period else "",
        places=places_words(number, bool(agencies)) if period else "",
        values=format_range(min(values), max(values)) if values else "",
        is_sample=indicator.is_sample,
    )


def rankings_of(program):
    """Rankings in force, newest first. One query."""
    releases = in_force().filter(program=program).order_by("-period__ends_on", "pk")[:MOST_LINKS]
    return [Link(marked(one.title, one), one.get_absolute_url()) for one in releases]


def rakor_of(program):
    """Public Rakor that went through it, newest first. One query."""
    met = Rakor.objects.public().filter(programs=program).order_by("-starts_on", "-pk")[:MOST_LINKS]
    return [
        Link(f"{one.title}, {format_date(one.starts_on, one.date_precision)}", one.get_absolute_url())
        for one in met
    ]
