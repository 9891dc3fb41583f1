"""How people stand: in work, never come, about to end, without work, closed. For lists and files."""

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from rakor.lib.dates import format_date
from regions.models import AccountInvitation, Assignment

ENDING_DAYS = 30


def with_standing(people):
    """People with their assignments and when they were last invited, for a list of any length."""
    latest = AccountInvitation.objects.filter(user=OuterRef("pk"), cancelled_at__isnull=True)
    return people.prefetch_related("assignments__unit__parent").annotate(
        invited_at=Subquery(latest.order_by("-id").values("invited_at")[:1])
    )


def never_came(people):
    return people.filter(is_active=True, last_login__isnull=True)


def came(people):
    return people.filter(is_active=True, last_login__isnull=False)


def ending_soon(people):
    """People one of whose assignments ends within thirty days."""
    ending = Assignment.objects.ending_soon(timezone.localdate(), ENDING_DAYS)
    return people.filter(is_active=True, pk__in=ending.values("user"))


def without_work(people):
    """Open accounts that give nothing: neither a flag nor an assignment in force or to come."""
    held = Assignment.objects.in_force_or_later(timezone.localdate())
    return people.filter(is_active=True, is_superuser=False).exclude(pk__in=held.values("user"))


def closed(people):
    return people.filter(is_active=False)


def in_force(person):
    """Of the assignments read along, those that give rights today."""
    today = timezone.localdate()
    return [
        one
        for one in person.assignments.all()
        if one.ended_at is None and one.starts_on <= today <= (one.ends_on or today)
    ]


def work_in_words(person):
    """ "Operator (Kerinci), Notulis"."""
    named = [
        f"{one.get_role_display()} ({one.unit})" if one.unit else one.get_role_display()
        for one in in_force(person)
    ]
    return ", ".join(named) or _("tidak ada")


def next_end(person):
    """The first day on which something that this person holds ends; None where nothing does."""
    return min((one.ends_on for one in in_force(person) if one.ends_on), default=None)


def serving(units):
    """People with an assignment in force at one of these units."""
    return Q(pk__in=Assignment.objects.in_force(timezone.localdate()).filter(unit__in=units).values("user"))


def seen_in_words(person):
    """When somebody was last in; of who never was, since when he or she is invited."""
    if person.last_login:
        return format_date(timezone.localdate(person.last_login))
    invited_at = getattr(person, "invited_at", None)
    if invited_at is None:
        return _("belum pernah masuk")
    day = format_date(timezone.localdate(invited_at))
    return _("belum pernah masuk, diundang %(day)s") % {"day": day}


def in_words(assignment):
    """How one assignment stands today."""
    today = timezone.localdate()
    if assignment.ended_at:
        return _("diakhiri")
    if assignment.ends_on and assignment.ends_on < today:
        return _("berakhir")
    return _("belum mulai") if assignment.starts_on > today else _("berlaku")
