"""The permission table: who may do what, under which scope, to which objects, in which state.

GRANTS say what a role may do and under which scopes of its assignment; WHEN says in which states an object
may be acted on, whoever acts; SCOPES says how far a role may reach at all. What is not granted is refused.
Objects are named as text: they live in rooms above this one. `manage.py print_permissions` prints all of it.

The superuser is a role like the others here: what nobody may do (change an accepted report, a release, the
ledger), no superuser may.
"""

from dataclasses import dataclass

from accounts.choices import Role, Scope

VIEW, ADD, CHANGE, DELETE = "view", "add", "change", "delete"
IMPORT, EXPORT = "import", "export"
SUBMIT, ACCEPT, RETURN, REOPEN, RETRACT = "submit", "accept", "return", "reopen", "retract"
SCHEDULE, HOLD, CLOSE, POSTPONE, CANCEL, VERIFY = "schedule", "hold", "close", "postpone", "cancel", "verify"
SETTLE, CARRY = "settle", "carry"
UNVEIL = "unveil"
"""Read what is `rahasia`."""
COMPUTE, REVIEW, DETERMINE, PUBLISH, WITHDRAW = "compute", "review", "determine", "publish", "withdraw"

READ = (VIEW, EXPORT)
EDIT = (VIEW, ADD, CHANGE, EXPORT)
KEEP = (VIEW, ADD, CHANGE, DELETE, EXPORT)
STEPS = (SCHEDULE, HOLD, CLOSE, POSTPONE, CANCEL, REOPEN)

MEETINGS = ("meetings.series", "meetings.rakor")
PARTS = (
    "meetings.role",
    "meetings.agendaitem",
    "meetings.invitation",
    "meetings.document",
    "meetings.outcome",
    "meetings.figure",
    "meetings.agreement",
    "meetings.agreementparty",
)
TRAVELLING = ("meetings.issue", "meetings.followup", "meetings.review")
"""What goes on after its Rakor is closed."""
MEETING = MEETINGS + PARTS + TRAVELLING
CATALOGUE = ("programs.program", "programs.indicator", "programs.indicatorpair", "programs.source")
CALENDAR = ("programs.schedule", "programs.deadline")
FACTS = (
    "programs.report",
    "programs.measurement",
    "programs.observation",
    "programs.target",
    "programs.period",
    "programs.extension",
    "programs.difference",
    "programs.settlement",
)
METHOD = ("evaluations.instrument", "evaluations.line", "evaluations.band")
JUDGEMENT = (
    *METHOD,
    "evaluations.round",
    "evaluations.score",
    "evaluations.release",
    "evaluations.award",
)
PLACES = (
    "regions.unit",
    "regions.province",
    "regions.regency",
    "regions.agency",
    "regions.unitname",
)
PEOPLE = ("accounts.user", "regions.assignment")
FILES = ("records.storedfile", "records.importbatch")
LEDGER = ("records.change",)

SUPERUSER = "superuser"
"""A flag on the person, with the table's own name; no assignment gives it."""

EVERYBODY = tuple(Role)
ADMINS = (Role.PROVINCE_ADMIN, Role.AGENCY_ADMIN)
WRITERS = (*ADMINS, Role.MINUTE_TAKER)
READERS = (Role.LEADER, Role.AUDITOR)

STANDING = (Scope.OWN_UNIT, Scope.OWN_PROGRAM, Scope.PROVINCE, Scope.ALL)
"""Every scope but that of one Rakor's committee."""
ANYWHERE = (*STANDING, Scope.THIS_RAKOR)
RUNNING = (Scope.OWN_PROGRAM, Scope.PROVINCE, Scope.ALL)
"""Where somebody runs programs, rather than serving one unit."""

SCOPES = {
    Role.PROVINCE_ADMIN: (Scope.PROVINCE, Scope.ALL),
    Role.AGENCY_ADMIN: (Scope.OWN_PROGRAM, Scope.OWN_UNIT),
    Role.OPERATOR: (Scope.OWN_UNIT, Scope.OWN_PROGRAM),
    Role.VERIFIER: (Scope.PROVINCE, Scope.OWN_PROGRAM, Scope.OWN_UNIT, Scope.ALL),
    Role.MINUTE_TAKER: (Scope.THIS_RAKOR, Scope.OWN_UNIT, Scope.PROVINCE),
    Role.LEADER: (Scope.OWN_UNIT, Scope.PROVINCE, Scope.ALL),
    Role.AUDITOR: (Scope.PROVINCE, Scope.OWN_UNIT, Scope.ALL),
}
"""How far each role may reach. An assignment of any other pair is refused, by the database too."""


@dataclass(frozen=True)
class Grant:
    """`roles` may do `actions` to `objects` within their assignment, where its scope is one of `scopes`."""

    roles: tuple
    objects: tuple
    actions: tuple
    scopes: tuple = STANDING


GRANTS = (
    # Everybody with an account reads the words that the rest is written in.
    Grant(EVERYBODY, PLACES + CATALOGUE + CALENDAR + ("programs.period",), (VIEW,), ANYWHERE),
    # A province sets itself up, an agency its own programs.
    Grant((Role.PROVINCE_ADMIN,), PEOPLE + LEDGER, (VIEW,)),
    Grant((Role.PROVINCE_ADMIN,), PEOPLE, (ADD, CHANGE)),
    Grant((Role.PROVINCE_ADMIN,), ("regions.agency", "regions.unitname"), KEEP),
    Grant((Role.PROVINCE_ADMIN,), ("regions.province", "regions.regency"), (CHANGE,)),
    Grant(ADMINS, CATALOGUE, EDIT, RUNNING),
    Grant(ADMINS, CALENDAR, KEEP, RUNNING),
    Grant(ADMINS, ("programs.period", "programs.target", "programs.extension"), (VIEW, ADD, EXPORT), RUNNING),
    # Facts: one side fills and sends, the other side looks and accepts.
    Grant(ADMINS, FACTS + FILES, READ),
    Grant(ADMINS, ("programs.report",), (IMPORT, SUBMIT)),
    Grant(ADMINS, ("records.importbatch",), (RETRACT,)),
    Grant((Role.OPERATOR,), FACTS, READ),
    Grant((Role.OPERATOR,), ("programs.report",), (SUBMIT,)),
    Grant((Role.VERIFIER,), FACTS + FILES, READ),
    Grant((Role.VERIFIER,), ("programs.report",), (ACCEPT, RETURN, REOPEN)),
    Grant((Role.VERIFIER,), ("records.importbatch",), (ACCEPT,)),
    # Sources that differ: noted by who runs the program, settled there or by a verifier, carried to a Rakor.
    Grant(ADMINS, ("programs.observation",), (ADD,), RUNNING),
    Grant((*ADMINS, Role.VERIFIER), ("programs.difference",), (SETTLE,), RUNNING),
    Grant(ADMINS, ("programs.difference",), (CARRY,), RUNNING),
    # Meetings. The committee of one Rakor keeps that Rakor and makes no other.
    Grant(WRITERS, MEETINGS, (ADD, DELETE)),
    Grant(WRITERS, ("meetings.series",), (VIEW, CHANGE, EXPORT)),
    Grant(WRITERS, ("meetings.rakor",), (VIEW, CHANGE, EXPORT, *STEPS), ANYWHERE),
    Grant(WRITERS, PARTS + TRAVELLING, KEEP, ANYWHERE),
    Grant(WRITERS, ("records.storedfile",), (VIEW,), ANYWHERE),
    Grant(ADMINS, ("meetings.rakor",), (UNVEIL,)),
    Grant((Role.MINUTE_TAKER,), ("meetings.rakor",), (UNVEIL,), (Scope.THIS_RAKOR,)),
    Grant((Role.OPERATOR, Role.VERIFIER), MEETING, (VIEW,)),
    Grant((Role.OPERATOR,), ("meetings.review",), (ADD,)),
    Grant((Role.VERIFIER,), ("meetings.review",), (ADD, VERIFY)),
    # Judgements: who computes does not publish (evaluations.actions and the database ask for the persons).
    Grant(ADMINS, JUDGEMENT, READ, RUNNING),
    Grant(ADMINS, METHOD + ("evaluations.round", "evaluations.award"), KEEP, RUNNING),
    Grant(ADMINS, ("evaluations.round",), (COMPUTE, REVIEW, WITHDRAW), RUNNING),
    Grant((Role.PROVINCE_ADMIN,), ("evaluations.round",), (DETERMINE, PUBLISH)),
    Grant((Role.PROVINCE_ADMIN,), ("evaluations.release",), (ADD,)),
    Grant((Role.VERIFIER,), JUDGEMENT, (VIEW,), RUNNING),
    Grant((Role.VERIFIER,), ("evaluations.round",), (DETERMINE, PUBLISH), RUNNING),
    # Those who only read.
    Grant(READERS, FACTS + MEETING + JUDGEMENT, READ),
    Grant((Role.AUDITOR,), LEDGER + FILES + PEOPLE, (VIEW,)),
)

_UNCLOSED = ("draf", "dijadwalkan", "dilaksanakan", "ditunda", "dibatalkan")
_UNUSED = ("belum_dipakai",)

WHEN = {
    "programs.report": {
        SUBMIT: ("draf", "dikembalikan"),
        ACCEPT: ("dikirim",),
        RETURN: ("dikirim",),
        REOPEN: ("diterima",),
    },
    "programs.difference": {
        SETTLE: ("terbuka", "tidak_setara", "dibawa"),
        CARRY: ("terbuka", "tidak_setara"),
    },
    "records.importbatch": {ACCEPT: ("dikonfirmasi",), RETRACT: ("dikonfirmasi", "diterima")},
    "meetings.rakor": {
        CHANGE: _UNCLOSED,
        DELETE: ("draf",),
        SCHEDULE: ("draf", "ditunda"),
        HOLD: ("draf", "dijadwalkan", "ditunda"),
        CLOSE: ("draf", "dijadwalkan", "dilaksanakan"),
        POSTPONE: ("draf", "dijadwalkan"),
        CANCEL: ("draf", "dijadwalkan", "ditunda"),
        REOPEN: ("ditutup",),
    },
    **{part: {CHANGE: _UNCLOSED, DELETE: _UNCLOSED} for part in PARTS},
    "evaluations.instrument": {CHANGE: _UNUSED, DELETE: _UNUSED},
    "evaluations.round": {
        CHANGE: ("draf", "dihitung", "sanggah"),
        DELETE: ("draf",),
        COMPUTE: ("draf", "dihitung", "sanggah"),
        REVIEW: ("dihitung",),
        DETERMINE: ("dihitung", "sanggah"),
        PUBLISH: ("ditetapkan",),
        WITHDRAW: ("draf", "dihitung", "sanggah", "ditetapkan"),
    },
}
"""In which states an action is open; what is not named is open in every state."""


def _index():
    index = {}
    for grant in GRANTS:
        for role in grant.roles:
            for label in grant.objects:
                for scope in set(grant.scopes) & set(SCOPES[role]):
                    index.setdefault((str(role), str(scope), label), set()).update(grant.actions)
    for (_role, _scope, label), actions in list(index.items()):
        index.setdefault((SUPERUSER, str(Scope.ALL), label), set()).update(actions)
    return index


_INDEX = _index()


def allows(role, scope, label, action):
    """Whether `role`, assigned with `scope`, may do `action` to objects of `label` ("programs.report")."""
    return action in _INDEX.get((str(role), str(scope), label), ())


def states_for(label, action):
    """The states in which objects of `label` are open to `action`; None where every state is."""
    return WHEN.get(label, {}).get(action)


def scopes_of(role):
    """How far this role may reach, the usual scope first."""
    return SCOPES[Role(role)]


def split(permission):
    """ "meetings.change_rakor" as its action and the object's label: ("change", "meetings.rakor")."""
    app_label, _dot, codename = permission.partition(".")
    action, _underscore, model = codename.partition("_")
    return action, f"{app_label}.{model}"


def name_of(label, action):
    """The full name that Django asks for: "meetings.change_rakor"."""
    app_label, _dot, model = label.partition(".")
    return f"{app_label}.{action}_{model}"
