"""Whose personal data somebody may hand out and erase."""

from regions.access import reach_of
from regions.models import Assignment

CHANGE = "accounts.change_user"


def may_manage(by, person):
    """A superuser, or who manages every unit where this person ever served. Superusers: only another one."""
    if not by.is_active:
        return False
    if by.is_superuser:
        return True
    if person.is_superuser or not by.has_perm(CHANGE):
        return False
    served = Assignment.objects.filter(reach_of(by, CHANGE).filter_served("unit"))
    ever = Assignment.objects.filter(user=person)
    return ever.exists() and not ever.exclude(pk__in=served).exists()
