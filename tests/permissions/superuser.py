"""Suri opens every page, and no rule gives way to her."""

from tests.permissions.telling import DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, REFUSED, Sentence

ACCEPTED = "/admin/programs/report/{kerinci_accepted}/"
FIGURE = "/admin/programs/measurement/{kerinci_figure}/"
OBSERVATION = "/admin/programs/observation/{kerinci_observation}/"
TARGET = "/admin/programs/target/{kerinci_target}/"
INSTRUMENT = "/admin/evaluations/instrument/{used_instrument}/"
RELEASE = "/admin/evaluations/release/{release}/"
LINE = "/admin/records/change/{line_of_jambi}/"
GONE = {"post": "yes"}

SENTENCES = [
    Sentence(
        "Suri opens a report of any regency", "GET /admin/programs/report/{kerinci_draft}/change/", OPENS
    ),
    Sentence("Suri opens a Rakor that is rahasia", "GET /admin/meetings/rakor/{secret_rakor}/change/", OPENS),
    Sentence("Suri changes no accepted report", f"POST {ACCEPTED}change/", FORBIDDEN, {"state": "draf"}),
    Sentence("Suri deletes no accepted report", f"POST {ACCEPTED}delete/", FORBIDDEN, GONE),
    Sentence(
        "Suri does not accept the report she sent",
        "POST /admin/programs/report/{sent_by_suri}/accept/",
        REFUSED,
        sends={"version": "1"},
        shows=("bukan pengirimnya",),
    ),
    Sentence(
        "Suri does not accept it from the list either",
        "POST /admin/programs/report/",
        NOTHING_HAPPENS,
        sends={
            "action": "accept_selected",
            "_selected_action": ["{sent_by_suri}"],
            "confirmed": "1",
            "version-{sent_by_suri}": "1",
        },
    ),
    Sentence("Suri changes no figure", f"POST {FIGURE}change/", FORBIDDEN, {"value": "99"}),
    Sentence(
        "Suri changes nothing that a source said", f"POST {OBSERVATION}change/", FORBIDDEN, {"value": "99"}
    ),
    Sentence("Suri deletes nothing that a source said", f"POST {OBSERVATION}delete/", FORBIDDEN, GONE),
    Sentence("Suri changes no target that was set", f"POST {TARGET}change/", FORBIDDEN, {"low": "10"}),
    Sentence("Suri deletes no target", f"POST {TARGET}delete/", FORBIDDEN, GONE),
    Sentence(
        "Suri changes no instrument once it was used", f"POST {INSTRUMENT}change/", FORBIDDEN, {"name": "L"}
    ),
    Sentence("Suri deletes no instrument once it was used", f"POST {INSTRUMENT}delete/", FORBIDDEN, GONE),
    Sentence(
        "Suri does not determine the round that she computed",
        "POST /admin/evaluations/round/{computed_by_suri}/determine/",
        REFUSED,
        sends={"version": "{computed_by_suri.version}"},
    ),
    Sentence(
        "Suri does not publish the round that she computed",
        "POST /admin/evaluations/round/{determined_by_valen}/publish/",
        REFUSED,
        sends={"version": "{determined_by_valen.version}"},
    ),
    Sentence("Suri changes no release", f"POST {RELEASE}change/", FORBIDDEN, {"title": "Lain"}),
    Sentence("Suri deletes no release", f"POST {RELEASE}delete/", FORBIDDEN, GONE),
    Sentence("Suri changes no line of the ledger", f"POST {LINE}change/", FORBIDDEN, {"reason": "Lain"}),
    Sentence("Suri deletes no line of the ledger", f"POST {LINE}delete/", FORBIDDEN, GONE),
    Sentence(
        "Suri deletes nobody under what he did", "POST /admin/accounts/user/{budi}/delete/", FORBIDDEN, GONE
    ),
    Sentence(
        "Suri describes a national program, which stays national",
        "FILL /admin/programs/program/{mcp}/change/",
        DONE,
        sends={"description": "Program nasional."},
        becomes={"mcp.owner": None},
    ),
]
