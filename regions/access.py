"""Who reaches what: the permission table (accounts) joined with assignments (here).

Rooms below and above ask through Django: `user.has_perm("programs.accept_report")` asks the table,
`QuerySet.visible_to(user)` limits the rows. The fetch is the check: what is out of reach is not found.
"""

from dataclasses import dataclass, field

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.utils import timezone

from accounts.choices import Scope
from accounts.permissions import allows

__all__ = ["AssignmentBackend", "Reach", "assignments_of", "reach_of"]


def assignments_of(user):
    """The user's assignments in force today; read once per user object, that is once per request."""
    if not hasattr(user, "_assignments_in_force"):
        today = timezone.localdate()
        user._assignments_in_force = (
            list(user.assignments.in_force(today).select_related("unit")) if user.is_authenticated else []
        )
    return user._assignments_in_force


@dataclass(frozen=True)
class Reach:
    """The units a person's assignments cover: everything, or the subtrees of some units."""

    everything: bool = False
    roots: frozenset = field(default_factory=frozenset)
    objects: frozenset = field(default_factory=frozenset)
    """References such as "meetings.rakor:12"."""

    def filter(self, *paths):
        """A Q that keeps rows whose unit (at one of `paths`) lies within reach."""
        if self.everything:
            return Q()
        condition = Q(pk__in=[])
        for path in paths:
            for up in ("", "__parent", "__parent__parent"):
                condition |= Q(**{f"{path}{up}__in": self.roots})
        return condition

    def object_ids(self, label):
        """Primary keys of objects of `label` reached one by one."""
        prefix = f"{label}:"
        return [ref.removeprefix(prefix) for ref in self.objects if ref.startswith(prefix)]


def grants(assignment, permission):
    """Whether an assignment's role holds a permission such as "programs.accept_report"."""
    app_label, _dot, codename = permission.partition(".")
    action, _underscore, model = codename.partition("_")
    return allows(assignment.role, f"{app_label}.{model}", action)


def reach_of(user, permission=""):
    """How far a person reaches, over all assignments in force.

    With `permission` only over those that grant it: who verifies one regency and reports for another may
    accept in the first alone.
    """
    if user.is_superuser:
        return Reach(everything=True)
    assignments = [a for a in assignments_of(user) if not permission or grants(a, permission)]
    roots = set()
    for assignment in assignments:
        if assignment.unit_id and assignment.scope != Scope.THIS_RAKOR:
            roots.add(assignment.unit_id)
            # An agency's own program covers the units of its province.
            if assignment.scope == Scope.OWN_PROGRAM and assignment.unit.parent_id:
                roots.add(assignment.unit.parent_id)
    return Reach(
        everything=any(assignment.scope == Scope.ALL for assignment in assignments),
        roots=frozenset(roots),
        objects=frozenset(a.object_ref for a in assignments if a.object_ref),
    )


class AssignmentBackend(ModelBackend):
    """Django's log-in with Rakor's rights: the table and the assignments, no groups, nothing stored."""

    def has_perm(self, user_obj, perm, obj=None):
        if not user_obj.is_active or not user_obj.is_authenticated:
            return False
        app_label, _dot, codename = perm.partition(".")
        action, _underscore, model = codename.partition("_")
        label = f"{app_label}.{model}"
        return any(allows(assignment.role, label, action) for assignment in assignments_of(user_obj))

    def has_module_perms(self, user_obj, app_label):
        return user_obj.is_active and bool(assignments_of(user_obj))

    def get_all_permissions(self, user_obj, obj=None):
        return set()
