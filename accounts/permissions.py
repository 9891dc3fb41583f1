"""The permission table: which role may do what to which objects. Objects are named as text.

A row grants actions on objects to roles; how far it reaches is the assignment's scope (regions.access). What
is not granted is refused. The superuser is not listed: Django lets that flag through, and the actions
themselves refuse what nobody may do (accept one's own report, change a release).
"""

from dataclasses import dataclass

from accounts.choices import Role

VIEW, ADD, CHANGE, DELETE = "view", "add", "change", "delete"
IMPORT, EXPORT = "import", "export"
SUBMIT, ACCEPT, RETURN = "submit", "accept", "return"
CLOSE, VERIFY = "close", "verify"
UNVEIL = "unveil"
"""Read what is `rahasia`."""
COMPUTE, DETERMINE, PUBLISH = "compute", "determine", "publish"

READ = (VIEW, EXPORT)
EDIT = (VIEW, ADD, CHANGE, EXPORT)
KEEP = (VIEW, ADD, CHANGE, DELETE, EXPORT)

MEETING = (
    "meetings.series",
    "meetings.rakor",
    "meetings.role",
    "meetings.agendaitem",
    "meetings.invitation",
    "meetings.document",
    "meetings.issue",
    "meetings.outcome",
    "meetings.followup",
    "meetings.review",
    "meetings.figure",
    "meetings.agreement",
    "meetings.agreementparty",
)
CATALOGUE = ("programs.program", "programs.indicator", "programs.source")
FACTS = (
    "programs.report",
    "programs.measurement",
    "programs.observation",
    "programs.target",
    "programs.period",
)
JUDGEMENT = (
    "evaluations.instrument",
    "evaluations.line",
    "evaluations.band",
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

EVERYBODY = tuple(Role)
READERS = (Role.LEADER, Role.AUDITOR)
ADMINS = (Role.PROVINCE_ADMIN, Role.AGENCY_ADMIN)


@dataclass(frozen=True)
class Grant:
    roles: tuple
    objects: tuple
    actions: tuple


TABLE = (
    # Everybody with an account reads the words that the rest is written in.
    Grant(EVERYBODY, PLACES + CATALOGUE + ("programs.period",), (VIEW,)),
    # A province sets itself up.
    Grant((Role.PROVINCE_ADMIN,), PEOPLE + LEDGER, (VIEW,)),
    Grant((Role.PROVINCE_ADMIN,), PEOPLE, (ADD, CHANGE)),
    Grant((Role.PROVINCE_ADMIN,), ("regions.agency", "regions.unitname"), KEEP),
    Grant(ADMINS, CATALOGUE + ("programs.period", "programs.target"), EDIT),
    # Facts: one side fills and sends, the other side looks and accepts.
    Grant(ADMINS, FACTS + FILES, READ),
    Grant(ADMINS, ("programs.report",), (IMPORT, SUBMIT)),
    Grant((Role.OPERATOR,), FACTS, READ),
    Grant((Role.OPERATOR,), ("programs.report",), (SUBMIT,)),
    Grant((Role.VERIFIER,), FACTS + FILES, READ),
    Grant((Role.VERIFIER,), ("programs.report",), (ACCEPT, RETURN)),
    # Meetings.
    Grant(ADMINS + (Role.MINUTE_TAKER,), MEETING, KEEP),
    Grant(ADMINS + (Role.MINUTE_TAKER,), ("meetings.rakor",), (CLOSE,)),
    Grant(ADMINS, ("meetings.rakor",), (UNVEIL,)),
    Grant(ADMINS + (Role.MINUTE_TAKER,), ("records.storedfile",), (VIEW, ADD)),
    Grant((Role.OPERATOR, Role.VERIFIER), MEETING, (VIEW,)),
    Grant((Role.OPERATOR,), ("meetings.review",), (ADD,)),
    Grant((Role.VERIFIER,), ("meetings.review",), (ADD, VERIFY)),
    # Judgements: who computes does not publish (evaluations.actions checks the persons).
    Grant(ADMINS, JUDGEMENT, READ),
    Grant(
        ADMINS,
        (
            "evaluations.instrument",
            "evaluations.line",
            "evaluations.band",
            "evaluations.round",
            "evaluations.award",
        ),
        KEEP,
    ),
    Grant(ADMINS, ("evaluations.round",), (COMPUTE,)),
    Grant((Role.PROVINCE_ADMIN,), ("evaluations.round",), (DETERMINE, PUBLISH)),
    Grant((Role.PROVINCE_ADMIN,), ("evaluations.release",), (ADD,)),
    Grant((Role.VERIFIER,), JUDGEMENT, (VIEW,)),
    Grant((Role.VERIFIER,), ("evaluations.round",), (DETERMINE, PUBLISH)),
    # Those who only read.
    Grant(READERS, FACTS + MEETING + JUDGEMENT, READ),
    Grant((Role.AUDITOR,), LEDGER + FILES + PEOPLE, (VIEW,)),
)


def _index():
    index = {}
    for grant in TABLE:
        for role in grant.roles:
            for label in grant.objects:
                index.setdefault((str(role), label), set()).update(grant.actions)
    return index


_INDEX = _index()


def allows(role, label, action):
    """Whether the table grants `action` on objects of `label` ("programs.report") to `role`."""
    return action in _INDEX.get((str(role), label), ())
