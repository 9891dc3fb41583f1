"""Programs, indicators, agencies: everybody reads them, each keeps the own ones, the national stay."""

from tests.permissions.telling import DONE, FORBIDDEN, NOTHING_HAPPENS, OPENS, Sentence

PKH = "/admin/programs/program/{pkh}/"
MCP = "/admin/programs/program/{mcp}/"
INDICATOR = "/admin/programs/indicator/{pkh_indicator}/"
ADD = "/admin/programs/program/add/"
AGENCY = "/admin/regions/agency/{dinsos}/"
NEW = {"name": "Program baru", "short_name": "BARU", "code": "BARU", "visibility": "publik"}

SENTENCES = [
    Sentence("Budi reads what the program PKH is", f"GET {PKH}change/", OPENS),
    Sentence("Budi changes no program", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence(
        "Wayan describes the program of his agency",
        f"FILL {PKH}change/",
        DONE,
        sends={"description": "Bantuan bersyarat."},
        becomes={"pkh.description": "Bantuan bersyarat."},
    ),
    Sentence(
        "Kesna does not change the program of Dinsos", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}
    ),
    Sentence(
        "Kesna does not change an indicator of Dinsos",
        f"POST {INDICATOR}change/",
        FORBIDDEN,
        {"name": "Lain"},
    ),
    Sentence("Dewi does not change a program of Jambi", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Kasih does not change a program of Jambi", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Vera changes no program", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Ani changes no program", f"POST {PKH}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Rina reads the national program", f"GET {MCP}change/", OPENS),
    Sentence("Rina does not change the national program", f"POST {MCP}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Rina makes no national program", f"FILL {ADD}", NOTHING_HAPPENS, NEW),
    Sentence("Rina makes a program of Jambi", f"FILL {ADD}", DONE, NEW | {"owner": "{jambi}"}),
    Sentence("Rina makes no program of Kalbar", f"FILL {ADD}", NOTHING_HAPPENS, NEW | {"owner": "{kalbar}"}),
    Sentence(
        "Wayan makes no program for Kesbangpol",
        f"FILL {ADD}",
        NOTHING_HAPPENS,
        sends=NEW | {"owner": "{jambi}", "agency": "{kesbangpol}"},
    ),
    Sentence(
        "Rina keeps the address of an agency of Jambi", f"FILL {AGENCY}change/", DONE, {"address": "Jl. A"}
    ),
    Sentence("Dewi changes no agency of Jambi", f"POST {AGENCY}change/", FORBIDDEN, {"name": "Lain"}),
    Sentence("Wayan does not rename his own agency", f"POST {AGENCY}change/", FORBIDDEN, {"name": "Lain"}),
]
