"""How far each role may reach: what the permission table says, and the same until it does."""

from accounts import permissions
from accounts.choices import Role, Scope

SCOPES = {
    Role.PROVINCE_ADMIN: (Scope.PROVINCE, Scope.ALL),
    Role.AGENCY_ADMIN: (Scope.OWN_PROGRAM, Scope.OWN_UNIT),
    Role.OPERATOR: (Scope.OWN_UNIT, Scope.OWN_PROGRAM),
    Role.VERIFIER: (Scope.PROVINCE, Scope.OWN_PROGRAM, Scope.OWN_UNIT, Scope.ALL),
    Role.MINUTE_TAKER: (Scope.THIS_RAKOR, Scope.OWN_UNIT, Scope.PROVINCE),
    Role.LEADER: (Scope.OWN_UNIT, Scope.PROVINCE, Scope.ALL),
    Role.AUDITOR: (Scope.PROVINCE, Scope.OWN_UNIT, Scope.ALL),
}


def scopes_of(role):
    asked = getattr(permissions, "scopes_of", None)
    return asked(role) if asked else SCOPES.get(role, ())
