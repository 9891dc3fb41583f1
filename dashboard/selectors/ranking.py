"""One ranking as its page shows it: every place with its text ready; a template of 514 rows only writes."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.bands import by_label
from dashboard.pictures.geometry import percent
from dashboard.sentences import Move, rank_label
from evaluations.choices import ScoreState
from rakor.lib.formats import format_number

LONG = 60
"""From here on the table for many rows: no class on cells, one body per band, no pictures."""

REASONS = {
    ScoreState.LOW_COVERAGE: gettext_lazy("Cakupan data %(coverage)s %%, kurang dari %(least)s %%"),
    ScoreState.UNSCORED: gettext_lazy("Tidak ada nilai"),
}


@dataclass(frozen=True)
class RankRow:
    """One place. `rank` is Roman where it was recorded; `bar` and `tick` lie on a scale of 0 to 100."""

    unit_id: int
    code: str
    name: str
    url: str
    detail_url: str
    place: int
    rank: str
    move: Move | None
    score: Decimal | None
    value: str
    bar: str
    tick: str
    before_score: Decimal | None
    before: str
    band: object
    group: str

    @property
    def is_first(self):
        return self.place == 1


@dataclass(frozen=True)
class Unplaced:
    """A regency without a rank: not announced, or not ranked, and why."""

    unit_id: int
    code: str
    name: str
    url: str
    detail_url: str
    reason: str


@dataclass(frozen=True)
class Ranking:
    rows: tuple[RankRow, ...]
    unannounced: tuple[Unplaced, ...]
    unranked: tuple[Unplaced, ...]
    decimals: int
    """As many as the longest value has, so that a column of whole numbers stays one."""

    @property
    def has_values(self):
        """A recorded ranking may have ranks only."""
        return any(row.score is not None for row in self.rows)

    @property
    def longest(self):
        """Signs of the longest value: every bar begins at the same place behind it."""
        return max((len(row.value) for row in self.rows), default=0)

    @property
    def has_bands(self):
        return any(row.band for row in self.rows)

    @property
    def bands(self):
        """The bands that somebody reached, highest first, for the legend."""
        reached = {row.band for row in self.rows if row.band}
        return sorted(reached, key=lambda band: -sum(segment.on for segment in band.segments))

    @property
    def is_long(self):
        return len(self.rows) > LONG

    @property
    def first(self):
        """Everybody on the first place that is known."""
        return [row for row in self.rows if row.place == self.rows[0].place] if self.rows else []


def scores_of(release):
    """Scores in order with what a tile needs: the regency itself and its province. One query."""
    return list(release.scores.in_order().select_related("unit__regency", "unit__parent").defer("lines"))


def full_name(unit):
    """ "Kabupaten Kerinci": the name that a heading may carry."""
    regency = getattr(unit, "regency", None)
    return str(regency.full_name) if regency else unit.name


def decimals_of(numbers):
    """The most decimals any of these needs."""
    exponents = (number.normalize().as_tuple().exponent for number in numbers)
    return max((-exponent for exponent in exponents), default=0) if numbers else 0


def band_labels(release):
    """The instrument's labels from lowest to highest; none, then no predikat is shown."""
    return [band.label for band in release.instrument.bands.all()] if release.instrument else []


def ranking_of(release, scores, compared):
    values = [score.score for score in scores if score.score is not None]
    decimals = max(
        0, decimals_of(values + [before for _rank, before in compared.scores.values() if before is not None])
    )
    segments = by_label(band_labels(release))
    release_url = reverse("dashboard:release-detail", args=[release.ranking])
    regions_url = reverse("dashboard:region-list")

    def addresses(score):
        return f"{regions_url}{score.unit.code}/", f"{release_url}{score.unit.code}/"

    rows = tuple(
        _row(release, score, compared, decimals, segments, *addresses(score))
        for score in scores
        if score.rank is not None
    )
    return Ranking(
        rows=rows,
        unannounced=tuple(
            _unplaced(score, _("tidak diumumkan"), *addresses(score))
            for score in scores
            if score.state == ScoreState.UNANNOUNCED
        ),
        unranked=tuple(
            _unplaced(score, unranked_reason(score, release), *addresses(score))
            for score in scores
            if score.state in REASONS
        ),
        decimals=decimals,
    )


def _row(release, score, compared, decimals, segments, url, detail_url):
    before_rank, before = compared.scores.get(score.unit_id, (None, None))
    band = segments.get(score.band)
    return RankRow(
        unit_id=score.unit_id,
        code=score.unit.code,
        name=score.unit.name,
        url=url,
        detail_url=detail_url,
        place=score.rank,
        rank=rank_label(score.rank, recorded=release.is_recorded),
        move=_move(score.rank, before_rank) if compared else None,
        score=score.score,
        value=_text(score.score, decimals),
        bar=_width(score.score),
        tick=_width(before),
        before_score=before,
        before=_text(before, decimals),
        band=band,
        group=score.band,
    )


def _move(rank, before):
    return Move(is_new=True) if before is None else Move(before - rank)


def _unplaced(score, reason, url, detail_url):
    return Unplaced(score.unit_id, score.unit.code, score.unit.name, url, detail_url, reason)


def unranked_reason(score, release):
    """Why a regency stands below the table."""
    least = release.instrument.min_coverage if release.instrument else Decimal(0)
    return REASONS[score.state] % {
        "coverage": format_number(score.coverage or Decimal(0), 0),
        "least": format_number(least),
    }


def _text(number, decimals):
    return "" if number is None else format_number(number, decimals)


def _width(number):
    """A value on the scale 0–100, which every bar has."""
    return "" if number is None else percent(min(max(number, 0), 100))
