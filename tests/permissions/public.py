"""Visitors: what is published and open, and the door for everything else."""

from tests.permissions.telling import ABSENT, OPENS, SIGN_IN, Sentence

SENTENCES = [
    Sentence("Visitors read a Rakor that is open", "GET /rakor/{open_rakor.slug}/", OPENS),
    Sentence("Visitors do not find a Rakor that is a draft", "GET /rakor/{draft_rakor.slug}/", ABSENT),
    Sentence("Visitors do not find a Rakor that is terbatas", "GET /rakor/{restricted_rakor.slug}/", ABSENT),
    Sentence("Visitors do not find a Rakor that is rahasia", "GET /rakor/{secret_rakor.slug}/", ABSENT),
    Sentence(
        "Visitors find neither of them in the list",
        "GET /rakor/",
        OPENS,
        shows=("Rakor Terbuka",),
        hides=("Rakor Rancangan", "Rakor Terbatas", "Rakor Rahasia"),
        among=("open_rakor", "draft_rakor", "restricted_rakor", "secret_rakor"),
    ),
    Sentence(
        "Visitors find neither of them by name",
        "GET /rakor/?q=Rahasia",
        OPENS,
        hides=("Rakor Rahasia",),
        among=("secret_rakor",),
    ),
    Sentence(
        "Visitors do not read an outcome that is rahasia",
        "GET /rakor/{open_rakor.slug}/",
        OPENS,
        hides=("calon penerima",),
        among=("secret_outcome",),
    ),
    Sentence(
        "Visitors do not find a ranking of a program that is not public",
        "GET /peringkat/{hidden_release.ranking}/",
        ABSENT,
    ),
    Sentence(
        "Visitors do not find it in the list of rankings",
        "GET /peringkat/",
        OPENS,
        hides=("Peringkat Internal Jambi",),
        among=("hidden_release",),
    ),
    Sentence(
        "Visitors read no score before it is published",
        "GET /daerah/15.01/",
        OPENS,
        hides=("81,00", "PKH Jambi 2024"),
        among=("determined_round",),
    ),
    Sentence(
        "Visitors do not find a ranking that is only determined",
        "GET /peringkat/pkh-2024-jambi/",
        ABSENT,
        among=("determined_round",),
    ),
    Sentence("Visitors of the desk are shown the door", "GET /admin/", SIGN_IN),
    Sentence("Visitors of the front desk are shown the door", "GET /kerja/", SIGN_IN),
    Sentence("Visitors open no report", "GET /admin/programs/report/{kerinci_draft}/change/", SIGN_IN),
    Sentence(
        "Visitors accept no report",
        "POST /admin/programs/report/{kerinci_sent}/accept/",
        SIGN_IN,
        {"version": "1"},
    ),
    Sentence(
        "Visitors are not told by the door whether a person exists",
        "GET /admin/accounts/user/{budi}/change/",
        SIGN_IN,
    ),
    Sentence("Visitors open no evidence", "GET /admin/meetings/followup/bukti/{evidence}/", SIGN_IN),
]
