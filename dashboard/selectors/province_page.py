"""One province's page: its rankings, and its regencies as a tile map and as a list."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.selectors.comparison import Comparison
from dashboard.selectors.links import Link
from dashboard.selectors.names import picture_names
from dashboard.selectors.ranking import ranking_of, scores_of
from dashboard.selectors.ranking_pictures import MapFigure, map_figure
from dashboard.selectors.regions import RegionRow, region_rows
from dashboard.selectors.releases import ReleaseRow, groups_of, in_force, listed
from dashboard.selectors.standings import newest_rankings, rankings_in_force
from dashboard.sentences import first_places, rank_words
from regions.models import Regency

MOST_RANKINGS = 12


@dataclass(frozen=True)
class NewestMap:
    """The newest ranking on the tile grid, and which ranking that is."""

    figure: MapFigure
    release: Link


@dataclass(frozen=True)
class ProvinceListing:
    rows: tuple[RegionRow, ...]
    rankings: tuple[ReleaseRow, ...]
    newest: tuple[ReleaseRow, ...]
    map: NewestMap | None


def rankings_of(province):
    """The province's rankings in force, newest first. One query."""
    return list(rankings_in_force().filter(region=province).select_related("region", "instrument"))


def listing_of(province, releases):
    """A fixed number of queries, however many regencies and rankings."""
    regencies = Regency.objects.of_province(province).order_by("code")
    rankings = _rows_of(releases)
    newest = {release.get_absolute_url() for release in newest_rankings(releases)}
    return ProvinceListing(
        rows=tuple(region_rows(regencies, releases)),
        rankings=tuple(rankings[:MOST_RANKINGS]),
        newest=tuple(row for row in rankings if row.url in newest),
        map=_map(releases[0]) if releases else None,
    )


def _rows_of(releases):
    """The rows of the list of rankings, in the order of `releases`: newest first."""
    order = {release.get_absolute_url(): place for place, release in enumerate(releases)}
    groups = groups_of(listed(in_force().filter(pk__in=[release.pk for release in releases])))
    return sorted((row for group in groups for row in group.rows), key=lambda row: order[row.url])


def _map(release):
    """None where the ranking has no picture, as in a province whose grid was never laid."""
    scores = scores_of(release)
    table = ranking_of(release, scores, Comparison(None, {}))
    figure = map_figure(release, table, scores, picture_names([score.unit for score in scores]))
    return NewestMap(figure, Link(release.title, release.get_absolute_url())) if figure else None


def lede(listing):
    """ "Tebo peringkat 1 pada Ombudsman Jambi 2022; Batanghari peringkat 1 pada MCP Jambi 2018." """
    parts = []
    for row in listing.newest:
        firsts = [place.name for place in row.places if place.label == row.places[0].label]
        if firsts:
            told = {
                "names": first_places(firsts),
                "rank": rank_words(row.places[0].label),
                "title": row.title,
            }
            parts.append(_("%(names)s %(rank)s pada %(title)s") % told)
    return f"{'; '.join(parts)}." if parts else ""
