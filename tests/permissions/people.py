"""People and the ledger: a province's admin keeps the own people, no others; APIP reads, and only reads."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, Sentence

LIST = "/admin/accounts/user/"
BUDI = "/admin/accounts/user/{budi}/"
LEDGER = "/admin/records/change/"
FILE = "/admin/records/storedfile/{jambi_file}/"


def work(person, given, **where):
    """What is typed to give somebody an assignment."""
    typed = {"given": given, "unit": "", "rakor": "", "starts_on": "1 Januari 2024", "ends_on": ""}
    return typed | {"version": f"{{{person}.version}}"} | where


INVITED = {"name": "Tono, S.Sos.", "email": "tono@example.id"}

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
        f"POST {BUDI}give/",
        DONE,
        sends=work("budi", "operator:unit", unit="{merangin}"),
    ),
    Sentence(
        "Rina lets nobody report in Kalbar",
        f"POST {BUDI}give/",
        NOTHING_HAPPENS,
        sends=work("budi", "operator:unit", unit="{sambas}"),
    ),
    Sentence(
        "Rina lets nobody reach everything",
        f"POST {BUDI}give/",
        NOTHING_HAPPENS,
        sends=work("budi", "apip:semua"),
    ),
    Sentence(
        "Rina makes nobody notulis of a Rakor of Kalbar",
        f"POST {BUDI}give/",
        NOTHING_HAPPENS,
        sends=work("budi", "notulis:rakor", rakor="meetings.rakor:{kalbar_rakor}", ends_on="1 Mei 2030"),
    ),
    Sentence(
        "Rina invites nobody to report in Kalbar",
        f"POST {LIST}add/",
        NOTHING_HAPPENS,
        sends=INVITED | work("rina", "operator:unit", unit="{sambas}"),
    ),
    Sentence(
        "Rina does not give herself another assignment",
        "POST /admin/accounts/user/{rina}/give/",
        FORBIDDEN,
        sends=work("rina", "verifikator:provinsi", unit="{jambi}"),
    ),
    Sentence(
        "Rina ends what Budi was to do",
        f"POST {BUDI}end/",
        DONE,
        sends={
            "version": "{budi.version}",
            "assignment": "{budis_work}",
            "last_day": "1 Januari 2024",
            "reason": "Pindah tugas.",
        },
    ),
    Sentence(
        "Rina closes Budi's account",
        f"POST {BUDI}close/",
        DONE,
        sends={"version": "{budi.version}", "reason": "Pensiun."},
        becomes={"budi.is_active": False},
    ),
    Sentence("Dewi gives nobody of Jambi work", f"POST {BUDI}give/", ABSENT, work("budi", "operator:unit")),
    Sentence(
        "Dewi closes no account of Jambi",
        f"POST {BUDI}close/",
        ABSENT,
        sends={"version": "{budi.version}", "reason": "Salah."},
    ),
    Sentence(
        "Rina closes no superuser's account",
        "POST /admin/accounts/user/{suri}/close/",
        ABSENT,
        sends={"version": "{suri.version}", "reason": "Salah."},
    ),
    Sentence("Wayan gives nobody work", f"POST {BUDI}give/", FORBIDDEN, work("budi", "operator:unit")),
    Sentence("Wayan invites nobody", f"POST {LIST}add/", FORBIDDEN, INVITED),
    Sentence("Ani gives nobody work", f"POST {BUDI}give/", FORBIDDEN, work("budi", "operator:unit")),
    Sentence("Ani closes nobody's account", f"POST {BUDI}close/", FORBIDDEN, {"reason": "Salah."}),
    Sentence(
        "Dewi takes no list of Jambi's people away", f"GET {LIST}daftar.csv", OPENS, hides=("{budi.name}",)
    ),
    Sentence("Wayan takes no list of people away", f"GET {LIST}daftar.csv", FORBIDDEN),
    Sentence(
        "Dewi hands nobody of Jambi his data", f"POST {BUDI}hand-out-data/", ABSENT, {"reason": "Minta."}
    ),
    Sentence("Dewi erases nobody of Jambi", f"POST {BUDI}erase/", ABSENT, {"reason": "Minta."}),
    Sentence("Wayan erases nobody", f"POST {BUDI}erase/", FORBIDDEN, {"reason": "Minta."}),
    Sentence(
        "Rina makes nobody a superuser",
        f"FILL {BUDI}change/",
        DONE,
        sends={"name": "Budi S.", "is_superuser": "on"},
        becomes={"budi.is_superuser": False},
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
