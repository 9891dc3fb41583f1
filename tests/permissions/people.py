"""People and the ledger: a province's admin keeps the own people, no others; APIP reads, and only reads."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, Sentence

LIST = "/admin/accounts/user/"
BUDI = "/admin/accounts/user/{budi}/"
LEDGER = "/admin/records/change/"
FILE = "/admin/records/storedfile/{jambi_file}/"


def one_more(**assignment):
    """A second assignment typed below the first."""
    typed = {"starts_on": "1 Januari 2024", "ends_on": "", "object_ref": "", "unit": "", **assignment}
    return {
        "assignments-TOTAL_FORMS": "2",
        **{f"assignments-1-{name}": value for name, value in typed.items()},
    }


SENTENCES = [
    Sentence(
        "Rina writes Budi's name in full",
        f"FILL {BUDI}change/",
        DONE,
        sends={"name": "Budi Santoso"},
        becomes={"budi.name": "Budi Santoso"},
    ),
    Sentence(
        "Rina lets Budi report for Merangin too",
        f"FILL {BUDI}change/",
        DONE,
        sends=one_more(role="operator", scope="unit", unit="{merangin}"),
    ),
    Sentence(
        "Rina lets nobody report in Kalbar",
        f"FILL {BUDI}change/",
        NOTHING_HAPPENS,
        sends=one_more(role="operator", scope="unit", unit="{sambas}"),
    ),
    Sentence(
        "Rina lets nobody reach everything",
        f"FILL {BUDI}change/",
        NOTHING_HAPPENS,
        sends=one_more(role="apip", scope="semua"),
    ),
    Sentence(
        "Rina makes nobody notulis of a Rakor of Kalbar",
        f"FILL {BUDI}change/",
        NOTHING_HAPPENS,
        sends=one_more(
            role="notulis", scope="rakor", object_ref="meetings.rakor:{kalbar_rakor}", ends_on="1 Mei 2030"
        ),
    ),
    Sentence(
        "Rina makes nobody a superuser",
        f"FILL {BUDI}change/",
        DONE,
        sends={"name": "Budi S.", "is_superuser": "on"},
        becomes={"budi.is_superuser": False},
    ),
    Sentence(
        "Rina does not give herself another assignment",
        "POST /admin/accounts/user/{rina}/change/",
        FORBIDDEN,
        sends=one_more(role="verifikator", scope="provinsi", unit="{jambi}"),
    ),
    Sentence("Rina does not find an admin of Kalbar", "GET /admin/accounts/user/{dewi}/change/", ABSENT),
    Sentence(
        "Rina sets no password of an admin of Kalbar",
        "POST /admin/accounts/user/{dewi}/password/",
        ABSENT,
        sends={"password1": "Sungai-Batanghari-7", "password2": "Sungai-Batanghari-7"},
    ),
    Sentence(
        "Rina sets no password of a superuser",
        "POST /admin/accounts/user/{suri}/password/",
        ABSENT,
        sends={"password1": "Sungai-Batanghari-7", "password2": "Sungai-Batanghari-7"},
    ),
    Sentence("Dewi does not find a person of Jambi", f"GET {BUDI}change/", ABSENT),
    Sentence(
        "Dewi does not find whom she seeks by name", f"GET {LIST}?q=budi", OPENS, hides=("{budi.name}</",)
    ),
    Sentence("Wayan has no list of people", f"GET {LIST}", FORBIDDEN),
    Sentence("Vera has no list of people", f"GET {LIST}", FORBIDDEN),
    Sentence("Pimpin has no list of people", f"GET {LIST}", FORBIDDEN),
    Sentence("Ani of APIP reads who Budi is", f"GET {BUDI}change/", OPENS),
    Sentence("Ani changes nobody", f"POST {BUDI}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence(
        "Ani sets nobody's password",
        "POST /admin/accounts/user/{budi}/password/",
        FORBIDDEN,
        sends={"password1": "Sungai-Batanghari-7", "password2": "Sungai-Batanghari-7"},
    ),
    # The ledger and the files.
    Sentence("Ani reads any line of the ledger", "GET /admin/records/change/{line_of_kalbar}/change/", OPENS),
    Sentence(
        "Ipung of Jambi reads a line of Jambi's ledger",
        "GET /admin/records/change/{line_of_jambi}/change/",
        OPENS,
    ),
    Sentence(
        "Ipung of Jambi does not find a line of Kalbar's ledger",
        "GET /admin/records/change/{line_of_kalbar}/change/",
        ABSENT,
    ),
    Sentence("Rina reads what her people wrote", "GET /admin/records/change/{line_of_jambi}/change/", OPENS),
    Sentence(
        "Dewi does not find what Jambi's people wrote",
        "GET /admin/records/change/{line_of_jambi}/change/",
        ABSENT,
    ),
    Sentence("Budi has no ledger to read", f"GET {LEDGER}", FORBIDDEN),
    Sentence("Wayan has no ledger to read", f"GET {LEDGER}", FORBIDDEN),
    Sentence("Ani writes no ledger line", f"POST {LEDGER}add/", FORBIDDEN, {"reason": "x"}),
    Sentence("Ani reads which files Jambi stored", f"GET {FILE}change/", OPENS),
    Sentence("Dewi does not find a file of Jambi", f"GET {FILE}change/", ABSENT),
]
