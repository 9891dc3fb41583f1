"""Instruments, rounds, releases: an agency keeps its own, and who computes does not determine or publish."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, REFUSED, Sentence

ROUNDS = "/admin/evaluations/round/"
READY = "/admin/evaluations/round/{pkh_round}/"
COMPUTED = "/admin/evaluations/round/{computed_round}/"
DETERMINED = "/admin/evaluations/round/{determined_round}/"
INSTRUMENT = "/admin/evaluations/instrument/{pkh_instrument}/"
NATIONAL = "/admin/evaluations/instrument/{national_instrument}/"
RECORD = "/admin/evaluations/release/record/"
READY_SEEN = {"version": "{pkh_round.version}"}
COMPUTED_SEEN = {"version": "{computed_round.version}"}
DETERMINED_SEEN = {"version": "{determined_round.version}"}
CORRECTION_SEEN = {"version": "{correction.version}"}
FROM_ELSEWHERE = {
    "program": "{mcp}",
    "region": "{jambi}",
    "year": "2022",
    "period": "TAHUNAN",
    "title": "Peringkat dari berita",
    "subject": "pencegahan korupsi",
    "source_name": "Berita",
    "ranks": "I Kerinci",
}
NEW_ROUND = {"period": "{this_year}", "kind": "resmi", "as_of": "1 Maret 2025"}
AWARD = {"unit": "{kerinci}", "kind": "sertifikat", "title": "Sertifikat", "rank": "1"}

SENTENCES = [
    # Computing.
    Sentence(
        "Rina computes a round of Jambi",
        f"POST {READY}compute/",
        DONE,
        sends=READY_SEEN,
        becomes={"pkh_round.state": "dihitung", "pkh_round.computed_by": "{rina}"},
    ),
    Sentence(
        "Wayan computes a round of a program of Dinsos",
        f"POST {READY}compute/",
        DONE,
        sends=READY_SEEN,
        becomes={"pkh_round.computed_by": "{wayan}"},
    ),
    Sentence("Kesna does not find a round of Dinsos", f"GET {READY}change/", ABSENT),
    Sentence("Kesna computes no round of Dinsos", f"POST {READY}compute/", ABSENT),
    Sentence("Kesna takes back no round of Dinsos", f"POST {READY}withdraw/", ABSENT, {"reason": "Tidak."}),
    Sentence("Dewi does not find a round of Jambi", f"GET {READY}change/", ABSENT),
    Sentence("Dewi computes no round of Jambi", f"POST {READY}compute/", ABSENT),
    Sentence("Budi has no list of rounds", f"GET {ROUNDS}", FORBIDDEN),
    Sentence("Nia has no list of rounds", f"GET {ROUNDS}", FORBIDDEN),
    Sentence("Vera computes no round", f"POST {READY}compute/", FORBIDDEN),
    Sentence("Pimpin reads a round before it is published", f"GET {COMPUTED}change/", OPENS),
    Sentence("Pimpin computes no round", f"POST {READY}compute/", FORBIDDEN),
    Sentence("Ani computes no round", f"POST {READY}compute/", FORBIDDEN),
    # Determining and publishing.
    Sentence(
        "Vera determines the round that Rina computed",
        f"POST {COMPUTED}determine/",
        DONE,
        sends=COMPUTED_SEEN,
        becomes={"computed_round.state": "ditetapkan", "computed_round.determined_by": "{vera}"},
    ),
    Sentence(
        "Rina does not determine what she computed", f"POST {COMPUTED}determine/", REFUSED, COMPUTED_SEEN
    ),
    Sentence("Wayan determines no round of his own agency", f"POST {COMPUTED}determine/", FORBIDDEN),
    Sentence("Pimpin determines no round", f"POST {COMPUTED}determine/", FORBIDDEN),
    Sentence(
        "Vera publishes the round that Rina computed",
        f"POST {DETERMINED}publish/",
        DONE,
        sends=DETERMINED_SEEN,
        becomes={"determined_round.state": "diumumkan"},
    ),
    Sentence(
        "Rina does not publish what she computed", f"POST {DETERMINED}publish/", REFUSED, DETERMINED_SEEN
    ),
    Sentence("Wayan publishes nothing", f"POST {DETERMINED}publish/", FORBIDDEN),
    Sentence(
        "Rina, who computed a correction, does not publish it",
        "POST /admin/evaluations/round/{correction}/publish/",
        REFUSED,
        sends=CORRECTION_SEEN | {"reason": "Angka Merangin diralat."},
    ),
    Sentence(
        "Valen corrects the ranking that Vera published, with a reason",
        "POST /admin/evaluations/round/{correction}/publish/",
        DONE,
        sends=CORRECTION_SEEN | {"reason": "Angka Merangin diralat."},
        becomes={"correction.state": "diumumkan"},
    ),
    Sentence(
        "Valen corrects no ranking without a reason",
        "POST /admin/evaluations/round/{correction}/publish/",
        REFUSED,
        sends=CORRECTION_SEEN,
    ),
    # Instruments.
    Sentence(
        "Wayan mends an instrument of Dinsos that was not used yet",
        f"FILL {INSTRUMENT}change/",
        DONE,
        sends={"basis": "Pergub 1/2024"},
        becomes={"pkh_instrument.basis": "Pergub 1/2024"},
    ),
    Sentence(
        "Kesna does not touch an instrument of Dinsos",
        f"FILL {INSTRUMENT}change/",
        NOTHING_HAPPENS,
        {"name": "L"},
    ),
    Sentence(
        "Kesna deletes no instrument of Dinsos", f"POST {INSTRUMENT}delete/", NOTHING_HAPPENS, {"post": "yes"}
    ),
    Sentence("Dewi does not find an instrument of Jambi", f"GET {INSTRUMENT}change/", ABSENT),
    Sentence("Rina reads a national instrument", f"GET {NATIONAL}change/", OPENS),
    Sentence(
        "Rina does not change a national instrument", f"POST {NATIONAL}change/", FORBIDDEN, {"name": "L"}
    ),
    Sentence(
        "Rina does not change an instrument once it was used",
        "POST /admin/evaluations/instrument/{used_instrument}/change/",
        FORBIDDEN,
        sends={"name": "Lain"},
    ),
    Sentence(
        "Wayan makes no instrument for a program of Kesbangpol",
        "FILL /admin/evaluations/instrument/add/",
        NOTHING_HAPPENS,
        sends={"program": "{konflik}", "owner": "{jambi}", "year": "2024", "name": "Instrumen PKS"},
    ),
    Sentence(
        "Wayan opens no round of a program of Kesbangpol",
        f"FILL {ROUNDS}add/",
        NOTHING_HAPPENS,
        sends=NEW_ROUND | {"instrument": "{konflik_instrument}", "region": "{jambi}"},
    ),
    Sentence(
        "Wayan opens a round of a program of Dinsos",
        f"FILL {ROUNDS}add/",
        DONE,
        sends=NEW_ROUND | {"instrument": "{pkh_instrument}", "region": "{jambi}"},
    ),
    Sentence(
        "Rina opens no round over the regencies of Kalbar",
        f"FILL {ROUNDS}add/",
        NOTHING_HAPPENS,
        sends=NEW_ROUND | {"instrument": "{national_instrument}", "region": "{kalbar}"},
    ),
    Sentence("Vera changes no instrument", f"POST {INSTRUMENT}change/", FORBIDDEN, {"name": "Lain"}),
    # Rankings from elsewhere.
    Sentence(
        "Rina writes down a ranking of Jambi that others decided",
        f"POST {RECORD}",
        DONE,
        sends=FROM_ELSEWHERE,
        among=("kerinci",),
    ),
    Sentence(
        "Dewi writes down no ranking of Jambi",
        f"POST {RECORD}",
        NOTHING_HAPPENS,
        sends=FROM_ELSEWHERE,
        among=("kerinci",),
    ),
    Sentence(
        "Rina does not correct alone a ranking that she wrote down",
        f"POST {RECORD}",
        NOTHING_HAPPENS,
        sends=FROM_ELSEWHERE | {"reason": "Salah tulis.", "ranks": "II Kerinci"},
        shows=("orang lain",),
        among=("written_down",),
    ),
    Sentence(
        "Rina hands out an award for a ranking of Jambi",
        "FILL /admin/evaluations/award/add/",
        DONE,
        sends=AWARD | {"release": "{written_down}"},
    ),
    Sentence(
        "Wayan hands out no award for a ranking that is not of his agency",
        "FILL /admin/evaluations/award/add/",
        NOTHING_HAPPENS,
        sends=AWARD | {"release": "{written_down}"},
    ),
    Sentence("Wayan writes down no ranking", f"POST {RECORD}", FORBIDDEN, FROM_ELSEWHERE),
    Sentence("Vera writes down no ranking", f"POST {RECORD}", FORBIDDEN, FROM_ELSEWHERE),
]
