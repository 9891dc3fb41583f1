"""A region's ranks: the newest in big figures, over the years, and beside the others."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.pictures.geometry import median
from dashboard.pictures.rank_lanes import RankPoint, rank_lanes
from dashboard.pictures.strip import Strip, strip
from dashboard.selectors.links import Badge
from dashboard.selectors.standings import latest, score_address
from dashboard.sentences import rank_words, sentence_case
from evaluations.models import Score
from rakor.lib.formats import format_number

MOST_TILES = 3
MOST_STRIPS = 4


@dataclass(frozen=True)
class Tile:
    """A big figure and what it is."""

    figure: str
    of: str
    text: str


@dataclass(frozen=True)
class RankRow:
    program: str
    url: str
    period: str
    score: str
    score_url: str
    rank: str
    change: str


@dataclass(frozen=True)
class Comparison:
    title: str
    url: str
    badge: Badge
    strip: Strip


def tiles_of(standings, work):
    """The newest ranks and the share of follow-ups done in time: four at most."""
    tiles = [
        Tile(standing.rank_text, standing.of_text, _tile_text(standing))
        for standing in latest(standings)
        if standing.rank
    ][:MOST_TILES]
    if work.summary.total:
        tiles.append(_work_tile(work.summary))
    return tiles


def _tile_text(standing):
    words = [f"{sentence_case(standing.release.subject)} {standing.period_text}"]
    if standing.release.is_recorded:
        words.append(_("dicatat dari berita atau dokumen"))
    if standing.score is not None:
        words.append(_("nilai %(score)s") % {"score": standing.score_text})
    if change := change_words(standing):
        words.append(change)
    return ", ".join(words)


def _work_tile(summary):
    text = _("Tindak lanjut selesai tepat waktu")
    if summary.is_all_invented:
        text = _("%(text)s (data contoh)") % {"text": text}
    of = _("dari %(total)d") % {"total": summary.total}
    return Tile(str(summary.done_in_time), of, text)


def change_words(standing):
    """ "naik dari 7"; nothing where the ranking before was made another way, or there is none."""
    if not standing.rank or not standing.before:
        return ""
    if standing.rank < standing.before:
        return _("naik dari %(before)d") % {"before": standing.before}
    if standing.rank > standing.before:
        return _("turun dari %(before)d") % {"before": standing.before}
    return _("tetap")


def rank_rows(standings, code):
    return [
        RankRow(
            program=standing.program,
            url=standing.url,
            period=standing.period_text,
            score=standing.score_text or _("tidak diumumkan"),
            score_url=score_address(standing.release, code) if standing.score is not None else "",
            rank=standing.rank_text or standing.state_text,
            change=change_words(standing),
        )
        for standing in standings
    ]


def lanes_of(standings):
    """Rank over time, a lane for each program; only yearly rankings share the axis of years."""
    series = defaultdict(list)
    for standing in reversed(standings):
        if standing.rank:
            release = standing.release
            point = RankPoint(
                release.period.year,
                standing.rank,
                release.places,
                standing.rank_text,
                is_joined=standing.before is not None,
            )
            series[standing.program].append(point)
    return rank_lanes(list(series.items())) if series else None


def lanes_title(standings):
    """The finding in a sentence: the strongest change, else the best place; "" where there is no rank."""
    changed = [standing for standing in standings if standing.rank and standing.before]
    changed.sort(key=lambda standing: abs(standing.before - standing.rank), reverse=True)
    if changed and changed[0].before != changed[0].rank:
        first = changed[0]
        told = {
            "program": first.program,
            "before": rank_words(str(first.before)),
            "rank": first.rank_text,
        }
        if first.rank < first.before:
            return _("%(program)s naik dari %(before)s ke %(rank)s") % told
        return _("%(program)s turun dari %(before)s ke %(rank)s") % told
    ranked = [standing for standing in standings if standing.rank]
    if not ranked:
        return ""
    best = min(ranked, key=lambda standing: standing.rank)
    return _("Peringkat terbaik: %(rank)s, %(program)s %(period)s") % {
        "rank": best.rank_text,
        "program": best.program,
        "period": best.period_text,
    }


def comparisons_of(standings, name):
    """The region among the others, per newest computed ranking that gave scores. One query."""
    scored = [standing for standing in standings if standing.score is not None][:MOST_STRIPS]
    releases = [standing.release.pk for standing in scored]
    values = defaultdict(dict)
    rows = Score.objects.filter(release__in=releases, score__isnull=False)
    for release, unit, value in rows.values_list("release", "unit", "score"):
        values[release][unit] = value
    return [_comparison(standing, name, values[standing.release.pk]) for standing in scored]


def _comparison(standing, name, values):
    others = [value for unit, value in values.items() if unit != standing.unit_id]
    away = standing.score - median([standing.score, *others])
    if away > 0:
        badge = Badge(_("%(points)s di atas median") % {"points": format_number(away)}, "done")
    elif away < 0:
        badge = Badge(_("%(points)s di bawah median") % {"points": format_number(-away)}, "late")
    else:
        badge = Badge(_("sama dengan median"), "plain")
    title = f"{standing.program} {standing.period_text}"
    return Comparison(title, standing.url, badge, strip(name, standing.score, others))
