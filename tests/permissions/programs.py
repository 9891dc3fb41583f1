"""Programs and indicators on their own pages, in public and on the desk; rows below a figure; pairs."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, SIGN_IN, Sentence

PUBLIC_PROGRAM = "GET /program/15/PKH/"
PUBLIC_INDICATOR = "GET /indikator/15/PKH-1/"
PROGRAM = "GET /kerja/program/{pkh}/"
INDICATOR = "GET /kerja/indikator/{pkh_indicator}/"
OF_KERINCI = "/kerja/laporan/{kerinci_draft}/"
FIGURE = "/kerja/angka/{kerinci_figure}/"
PARTS = "/kerja/laporan/{kerinci_draft}/rincian/{pkh_indicator}/"
ROWS = {"rincian": "kecamatan", "baris": "Danau Kerinci; 77", "dilihat": "{kerinci_figure.chosen_id}"}
PAIR = "/admin/programs/indicatorpair/{pkh_pair}/change/"
HIDDEN_PROGRAM = "GET /kerja/program/{hidden_program}/"
HIDDEN_INDICATOR = "GET /kerja/indikator/{hidden_indicator}/"
HIDDEN = ("hidden_program", "hidden_indicator")

SENTENCES = [
    # The public.
    Sentence(
        "Visitors read who has reported, from accepted reports only",
        PUBLIC_PROGRAM,
        OPENS,
        shows=("laporan diterima",),
        hides=("dikirim", "draf"),
        among=("kerinci_draft", "kerinci_sent", "kerinci_accepted"),
    ),
    Sentence(
        "Visitors do not read a figure of a draft",
        PUBLIC_INDICATOR,
        OPENS,
        hides=("77",),
        among=("kerinci_figure",),
    ),
    Sentence(
        "Visitors do not find a program that is not public",
        "GET /program/15/GELAP/",
        NOTHING_HAPPENS,
        among=HIDDEN,
    ),
    Sentence("Visitors do not find its indicator", "GET /indikator/15/GELAP-1/", ABSENT, among=HIDDEN),
    Sentence("Visitors find no programs on the desk", "GET /kerja/program/", SIGN_IN),
    # Who reads what on the desk.
    Sentence("Budi finds Kerinci's draft in the map of the program", PROGRAM, OPENS, shows=(OF_KERINCI,)),
    Sentence("Sari does not find Kerinci's draft in the map", PROGRAM, OPENS, hides=(OF_KERINCI,)),
    Sentence(
        "Kesna does not find in the map what is reported to Dinsos", PROGRAM, OPENS, hides=(OF_KERINCI,)
    ),
    Sentence("Wayan finds in the map what is reported to Dinsos", PROGRAM, OPENS, shows=(OF_KERINCI,)),
    Sentence("Dewi does not find in the map what stands in Jambi", PROGRAM, OPENS, hides=(OF_KERINCI,)),
    Sentence("Nia, who takes minutes, finds no reports in the map", PROGRAM, OPENS, hides=(OF_KERINCI,)),
    Sentence("Budi reads Kerinci's figure of a draft", INDICATOR, OPENS, shows=(FIGURE,)),
    Sentence("Sari does not read Kerinci's figure", INDICATOR, OPENS, hides=(FIGURE,)),
    Sentence("Dewi does not read Kerinci's figure", INDICATOR, OPENS, hides=(FIGURE,)),
    Sentence(
        "Dewi does not find a program of Jambi that is not public",
        HIDDEN_PROGRAM,
        ABSENT,
    ),
    Sentence(
        "Dewi does not find an indicator of Jambi that is not public",
        HIDDEN_INDICATOR,
        ABSENT,
    ),
    Sentence("Budi reads a program of Jambi that is not public", HIDDEN_PROGRAM, OPENS),
    # Rows below a figure.
    Sentence("Budi gives the rows below his own figure", f"POST {PARTS}", DONE, sends=ROWS),
    Sentence("Sari gives no rows below Kerinci's figure", f"POST {PARTS}", ABSENT, sends=ROWS),
    Sentence("Vera gives no rows below Kerinci's figure", f"POST {PARTS}", FORBIDDEN, sends=ROWS),
    Sentence("Pimpin gives no rows below Kerinci's figure", f"POST {PARTS}", FORBIDDEN, sends=ROWS),
    Sentence(
        "Budi gives no rows below a figure that he has sent",
        "POST /kerja/laporan/{kerinci_sent}/rincian/{pkh_indicator}/",
        ABSENT,
        sends={"rincian": "kecamatan", "baris": "Danau Kerinci; 77", "dilihat": "1"},
    ),
    # Pairs.
    Sentence("Budi reads what pairs are followed", f"GET {PAIR}", OPENS),
    Sentence(
        "Wayan follows another gap in the program of his agency",
        f"FILL {PAIR}",
        DONE,
        sends={"name": "Selisih"},
        becomes={"pkh_pair.name": "Selisih"},
    ),
    Sentence("Kesna changes no pair of Dinsos", f"POST {PAIR}", FORBIDDEN, {"name": "Lain"}),
    Sentence("Dewi changes no pair of Jambi", f"POST {PAIR}", FORBIDDEN, {"name": "Lain"}),
    Sentence("Vera changes no pair", f"POST {PAIR}", FORBIDDEN, {"name": "Lain"}),
    Sentence("Suri takes no pair away", f"POST {PAIR[:-7]}delete/", NOTHING_HAPPENS),
]
