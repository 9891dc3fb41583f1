"""One province's page: its rankings, and its regencies as a tile map and as a list."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.pictures.tile_map import Place, TileMap, tile_map
from dashboard.selectors.names import picture_names
from dashboard.selectors.regions import RegionRow, region_rows
from dashboard.selectors.releases import ReleaseRow, groups_of, in_force, listed
from dashboard.selectors.standings import latest_by_unit, newest_rankings
from dashboard.sentences import first_places, rank_words
from regions.models import Regency

MOST_RANKINGS = 12


@dataclass(frozen=True)
class ProvinceMap:
    """The newest ranking on the tile grid."""

    title: str
    said: str
    url: str
    tiles: TileMap


@dataclass(frozen=True)
class ProvinceListing:
    rows: tuple[RegionRow, ...]
    rankings: tuple[ReleaseRow, ...]
    newest: tuple[ReleaseRow, ...]
    map: ProvinceMap | None


def listing_of(province, releases):
    """`releases` are the province's rankings in force, newest first. Eight queries, however many regencies."""
    regencies = list(Regency.objects.of_province(province).select_related("parent").order_by("code"))
    rankings = _rankings(releases)
    newest = {release.get_absolute_url() for release in newest_rankings(releases)}
    return ProvinceListing(
        rows=tuple(region_rows(regencies, releases)),
        rankings=tuple(rankings[:MOST_RANKINGS]),
        newest=tuple(row for row in rankings if row.url in newest),
        map=_map(releases[0], regencies) if releases else None,
    )


def _rankings(releases):
    """The rows of the list of rankings, in the order of `releases`: newest first."""
    order = {release.get_absolute_url(): place for place, release in enumerate(releases)}
    groups = groups_of(listed(in_force().filter(pk__in=[release.pk for release in releases])))
    return sorted((row for group in groups for row in group.rows), key=lambda row: order[row.url])


def _map(release, regencies):
    """None where a regency has no square, as in a province whose grid was never laid."""
    names = picture_names(regencies)
    ranks = latest_by_unit([release], [regency.pk for regency in regencies])
    places = [_place(regency, names[regency.pk], ranks.get(regency.pk)) for regency in regencies]
    tiles = tile_map(places)
    if tiles is None:
        return None
    said = _("Peta petak: satu petak satu daerah, disusun dari letak sebenarnya.")
    return ProvinceMap(release.title, said, release.get_absolute_url(), tiles)


def _place(regency, name, standings):
    standing = standings[0] if standings else None
    full = str(regency.full_name)
    if standing is None:
        said = _("%(name)s, tanpa peringkat") % {"name": full}
    else:
        said = _("%(name)s, %(rank)s") % {"name": full, "rank": rank_words(standing.rank_text)}
    return Place(
        regency.tile_column,
        regency.tile_row,
        name,
        said,
        regency.get_absolute_url(),
        value=standing.rank_text if standing else "",
        tone="b5" if standing and (standing.rank == 1 or standing.release.is_recorded) else "b0",
    )


def lede(listing):
    """ "Kerinci peringkat I penanganan konflik sosial 2022; Batanghari peringkat 1 MCP 2018." """
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
