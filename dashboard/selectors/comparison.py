"""Which earlier ranking a change of rank may be said against, and the other years of the same ranking."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from dashboard.sentences import period_words
from evaluations.models import Line, Release
from rakor.lib import periods


@dataclass(frozen=True)
class Comparison:
    """`scores` of the ranking before by unit; without one, `reason` says why nothing is compared."""

    release: Release | None
    scores: dict
    reason: str = ""

    def __bool__(self):
        return self.release is not None

    @property
    def before_label(self):
        """The period before, for the head of a column."""
        return period_words(self.release.period) if self.release else ""


def method_of(release):
    """What must be equal for two ranks to be comparable: the lines with formula, weight and cap."""
    return sorted(
        (line.indicator_id or 0, line.formula, line.weight, line.cap or 0, line.is_to_date)
        for line in release.instrument.lines.all()
    )


def are_comparable(earlier, later):
    """The same kind of period judged by the same lines; how a recorded ranking was made is not known.

    Expects `instrument__lines` and `period` to be at hand.
    """
    if later.is_recorded or earlier.kind != later.kind:
        return False
    if periods.kind(earlier.period.code) != periods.kind(later.period.code):
        return False
    return method_of(earlier) == method_of(later)


def with_method(releases):
    return releases.select_related("period", "instrument").prefetch_related(
        Prefetch("instrument__lines", Line.objects.all())
    )


def comparison(release):
    """The last ranking this one may be compared with, and its scores. Three queries at most."""
    if release.is_recorded:
        return Comparison(None, {}, _("Cara menilainya tidak tercatat, maka peringkat tidak dibandingkan."))
    earlier = list(with_method(Release.objects.public().comparable_before(release).defer("text")))
    before = next((other for other in earlier if are_comparable(other, release)), None)
    if before is None:
        said = _("Cara menilai sebelumnya berbeda, maka peringkat tidak dibandingkan.")
        return Comparison(None, {}, said if earlier else _("Belum ada peringkat sebelumnya yang sebanding."))
    scores = {
        unit: (rank, score) for unit, rank, score in before.scores.values_list("unit_id", "rank", "score")
    }
    return Comparison(before, scores)


def same_ranking_in_other_years(release):
    """In force, of the same program, province, scope and kind, oldest first; this one is among them."""
    return (
        Release.objects.public()
        .in_force()
        .filter(program=release.program, region=release.region, category=release.category, kind=release.kind)
        .select_related("period")
        .defer("text")
        .order_by("period__ends_on")
    )
