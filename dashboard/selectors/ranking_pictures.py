"""The two pictures of a ranking, with the finding each of them shows as its title."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.pictures.geometry import median
from dashboard.pictures.slope import Pair, Slope, farthest, slope
from dashboard.pictures.tile_map import Place, TileMap, tile_map
from dashboard.sentences import count_word, joined, period_words, rank_words, sentence_case
from rakor.lib.formats import format_number


@dataclass(frozen=True)
class Key:
    """A line of a legend: class of the colour, and what it means."""

    tone: str
    label: str


@dataclass(frozen=True)
class MapFigure:
    map: TileMap
    title: str
    measured: str
    legend: tuple[Key, ...]
    hatched: str
    """What the hatching says, where a place has no number."""


@dataclass(frozen=True)
class SlopeFigure:
    slope: Slope
    title: str
    said: str
    before: str
    after: str


def map_figure(release, ranking, scores, names):
    """Where the ranked lie in their province; None where there is no grid for them."""
    if not ranking.rows:
        return None
    rows = {row.unit_id: row for row in ranking.rows}
    tones = _tones(release, ranking)
    places = [_place(score, rows.get(score.unit_id), tones, names) for score in scores]
    drawn = tile_map([place for place in places if place]) if all(places) else None
    if drawn is None:
        return None
    title, legend = _finding(release, ranking)
    return MapFigure(
        drawn,
        title,
        _measured(release),
        legend,
        hatched=_hatched(ranking),
    )


def _hatched(ranking):
    if ranking.unannounced:
        return _("tidak diumumkan")
    return _("tidak diperingkat") if ranking.unranked else ""


def _place(score, row, tones, names):
    regency = getattr(score.unit, "regency", None)
    if regency is None or not regency.tile_column or not regency.tile_row:
        return None
    name = str(regency.full_name)
    if row is None:
        said = _("%(name)s, %(state)s") % {"name": name, "state": score.get_state_display().lower()}
        value, url = "", score.unit.get_absolute_url()
    else:
        value, url = row.value or row.rank, row.url
        said = _("%(name)s, %(rank)s") % {"name": name, "rank": rank_words(row.rank)}
        if row.value:
            said = _("%(said)s, nilai %(value)s") % {"said": said, "value": row.value}
    return Place(
        regency.tile_column,
        regency.tile_row,
        names.get(score.unit_id, score.unit.name),
        said,
        url,
        value,
        tones.get(score.unit_id, "b0"),
    )


def _tones(release, ranking):
    """By band where there are bands; else the first place, and who stands at the median or above."""
    if any(row.band for row in ranking.rows):
        return {row.unit_id: f"b{row.band.tone}" for row in ranking.rows if row.band}
    if not ranking.has_values:
        return {row.unit_id: "b5" for row in ranking.rows}
    middle = _middle(ranking)
    tones = {row.unit_id: "b4" for row in ranking.rows if row.score is not None and row.score >= middle}
    return tones | {row.unit_id: "b5" for row in ranking.first}


def _middle(ranking):
    return median([row.score for row in ranking.rows if row.score is not None])


def _measured(release):
    return _("%(subject)s, Provinsi %(region)s, %(period)s") % {
        "subject": sentence_case(release.subject or release.program.name),
        "region": release.region.name,
        "period": period_words(release.period),
    }


def _finding(release, ranking):
    """The title in words and the legend that goes with it."""
    if any(row.band for row in ranking.rows):
        return _banded(ranking)
    if not ranking.has_values:
        return _("Peringkat yang diumumkan"), (Key("b5", _("diumumkan")),)
    middle = format_number(_middle(ranking), ranking.decimals)
    number = sum(row.score is not None and row.score >= _middle(ranking) for row in ranking.rows)
    said = ngettext(
        "%(count)s daerah pada nilai tengah %(middle)s atau di atasnya",
        "%(count)s daerah pada nilai tengah %(middle)s atau di atasnya",
        number,
    )
    title = sentence_case(said % {"count": count_word(number), "middle": middle})
    legend = (
        Key("b5", rank_words("1")),
        Key("b4", _("nilai tengah ke atas")),
        Key("b0", _("di bawah nilai tengah")),
    )
    return title, legend


def _banded(ranking):
    counts = {}
    for row in ranking.rows:
        if row.band:
            counts.setdefault(row.band, []).append(row)
    said = [
        _("%(count)s daerah %(band)s") % {"count": count_word(len(rows)), "band": band.label}
        for band, rows in counts.items()
    ]
    legend = tuple(Key(f"b{band.tone}", band.label) for band in counts)
    return sentence_case(joined(said)), legend


def slope_figure(release, ranking, compared, names):
    """Every regency's value then and now; None where there is nothing comparable or too much to label."""
    if not compared:
        return None
    pairs = [
        Pair(names.get(row.unit_id, row.name), row.before_score, row.score)
        for row in ranking.rows
        if row.score is not None and row.before_score is not None
    ]
    drawn = slope(pairs, ranking.decimals)
    if drawn is None:
        return None
    before, after = period_words(compared.release.period), period_words(release.period)
    title = _movers(pairs) or _("Nilai %(before)s dan %(after)s") % {"before": before, "after": after}
    return SlopeFigure(drawn, title, _spelled_out(title, before, after), before, after)


def _movers(pairs):
    """Who rose and who fell farthest, where that is one regency each."""
    patterns = ((1, _("%(name)s naik terjauh")), (-1, _("%(name)s turun terjauh")))
    movers = [(farthest(pairs, sign), pattern) for sign, pattern in patterns]
    return ", ".join(pattern % {"name": pair.name} for pair, pattern in movers if pair)


def _spelled_out(title, before, after):
    return _("%(title)s. Nilai tiap daerah, %(before)s dan %(after)s; angka lengkap ada pada tabel.") % {
        "title": title,
        "before": before,
        "after": after,
    }
