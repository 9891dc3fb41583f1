"""Which people somebody sees, and which of them he or she may invite, give work and let go."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records.refusals import ActionRefused
from records.versions import Overtaken, claim
from regions.access import reach_of
from regions.models import Assignment

VIEW, CHANGE = "accounts.view_user", "accounts.change_user"


def people_visible_to(user, people=None):
    """Whoever ever had an assignment within reach, and oneself."""
    people = User.objects.all() if people is None else people
    reach = reach_of(user, VIEW)
    if reach.everything:
        return people
    within = Assignment.objects.filter(reach.filter_served("unit"))
    return people.filter(Q(pk__in=within.values("user")) | Q(pk=user.pk))


def people_editable_by(user, people=None):
    """Those seen all of whose assignments lie within one's own reach; never oneself, never a superuser."""
    people = people_visible_to(user, people).exclude(pk=user.pk)
    if user.is_superuser:
        return people
    reach = reach_of(user, CHANGE)
    within = Assignment.objects.filter(reach.filter_served("unit"))
    beyond = Assignment.objects.in_force_or_later(timezone.localdate()).exclude(pk__in=within.values("pk"))
    return people.filter(is_superuser=False, pk__in=within.values("user")).exclude(
        pk__in=beyond.values("user")
    )


def take_turn(person):
    """Let an act on a person stand only if nobody else changed that person since the page was opened."""
    try:
        claim(person)
    except Overtaken:
        message = _("%(person)s baru saja diubah orang lain. Buka halamannya lagi dan periksa dahulu.")
        raise ActionRefused("overtaken", message % {"person": person}) from None


def require_editable(person, by):
    if not people_editable_by(by).filter(pk=person.pk).exists():
        message = _("Orang ini tidak Anda kelola: ia bertugas juga di luar lingkup Anda, atau Anda sendiri.")
        raise ActionRefused("not_yours", message)
