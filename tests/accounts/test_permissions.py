"""The table holds together: its objects and states exist, and its printed copy is the one in docs/."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from accounts.choices import Role, Scope
from accounts.permissions import GRANTS, SCOPES, SUPERUSER, WHEN, allows, name_of, scopes_of, split
from accounts.routes import ROUTES
from regions.scoped import ScopedQuerySet

PRINTED = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
LABELS = sorted({label for grant in GRANTS for label in grant.objects})
INSTRUMENT_STATES = {"belum_dipakai", "dipakai"}


@pytest.mark.parametrize("label", LABELS)
def test_every_object_exists(label):
    assert apps.get_model(label)._meta.label_lower == label


@pytest.mark.parametrize("label", sorted(WHEN))
def test_every_state_exists(label):
    states = {state for by_action in WHEN[label].values() for state in by_action}
    assert states <= known_states(label)


def known_states(label):
    if label == "evaluations.instrument":
        return INSTRUMENT_STATES
    model = apps.get_model(label)
    names = {field.name for field in model._meta.get_fields()}
    owner = model if "state" in names and "rakor" not in names else apps.get_model("meetings.rakor")
    return {value for value, _label in owner._meta.get_field("state").flatchoices}


@pytest.mark.parametrize("label", sorted(WHEN))
def test_an_action_bound_to_states_is_granted_to_somebody(label):
    granted = {action for grant in GRANTS if label in grant.objects for action in grant.actions}
    assert set(WHEN[label]) <= granted


def test_no_role_is_given_a_scope_that_it_cannot_have():
    everything = {(role, scope) for role in Role for scope in Scope}
    outside = [pair for pair in everything if pair[1] not in SCOPES[pair[0]]]
    assert outside
    assert not [
        (role, scope, label)
        for role, scope in outside
        for label in LABELS
        if allows(role, scope, label, "view")
    ]


def test_the_superuser_may_what_somebody_may_and_nothing_else():
    somebody = {(label, action) for grant in GRANTS for label in grant.objects for action in grant.actions}
    actions = {action for _label, action in somebody} | {"delete", "change"}
    superuser = {
        (label, action)
        for label in LABELS
        for action in actions
        if allows(SUPERUSER, Scope.ALL, label, action)
    }
    assert superuser == somebody


def test_a_route_asks_for_what_somebody_may_or_for_what_nobody_does():
    """What no row grants is closed to everybody: adding to the ledger, changing a report."""
    grantable = {
        name_of(label, action) for grant in GRANTS for label in grant.objects for action in grant.actions
    }
    asked = {
        permission for route in ROUTES.values() for permission in (route.read, route.write) if permission
    }
    never = {split(permission) for permission in asked - grantable}
    assert {action for action, _label in never} <= {"add", "change", "delete"}


@pytest.mark.parametrize("role", Role)
def test_the_usual_scope_of_a_role_comes_first(role):
    assert scopes_of(role)[0] == SCOPES[role][0]


def test_what_somebody_owns_is_read_through_the_door():
    """Every model of the rooms above with a list of its own limits its rows by `visible_to`."""
    rooms = ("programs", "meetings", "evaluations")
    shared = {"programs.period"}
    labels = {label for label in LABELS if label.split(".")[0] in rooms} - shared
    listed = {
        name.split(":")[1].removesuffix("_changelist") for name in ROUTES if name.endswith("_changelist")
    }
    unscoped = [
        label
        for label in sorted(labels)
        if label.replace(".", "_") in listed
        and not isinstance(apps.get_model(label)._default_manager.all(), ScopedQuerySet)
    ]
    assert unscoped == []


def test_the_printed_table_is_the_table(capsys):
    call_command("print_permissions")
    assert capsys.readouterr().out == PRINTED.read_text(encoding="utf-8"), (
        "manage.py print_permissions > docs/permissions.md"
    )
