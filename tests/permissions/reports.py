"""Reports: whose draft is whose secret, who sends, who accepts, and who never does."""

from tests.permissions.telling import (
    ABSENT,
    DONE,
    FORBIDDEN,
    NOTHING_HAPPENS,
    OPENS,
    REFUSED,
    Sentence,
)

LIST = "/admin/programs/report/"
DRAFT = "/admin/programs/report/{kerinci_draft}/"
SENT = "/admin/programs/report/{kerinci_sent}/"

SENTENCES = [
    # Who reads a draft.
    Sentence("Budi opens the draft of his own Kerinci", f"GET {DRAFT}change/", OPENS),
    Sentence("Sari does not find Kerinci's draft", f"GET {DRAFT}change/", ABSENT),
    Sentence("Sari does not find the history of Kerinci's draft", f"GET {DRAFT}history/", ABSENT),
    Sentence("Dewi does not find Kerinci's draft, which is Jambi's", f"GET {DRAFT}change/", ABSENT),
    Sentence("Wayan opens Kerinci's draft for a program of his agency", f"GET {DRAFT}change/", OPENS),
    Sentence("Kesna does not find Kerinci's draft for a program of Dinsos", f"GET {DRAFT}change/", ABSENT),
    Sentence("Kesna finds no draft for Dinsos in her list", f"GET {LIST}", OPENS, hides=(DRAFT,)),
    Sentence("Kasih of Kalbar's Dinsos does not find a draft of Jambi's", f"GET {DRAFT}change/", ABSENT),
    Sentence(
        "Wayan does not find a draft for a program that no agency of Jambi runs",
        "GET /admin/programs/report/{national_draft}/change/",
        ABSENT,
    ),
    Sentence(
        "Wayan does not find what a regency of another province reports, even for his own program",
        "GET /admin/programs/report/{sambas_draft}/change/",
        ABSENT,
    ),
    Sentence("Nia, who takes minutes, has no list of reports", f"GET {LIST}", FORBIDDEN),
    Sentence("Pimpin reads Kerinci's draft", f"GET {DRAFT}change/", OPENS),
    Sentence("Ani of APIP reads Kerinci's draft", f"GET {DRAFT}change/", OPENS),
    Sentence("Ipung, APIP of Jambi, reads Kerinci's draft", f"GET {DRAFT}change/", OPENS),
    Sentence(
        "Ipung, APIP of Jambi, does not find a report of Kalbar's",
        "GET /admin/programs/report/{sambas_sent}/change/",
        ABSENT,
    ),
    # Who sends it.
    Sentence(
        "Budi sends his own draft",
        f"POST {DRAFT}submit/",
        DONE,
        sends={"version": "1"},
        becomes={"kerinci_draft.state": "dikirim", "kerinci_draft.submitted_by": "{budi}"},
    ),
    Sentence("Sari does not send Kerinci's draft", f"POST {DRAFT}submit/", ABSENT, sends={"version": "1"}),
    Sentence("Pimpin sends no draft", f"POST {DRAFT}submit/", FORBIDDEN, sends={"version": "1"}),
    # Who accepts it.
    Sentence(
        "Vera accepts what Budi sent",
        f"POST {SENT}accept/",
        DONE,
        sends={"version": "1"},
        becomes={"kerinci_sent.state": "diterima", "kerinci_sent.accepted_by": "{vera}"},
    ),
    Sentence(
        "Vera gives back what Budi sent, with a reason",
        f"POST {SENT}give-back/",
        DONE,
        sends={"version": "1", "reason": "Angka tertukar."},
        becomes={"kerinci_sent.state": "dikembalikan"},
    ),
    Sentence("Vera gives nothing back without a reason", f"POST {SENT}give-back/", OPENS, {"version": "1"}),
    Sentence("Budi does not accept his own report", f"POST {SENT}accept/", FORBIDDEN, {"version": "1"}),
    Sentence("Rina accepts no report, admin or not", f"POST {SENT}accept/", FORBIDDEN, {"version": "1"}),
    Sentence("Ani accepts no report", f"POST {SENT}accept/", FORBIDDEN, {"version": "1"}),
    Sentence(
        "Vera does not accept the report she sent herself",
        "POST /admin/programs/report/{sent_by_vera}/accept/",
        REFUSED,
        sends={"version": "1"},
        shows=("bukan pengirimnya",),
    ),
    Sentence(
        "Vera does not accept a report that holds a figure she entered",
        "POST /admin/programs/report/{with_veras_figure}/accept/",
        REFUSED,
        sends={"version": "1"},
        shows=("angka yang Anda masukkan",),
    ),
    Sentence(
        "Vera does not find what Sambas in Kalbar sent",
        "POST /admin/programs/report/{sambas_sent}/accept/",
        ABSENT,
        sends={"version": "1"},
    ),
    Sentence(
        "Vivi, who verifies in Kalbar and reports for Kerinci, does not accept in Kerinci",
        f"POST {SENT}accept/",
        FORBIDDEN,
        sends={"version": "1"},
    ),
    Sentence(
        "Vivi does not accept Kerinci's reports from the list either",
        f"POST {LIST}",
        NOTHING_HAPPENS,
        sends={
            "action": "accept_selected",
            "_selected_action": ["{kerinci_sent}"],
            "confirmed": "1",
            "version-{kerinci_sent}": "1",
        },
    ),
    Sentence(
        "Budi accepts nothing from the list",
        f"POST {LIST}",
        NOTHING_HAPPENS,
        sends={
            "action": "accept_selected",
            "_selected_action": ["{kerinci_sent}"],
            "confirmed": "1",
            "version-{kerinci_sent}": "1",
        },
    ),
    Sentence(
        "Budi does not open an accepted report again",
        "POST /admin/programs/report/{kerinci_accepted}/reopen/",
        FORBIDDEN,
        sends={"version": "1", "reason": "Salah ketik."},
    ),
    Sentence("Vera changes nothing in a report", f"POST {SENT}change/", FORBIDDEN, {"state": "diterima"}),
]
