"""Who reaches what: the permission table (accounts) joined with assignments (here).

Rooms below and above ask through Django: `user.has_perm("programs.accept_report")` asks the table,
`QuerySet.visible_to(user)` limits the rows. The fetch is the check: what is out of reach is not found.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from accounts.authentication import AccountBackend
from accounts.choices import Scope
from accounts.permissions import SUPERUSER, allows, split
from regions.choices import UnitKind
from regions.models import Unit

__all__ = ["AssignmentBackend", "Reach", "assignments_of", "reach_of"]


def assignments_of(user):
    """The user's assignments in force today; read once per user object, that is once per request."""
    if not hasattr(user, "_assignments_in_force"):
        today = timezone.localdate()
        user._assignments_in_force = (
            list(user.assignments.in_force(today).select_related("unit__parent"))
            if user.is_authenticated and user.is_active
            else []
        )
    return user._assignments_in_force


EVERY_ROW = ~Q(pk__in=[])
"""Unlike an empty Q this keeps its meaning when it is joined to others by "or"."""


@dataclass(frozen=True)
class Reach:
    """How far a person's assignments reach: everything, or the subtrees of some units.

    `served` are the units themselves: what they report, organise and promise. `programs` are the agencies
    whose own programs count, each with the province in which they do. `provinces` are covered as a whole, all
    agencies in them included; `homes` are the provinces in which a person stands, covered or not.
    """

    everything: bool = False
    served: frozenset = field(default_factory=frozenset)
    programs: frozenset = field(default_factory=frozenset)
    provinces: frozenset = field(default_factory=frozenset)
    homes: frozenset = field(default_factory=frozenset)
    objects: frozenset = field(default_factory=frozenset)
    """References such as "meetings.rakor:12"."""

    def __bool__(self):
        return bool(self.everything or self.served or self.objects)

    def filter_served(self, *paths):
        """A Q that keeps rows whose unit (at one of `paths`) is served or stands below one that is."""
        return EVERY_ROW if self.everything else below(self.served, *paths)

    def filter_provinces(self, *paths):
        """As `filter_served`, only for whoever covers a province as a whole."""
        return EVERY_ROW if self.everything else below(self.provinces, *paths)

    def filter_facts(self, unit, agency):
        """Figures of the units served, and those of one's own agency's programs in its province.

        `unit` leads to the unit that a figure is about, `agency` to the agency that runs its program.
        """
        condition = self.filter_served(unit)
        for own, province in self.programs:
            runs = Q(**{agency: own})
            condition |= runs & below({province}, unit) if province else runs
        return condition

    def covers_figure(self, unit, program):
        """As `filter_facts`, for a unit and a program at hand."""
        near = {unit.pk, unit.parent_id}
        if self.everything or near & self.served:
            return True
        agency = program.agency_id if program else None
        return any(own == agency and province in {None, *near} for own, province in self.programs)

    def units_served(self):
        """The units of `filter_served`, for a subquery."""
        return Unit.objects.filter(self.filter_served("")).values("pk")

    def object_ids(self, label):
        """Primary keys of objects of `label` reached one by one."""
        prefix = f"{label}:"
        return [int(key) for ref in self.objects if (key := ref.removeprefix(prefix)).isdigit()]


def below(roots, *paths):
    """A Q for rows whose unit at one of `paths` is one of `roots` or stands under one, three levels deep.

    The empty path is the unit itself.
    """
    condition = Q(pk__in=[])
    for path in paths:
        for step in ("", "parent", "parent__parent"):
            name = "__".join(part for part in (path, step) if part) or "pk"
            condition |= Q(**{f"{name}__in": roots})
    return condition


def reach_of(user, permission=""):
    """How far a person reaches, over all assignments in force.

    With a `permission` ("meetings.change_rakor") only the assignments that grant it count: an operator here
    who verifies elsewhere does not edit there.
    """
    action, label = split(permission) if permission else ("", "")
    if user.is_superuser and user.is_active:
        return Reach(everything=not permission or allows(SUPERUSER, Scope.ALL, label, action))
    assignments = [
        one for one in assignments_of(user) if not permission or allows(one.role, one.scope, label, action)
    ]
    standing = [one for one in assignments if one.unit_id and one.scope != Scope.THIS_RAKOR]
    provinces = {province_of(one.unit) for one in standing if one.scope == Scope.PROVINCE}
    return Reach(
        everything=any(one.scope == Scope.ALL for one in assignments),
        served=frozenset(provinces | {one.unit_id for one in standing if one.scope != Scope.PROVINCE}),
        programs=frozenset(
            (one.unit_id, home_of(one.unit)) for one in standing if one.scope == Scope.OWN_PROGRAM
        ),
        provinces=frozenset(provinces),
        homes=frozenset(home for one in standing if (home := home_of(one.unit))),
        objects=frozenset(one.object_ref for one in assignments if one.object_ref),
    )


def province_of(unit):
    """The key of the province a unit stands in; a national unit has none and stands for itself."""
    while unit.kind != UnitKind.PROVINCE and unit.parent_id:
        unit = unit.parent
    return unit.pk


def home_of(unit):
    """The key of the province a unit is or stands in; None for a national one."""
    while unit.kind != UnitKind.PROVINCE:
        if not unit.parent_id:
            return None
        unit = unit.parent
    return unit.pk


class AssignmentBackend(AccountBackend):
    """Django's log-in with Rakor's rights: the table and the assignments, no groups, nothing stored."""

    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_active or not user_obj.is_authenticated:
            return False
        action, label = split(perm)
        if user_obj.is_superuser:
            return allows(SUPERUSER, Scope.ALL, label, action)
        return any(allows(one.role, one.scope, label, action) for one in assignments_of(user_obj))

    def has_module_perms(self, user_obj, app_label):
        return user_obj.is_active and (user_obj.is_superuser or bool(assignments_of(user_obj)))

    def get_all_permissions(self, user_obj, obj=None):
        return set()
