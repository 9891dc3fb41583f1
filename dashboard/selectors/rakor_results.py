"""What came out at a Rakor beyond its own words: rankings announced, awards handed over, papers."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from dashboard.selectors.links import Link, public_rakor, shown, unit_link
from dashboard.selectors.rakor_people import all_in_words, in_words
from dashboard.selectors.releases import groups_of, listed
from dashboard.selectors.standings import rankings_in_force
from dashboard.sentences import rank_words
from evaluations.choices import ReleaseKind
from evaluations.models import Award
from meetings.models import Rakor, Role
from rakor.lib.dates import format_date
from records.choices import Visibility


@dataclass(frozen=True)
class AwardRow:
    unit: Link
    rank: str
    rank_text: str
    title: str
    release: Link
    number: str
    givers: tuple[str, ...]
    receiver: str
    handed_on: str
    signatory: str


@dataclass(frozen=True)
class DocumentRow:
    kind: str
    title: str
    details: str
    url: str


def announced_at(rakor):
    """Rankings in force that were announced here, as the list of rankings shows them. Two queries."""
    groups = groups_of(listed(rankings_in_force().filter(announced_at=rakor)))
    return [row for group in groups for row in group.rows]


def public_awards():
    """Awards of public rankings; an official is named only from a Rakor that is public itself."""
    officials = (
        Role.objects.filter(rakor__in=Rakor.objects.public())
        .select_related("principal")
        .order_by("order", "pk")
    )
    return (
        Award.objects.filter(release__program__visibility=Visibility.PUBLIC)
        .select_related("unit", "release")
        .defer("release__text")
        .prefetch_related(
            Prefetch("givers", officials), Prefetch("receiver", officials), public_rakor("rakor")
        )
        .order_by("release_id", "rank", "unit_id")
    )


def official_awards():
    """Awards as they stand beside real ones: none of a simulation."""
    return public_awards().exclude(release__kind=ReleaseKind.SIMULATION)


def awards_at(rakor):
    """Four queries, whatever the number of awards."""
    return [award_row(award) for award in official_awards().filter(rakor=rakor)]


def shared_givers(awards):
    """Who handed over all of them, where there are several and it was the same people every time."""
    givers = {award.givers for award in awards}
    return givers.pop() if len(awards) > 1 and len(givers) == 1 else ()


def award_row(award):
    return AwardRow(
        unit=unit_link(award.unit),
        rank=award.roman_rank,
        rank_text=rank_words(award.roman_rank),
        title=award.title,
        release=Link(award.release.title, award.release.get_absolute_url()),
        number=award.number,
        givers=all_in_words(award.givers.all()),
        receiver=in_words(award.receiver) if award.receiver else "",
        handed_on=format_date(award.handed_on) if award.handed_on else "",
        signatory=award.signatory,
    )


def documents_of(rakor, reader=None):
    documents = shown(rakor.documents.all(), reader).select_related("file")
    return [
        DocumentRow(
            kind=document.get_kind_display(),
            title=document.title,
            details=_details(document, reader),
            url=document.url or (_file_url(document) if reader else ""),
        )
        for document in documents.order_by("kind", "pk")
    ]


def _file_url(document):
    return reverse("work:document", args=[document.pk]) if document.file else ""


def _details(document, reader):
    parts = []
    if document.number:
        parts.append(_("Nomor %(number)s") % {"number": document.number})
    if document.dated_on:
        parts.append(format_date(document.dated_on))
    if document.file and not document.url and reader is None:
        # Files are not handed out yet: signed papers hold signatures and lists hold numbers of people.
        parts.append(_("salinan dapat diminta kepada PPID"))
    return ", ".join(parts)
