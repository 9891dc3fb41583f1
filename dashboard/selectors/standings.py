"""Where regions stand in the rankings in force. Simulations stay on their own pages, never beside these."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from dashboard.selectors.comparison import are_comparable, with_method
from dashboard.selectors.releases import in_force
from dashboard.sentences import joined, period_words, rank_label, rank_words, sentence_case
from evaluations.choices import ReleaseKind, ScoreState
from evaluations.models import Release, Score
from rakor.lib.dates import NBSP
from rakor.lib.formats import format_number


@dataclass(frozen=True)
class Standing:
    """One region in one ranking. `rank` is None where it was not ranked or not announced; `state` says which.

    `before` is the rank in the last ranking that was made the same way.
    """

    release: Release
    unit_id: int
    rank: int | None
    score: Decimal | None
    state: str
    before: int | None = None

    @property
    def rank_text(self):
        if self.rank is None:
            return ""
        return rank_label(self.rank, recorded=self.release.is_recorded)

    @property
    def of_text(self):
        """ "dari 11"; a recorded ranking names only some, so its rank stands alone."""
        if self.rank is None or self.release.is_recorded:
            return ""
        return _("dari %(places)d") % {"places": self.release.places}

    @property
    def score_text(self):
        return "" if self.score is None else format_number(self.score)

    @property
    def state_text(self):
        return "" if self.rank else str(ScoreState(self.state).label)

    @property
    def program(self):
        return self.release.program.short_name

    @property
    def period_text(self):
        return period_words(self.release.period)

    @property
    def short(self):
        """ "MCP 2018: 1 dari 11", for a list."""
        rank = f"{self.rank_text} {self.of_text}".strip().replace(" ", NBSP)
        return f"{self.program} {self.period_text}: {rank}"

    @property
    def url(self):
        return self.release.get_absolute_url()


def rankings_in_force():
    """Public rankings as they count today, newest first. One query."""
    return (
        in_force()
        .exclude(kind=ReleaseKind.SIMULATION)
        .select_related("program", "period")
        .order_by("-period__ends_on", "program__short_name", "ranking")
    )


def history_of(unit):
    """Every ranking that a region is in, newest first, each with the rank before it. Three queries."""
    releases = {release.pk: release for release in with_method(rankings_in_force().filter(scores__unit=unit))}
    rows = Score.objects.filter(unit=unit, release__in=releases)
    held = {row[0]: row[1:] for row in rows.values_list("release", "rank", "score", "state")}
    standings = []
    for place, (pk, release) in enumerate(releases.items()):
        before = _rank_before(release, list(releases.values())[place + 1 :], held)
        standings.append(Standing(release, unit.pk, *held[pk], before))
    return standings


def _rank_before(release, older_releases, held):
    """The rank in the newest older ranking that may be compared; None where there is none."""
    for older in older_releases:
        if _line_of(older) == _line_of(release) and are_comparable(older, release):
            return held[older.pk][0]
    return None


def _line_of(release):
    return (release.program_id, release.region_id, release.category, release.kind)


def latest(standings):
    """The newest of each program; `standings` come newest first."""
    newest = {}
    for standing in standings:
        newest.setdefault((standing.release.program_id, standing.release.category), standing)
    return list(newest.values())


def newest_rankings(releases):
    """The newest ranking of each program, province and scope; `releases` come newest first."""
    newest = {}
    for release in releases:
        newest.setdefault((release.program_id, release.region_id, release.category), release)
    return list(newest.values())


def latest_by_unit(releases, units):
    """{unit: its ranks in the newest rankings}, for a list of units by primary key. One query."""
    order = {release.pk: (place, release) for place, release in enumerate(newest_rankings(releases))}
    scores = Score.objects.filter(release__in=order, unit__in=units, rank__isnull=False)
    found = defaultdict(list)
    for release, unit, *held in scores.values_list("release", "unit", "rank", "score", "state"):
        found[unit].append((order[release][0], Standing(order[release][1], unit, *held)))
    return {
        unit: [standing for _place, standing in sorted(rows, key=lambda row: row[0])]
        for unit, rows in found.items()
    }


def sentence(standings):
    """ "Peringkat II konflik sosial dan peringkat 2 Ombudsman pada 2022; peringkat 1 MCP pada 2018." """
    by_period = defaultdict(list)
    for standing in standings:
        if standing.rank:
            words = {"rank": rank_words(standing.rank_text), "subject": standing.release.subject}
            by_period[standing.period_text].append(_("%(rank)s %(subject)s") % words)
    parts = [
        _("%(ranks)s pada %(period)s") % {"ranks": joined(ranks), "period": period}
        for period, ranks in by_period.items()
    ]
    return f"{sentence_case('; '.join(parts))}." if parts else ""


def score_address(release, code):
    """The page that explains the score; a recorded ranking has none."""
    return "" if release.is_recorded else reverse("dashboard:score-detail", args=[release.ranking, code])
