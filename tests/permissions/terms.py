"""Assignments begin and end, accounts are closed; what they gave ends with them, at the next request."""

from tests.permissions.telling import ABSENT, OPENS, SHUT_OUT, SIGN_IN, Sentence

DRAFT = "/admin/programs/report/{kerinci_draft}/change/"
LIST = "/admin/programs/report/"
SEND = "/admin/programs/report/{kerinci_draft}/submit/"
SECRET = "/admin/meetings/rakor/{secret_rakor}/change/"

SENTENCES = [
    Sentence("Akhir, whose last day is today, still opens Kerinci's draft", f"GET {DRAFT}", OPENS),
    Sentence("Lama, whose assignment ended yesterday, opens nothing", f"GET {DRAFT}", SHUT_OUT),
    Sentence("Lama has no list of reports", f"GET {LIST}", SHUT_OUT),
    Sentence("Lama sends no report", f"POST {SEND}", SHUT_OUT, {"version": "1"}),
    Sentence("Esok, whose assignment begins tomorrow, opens nothing yet", f"GET {DRAFT}", SHUT_OUT),
    Sentence("Esok sends no report yet", f"POST {SEND}", SHUT_OUT, {"version": "1"}),
    Sentence("Tutup, whose account was closed, is shown the door", f"GET {DRAFT}", SIGN_IN),
    Sentence("Tutup sends no report", f"POST {SEND}", SIGN_IN, {"version": "1"}),
    Sentence("Baru, to whom nothing was assigned, has no list of reports", f"GET {LIST}", SHUT_OUT),
    Sentence(
        "Baru does not read what the program PKH is", "GET /admin/programs/program/{pkh}/change/", SHUT_OUT
    ),
    Sentence("Noto, whose committee ended yesterday, does not read its Rakor", f"GET {SECRET}", SHUT_OUT),
    Sentence("Vivi opens Kerinci's draft as its operator", f"GET {DRAFT}", OPENS),
    Sentence(
        "Vivi, who verifies in Kalbar, does not find Merangin's Rakor there",
        "GET /admin/meetings/rakor/{dinsos_rakor}/change/",
        ABSENT,
    ),
]
