"""docs/people.md names every refusal of a list of officers, and quotes sentences that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/people.md").read_text(encoding="utf-8")
READERS = [
    ROOT / "rakor/lib/officer_sheet.py",
    ROOT / "rakor/lib/officer_titles.py",
    *sorted((ROOT / "regions/people").rglob("*.py")),
]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in READERS)
CODE = re.compile(r'(?:refused\(|problem\(\w+, |SheetProblem\(|_refuse\(row, [\w"]+, |"nama", )"([a-z_]+)"')


def sentences():
    """Every sentence in the last column of a table, without what it quotes."""
    rows = re.findall(r"^\| .*\. \|$", PAGE, re.MULTILINE)
    return [part.strip() for row in rows for part in row.rstrip("| ").rpartition("| ")[2].split(" · ")]


def pieces(sentence):
    """What stands between quoted or inserted words, long enough to be told from chance."""
    fixed = re.split(r'"[^"]*"|[0-9][0-9.]*|Contoh Maulana|Sari|Provinsi Jambi|Kota Jambi, Jambi', sentence)
    return [piece.strip() for piece in fixed if len(piece.strip()) > 12]


@pytest.mark.parametrize("code", sorted(set(CODE.findall(SOURCE))))
def test_every_code_is_on_the_page(code):
    assert f"`{code}`" in PAGE


@pytest.mark.parametrize("sentence", sentences())
def test_every_sentence_is_one_that_is_said(sentence):
    joined = re.sub(r'"\s*\n\s*"', "", SOURCE)
    assert all(piece in joined for piece in pieces(sentence)), sentence
