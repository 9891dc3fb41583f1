"""What the first page shows: the newest announcement, one ranking to walk through, the last Rakor."""

from django.db.models import Count, F, Prefetch, Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from dashboard.chain import Step, names
from dashboard.selectors.announcements import announcing_rakor
from dashboard.selectors.releases import Place, in_force
from dashboard.selectors.score_lines import covered_in, is_limited, number
from dashboard.sentences import count_word, period_words, sentence_case
from evaluations.choices import ReleaseKind, ScoreState
from evaluations.models import Line
from meetings.choices import RakorState
from meetings.models import Rakor
from meetings.querysets import SHOWN_STATES
from rakor.lib.dates import format_date
from rakor.lib.formats import format_number, format_range
from records.choices import Visibility

LAST_RAKOR = 3
FIRST_PLACES = 3
MOST_SUGGESTED = 60
"""Names offered while typing; more would weigh more than the page."""


def official():
    """Public rankings in force that are no simulation, with the Rakor that announced them."""
    return (
        in_force()
        .exclude(kind=ReleaseKind.SIMULATION)
        .select_related("program", "period", "region", "instrument")
        .prefetch_related(announcing_rakor())
    )


def announced_publicly(releases):
    return releases.filter(
        announced_at__visibility=Visibility.PUBLIC, announced_at__state__in=SHOWN_STATES
    ).order_by("-announced_at__starts_on", "-period__ends_on", "-published_at", "pk")


def newest_announcement():
    """The ranking announced last at a Rakor; where none was, the one about the latest period."""
    return (
        announced_publicly(official()).first()
        or official().order_by("-period__ends_on", "-published_at", "pk").first()
    )


def walkable_ranking():
    """The newest computed ranking that a Rakor announced and in which everybody has a rank."""
    ranked = Count("scores", filter=Q(scores__state=ScoreState.RANKED))
    complete = official().filter(kind=ReleaseKind.COMPUTED).annotate(ranked=ranked).filter(ranked=F("places"))
    return (
        announced_publicly(complete.filter(ranked__gt=0))
        .order_by("-period__ends_on", "-announced_at__starts_on", "pk")
        .prefetch_related(Prefetch("instrument__lines", Line.objects.select_related("indicator")))
        .first()
    )


def first_score(release):
    return release.scores.published().in_order().filter(rank=1).first()


def first_three(ranking):
    """The first three rows for the component of that name; computed ones with their value."""
    return [Place(row.rank, row.name, row.url, row.value) for row in ranking.rows[:FIRST_PLACES]]


def last_rakor():
    """Held ones only: what is still to come has nothing to tell yet."""
    held = Rakor.objects.public().filter(state__in=[RakorState.HELD, RakorState.CLOSED])
    return list(held.order_by("-starts_on", "-pk")[:LAST_RAKOR])


def chain_steps(release, score, compared, follow_ups):
    """The eight steps on one ranking and its first regency, each with what is known there.

    `follow_ups` are those of the announcing Rakor with their timing.
    """
    rakor, label, lines = release.announced_at, names(), score.stored_lines()
    measured = [line.indicator for line in release.instrument.lines.all() if line.indicator_id]
    indicators = {indicator.code: indicator for indicator in measured}
    indicator = _the_indicator(lines, indicators)
    url, page = rakor.get_absolute_url(), release.get_absolute_url()
    detail = reverse("dashboard:score-detail", args=[release.ranking, score.unit.code])
    return [
        Step(label["rakor"], url, _rakor_words(rakor)),
        _outcome_step(label["outcome"], rakor, url),
        _follow_up_step(label["follow_up"], rakor, url, follow_ups),
        Step(label["indicator"], f"{detail}#indikator", _indicator_words(indicator, lines)),
        Step(label["figure"], f"{detail}#angka", _figure_words(score, indicator, lines, compared)),
        Step(label["score"], f"{detail}#nilai", _score_words(release, score, lines, indicators)),
        Step(label["rank"], page, _rank_words(release, score, compared)),
        _award_step(label["award"], release, page),
    ]


def _rakor_words(rakor):
    day = format_date(rakor.starts_on, rakor.date_precision)
    return format_html("{}, <strong>{}</strong>", rakor.title, day)


def _outcome_step(label, rakor, url):
    if rakor.outcomes_shown:
        said = _("%(count)s rumusan hasil") % {"count": count_word(rakor.outcomes_shown)}
        return Step(label, f"{url}#rumusan", sentence_case(said))
    missing = _("Belum tercatat") if rakor.record_source == "langsung" else _("Tidak dimuat dalam sumber")
    return Step(label, url, missing, "none")


def _follow_up_step(label, rakor, url, follow_ups):
    """`follow_ups` is a Summary; invented ones make the step a sample."""
    if not follow_ups.total:
        return Step(label, url, _("Belum ada yang tercatat"), "none")
    said = format_html(
        _("<strong>{done} dari {total}</strong> selesai tepat waktu"),
        done=follow_ups.done_in_time,
        total=follow_ups.total,
    )
    return Step(label, f"{url}#tl", said, "sample" if follow_ups.invented else "")


def _the_indicator(lines, indicators):
    """What the only line measures, where the public may know."""
    if len(lines) != 1:
        return None
    indicator = indicators.get(lines[0].get("indicator"))
    return indicator if indicator and indicator.visibility == Visibility.PUBLIC else None


def _indicator_words(indicator, lines):
    if indicator is None:
        return _("%(count)s butir penilaian") % {"count": count_word(len(lines))}
    parts, polarity = [indicator.name], indicator.get_polarity_display().lower()
    if indicator.scale_min is not None:
        scale = format_range(indicator.scale_min, indicator.scale_max)
        parts.append(format_html('<span class="r-nowrap">{}</span>', scale))
    return format_html_join(", ", "{}", ((part,) for part in [*parts, polarity]))


def _figure_words(score, indicator, lines, compared):
    """The figure itself where one public line is all there is, else how many lines have one."""
    if indicator is None or is_limited(lines[0], indicator):
        with_value = sum(number(line, "value") is not None for line in lines)
        return _("%(name)s: %(count)s butir berangka") % {
            "name": score.unit.name,
            "count": count_word(with_value),
        }
    name, now = score.unit.name, _figure(lines)
    earlier = compared.release and compared.release.scores.filter(unit=score.unit_id).first()
    if not earlier or any(is_limited(line, indicator) for line in earlier.stored_lines()):
        return format_html("{} <strong>{}</strong>", name, now)
    return format_html(
        _("{name} <strong>{now}</strong>; tahun {year}: {before}"),
        name=name,
        now=now,
        year=period_words(compared.release.period),
        before=_figure(earlier.stored_lines()),
    )


def _figure(lines):
    value = number(lines[0], "value") if lines else None
    return "–" if value is None else format_number(value)


def _score_words(release, score, lines, indicators):
    if covered_in(lines, indicators).is_bare:
        return _("Nilai ditutup, karena membuka angka di bawah lima")
    return format_html(
        _("<strong>{score}</strong> dari {count} butir, bobot 100"),
        score=format_number(score.score, release.precision),
        count=count_word(len(lines)),
    )


def _rank_words(release, score, compared):
    said = {"name": score.unit.name, "rank": score.rank, "places": release.places}
    before = compared.scores.get(score.unit_id, (None, None))[0]
    if before is None or before == score.rank:
        return format_html(_("{name} <strong>{rank} dari {places}</strong>"), **said)
    said["up"] = before - score.rank
    return format_html(_("{name} <strong>{rank} dari {places}</strong>, naik {up}"), **said)


def _award_step(label, release, page):
    handed = release.awards.count()
    if handed:
        return Step(
            label,
            f"{page}#piagam",
            sentence_case(_("%(count)s piagam diserahkan") % {"count": count_word(handed)}),
        )
    return Step(label, page, _("Tidak ada yang tercatat untuk %(title)s") % {"title": release.title}, "none")
