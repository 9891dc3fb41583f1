"""/kerja/, the officials' own pages: they know the same people and the same limits as the admin."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, SIGN_IN, Sentence

DRAFT = "/kerja/laporan/{kerinci_draft}/"
JUDGE = "/kerja/laporan/{kerinci_sent}/periksa/"
REOPEN = "/kerja/laporan/{kerinci_accepted}/buka/"
RALAT = {"versi": "1", "alasan": "Sumber diralat."}
MANY = "/kerja/laporan/terima/"
BOARD = "/kerja/pelaporan/"
FOLLOW_UP = "/kerja/tindak-lanjut/{follow_up.reference}/"
RESTRICTED = "/kerja/rakor/{restricted_rakor}/"
SECRET = "/kerja/rakor/{secret_rakor}/"
DINSOS_DRAFT = "/kerja/rakor/{dinsos_draft_rakor}/"
CLAIM = {
    "bagian": "lapor",
    "kind": "diajukan",
    "reviewed_on": "1 Maret 2023",
    "remark": "Sudah.",
    "version": "1",
}
VERDICT = {"bagian": "periksa", "kind": "sesuai", "reviewed_on": "2 Maret 2023", "version": "1"}

NOTICES = "/kerja/pemberitahuan/"
NOTICE = "/kerja/pemberitahuan/{budis_notice}/"
TOLD = ("budis_notice",)

SENTENCES = [
    Sentence("Budi finds his desk", "GET /kerja/", OPENS),
    Sentence("Visitors find no reports on it", "GET /kerja/laporan/", SIGN_IN),
    # Reports.
    Sentence("Budi opens his own draft on his desk", f"GET {DRAFT}", OPENS),
    Sentence("Sari does not find Kerinci's draft on hers", f"GET {DRAFT}", ABSENT),
    Sentence("Sari fills in nothing for Kerinci", f"POST {DRAFT}", ABSENT, {"versi": "1", "aksi": "kirim"}),
    Sentence("Vera fills in nothing for Kerinci", f"POST {DRAFT}", NOTHING_HAPPENS, {"versi": "1"}),
    Sentence("Pimpin fills in nothing for Kerinci", f"POST {DRAFT}", NOTHING_HAPPENS, {"versi": "1"}),
    Sentence("Kesna does not find Kerinci's draft for Dinsos on her desk", f"GET {DRAFT}", ABSENT),
    Sentence(
        "Kesna does not find it in the list on her desk",
        "GET /kerja/laporan/",
        OPENS,
        hides=(DRAFT,),
    ),
    Sentence(
        "Vera accepts on her desk what Budi sent",
        f"POST {JUDGE}",
        DONE,
        sends={"versi": "1"},
        becomes={"kerinci_sent.state": "diterima", "kerinci_sent.accepted_by": "{vera}"},
    ),
    Sentence(
        "Vera does not accept on her desk what she sent herself",
        "POST /kerja/laporan/{sent_by_vera}/periksa/",
        NOTHING_HAPPENS,
        sends={"versi": "1"},
    ),
    Sentence(
        "Budi does not accept on his desk what he sent", f"POST {JUDGE}", NOTHING_HAPPENS, {"versi": "1"}
    ),
    Sentence("Rina accepts nothing on her desk", f"POST {JUDGE}", NOTHING_HAPPENS, {"versi": "1"}),
    Sentence(
        "Suri does not accept on her desk what she sent",
        "POST /kerja/laporan/{sent_by_suri}/periksa/",
        NOTHING_HAPPENS,
        {"versi": "1"},
    ),
    Sentence("Vivi does not accept Kerinci's on her desk", f"POST {JUDGE}", NOTHING_HAPPENS, {"versi": "1"}),
    Sentence(
        "Vera gives back on her desk what Budi sent, with a reason",
        f"POST {JUDGE}",
        DONE,
        sends={"versi": "1", "aksi": "kembalikan", "alasan": "Angka tertukar."},
        becomes={"kerinci_sent.state": "dikembalikan", "kerinci_sent.returned_by": "{vera}"},
    ),
    Sentence(
        "Budi gives nothing back on his desk",
        f"POST {JUDGE}",
        NOTHING_HAPPENS,
        sends={"versi": "1", "aksi": "kembalikan", "alasan": "Angka tertukar."},
    ),
    Sentence(
        "Vera opens an accepted report again on her desk",
        f"POST {REOPEN}",
        DONE,
        sends=RALAT,
        becomes={"kerinci_accepted.state": "draf"},
    ),
    Sentence("Vera opens none again without a reason", f"POST {REOPEN}", NOTHING_HAPPENS, {"versi": "1"}),
    Sentence("Budi does not open his accepted report again on his desk", f"POST {REOPEN}", FORBIDDEN, RALAT),
    Sentence("Rina opens no report again on her desk", f"POST {REOPEN}", FORBIDDEN, RALAT),
    Sentence("Pimpin opens no report again on his desk", f"POST {REOPEN}", FORBIDDEN, RALAT),
    Sentence(
        "Vivi of Kalbar does not find Kerinci's accepted report to open again",
        f"POST {REOPEN}",
        ABSENT,
        RALAT,
    ),
    Sentence("Visitors open no report again", f"POST {REOPEN}", SIGN_IN, RALAT),
    # What one was told.
    Sentence("Budi opens his notices", f"GET {NOTICES}", OPENS, shows=("Kerinci dikembalikan",), among=TOLD),
    Sentence(
        "Vera does not find Budi's notice among hers",
        f"GET {NOTICES}",
        OPENS,
        hides=("Kerinci dikembalikan",),
        among=TOLD,
    ),
    Sentence("Budi goes from his notice to its page", f"POST {NOTICE}", DONE),
    Sentence("Sari does not find Budi's notice", f"POST {NOTICE}", ABSENT),
    Sentence("Rina does not find Budi's notice", f"POST {NOTICE}", ABSENT),
    Sentence("Suri does not find Budi's notice either", f"POST {NOTICE}", ABSENT),
    Sentence("Visitors open nobody's notice", f"POST {NOTICE}", SIGN_IN),
    Sentence("Visitors have no notices", f"GET {NOTICES}", SIGN_IN),
    Sentence(
        "Rina marks her own as read and not Budi's", f"POST {NOTICES}dibaca/", NOTHING_HAPPENS, among=TOLD
    ),
    # Many reports at once.
    Sentence(
        "Vera accepts on her desk, chosen in the list, what Budi sent",
        f"POST {MANY}",
        DONE,
        sends={"laporan": ["{kerinci_sent}"], "versi-{kerinci_sent}": "1"},
        becomes={"kerinci_sent.state": "diterima", "kerinci_sent.accepted_by": "{vera}"},
    ),
    Sentence(
        "Vera is asked once more before she accepts what she chose",
        f"GET {MANY}?laporan={{kerinci_sent}}",
        OPENS,
        shows=("Terima 1 laporan", "Kabupaten Kerinci"),
    ),
    Sentence(
        "Vera does not accept with others what she sent herself",
        f"POST {MANY}",
        NOTHING_HAPPENS,
        sends={"laporan": ["{sent_by_vera}"], "versi-{sent_by_vera}": "1"},
    ),
    Sentence(
        "Vera does not accept with others a report that holds a figure she entered",
        f"POST {MANY}",
        NOTHING_HAPPENS,
        sends={"laporan": ["{with_veras_figure}"], "versi-{with_veras_figure}": "1"},
    ),
    Sentence(
        "Vivi of Kalbar accepts with others nothing of Kerinci's",
        f"POST {MANY}",
        NOTHING_HAPPENS,
        sends={"laporan": ["{kerinci_sent}"], "versi-{kerinci_sent}": "1"},
    ),
    Sentence(
        "Vivi of Kalbar is not asked about Kerinci's either",
        f"GET {MANY}?laporan={{kerinci_sent}}",
        OPENS,
        hides=("Terima 1 laporan",),
    ),
    Sentence(
        "Budi accepts nothing of what he chose on his desk",
        f"POST {MANY}",
        FORBIDDEN,
        sends={"laporan": ["{kerinci_sent}"], "versi-{kerinci_sent}": "1"},
    ),
    Sentence("Rina is not asked to accept many reports", f"GET {MANY}", FORBIDDEN),
    Sentence("Visitors accept no reports", f"GET {MANY}", SIGN_IN),
    # Remarks at a line.
    Sentence(
        "Vera gives back what Budi sent with a remark at a line",
        f"POST {JUDGE}",
        DONE,
        sends={
            "versi": "1",
            "aksi": "kembalikan",
            "alasan": "Angka tertukar.",
            "i{pkh_indicator}-ulasan": "Lampirkan berita acara.",
        },
        becomes={"kerinci_sent.state": "dikembalikan"},
    ),
    Sentence(
        "Vera writes no NIP into a remark",
        f"POST {JUDGE}",
        NOTHING_HAPPENS,
        sends={"versi": "1", "i{pkh_indicator}-ulasan": "Hubungi NIP 198503302003121002."},
    ),
    Sentence(
        "Budi remarks on nothing in what he sent",
        f"POST {JUDGE}",
        FORBIDDEN,
        sends={"versi": "1", "i{pkh_indicator}-ulasan": "Bagus."},
    ),
    # Who has reported.
    Sentence("Vera opens the board of reports", f"GET {BOARD}", OPENS),
    Sentence("Pimpin opens the board of reports", f"GET {BOARD}", OPENS),
    Sentence(
        "Vera sees on the board who owes a report in Jambi, and nobody of Kalbar",
        f"GET {BOARD}",
        OPENS,
        shows=("Kabupaten Kerinci", "Kabupaten Merangin"),
        hides=("Sambas",),
        among=("mcp_asked", "kerinci", "merangin", "sambas"),
    ),
    Sentence(
        "Budi sees on the board what his Kerinci owes, and not that of Merangin",
        f"GET {BOARD}",
        OPENS,
        shows=("Kabupaten Kerinci",),
        hides=("Merangin",),
        among=("mcp_asked", "kerinci", "merangin"),
    ),
    Sentence(
        "Dewi of Kalbar finds nobody of Jambi on the board",
        f"GET {BOARD}",
        OPENS,
        shows=("Sambas",),
        hides=("Kerinci", "Merangin"),
        among=("mcp_asked", "kerinci", "merangin", "sambas"),
    ),
    Sentence("Nia, who takes minutes, has no board of reports", f"GET {BOARD}", FORBIDDEN),
    Sentence("Nia takes no list of it away", f"GET {BOARD}daftar.csv", FORBIDDEN),
    Sentence(
        "Budi takes away the list of what his Kerinci owes, and nothing of Merangin",
        f"GET {BOARD}daftar.csv",
        OPENS,
        shows=("Kabupaten Kerinci",),
        hides=("Merangin",),
        among=("mcp_asked", "kerinci", "merangin"),
    ),
    Sentence("Visitors find no board of reports", f"GET {BOARD}", SIGN_IN),
    # Follow-ups.
    Sentence("Budi claims on his desk that Kerinci has done it", f"POST {FOLLOW_UP}", DONE, CLAIM),
    Sentence("Sari does not find on her desk what Kerinci owes", f"GET {FOLLOW_UP}", ABSENT),
    Sentence("Sari claims nothing for Kerinci", f"POST {FOLLOW_UP}", ABSENT, CLAIM),
    Sentence("Budi judges nothing on his desk", f"POST {FOLLOW_UP}", NOTHING_HAPPENS, VERDICT),
    Sentence(
        "Mira does not judge on her desk what her Kerinci owes", f"POST {FOLLOW_UP}", NOTHING_HAPPENS, VERDICT
    ),
    Sentence("Pimpin claims nothing on his desk", f"POST {FOLLOW_UP}", NOTHING_HAPPENS, CLAIM),
    Sentence("Vera judges on her desk what Kerinci owes", f"POST {FOLLOW_UP}", DONE, VERDICT),
    # Rakor and files.
    Sentence("Pimpin reads on his desk a Rakor that is terbatas", f"GET {RESTRICTED}", OPENS),
    Sentence("Sari does not find on her desk a Rakor that is terbatas", f"GET {RESTRICTED}", ABSENT),
    Sentence("Pimpin does not find on his desk a Rakor that is rahasia", f"GET {SECRET}", ABSENT),
    Sentence("Nara reads on her desk the Rakor of her committee", f"GET {SECRET}", OPENS),
    Sentence("Kesna does not find on her desk the draft of a Rakor of Dinsos", f"GET {DINSOS_DRAFT}", ABSENT),
    Sentence(
        "Nia reads on her desk no outcome that is rahasia",
        "GET /kerja/rakor/{open_rakor}/",
        OPENS,
        hides=("Nama calon penerima",),
        among=("secret_outcome",),
    ),
    Sentence("Budi takes the minutes of his Rakor from his desk", "GET /kerja/dokumen/{document}/", OPENS),
    Sentence("Sari takes no minutes of it from hers", "GET /kerja/dokumen/{document}/", ABSENT),
    Sentence(
        "Pimpin takes no paper that is rahasia from his desk", "GET /kerja/dokumen/{secret_document}/", ABSENT
    ),
    Sentence("Sari takes no evidence of Kerinci's from her desk", "GET /kerja/bukti/{evidence}/", ABSENT),
    Sentence("Visitors take no evidence", "GET /kerja/bukti/{evidence}/", SIGN_IN),
]
