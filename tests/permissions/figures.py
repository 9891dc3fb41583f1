"""Figures, sources and targets: what each office reads and takes away, and who sets what is to be reached."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, Sentence

LIST = "/admin/programs/measurement/"
FIGURE = "/admin/programs/measurement/{kerinci_figure}/"
OBSERVATION = "/admin/programs/observation/{kerinci_observation}/"
TARGET = "/admin/programs/target/{kerinci_target}/"
ADD_TARGET = "/admin/programs/target/add/"
KERINCIS = {
    "unit": "{kerinci}",
    "indicator": "{pkh_indicator}",
    "year": "2024",
    "period_code": "TAHUNAN",
    "low": "85",
}

SENTENCES = [
    Sentence("Budi reads the figure of his own Kerinci", f"GET {FIGURE}change/", OPENS, shows=("77",)),
    Sentence("Sari does not find Kerinci's figure", f"GET {FIGURE}change/", ABSENT),
    Sentence("Sari does not find what a source said about Kerinci", f"GET {OBSERVATION}change/", ABSENT),
    Sentence("Kesna does not find a figure of Dinsos's program", f"GET {FIGURE}change/", ABSENT),
    Sentence("Kesna does not find what a source told Dinsos", f"GET {OBSERVATION}change/", ABSENT),
    Sentence("Dewi does not find Kerinci's target", f"GET {TARGET}change/", ABSENT),
    Sentence("Kesna does not find a target of Dinsos's program", f"GET {TARGET}change/", ABSENT),
    Sentence("Nia has no list of figures", f"GET {LIST}", FORBIDDEN),
    Sentence(
        "Wayan sets a target for Kerinci in his program",
        f"FILL {ADD_TARGET}",
        DONE,
        sends=KERINCIS,
    ),
    Sentence(
        "Kesna sets no target for an indicator of Dinsos", f"FILL {ADD_TARGET}", NOTHING_HAPPENS, KERINCIS
    ),
    Sentence(
        "Wayan sets no target for a regency of Kalbar",
        f"FILL {ADD_TARGET}",
        NOTHING_HAPPENS,
        sends=KERINCIS | {"unit": "{sambas}"},
    ),
    Sentence("Dewi sets no target in Jambi", f"FILL {ADD_TARGET}", NOTHING_HAPPENS, KERINCIS),
    Sentence("Budi sets himself no target", f"POST {ADD_TARGET}", FORBIDDEN, KERINCIS),
    Sentence("Vera sets no target", f"POST {ADD_TARGET}", FORBIDDEN, KERINCIS),
]
