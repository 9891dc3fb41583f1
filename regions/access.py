"""Who reaches what: the permission table (accounts) joined with assignments (here).

Rooms below and above ask through Django: `user.has_perm("programs.accept_report")` asks the table,
`QuerySet.visible_to(user)` limits the rows. The fetch is the check: what is out of reach is not found.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from accounts.authentication import AccountBackend
from accounts.choices import Scope
from accounts.permissions import allows
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
    """The units a person's assignments cover: everything, or the subtrees of some units.

    `roots` counts for facts: an agency's own program covers the units of its whole province. `served` counts
    for what units organise and promise: there an agency stands for itself only. `provinces` are the
    provinces that somebody covers as a whole, all agencies in them included.
    """

    everything: bool = False
    roots: frozenset = field(default_factory=frozenset)
    served: frozenset = field(default_factory=frozenset)
    provinces: frozenset = field(default_factory=frozenset)
    objects: frozenset = field(default_factory=frozenset)
    """References such as "meetings.rakor:12"."""

    def filter(self, *paths):
        """A Q that keeps rows whose unit (at one of `paths`) lies within reach."""
        return EVERY_ROW if self.everything else below(self.roots, *paths)

    def filter_served(self, *paths):
        """As `filter`, for what units organise and promise: an agency reaches itself, not its province."""
        return EVERY_ROW if self.everything else below(self.served, *paths)

    def filter_provinces(self, *paths):
        """As `filter`, only for whoever covers a province as a whole."""
        return EVERY_ROW if self.everything else below(self.provinces, *paths)

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
    if user.is_superuser and user.is_active:
        return Reach(everything=True)
    assignments = assignments_of(user)
    if permission:
        action, label = split(permission)
        assignments = [one for one in assignments if allows(one.role, label, action)]
    roots, served, provinces = set(), set(), set()
    for assignment in assignments:
        if not assignment.unit_id or assignment.scope == Scope.THIS_RAKOR:
            continue
        root = assignment.unit_id
        if assignment.scope == Scope.PROVINCE:
            root = province_of(assignment.unit)
            provinces.add(root)
        roots.add(root)
        served.add(root)
        # An agency's own program covers the units of its province.
        if assignment.scope == Scope.OWN_PROGRAM and assignment.unit.parent_id:
            roots.add(assignment.unit.parent_id)
    return Reach(
        everything=any(assignment.scope == Scope.ALL for assignment in assignments),
        roots=frozenset(roots),
        served=frozenset(served),
        provinces=frozenset(provinces),
        objects=frozenset(one.object_ref for one in assignments if one.object_ref),
    )


def province_of(unit):
    """The key of the province a unit stands in; a national unit has none and stands for itself."""
    while unit.kind != UnitKind.PROVINCE and unit.parent_id:
        unit = unit.parent
    return unit.pk


def split(permission):
    """ "meetings.change_rakor" as its action and the object's label: ("change", "meetings.rakor")."""
    app_label, _dot, codename = permission.partition(".")
    action, _underscore, model = codename.partition("_")
    return action, f"{app_label}.{model}"


class AssignmentBackend(AccountBackend):
    """Django's log-in with Rakor's rights: the table and the assignments, no groups, nothing stored."""

    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_active or not user_obj.is_authenticated:
            return False
        action, label = split(perm)
        return any(allows(assignment.role, label, action) for assignment in assignments_of(user_obj))

    def has_module_perms(self, user_obj, app_label):
        return user_obj.is_active and bool(assignments_of(user_obj))

    def get_all_permissions(self, user_obj, obj=None):
        return set()
