"""Where a ranking was announced, and what it rests on."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from meetings.models import FollowUp, Outcome, Rakor
from rakor.lib.dates import format_date


@dataclass(frozen=True)
class Announcement:
    """The Rakor only where the public may see it; a source only where one is named."""

    rakor_label: str
    rakor_url: str
    rakor_date: str
    source: str
    source_url: str
    basis: str


def announcing_rakor():
    """Prefetch for `announced_at`: a Rakor that is not public is not there. Says what hangs on it."""
    outcomes = Outcome.objects.public().filter(rakor=OuterRef("pk")).order_by().values("rakor")
    outcomes = outcomes.annotate(number_of=Count("pk"))
    return Prefetch(
        "announced_at",
        Rakor.objects.public().annotate(
            outcomes_shown=Coalesce(Subquery(outcomes.values("number_of")), 0),
            has_follow_ups=Exists(FollowUp.objects.public().filter(outcome__rakor=OuterRef("pk"))),
        ),
    )


def announcement(release):
    """Expects `announced_at` as `announcing_rakor` fetches it."""
    rakor = release.announced_at
    source = release.source_name
    if source and release.source_on:
        source = f"{source}, {format_date(release.source_on)}"
    return Announcement(
        rakor_label=rakor_label(rakor) if rakor else "",
        rakor_url=rakor.get_absolute_url() if rakor else "",
        rakor_date=rakor.date_text if rakor else "",
        source=source,
        source_url=release.source_url,
        basis=release.basis.strip().removesuffix("."),
    )


def rakor_label(rakor):
    """ "Rakor di Muaro Jambi", or its title where no town is recorded."""
    return _("Rakor di %(place)s") % {"place": rakor.place} if rakor.place else rakor.title


def chain_urls(release):
    """Addresses of the steps before the figures, for a trail: Rakor, what was agreed, what followed."""
    rakor = release.announced_at
    if rakor is None:
        return {}
    url = rakor.get_absolute_url()
    return {
        "rakor": url,
        "outcome": f"{url}#rumusan" if rakor.outcomes_shown else "",
        "follow_up": f"{url}#tl" if rakor.has_follow_ups else "",
    }
