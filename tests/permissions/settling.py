"""Sources that differ: who reads them side by side, notes another, settles them, carries them to a Rakor."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, SIGN_IN, Sentence

DESK = "/kerja/sinkronisasi/"
SETTLE = DESK + "selesaikan/"
CARRY = DESK + "bawa/"
FIGURE = "/kerja/angka/{kerincis_figure}/"
ADMIN = "/admin/programs/difference/{kerincis_difference}/change/"

NOTED = {
    "sumber": "",
    "sumber_baru": "Perum Bulog",
    "tingkat": "pusat",
    "nilai": "79",
    "keadaan": "value",
    "satuan": "nilai",
}
CHOICE = {
    "aksi": "simpan",
    "pilih": "{kerincis_difference}.1",
    "d{kerincis_difference}-versi": "1",
    "d{kerincis_difference}-sebab": "parsial",
    "d{kerincis_difference}-angka": "{ministrys_word}",
    "alasan": "Dicocokkan dengan berkas.",
    "rumusan": "",
}
CARRIED = {"pilih": "{kerincis_difference}.1", "rakor": "{coming_rakor}"}

SENTENCES = [
    # Reading.
    Sentence(
        "Budi finds on the desk what differs about his Kerinci",
        f"GET {DESK}",
        OPENS,
        shows=("/kerja/angka/{kerincis_figure}/",),
    ),
    Sentence(
        "Sari does not find on the desk what differs about Kerinci",
        f"GET {DESK}?daerah=kerinci",
        OPENS,
        hides=("/kerja/angka/{kerincis_figure}/",),
    ),
    Sentence(
        "Kesna does not find on the desk what differs in a program of Dinsos",
        f"GET {DESK}",
        OPENS,
        hides=("/kerja/angka/{kerincis_figure}/",),
    ),
    Sentence("Nia, who takes minutes, has no desk", f"GET {DESK}", FORBIDDEN),
    Sentence("Visitors have no desk", f"GET {DESK}", SIGN_IN),
    Sentence("Nia has no rates either", f"GET {DESK}tingkat/", FORBIDDEN),
    Sentence("Budi reads what each source says about Kerinci", f"GET {FIGURE}", OPENS, shows=("88",)),
    Sentence("Sari does not find what the sources say about Kerinci", f"GET {FIGURE}", ABSENT),
    Sentence("Dewi does not find what the sources say about Kerinci", f"GET {FIGURE}", ABSENT),
    Sentence("Dewi does not find the difference in the admin", f"GET {ADMIN}", ABSENT),
    Sentence("Suri changes no difference in the admin", f"POST {ADMIN}", FORBIDDEN),
    Sentence("Sari takes no paper behind it", "GET /kerja/sumber/{ministrys_word}/", ABSENT),
    # Noting another source.
    Sentence("Wayan notes what another source says", f"POST {FIGURE}", DONE, NOTED),
    Sentence("Budi notes no other source about Kerinci", f"POST {FIGURE}", FORBIDDEN, NOTED),
    Sentence("Vera notes no other source", f"POST {FIGURE}", FORBIDDEN, NOTED),
    Sentence("Kesna notes nothing in a program of Dinsos", f"POST {FIGURE}", ABSENT, NOTED),
    Sentence("Dewi notes nothing about Jambi", f"POST {FIGURE}", ABSENT, NOTED),
    # Settling.
    Sentence(
        "Vera settles on what the ministry says",
        f"POST {SETTLE}",
        DONE,
        CHOICE,
        becomes={"kerincis_difference.state": "selesai"},
    ),
    Sentence("Wayan settles it in his own program", f"POST {SETTLE}", DONE, CHOICE),
    Sentence("Budi settles nothing about Kerinci", f"POST {SETTLE}", FORBIDDEN, CHOICE),
    Sentence("Pimpin settles nothing", f"POST {SETTLE}", FORBIDDEN, CHOICE),
    Sentence(
        "Vivi, who verifies elsewhere, settles nothing about Kerinci",
        f"POST {SETTLE}",
        NOTHING_HAPPENS,
        CHOICE,
    ),
    Sentence("Dewi settles nothing in Jambi", f"POST {SETTLE}", NOTHING_HAPPENS, CHOICE),
    Sentence("Kesna settles nothing in a program of Dinsos", f"POST {SETTLE}", NOTHING_HAPPENS, CHOICE),
    Sentence(
        "Rina does not settle on the figure that she brought",
        f"POST {SETTLE}",
        NOTHING_HAPPENS,
        CHOICE | {"d{kerincis_difference}-angka": "{rinas_word}"},
        shows=("Anda masukkan sendiri",),
    ),
    Sentence(
        "Suri does not settle on the figure that she brought",
        f"POST {SETTLE}",
        NOTHING_HAPPENS,
        CHOICE | {"d{kerincis_difference}-angka": "{suris_word}"},
        shows=("Anda masukkan sendiri",),
    ),
    # Carrying.
    Sentence(
        "Wayan carries it to the Rakor that Dinsos prepares",
        f"POST {CARRY}",
        DONE,
        CARRIED,
        becomes={"kerincis_difference.state": "dibawa", "kerincis_difference.carried_by": "{wayan}"},
    ),
    Sentence("Vera carries nothing", f"POST {CARRY}", FORBIDDEN, CARRIED),
    Sentence("Budi carries nothing", f"POST {CARRY}", FORBIDDEN, CARRIED),
    Sentence("Dewi carries nothing of Jambi", f"POST {CARRY}", NOTHING_HAPPENS, CARRIED),
    Sentence(
        "Wayan carries nothing to a Rakor of Kalbar",
        f"POST {CARRY}",
        ABSENT,
        CARRIED | {"rakor": "{kalbars_coming_rakor}"},
    ),
]
