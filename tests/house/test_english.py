"""English stands beside Indonesian: no sentence of ours is left without it."""

import polib
import pytest
from django.utils import translation

from tests.house.catalogues import LOCALE
from tests.house.sentences import sentences

CATALOGUE = LOCALE / "en/LC_MESSAGES/django.po"


def english():
    return {entry.msgid: entry for entry in polib.pofile(str(CATALOGUE)) if not entry.obsolete}


def test_every_sentence_has_its_english():
    known = english()

    assert [f"{place}: {text}" for text, place in sentences().items() if text not in known] == []


def test_none_is_empty_or_uncertain():
    assert [entry.msgid for entry in english().values() if not entry.translated() or entry.fuzzy] == []


def test_nothing_is_translated_that_nobody_says():
    assert sorted(english().keys() - sentences().keys()) == []


@pytest.mark.parametrize(
    ("indonesian", "expected"),
    [("Tindak lanjut", "Follow-up"), ("Data contoh, bukan data resmi", "Sample data")],
)
def test_the_compiled_catalogue_is_in_use(indonesian, expected):
    with translation.override("en"):
        assert translation.gettext(indonesian).startswith(expected)
    with translation.override("id"):
        assert translation.gettext(indonesian) == indonesian
