"""Who may do something to the figures of a unit: the inverse of `regions.access.reach_of`, for whole sets.

    people_who("programs.accept_report", [(unit, program), …])     # {(unit key, program key): {user keys}}

Superusers are no part of it: what they may do everywhere is nobody's daily work.
"""

from django.db.models import Q
from django.utils import timezone

from accounts.choices import Role, Scope
from accounts.permissions import allows, scopes_of, split
from regions.access import below, home_of, province_of
from regions.models import Assignment, Unit

__all__ = ["people_who"]


def people_who(permission, places):
    """The active users whose assignments in force grant `permission` over each unit and program.

    Two queries, whatever the number of places.
    """
    places = list(places)
    above = _above({unit.pk for unit, _program in places})
    agencies = {program.agency_id for _unit, program in places}
    assignments = list(_granting(permission, above, agencies))
    return {
        (unit.pk, program.pk): {
            one.user_id for one in assignments if _covers(one, above[unit.pk], program.agency_id)
        }
        for unit, program in places
    }


def _above(keys):
    """{unit's key: the keys of itself and of what it stands below}."""
    levels = Unit.objects.filter(pk__in=keys).values_list("pk", "parent", "parent__parent")
    return {line[0]: {key for key in line if key} for line in levels}


def _granting(permission, above, agencies):
    """Assignments in force today that grant the permission somewhere near these units or programs."""
    action, label = split(permission)
    roots = set().union(*above.values())
    near = {
        Scope.ALL: Q(),
        Scope.OWN_UNIT: Q(unit__in=roots),
        Scope.OWN_PROGRAM: Q(unit__in=roots) | Q(unit__in=agencies - {None}),
        # An agency's or regency's assignment may cover the province it stands in.
        Scope.PROVINCE: below(roots, "unit"),
    }
    granted = Q(pk__in=[])
    for role in Role:
        for scope in scopes_of(role):
            if scope in near and allows(role, scope, label, action):
                granted |= Q(role=role, scope=scope) & near[scope]
    return (
        Assignment.objects.in_force(timezone.localdate())
        .filter(granted, user__is_active=True)
        .select_related("unit__parent__parent")
    )


def _covers(assignment, above, agency):
    """As `Reach.covers_figure`, for one assignment."""
    if assignment.scope == Scope.ALL:
        return True
    if assignment.scope == Scope.PROVINCE:
        return province_of(assignment.unit) in above
    if assignment.unit_id in above:
        return True
    if assignment.scope != Scope.OWN_PROGRAM or assignment.unit_id != agency:
        return False
    return home_of(assignment.unit) in {None, *above}
