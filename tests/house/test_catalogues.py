"""What is compiled is what was written, and no English of other people's is left on an Indonesian screen."""

import re
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.utils import translation

from tests.house.catalogues import LOCALE, catalogues

LITERAL = re.compile(r"""{%-?\s*(?:trans|translate)\s+(["'])(?P<text>.*?)\1""")
THE_SAME_IN_INDONESIAN = {"Format"}
UNUSED_PARTS = ("constance", "guardian", "location_field", "simple_history", "unfold_crispy")
"""Rooms of Unfold that are not installed here."""


def entries(catalogue):
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue
        if not getattr(entry, "obsolete", False) and (entry.msgstr or entry.msgstr_plural)
    }


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_the_committed_mo_is_the_po(path):
    compiled = path.with_suffix(".mo")
    assert entries(polib.mofile(str(compiled))) == entries(polib.pofile(str(path)))


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_translations_keep_the_places_that_are_filled_in(path):
    places = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|\{\{ ?\w+ ?\}\}")
    for entry in polib.pofile(str(path)):
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            if text:
                assert set(places.findall(text)) <= set(places.findall(entry.msgid + entry.msgid_plural)), (
                    entry.msgid
                )


def test_our_own_strings_are_not_in_the_indonesian_catalogue():
    """The code is Indonesian: a catalogue entry for a sentence of ours would be a second home for it."""
    foreign = polib.pofile(str(LOCALE / "id/LC_MESSAGES/django.po"))
    assert not {entry.msgid for entry in foreign} & {"Rumusan hasil", "Tindak lanjut", "Rakor", "Riwayat"}


@pytest.mark.parametrize("package", ["unfold", "import_export"])
def test_every_sentence_of_a_template_of_others_has_an_indonesian_one(package):
    root = Path(find_spec(package).origin).parent
    with translation.override("id"):
        english = sorted(
            f"{path.relative_to(root)}: {found['text']}"
            for path in root.rglob("*.html")
            if not set(path.parts) & set(UNUSED_PARTS)
            for found in LITERAL.finditer(path.read_text(encoding="utf-8"))
            if found["text"] not in THE_SAME_IN_INDONESIAN
            and translation.gettext(found["text"]) == found["text"]
        )
    assert english == []
