"""Assignments begin and end, accounts are closed; what they gave ends with them, at the next request."""

from tests.permissions.telling import ABSENT, OPENS, SIGN_IN, Sentence

DRAFT = "/admin/programs/report/{kerinci_draft}/change/"
LIST = "/admin/programs/report/"
SEND = "/admin/programs/report/{kerinci_draft}/submit/"
SECRET = "/admin/meetings/rakor/{secret_rakor}/change/"

SENTENCES = [
    Sentence("Akhir, whose last day is today, still opens Kerinci's draft", f"GET {DRAFT}", OPENS),
    Sentence("Lama, whose assignment ended yesterday, opens nothing", f"GET {DRAFT}", SIGN_IN),
    Sentence("Lama finds no desk any more", "GET /admin/", SIGN_IN),
    Sentence("Lama finds no desk on /kerja/ either", "GET /kerja/", SIGN_IN),
    Sentence("Lama has no list of reports", f"GET {LIST}", SIGN_IN),
    Sentence("Lama sends no report", f"POST {SEND}", SIGN_IN, {"version": "1"}),
    Sentence("Esok, whose assignment begins tomorrow, opens nothing yet", f"GET {DRAFT}", SIGN_IN),
    Sentence("Esok sends no report yet", f"POST {SEND}", SIGN_IN, {"version": "1"}),
    Sentence("Tutup, whose account was closed, is shown the door", f"GET {DRAFT}", SIGN_IN),
    Sentence("Tutup sends no report", f"POST {SEND}", SIGN_IN, {"version": "1"}),
    Sentence("Baru, to whom nothing was assigned, has no list of reports", f"GET {LIST}", SIGN_IN),
    Sentence(
        "Baru does not read what the program PKH is", "GET /admin/programs/program/{pkh}/change/", SIGN_IN
    ),
    Sentence("Noto, whose committee ended yesterday, does not read its Rakor", f"GET {SECRET}", SIGN_IN),
    Sentence("Vivi opens Kerinci's draft as its operator", f"GET {DRAFT}", OPENS),
    Sentence(
        "Vivi, who verifies in Kalbar, does not find Merangin's Rakor there",
        "GET /admin/meetings/rakor/{dinsos_rakor}/change/",
        ABSENT,
    ),
]
