"""Ways to look at one ranking: only kabupaten or kota, another year, a name, a band."""

from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from dashboard.listing import Tab, address
from dashboard.selectors.comparison import same_ranking_in_other_years
from dashboard.sentences import period_words
from evaluations.choices import Category
from regions.choices import RegencyKind


@dataclass(frozen=True)
class BandGroup:
    """Rows of one predikat in a long ranking; without bands there is one group without a name."""

    anchor: str
    label: str
    rows: tuple


@dataclass(frozen=True)
class Shown:
    """The part of a ranking that was asked for."""

    rows: tuple
    unannounced: tuple


def kind_of(score):
    regency = getattr(score.unit, "regency", None)
    return regency.regency_kind if regency else ""


def narrowed(request, ranking, scores):
    """The places asked for by kind and name. Ranks stay those of the whole ranking."""
    kind, words = request.GET.get("kelompok", ""), request.GET.get("q", "").casefold().split()
    kinds = {score.unit_id: kind_of(score) for score in scores} if kind in RegencyKind.values else {}

    def is_asked_for(place):
        if kinds and kinds[place.unit_id] != kind:
            return False
        return all(word in place.name.casefold() or word == place.code for word in words)

    return Shown(tuple(filter(is_asked_for, ranking.rows)), tuple(filter(is_asked_for, ranking.unannounced)))


def region_kind_tabs(request, release, scores):
    """Semua, Kabupaten, Kota with counts; nothing where the ranking holds only one kind."""
    kinds = [kind_of(score) for score in scores]
    if release.category != Category.BOTH or len(set(kinds)) < 2:
        return []
    asked = request.GET.get("kelompok", "")
    asked = asked if asked in RegencyKind.values else ""
    choices = [("", _("Semua"), len(kinds))]
    choices += [(kind.value, kind.label, kinds.count(kind.value)) for kind in RegencyKind]
    return [
        Tab(label, address(request, kelompok=value), count, asked == value) for value, label, count in choices
    ]


def year_tabs(release):
    """The same ranking in other years; nothing where this is the only one. One query."""
    years = list(same_ranking_in_other_years(release))
    if len(years) < 2:
        return []
    return [
        Tab(period_words(other.period), other.get_absolute_url(), None, other.ranking == release.ranking)
        for other in years
    ]


def band_groups(rows):
    """Rows as the bodies of the long table."""
    groups = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return tuple(BandGroup(f"p-{slugify(label)}", label, tuple(members)) for label, members in groups.items())
