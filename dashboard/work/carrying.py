"""Which Rakor a person may carry differences to."""

from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.choices import RakorState
from meetings.models import Rakor
from rakor.lib.dates import format_date

MOST = 20
COMING = (RakorState.DRAFT, RakorState.SCHEDULED)


def coming_rakor(user, figures):
    """(key, words) of the next Rakor that this person prepares; those about one of the figures come first.

    `figures` are `dashboard.selectors.differences.about` each.
    """
    found = Rakor.objects.editable_by(user).filter(state__in=COMING, starts_on__gte=timezone.localdate())
    coming = list(found.order_by("starts_on", "pk").prefetch_related("programs")[:MOST])
    coming.sort(key=lambda rakor: not any(is_about(rakor, *figure) for figure in figures))
    return [(rakor.pk, rakor_words(rakor)) for rakor in coming]


def is_about(rakor, program, near):
    """Whether a Rakor goes through a figure's program, where that figure belongs."""
    return rakor.region_id in near and program in {one.pk for one in rakor.programs.all()}


def rakor_words(rakor):
    return _("%(title)s, %(day)s") % {"title": rakor.title, "day": format_date(rakor.starts_on)}
