"""What somebody may give: pairs of role and scope that make sense, units within reach, Rakor of one's own."""

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import Role, Scope
from accounts.permissions import scopes_of
from records.refusals import ActionRefused
from regions.access import province_of, reach_of
from regions.models import Assignment, Unit

GIVE = "regions.add_assignment"
RAKOR = "meetings.rakor"
NEWEST_RAKOR = 200


def pairs_given_by(giver):
    """[(role, [scopes])] that this person may give; `Semua` is the superuser's alone."""
    return [
        (role, [scope for scope in scopes_of(role) if scope != Scope.ALL or giver.is_superuser])
        for role in Role
    ]


def units_given_by(giver):
    """The units where this person may give an assignment."""
    reach = reach_of(giver, GIVE)
    return Unit.objects.filter(reach.filter_served("")).select_related("parent").order_by("code")


def rakor_given_by(giver):
    """The newest Rakor that this person may change, for a seat in the committee of one of them."""
    return apps.get_model(RAKOR).objects.editable_by(giver)[:NEWEST_RAKOR]


def reaches_object(user, reference):
    """Whether a reference such as "meetings.rakor:12" names something this person may change."""
    label, _colon, key = reference.partition(":")
    try:
        rows = apps.get_model(label)._default_manager.editable_by(user)
    except (LookupError, ValueError, AttributeError):
        return False
    return key.isdigit() and rows.filter(pk=key).exists()


def objections(assignment, *, by):
    """{field: sentence} of what stands against this assignment, which is not yet stored."""
    found = {}
    if assignment.scope not in scopes_of(assignment.role):
        found["scope"] = _("%(role)s tidak memakai lingkup «%(scope)s».") % {
            "role": assignment.get_role_display(),
            "scope": assignment.get_scope_display(),
        }
    elif assignment.scope == Scope.ALL and not by.is_superuser:
        found["scope"] = _("Lingkup «Semua» hanya diberikan oleh superuser.")
    if sentence := _about_unit(assignment, reach_of(by, GIVE)):
        found["unit"] = sentence
    if sentence := _about_rakor(assignment, by):
        found["rakor"] = sentence
    if sentence := _about_dates(assignment):
        found["ends_on"] = sentence
    return found


def refuse_objections(assignment, *, by):
    for field, sentence in objections(assignment, by=by).items():
        raise ActionRefused(f"bad_{field}", sentence)
    if assignment.user_id and standing_twin(assignment):
        raise ActionRefused("already_held", _("Orang ini sudah memegang penugasan itu."))


def standing_twin(assignment):
    """The assignment of the same role to the same place that this person holds already, or will hold."""
    return (
        Assignment.objects.in_force_or_later(timezone.localdate())
        .filter(
            user=assignment.user_id,
            role=assignment.role,
            scope=assignment.scope,
            unit=assignment.unit_id,
            object_ref=assignment.object_ref,
        )
        .first()
    )


def _about_unit(assignment, reach):
    if assignment.scope == Scope.ALL:
        return _("Lingkup «Semua» tidak memakai unit.") if assignment.unit_id else ""
    if not assignment.unit_id:
        return _("Pilih unit tempat orang ini bertugas.")
    return "" if _covers(reach, assignment) else _("Unit ini di luar lingkup Anda.")


def _covers(reach, assignment):
    """Whether the giver serves all that the assignment would reach, not only its unit."""
    unit = assignment.unit
    covered = {province_of(unit)} if assignment.scope == Scope.PROVINCE else {unit.pk}
    if assignment.scope == Scope.OWN_PROGRAM and unit.parent_id:
        covered.add(unit.parent_id)
    served = Unit.objects.filter(Q(pk__in=covered) & reach.filter_served(""))
    return reach.everything or served.count() == len(covered)


def _about_rakor(assignment, by):
    if assignment.scope != Scope.THIS_RAKOR:
        return _("Rakor hanya disebut untuk lingkup «Rakor ini».") if assignment.object_ref else ""
    if not assignment.object_ref:
        return _("Pilih Rakor yang panitianya ia masuki.")
    if not assignment.object_ref.startswith(f"{RAKOR}:") or not reaches_object(by, assignment.object_ref):
        return _("Rakor ini tidak ada dalam lingkup Anda.")
    return ""


def _about_dates(assignment):
    if assignment.scope == Scope.THIS_RAKOR and not assignment.ends_on:
        return _("Panitia satu Rakor bertugas untuk waktu tertentu: tulis hari terakhirnya.")
    if assignment.ends_on and assignment.ends_on < assignment.starts_on:
        return _("Tanggal berakhir mendahului tanggal mulai.")
    if assignment.ends_on and assignment.ends_on < timezone.localdate():
        return _("Hari terakhir ini sudah lewat.")
    return ""
