"""Lists, searches, filters, pick lists, sheets and side doors: what is out of reach is in none of them."""

from tests.permissions.telling import ABSENT, FORBIDDEN, NOTHING_HAPPENS, OPENS, SIGN_IN, Sentence

REPORTS = "/admin/programs/report/"
FIGURES = "/admin/programs/measurement/"
OF_KERINCI = "/admin/programs/report/{kerinci_draft}/"
RAKOR = "/admin/meetings/rakor/"
PICK = "/admin/autocomplete/?app_label={}&model_name={}&field_name={}"
PICK_RAKOR = PICK.format("evaluations", "award", "rakor")
PICK_RELEASE = PICK.format("evaluations", "award", "release")
PICK_INDICATOR = PICK.format("programs", "target", "indicator")
BULK = {"action": "accept_selected", "_selected_action": ["{kerinci_sent}", "{sambas_sent}"]}

SENTENCES = [
    Sentence("Budi finds his own report in the list", f"GET {REPORTS}", OPENS, shows=(OF_KERINCI,)),
    Sentence("Sari does not find Kerinci's in her list", f"GET {REPORTS}", OPENS, hides=(OF_KERINCI,)),
    Sentence("Sari does not find it by name", f"GET {REPORTS}?q=Kerinci", OPENS, hides=(OF_KERINCI,)),
    Sentence(
        "Sari does not find it by asking for Kerinci's",
        f"GET {REPORTS}?unit__id__exact={{kerinci}}",
        OPENS,
        hides=(OF_KERINCI,),
    ),
    Sentence(
        "Sari does not find it in a list to pick from",
        f"GET {REPORTS}?_popup=1&_to_field=id",
        OPENS,
        hides=(OF_KERINCI,),
    ),
    Sentence("Kesna does not find it by name", f"GET {REPORTS}?q=Kerinci", OPENS, hides=(OF_KERINCI,)),
    Sentence(
        "Budi finds Kerinci's figures in the sheet he takes away",
        f"GET {FIGURES}export/",
        OPENS,
        shows=("15.01;",),
        among=("kerinci_figure",),
    ),
    Sentence(
        "Sari does not find Kerinci's figures in the sheet she takes away",
        f"GET {FIGURES}export/",
        OPENS,
        hides=("15.01;",),
        among=("kerinci_figure",),
    ),
    Sentence(
        "Sari does not find them by asking for Kerinci's",
        f"GET {FIGURES}export/?unit__id__exact={{kerinci}}",
        OPENS,
        hides=("15.01;",),
        among=("kerinci_figure",),
    ),
    Sentence(
        "Kesna does not find the figures of Dinsos in her sheet",
        f"GET {FIGURES}export/",
        OPENS,
        hides=("PKH-1",),
        among=("kerinci_figure",),
    ),
    Sentence("Nia takes no figures away", f"GET {FIGURES}export/", FORBIDDEN),
    Sentence("Visitors take no figures away", f"GET {FIGURES}export/xlsx/", SIGN_IN),
    Sentence(
        "Vera is asked about the reports within her reach only",
        f"POST {REPORTS}",
        OPENS,
        sends=BULK,
        shows=("version-{kerinci_sent}",),
        hides=("version-{sambas_sent}",),
    ),
    # Rakor.
    Sentence(
        "Pimpin does not find a Rakor that is rahasia by its title",
        f"GET {RAKOR}?q=Rahasia",
        OPENS,
        hides=("Rakor Rahasia",),
        among=("secret_rakor",),
    ),
    Sentence(
        "Pimpin does not find a Rakor by what it secretly agreed",
        f"GET {RAKOR}?q=calon",
        OPENS,
        hides=("Rakor Terbuka",),
        among=("secret_outcome",),
    ),
    Sentence(
        "Nia does not read in the history what was secretly agreed",
        "GET /admin/meetings/rakor/{open_rakor}/history/",
        OPENS,
        shows=("Aula",),
        hides=("calon penerima",),
        among=("secret_outcome",),
    ),
    Sentence(
        "Sari is not led to a Rakor's page by its number",
        "GET /admin/r/{rakor_type}/{secret_rakor}/",
        ABSENT,
    ),
    Sentence(
        "Pimpin is not told of a Rakor that is rahasia by the search of the whole desk",
        "GET /admin/search/?s=Rahasia&extended=1",
        NOTHING_HAPPENS,
        hides=("Rakor Rahasia",),
        among=("secret_rakor",),
    ),
    # To pick from.
    Sentence(
        "Rina picks a Rakor of Jambi",
        f"GET {PICK_RAKOR}&term=Terbuka",
        OPENS,
        shows=("Rakor Terbuka",),
        among=("open_rakor",),
    ),
    Sentence(
        "Dewi is not offered a Rakor of Jambi",
        f"GET {PICK_RAKOR}&term=Terbuka",
        OPENS,
        hides=("Rakor Terbuka",),
        among=("open_rakor",),
    ),
    Sentence(
        "Pimpin is not offered a Rakor that is rahasia",
        f"GET {PICK_RAKOR}&term=Rahasia",
        OPENS,
        hides=("Rakor Rahasia",),
        among=("secret_rakor",),
    ),
    Sentence(
        "Dewi is not offered a ranking of Jambi that is not public",
        f"GET {PICK_RELEASE}&term=Internal",
        OPENS,
        hides=("Peringkat Internal Jambi",),
        among=("hidden_release",),
    ),
    Sentence("Visitors are offered nothing", f"GET {PICK_INDICATOR}&term=a", SIGN_IN),
]
