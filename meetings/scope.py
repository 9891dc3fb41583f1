"""Which Rakor a person prepares and which secrets he or she may read, as conditions on Rakor."""

from django.db.models import Q

from records.choices import Visibility
from regions.access import reach_of


def prepared_within(reach):
    """Rakor that somebody prepares: organised by a unit served, in a province covered, or named singly."""
    return (
        reach.filter_served("organiser")
        | reach.filter_provinces("region")
        | Q(pk__in=reach.object_ids("meetings.rakor"))
    )


def unveiled_within(user):
    """Rakor whose secrets this person may read: the organiser's admins, and the committee named for it."""
    return prepared_within(reach_of(user, "meetings.unveil_rakor"))


def unveiled_or_open(user):
    return ~Q(visibility=Visibility.SECRET) | unveiled_within(user)
