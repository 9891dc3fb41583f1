"""An Indonesian official reads Indonesian: no word of the tools' English is left on the admin's pages."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from meetings.actions import add_follow_up, add_outcome
from tests import factories as make

pytestmark = pytest.mark.django_db

ENGLISH = re.compile(
    r"\b(save|search|filters?|add|delete|remove|change|view|select|history|home|log ?out|welcome|close|run|"
    r"today|cancel|click|required|general|this|results?|apply|reset|previous|next|upload|choose|error|"
    r"please|successfully|another|users?|groups?|total|actions?|dark|light|system|type|empty|yes|no|all|by|"
    r"password|raw|edit|undo|preview|row|expand|more|record)\b",
    re.IGNORECASE,
)
ICONS = "material-symbols-outlined"
READ_ALOUD = ("aria-label", "title", "placeholder", "data-label", "alt")


class Shown(HTMLParser):
    """What a person sees or hears of a page; icon names, scripts and typed values left out."""

    def __init__(self):
        super().__init__()
        self.texts, self.silent = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.texts += [attrs[name] for name in READ_ALOUD if attrs.get(name)]
        if tag in ("br", "img", "input", "link", "meta", "hr"):
            return
        is_silent = tag in ("script", "style", "template") or ICONS in (attrs.get("class") or "")
        self.silent.append(is_silent)

    def handle_endtag(self, tag):
        if self.silent:
            self.silent.pop()

    def handle_data(self, data):
        if data.strip() and not any(self.silent):
            self.texts.append(data.strip())


def english(response):
    reader = Shown()
    reader.feed(response.content.decode())
    return sorted({text for text in reader.texts if ENGLISH.search(text)})


@pytest.fixture
def rakor(jambi, kerinci, rina):
    rakor = make.make_rakor("Rakor BKD", region=jambi, starts_on=date(2019, 4, 9))
    outcome = add_outcome(rakor, by=rina, kind="keputusan", text="Didata ulang.")
    add_follow_up(outcome, by=rina, what="Mendata", responsible=kerinci, due_on=date(2019, 5, 31))
    make.make_issue(rakor)
    return rakor


PAGES = [
    "",
    "meetings/",
    "meetings/rakor/",
    "meetings/rakor/?q=tidak-ada",
    "meetings/rakor/add/",
    "meetings/rakor/{rakor}/change/",
    "meetings/rakor/{rakor}/history/",
    "meetings/rakor/{rakor}/tutup/",
    "meetings/issue/",
    "meetings/outcome/",
    "meetings/followup/",
    "meetings/followup/{follow_up}/change/",
    "meetings/followup/{follow_up}/ajukan/",
    "meetings/series/add/",
    "regions/agency/add/",
    "regions/regency/",
    "accounts/user/",
    "accounts/user/add/",
    "accounts/user/{budi}/change/",
    "accounts/user/{budi}/password/",
    "records/change/",
    "records/storedfile/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_speaks_indonesian(logged_in, rakor, rina, budi, address):
    keys = {"rakor": rakor.pk, "follow_up": rakor.outcomes.get().follow_ups.get().pk, "budi": budi.pk}
    response = logged_in(rina).get("/admin/" + address.format(**keys))
    assert response.status_code == 200
    assert english(response) == []


def test_a_refused_form_speaks_indonesian_too(logged_in, rina):
    response = logged_in(rina).post("/admin/regions/agency/add/", {"names-TOTAL_FORMS": "x"})
    assert response.status_code == 200
    assert english(response) == []


def test_the_page_for_deleting_a_draft_speaks_indonesian(logged_in, rina, jambi):
    draft = make.make_rakor("Draf", region=jambi, state="draf")
    response = logged_in(rina).get(f"/admin/meetings/rakor/{draft.pk}/delete/")
    assert response.status_code == 200
    assert english(response) == []


def test_the_reader_would_find_english(client, logged_in, rina):
    client.cookies["bahasa"] = "en"
    found = " ".join(english(logged_in(rina).get("/admin/meetings/rakor/add/")))
    assert "Save and continue editing" in found
    assert "General" in found
