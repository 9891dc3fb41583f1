"""Rakor: who prepares, is invited, takes minutes, what is terbatas or rahasia, who reports and who checks."""

from tests.permissions.telling import (
    ABSENT,
    DONE,
    FORBIDDEN,
    NOTHING_HAPPENS,
    OPENS,
    SIGN_IN,
    Sentence,
)

OPEN = "/admin/meetings/rakor/{open_rakor}/"
DRAFT = "/admin/meetings/rakor/{draft_rakor}/"
CLOSED = "/admin/meetings/rakor/{closed_rakor}/"
RESTRICTED = "/admin/meetings/rakor/{restricted_rakor}/"
SECRET = "/admin/meetings/rakor/{secret_rakor}/"
DINSOS = "/admin/meetings/rakor/{dinsos_rakor}/"
DINSOS_DRAFT = "/admin/meetings/rakor/{dinsos_draft_rakor}/"
PKH = "/admin/meetings/rakor/{pkh_rakor}/"
FOLLOW_UP = "/admin/meetings/followup/{follow_up}/"
CLAIMED = "/admin/meetings/followup/{claimed_by_vera}/"
DOCUMENT = "/admin/meetings/rakor/dokumen/{document}/"
SECRET_DOCUMENT = "/admin/meetings/rakor/dokumen/{secret_document}/"
EVIDENCE = "/admin/meetings/followup/bukti/{evidence}/"
DONE_CLAIM = {"kind": "diajukan", "reviewed_on": "1 Maret 2023", "remark": "Sudah.", "version": "1"}
ADD = "/admin/meetings/rakor/add/"
NEW_RAKOR = {"title": "Rakor baru", "region": "{jambi}"}
FOUND_DONE = {"kind": "sesuai", "reviewed_on": "2 Maret 2023", "remark": "Sesuai.", "version": "1"}

SENTENCES = [
    # Prepared and read.
    Sentence(
        "Rina names the venue of a Rakor of Jambi",
        f"FILL {OPEN}change/",
        DONE,
        sends={"venue": "Rumah dinas"},
        becomes={"open_rakor.venue": "Rumah dinas"},
    ),
    Sentence("Budi reads the Rakor to which Kerinci was invited", f"GET {OPEN}change/", OPENS),
    Sentence("Budi changes nothing in it", f"POST {OPEN}change/", FORBIDDEN, {"title": "Lain"}),
    Sentence("Sari does not find a Rakor to which Merangin was not invited", f"GET {OPEN}change/", ABSENT),
    Sentence("Budi does not find a Rakor that is still a draft", f"GET {DRAFT}change/", ABSENT),
    Sentence("Pimpin reads the draft of a Rakor", f"GET {DRAFT}change/", OPENS),
    Sentence("Dewi does not find a Rakor of Jambi", f"GET {OPEN}change/", ABSENT),
    Sentence("Dewi deletes no draft of Jambi", f"POST {DRAFT}delete/", ABSENT, {"post": "yes"}),
    Sentence("Rina does not delete a Rakor that was held", f"POST {OPEN}delete/", FORBIDDEN, {"post": "yes"}),
    Sentence(
        "Wayan names the venue of a Rakor that Dinsos organises",
        f"FILL {DINSOS}change/",
        DONE,
        sends={"venue": "Aula Dinsos"},
        becomes={"dinsos_rakor.venue": "Aula Dinsos"},
    ),
    Sentence("Kesna reads the Rakor of Dinsos to which she was invited", f"GET {DINSOS}change/", OPENS),
    Sentence(
        "Kesna changes nothing in a Rakor of Dinsos", f"POST {DINSOS}change/", FORBIDDEN, {"title": "L"}
    ),
    Sentence("Kesna does not find the draft of a Rakor of Dinsos", f"GET {DINSOS_DRAFT}change/", ABSENT),
    Sentence("Wayan reads a Rakor of the province about his program", f"GET {PKH}change/", OPENS),
    Sentence(
        "Wayan changes nothing in a Rakor of the province", f"POST {PKH}change/", FORBIDDEN, {"title": "L"}
    ),
    Sentence("Wayan does not find a Rakor that does not concern him", f"GET {OPEN}change/", ABSENT),
    Sentence(
        "Wayan does not hand a Rakor of Dinsos over to Kesbangpol",
        f"FILL {DINSOS}change/",
        NOTHING_HAPPENS,
        sends={"organiser": "{kesbangpol}"},
    ),
    Sentence(
        "Rina does not move a Rakor to Kalbar",
        f"FILL {OPEN}change/",
        NOTHING_HAPPENS,
        sends={"region": "{kalbar}", "organiser": "{kalbar}"},
    ),
    Sentence(
        "Wayan starts no Rakor in the name of Kesbangpol",
        f"FILL {ADD}",
        NOTHING_HAPPENS,
        sends=NEW_RAKOR | {"organiser": "{kesbangpol}"},
    ),
    Sentence(
        "Wayan starts a Rakor in the name of Dinsos",
        f"FILL {ADD}",
        DONE,
        sends=NEW_RAKOR | {"organiser": "{dinsos}"},
    ),
    Sentence("Budi starts no Rakor", "GET /admin/meetings/rakor/add/", FORBIDDEN),
    Sentence(
        "Vera postpones no Rakor", f"POST {OPEN}tunda/", FORBIDDEN, {"reason": "Hujan.", "seen_version": "1"}
    ),
    # Minutes.
    Sentence(
        "Nia names the venue of a Rakor of Jambi",
        f"FILL {OPEN}change/",
        DONE,
        sends={"venue": "Aula"},
        becomes={"open_rakor.venue": "Aula"},
    ),
    Sentence(
        "Nia changes nothing once a Rakor is closed", f"POST {CLOSED}change/", FORBIDDEN, {"title": "L"}
    ),
    Sentence(
        "Nia opens a closed Rakor again, with a reason",
        f"FILL {CLOSED}buka/",
        DONE,
        sends={"reason": "Rumusan kurang.", "seen_version": "1"},
        becomes={"closed_rakor.state": "dilaksanakan"},
    ),
    Sentence(
        "Nia opens no closed Rakor without a reason", f"POST {CLOSED}buka/", OPENS, {"seen_version": "1"}
    ),
    Sentence("Pimpin opens no closed Rakor", f"POST {CLOSED}buka/", FORBIDDEN, {"reason": "Perlu."}),
    Sentence("Nara, notulis of one Rakor, opens that one", f"GET {SECRET}change/", OPENS),
    Sentence("Nara does not find the draft of another Rakor", f"GET {DRAFT}change/", ABSENT),
    Sentence("Nara starts no Rakor", "GET /admin/meetings/rakor/add/", FORBIDDEN),
    Sentence(
        "Nara, notulis of a Rakor, does not delete it", f"POST {SECRET}delete/", FORBIDDEN, {"post": "yes"}
    ),
    # Terbatas, rahasia.
    Sentence("Pimpin reads a Rakor that is terbatas", f"GET {RESTRICTED}change/", OPENS),
    Sentence("Ani of APIP reads a Rakor that is terbatas", f"GET {RESTRICTED}change/", OPENS),
    Sentence("Rina reads a Rakor of the province that is rahasia", f"GET {SECRET}change/", OPENS),
    Sentence("Pimpin does not find a Rakor that is rahasia", f"GET {SECRET}change/", ABSENT),
    Sentence("Nia does not find a Rakor that is rahasia", f"GET {SECRET}change/", ABSENT),
    Sentence("Ani does not find a Rakor that is rahasia", f"GET {SECRET}change/", ABSENT),
    Sentence(
        "Nia reads no outcome that is rahasia on a Rakor she writes",
        f"GET {OPEN}change/",
        OPENS,
        hides=("Nama calon penerima",),
        among=("secret_outcome",),
    ),
    # Follow-ups.
    Sentence("Budi reports that Kerinci has done what it owed", f"POST {FOLLOW_UP}ajukan/", DONE, DONE_CLAIM),
    Sentence("Sari does not find what Kerinci owes", f"GET {FOLLOW_UP}change/", ABSENT),
    Sentence("Sari reports nothing on what Kerinci owes", f"POST {FOLLOW_UP}ajukan/", ABSENT, DONE_CLAIM),
    Sentence("Vera finds it done", f"POST {FOLLOW_UP}periksa/", DONE, FOUND_DONE),
    Sentence("Budi does not find his own work done", f"POST {FOLLOW_UP}periksa/", FORBIDDEN, FOUND_DONE),
    Sentence(
        "Vera does not find done what she claimed", f"POST {CLAIMED}periksa/", NOTHING_HAPPENS, FOUND_DONE
    ),
    Sentence(
        "Mira, who verifies in Jambi and reports for Kerinci, does not find Kerinci's work done",
        f"POST {FOLLOW_UP}periksa/",
        NOTHING_HAPPENS,
        FOUND_DONE,
    ),
    Sentence(
        "Wayan reports that Dinsos has done what it owed",
        "POST /admin/meetings/followup/{dinsos_owes}/ajukan/",
        DONE,
        DONE_CLAIM,
    ),
    Sentence(
        "Kesna does not find what Dinsos owes",
        "POST /admin/meetings/followup/{dinsos_owes}/ajukan/",
        ABSENT,
        DONE_CLAIM,
    ),
    Sentence("Pimpin reports on nothing", f"POST {FOLLOW_UP}kemajuan/", FORBIDDEN, {"kind": "kemajuan"}),
    Sentence("Ani finds nothing done", f"POST {FOLLOW_UP}periksa/", FORBIDDEN, FOUND_DONE),
    # Papers.
    Sentence("Budi downloads the minutes of a Rakor he reads", f"GET {DOCUMENT}", OPENS),
    Sentence("Sari downloads no minutes of a Rakor she does not read", f"GET {DOCUMENT}", ABSENT),
    Sentence("Pimpin downloads no paper that is rahasia", f"GET {SECRET_DOCUMENT}", ABSENT),
    Sentence("Budi downloads the evidence he gave", f"GET {EVIDENCE}", OPENS),
    Sentence("Sari downloads no evidence of Kerinci's", f"GET {EVIDENCE}", ABSENT),
    Sentence("Dewi downloads no evidence of Jambi's", f"GET {EVIDENCE}", ABSENT),
    Sentence("Visitors download no minutes", f"GET {DOCUMENT}", SIGN_IN),
]
