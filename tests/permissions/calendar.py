"""Reporting calendars: who keeps them, who gives more time, who begins what a unit owes."""

from tests.permissions.telling import (
    ABSENT,
    DONE,
    FORBIDDEN,
    NOTHING_HAPPENS,
    OPENS,
    SIGN_IN,
    Sentence,
)

CALENDAR = "/admin/programs/schedule/{pkh_schedule}/"
EXTENSIONS = "/admin/programs/extension/"
EXTENSION = "/admin/programs/extension/{kerinci_extension}/"
MORE = {"deadline": "{pkh_due}", "unit": "{kerinci}", "due_on": "1/2/2099", "reason": "Banjir."}
BEGIN = "/kerja/laporan/mulai/"
OWED = {"tenggat": "{pkh_due}", "unit": "{kerinci}"}

SENTENCES = [
    # Calendars.
    Sentence("Wayan opens the calendar of his agency's program", f"GET {CALENDAR}change/", OPENS),
    Sentence("Budi reads when PKH falls due", f"GET {CALENDAR}change/", OPENS),
    Sentence("Dewi does not find the calendar of Jambi's PKH", f"GET {CALENDAR}change/", ABSENT),
    Sentence("Rina fills a calendar of Jambi anew", f"POST {CALENDAR}refill/", DONE, {"version": "1"}),
    Sentence(
        "Kesna fills no calendar of Dinsos anew", f"POST {CALENDAR}refill/", FORBIDDEN, {"version": "1"}
    ),
    Sentence("Budi fills no calendar anew", f"POST {CALENDAR}refill/", FORBIDDEN, {"version": "1"}),
    Sentence("Wayan copies his calendar to the next year", f"POST {CALENDAR}copy/", DONE, {"version": "1"}),
    Sentence("Vera copies no calendar", f"POST {CALENDAR}copy/", FORBIDDEN, {"version": "1"}),
    # More time.
    Sentence(
        "Wayan gives Kerinci more time for his program",
        f"POST {EXTENSIONS}add/",
        DONE,
        MORE,
        among=("pkh_due", "kerinci"),
    ),
    Sentence(
        "Kesna gives no more time for a program of Dinsos",
        f"POST {EXTENSIONS}add/",
        NOTHING_HAPPENS,
        MORE,
        among=("pkh_due", "kerinci"),
    ),
    Sentence("Budi gives himself no more time", f"POST {EXTENSIONS}add/", FORBIDDEN, MORE),
    Sentence("Vera gives no more time", f"POST {EXTENSIONS}add/", FORBIDDEN, MORE),
    Sentence("Budi reads that he has more time", f"GET {EXTENSION}change/", OPENS),
    Sentence("Sari does not find that Kerinci has more time", f"GET {EXTENSION}change/", ABSENT),
    Sentence("Wayan takes no more time back", f"POST {EXTENSION}delete/", FORBIDDEN, {"post": "yes"}),
    # Beginning a report.
    Sentence("Budi begins what his Kerinci owes", f"POST {BEGIN}", DONE, OWED),
    Sentence("Wayan begins Kerinci's report for his program", f"POST {BEGIN}", DONE, OWED),
    Sentence("Sari begins no report of Kerinci's", f"POST {BEGIN}", NOTHING_HAPPENS, OWED),
    Sentence("Kesna begins no report for a program of Dinsos", f"POST {BEGIN}", NOTHING_HAPPENS, OWED),
    Sentence("Vera begins no report", f"POST {BEGIN}", FORBIDDEN, OWED),
    Sentence("Pimpin begins no report", f"POST {BEGIN}", FORBIDDEN, OWED),
    Sentence("Visitors begin no report", f"POST {BEGIN}", SIGN_IN, OWED),
    # What proves it.
    Sentence(
        "Vera takes the evidence of Kerinci's draft", "GET /kerja/laporan/bukti/{kerinci_proof}/", OPENS
    ),
    Sentence(
        "Sari does not find the evidence of Kerinci's draft",
        "GET /kerja/laporan/bukti/{kerinci_proof}/",
        ABSENT,
    ),
    Sentence("Nia takes no evidence of reports", "GET /kerja/laporan/bukti/{kerinci_proof}/", FORBIDDEN),
]
