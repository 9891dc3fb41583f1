"""The permission table in words, for docs/permissions.md: every right that a role has, state by state."""

from django.utils.translation import override

from accounts.choices import Role, Scope
from accounts.permissions import GRANTS, SCOPES, SUPERUSER, WHEN, allows
from accounts.routes import ROUTES

HEAD = """# Who may do what

Printed by `manage.py print_permissions`; do not edit by hand. The rows are those of `accounts/permissions.py` and
`accounts/routes.py`, which pages, admin, imports, exports, files and pick lists ask. What is not here is refused,
to the superuser too. How far a scope reaches is in `regions/access.py`; which rows of a room that means, in its
`querysets.py`. A row out of reach answers as one that does not exist.
"""  # noqa: E501  lines of the printed page


def permissions_page():
    with override("id"):
        parts = (HEAD, scopes_table(), grants_tables(), states_table(), routes_table())
    return "\n".join(parts)


def table(head, rows):
    lines = [f"| {' | '.join(map(str, cells))} |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def scopes_table():
    rows = [(role.label, ", ".join(str(scope.label) for scope in SCOPES[role])) for role in Role]
    return "## How far a role may be assigned\n\n" + table(("role", "scopes"), rows)


def grants_tables():
    """One table per object: a row per role and set of scopes, with every action."""
    labels = sorted({label for grant in GRANTS for label in grant.objects})
    return "## What a role may do\n\n" + "\n".join(grants_table(label) for label in labels)


def grants_table(label):
    actions = list(dict.fromkeys(a for grant in GRANTS if label in grant.objects for a in grant.actions))
    rows = []
    for role in Role:
        by_scope = {
            scope: tuple(action for action in actions if allows(role, scope, label, action))
            for scope in SCOPES[role]
        }
        for granted in dict.fromkeys(filter(None, by_scope.values())):
            scopes = [str(scope.label) for scope, its in by_scope.items() if its == granted]
            rows.append((str(role.label), ", ".join(scopes), ", ".join(granted)))
    everything = [action for action in actions if allows(SUPERUSER, Scope.ALL, label, action)]
    rows.append(("Superuser", str(Scope.ALL.label), ", ".join(everything)))
    return f"### {label}\n\n" + table(("role", "scopes", "actions"), rows)


def states_table():
    rows = [
        (label, action, ", ".join(states))
        for label, by_action in WHEN.items()
        for action, states in by_action.items()
    ]
    return "## In which states\n\nWhat is not named here is open in every state.\n\n" + table(
        ("object", "action", "states"), rows
    )


def routes_table():
    rows = [
        (f"`{name}`", described(route.read, route), described(route.write, route))
        for name, route in ROUTES.items()
    ]
    return "## Routes\n\n" + table(("route", "to read", "to write"), rows)


def described(permission, route):
    if route.is_public:
        return "everybody"
    if route.is_closed:
        return "nobody"
    return permission or "an account"
