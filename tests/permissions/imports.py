"""Sheets: who uploads one brings figures only where that is his or her work, and does not accept them."""

from tests.permissions.telling import ABSENT, DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, REFUSED, Sentence
from tests.programs.sheets import row, sheet

REPORTS = "/admin/programs/report/"
BATCH = "/admin/records/importbatch/{batch_of_rina}/"


def with_row(code, indicator="PKH-1"):
    return {"sheet": sheet(row(code, "61", indicator=indicator, year="2024"))}


SENTENCES = [
    Sentence(
        "Rina imports a figure of Kerinci",
        f"IMPORT {REPORTS}",
        DONE,
        sends=with_row("15.01"),
        among=("kerinci", "pkh_indicator"),
    ),
    Sentence(
        "Wayan imports a figure of Kerinci for the program of his agency",
        f"IMPORT {REPORTS}",
        DONE,
        sends=with_row("15.01"),
        among=("kerinci", "pkh_indicator"),
    ),
    Sentence(
        "Kesna imports no figure for the program of Dinsos",
        f"IMPORT {REPORTS}",
        NOTHING_HAPPENS,
        sends=with_row("15.01"),
        among=("kerinci", "pkh_indicator"),
    ),
    Sentence(
        "Wayan imports no figure for a national program, even one of Kerinci",
        f"IMPORT {REPORTS}",
        NOTHING_HAPPENS,
        sends=with_row("15.01", "MCP-1"),
        among=("kerinci", "mcp_indicator"),
    ),
    Sentence(
        "Sari imports no figure of Kerinci",
        f"IMPORT {REPORTS}",
        NOTHING_HAPPENS,
        sends=with_row("15.01"),
        among=("kerinci", "pkh_indicator"),
    ),
    Sentence(
        "Dewi imports no figure of Kerinci",
        f"IMPORT {REPORTS}",
        NOTHING_HAPPENS,
        sends=with_row("15.01", "MCP-1"),
        among=("kerinci", "mcp_indicator"),
    ),
    Sentence("Pimpin has no page to upload a sheet", f"GET {REPORTS}import/", FORBIDDEN),
    Sentence("Nia has no page to upload a sheet", f"GET {REPORTS}import/", FORBIDDEN),
    # Afterwards.
    Sentence("Rina opens the import she made", f"GET {BATCH}change/", OPENS),
    Sentence("Vera opens Rina's import of Kerinci's figures", f"GET {BATCH}change/", OPENS),
    Sentence("Wayan opens Rina's import for his program", f"GET {BATCH}change/", OPENS),
    Sentence("Kesna does not find an import of Dinsos's figures", f"GET {BATCH}change/", ABSENT),
    Sentence("Dewi does not find an import of Jambi's figures", f"GET {BATCH}change/", ABSENT),
    Sentence("Sari has no list of imports that shows Kerinci's", f"GET {BATCH}change/", FORBIDDEN),
    Sentence(
        "Vera accepts the import that Rina made",
        f"POST {BATCH}accept/",
        DONE,
        becomes={"batch_of_rina.state": "diterima", "batch_of_rina.accepted_by": "{vera}"},
    ),
    Sentence("Rina does not accept her own import", f"POST {BATCH}accept/", FORBIDDEN),
    Sentence(
        "Vera does not accept the import she made",
        "POST /admin/records/importbatch/{batch_of_vera}/accept/",
        REFUSED,
        shows=("bukan pengimpornya",),
    ),
    Sentence(
        "Vera does not take back an import",
        f"POST {BATCH}retract/",
        FORBIDDEN,
        sends={"reason": "Salah berkas."},
    ),
    Sentence(
        "Kesna does not take back an import of Dinsos's figures",
        f"POST {BATCH}retract/",
        ABSENT,
        sends={"reason": "Salah berkas."},
    ),
]
