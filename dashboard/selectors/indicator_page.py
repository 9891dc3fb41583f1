"""What stands around an indicator's figures: a heading, the work that should move it, its rankings."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.chain import trail
from dashboard.headings import marked
from dashboard.pictures.geometry import median
from dashboard.selectors.links import Link
from dashboard.selectors.metadata import Rule, metadata
from dashboard.selectors.releases import in_force
from dashboard.sentences import format_figure, period_words
from evaluations.models import Line
from meetings.models import FollowUp
from programs.models import Indicator
from rakor.lib.formats import format_number, format_range

MOST_LINKS = 6
MOST_SOURCES = 3


def public_indicator_page(owner, code):
    """The indicator of an address, or Indicator.DoesNotExist where the public may not see it. One query."""
    indicators = Indicator.objects.public().addressed(owner, code)
    return indicators.select_related("program__owner", "owner", "producer").get()


def indicator_heading(indicator, period, values):
    """ "Capaian MCP, 2018: 43–67 nilai di 11 daerah, median 55"; of what is not shown nothing is said."""
    if period is None:
        return indicator.name
    said = {"name": indicator.name, "period": period_words(period), "unit": indicator.measure_unit}
    shown = sorted(values.shown.values())
    if not shown:
        return _("%(name)s, %(period)s") % said
    said["places"] = places_words(len(shown), values.has_agencies)
    said["values"] = format_range(shown[0], shown[-1])
    if len(shown) < 3:
        return _("%(name)s, %(period)s: %(values)s %(unit)s di %(places)s") % said
    said["median"] = format_number(round(median(shown), indicator.decimals))
    return _("%(name)s, %(period)s: %(values)s %(unit)s di %(places)s, median %(median)s") % said


def places_words(number, has_agencies):
    """ "11 daerah", or "11 daerah/instansi" where agencies are among them."""
    if has_agencies:
        said = ngettext("%(number)s daerah/instansi", "%(number)s daerah/instansi", number)
    else:
        said = ngettext("%(number)s daerah", "%(number)s daerah", number)
    return said % {"number": format_figure(number)}


def metadata_rows(indicator, values):
    """The metadata, with the sources that the figures shown rest on."""
    rows = metadata(indicator)
    if values is None or not values.sources:
        return rows
    named = "; ".join(values.sources)
    if len(values.sources) > MOST_SOURCES:
        named = _("%(number)d sumber; masing-masing disebut di samping angkanya") % {
            "number": len(values.sources)
        }
    return (*rows, Rule(_("Sumber"), named))


def follow_ups_of(indicator):
    """Public follow-ups that should move it, newest first, with where they were agreed. One query."""
    work = FollowUp.objects.public().filter(indicator=indicator).select_related("outcome__rakor")
    return list(work.order_by("-pk")[:MOST_LINKS])


def rankings_of(indicator):
    """Rankings in force of which it is a line, newest first. One query."""
    releases = in_force().filter(instrument__in=Line.objects.filter(indicator=indicator).values("instrument"))
    newest = releases.order_by("-period__ends_on", "pk")[:MOST_LINKS]
    return [Link(marked(one.title, one), one.get_absolute_url()) for one in newest]


def chain_of(work, releases, has_figures):
    """The trail: back to where the work was agreed, on to the rankings."""
    first = work[0] if work else None
    ranking = releases[0].url if releases else ""
    return trail(
        "indicator",
        rakor=first.outcome.rakor.get_absolute_url() if first else "",
        outcome=first.outcome.get_absolute_url() if first else "",
        follow_up=first.get_absolute_url() if first else "",
        figure="#angka" if has_figures else "",
        score=ranking,
        rank=ranking,
    )
