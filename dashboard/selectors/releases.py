"""Releases as the public may see them: in a list by program, one by its address, and all of one ranking."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Case, Count, IntegerField, Prefetch, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.announcements import announcing_rakor
from dashboard.sentences import count_word, period_words, rank_label, sentence_case, unannounced_words
from evaluations.choices import ReleaseKind, ScoreState
from evaluations.models import Release, Score
from rakor.lib.dates import format_date

FIRST_PLACES = 3


@dataclass(frozen=True)
class Place:
    label: str
    name: str
    url: str
    value: str = ""


@dataclass(frozen=True)
class ReleaseRow:
    title: str
    url: str
    period: str
    region: str
    kind: str
    is_recorded: bool
    is_correction: bool
    places: tuple[Place, ...]
    rest: str


@dataclass(frozen=True)
class ProgramGroup:
    """The rankings of one program that stand on one page of the list; simulations are a group apart."""

    name: str
    rows: tuple[ReleaseRow, ...]
    is_simulation: bool

    @property
    def heading(self):
        """Says that it is a simulation, once."""
        if not self.is_simulation or _("simulasi") in self.name.lower():
            return self.name
        return _("Simulasi: %(name)s") % {"name": self.name}


@dataclass(frozen=True)
class Version:
    """One release of a ranking: what it is called, what it holds, and its digest."""

    name: str
    url: str
    date: str
    reason: str
    sha256: str
    is_in_force: bool
    is_shown: bool


def in_force():
    """Every public ranking as it stands, without the canonical texts."""
    return Release.objects.public().in_force().defer("text")


def listed(releases):
    """Official ones first, by program and then newest first; simulations after all of them."""
    apart = Case(
        When(kind=ReleaseKind.SIMULATION, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    return (
        releases.select_related("program", "period", "region")
        .annotate(apart=apart, ranked=Count("scores", filter=Q(scores__state=ScoreState.RANKED)))
        .prefetch_related(first_scores())
        .order_by("apart", "program__name", "program_id", "-period__ends_on", "region__code", "category")
    )


def counted(releases):
    """(official, simulations). One query."""
    numbers = dict(releases.order_by().values_list("kind").annotate(number=Count("pk")))
    simulated = numbers.pop(ReleaseKind.SIMULATION, 0)
    return sum(numbers.values()), simulated


def first_scores():
    firsts = Score.objects.published().filter(rank__lte=FIRST_PLACES).defer("lines").in_order()
    return Prefetch("scores", firsts, to_attr="first_scores")


def groups_of(releases):
    """ProgramGroups of releases in the order of `listed`."""
    return [
        ProgramGroup(name, tuple(_row(release) for release in members), bool(apart))
        for (apart, _program, name), members in groupby(
            releases, key=lambda release: (release.apart, release.program_id, release.program.name)
        )
    ]


def _row(release):
    return ReleaseRow(
        title=release.title,
        url=release.get_absolute_url(),
        period=period_words(release.period),
        region=release.region.name,
        kind=release.get_kind_display(),
        is_recorded=release.is_recorded,
        is_correction=release.number > 1,
        places=places_of(release, release.first_scores),
        rest=_rest(release),
    )


def places_of(release, scores):
    """The first places for the component of that name; when many share one, only as many as fit a glance."""
    return tuple(
        Place(
            rank_label(score.rank, recorded=release.is_recorded),
            score.unit.name,
            score.unit.get_absolute_url(),
        )
        for score in scores[: 2 * FIRST_PLACES]
    )


def _rest(release):
    if release.is_recorded and release.places > release.ranked:
        return unannounced_words(release.places - release.ranked)
    ranked = ngettext("%(count)s daerah diperingkat", "%(count)s daerah diperingkat", release.ranked)
    return sentence_case(ranked % {"count": count_word(release.ranked)}) + "."


def release_page(ranking, number=None):
    """The release of an address: the one in force, or the numbered one. Release.DoesNotExist otherwise."""
    releases = Release.objects.public().filter(ranking=ranking).with_context().defer("text")
    releases = releases.select_related(None).select_related(
        "program__owner", "period", "region", "instrument", "round"
    )
    releases = releases.prefetch_related(announcing_rakor(), "instrument__lines", "instrument__bands")
    return releases.filter(number=number).get() if number else releases.in_force().get()


def versions_of(release):
    """Every release of the ranking, newest first: corrections do not hide what they corrected. One query."""
    held = Release.objects.public().filter(ranking=release.ranking).defer("text").order_by("-number")
    newest = 0
    rows = []
    for other in held:
        newest = max(newest, other.number)
        rows.append(_version(other, newest, release))
    return rows


def _version(other, newest, shown):
    return Version(
        name=_("Penetapan ke-%(number)d") % {"number": other.number},
        url=f"{other.get_absolute_url()}{other.number}/",
        date=format_date(timezone.localtime(other.published_at).date()),
        reason=other.reason,
        sha256=other.sha256,
        is_in_force=other.number == newest,
        is_shown=other.pk == shown.pk,
    )
