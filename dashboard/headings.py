"""The sentence above a ranking and the one below it, from its own figures."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard import sentences
from dashboard.pictures.geometry import median


def release_heading(release, ranking, compared):
    """The result as a sentence; the title where nobody's rank is known."""
    first = ranking.first
    if not first:
        return release.title
    names = [row.name for row in first]
    if release.is_recorded:
        period = sentences.period_words(release.period)
        return sentences.recorded_heading(names, first[0].rank, release.subject, release.region.name, period)
    before = compared.scores.get(first[0].unit_id, (None, None))[0] if len(first) == 1 else None
    return sentences.computed_heading(names, len(ranking.rows), release.title, before)


def marked(heading, release):
    """The heading as tabs, searches and shared links carry it, where no banner stands above it."""
    if not release.is_simulation or _("simulasi") in heading.lower():
        return heading
    return _("Simulasi: %(heading)s") % {"heading": heading}


def release_lede(ranking, compared):
    """What happened to everybody; of a recorded ranking, who is not in it."""
    parts = [unannounced(ranking)] if ranking.unannounced else []
    values = [row.score for row in ranking.rows if row.score is not None]
    if compared and values:
        parts += _changes(ranking, values)
    elif len(values) > 2:
        parts.append(sentences.spread_words(min(values), median(values), max(values), ranking.decimals))
    if ranking.unranked:
        number = len(ranking.unranked)
        said = ngettext("%(count)s daerah tidak diperingkat.", "%(count)s daerah tidak diperingkat.", number)
        parts.append(sentences.sentence_case(said % {"count": sentences.count_word(number)}))
    return " ".join(part for part in parts if part)


def unannounced(ranking):
    return sentences.unannounced_words(len(ranking.unannounced)) if ranking.unannounced else ""


def _changes(ranking, values):
    """Whose value rose and fell, and the median, over those who have both values."""
    pairs = [
        (row.before_score, row.score)
        for row in ranking.rows
        if row.before_score is not None and row.score is not None
    ]
    if not pairs:
        return []
    risen = sum(after > before for before, after in pairs)
    fallen = sum(after < before for before, after in pairs)
    moved = sentences.movement_words(risen, len(pairs) - risen - fallen, fallen)
    before = median([before for before, _after in pairs])
    places = max(ranking.decimals, 0)
    return [moved, sentences.median_words(before, median(values), places)]


def score_heading(release, score, name, value):
    """ "Kabupaten Batanghari peringkat 1 dari 11, nilai 67,00"; what is not known is not said.

    Expects `ranked` on the score. Of a recorded ranking nobody knows how many were judged.
    """
    if score.rank is None:
        return _("%(name)s: %(state)s pada %(title)s") % {
            "name": name,
            "state": score.get_state_display().split(":")[0].lower(),
            "title": release.title,
        }
    rank = sentences.rank_words(sentences.rank_label(score.rank, recorded=release.is_recorded))
    if release.is_recorded:
        heading = f"{name} {rank}"
    else:
        places = sentences.format_figure(score.ranked)
        heading = _("%(name)s %(rank)s dari %(places)s") % {"name": name, "rank": rank, "places": places}
    if value:
        figure = (_("nilai %(value)s") % {"value": value}).replace(" ", sentences.NBSP)
        heading = f"{heading}, {figure}"
    return heading


def range_sentence(score):
    """How sure the rank is, where more than one line allows to ask; never beside a headline."""
    if score.rank is None or score.rank_low is None or score.rank_high is None:
        return ""
    if score.rank_low == score.rank_high:
        return _("Tetap peringkat %(rank)d bila satu butir dihapus atau bobotnya diubah seperempat.") % {
            "rank": score.rank
        }
    return _(
        "Peringkat %(rank)d; tetap di %(low)d–%(high)d bila satu butir dihapus "
        "atau bobotnya diubah seperempat."
    ) % {"rank": score.rank, "low": score.rank_low, "high": score.rank_high}
