"""Rules that templates and the sheet keep, read from the files themselves."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted(
    path
    for path in (ROOT / "templates").rglob("*.html")
    if not path.is_relative_to(ROOT / "templates" / "admin")
)
PUBLIC = [
    path
    for path in TEMPLATES
    if path.parts[-2] in ("templates", "_components", "dashboard", "accounts", "work")
]
COMPONENTS = [path for path in TEMPLATES if path.parts[-2] == "_components"]
SHEET = (ROOT / "static" / "css" / "rakor.css").read_text(encoding="utf-8")
WORK_SHEET = (ROOT / "static" / "css" / "kerja.css").read_text(encoding="utf-8")

SCRIPTS = {
    "dashboard/work/report_detail.html": ["js/keep.js"],
    "dashboard/work/notice_list.html": ["js/copy.js"],
}
"""The only pages with a script, each of which works without it."""

RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?\b(?![\w-])|\brgba?\(|\bhsla?\(")


def name(path):
    return str(path.relative_to(ROOT / "templates"))


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_no_style_no_script_no_raw_colour(path):
    text = path.read_text(encoding="utf-8")
    assert "style=" not in text and "<style" not in text
    scripts = SCRIPTS.get(name(path), [])
    assert re.findall(r"<script src=\"{% static '([^']+)' %}\" defer></script>", text) == scripts
    assert text.count("<script") == len(scripts)
    without_links = re.sub(r'(?:href|url|action)="[^"]*"', "", text)
    assert not RAW_COLOUR.search(without_links), RAW_COLOUR.search(without_links)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_form_is_not_cut_off_from_its_token(path):
    """`only` leaves the token behind, and a browser's answer would be refused."""
    for part, given in re.findall(r'{% include "([^"]+)"([^%]*) only %}', path.read_text(encoding="utf-8")):
        text = (ROOT / "templates" / part).read_text(encoding="utf-8")
        assert "csrf_token" not in text or "csrf_token=csrf_token" in given, part


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_a_component_says_its_parameters_on_top(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(("{% comment %}", "{#"))


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_every_class_stands_in_the_sheet(path):
    """A class that the sheet does not know is a word misspelt or a pattern forgotten."""
    text = re.sub(r"{[%{#].*?[%}#]}", "", path.read_text(encoding="utf-8"))
    used = {word for found in re.findall(r'class="([^"]*)"', text) for word in found.split()}
    sheet = SHEET + WORK_SHEET if path.parts[-2] == "work" else SHEET
    unknown = sorted(
        word for word in used if word.startswith("r-") and not word.endswith("-") and not known(word, sheet)
    )
    assert not unknown


def known(word, sheet):
    return re.search(rf"\.{re.escape(word)}(?![\w-])", sheet)


@pytest.mark.parametrize("path", PUBLIC, ids=name)
def test_words_go_through_the_catalogue(path):
    """Between tags stands no Indonesian word outside of translate and blocktranslate."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", text, flags=re.S)
    text = re.sub(r"{% block (?:main|body)_class %}.*?{% endblock %}", "", text, flags=re.S)
    text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}", "|", text, flags=re.S)
    text = re.sub(r"<[^>]*>|&\w+;", "|", text)
    words = set(re.findall(r"[A-Za-z]{3,}", text)) - {"Rakor", "PPID", "SHA", "DOCTYPE", "CSV", "XLSX"}
    assert not words


def test_the_sheet_writes_colours_only_as_tokens():
    body = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)
    body = re.sub(r"(?:--[\w-]+: [^;]*;\s*)+", "", body)
    paper = body.index("@page")
    assert not [found[0] for found in RAW_COLOUR.finditer(body[:paper]) if found[0] != "#000"]


def test_both_dark_themes_are_the_same():
    blocks = re.findall(r"color-scheme: dark;(.*?)}", SHEET, flags=re.S)
    assert len(blocks) == 2
    assert len({" ".join(block.split()) for block in blocks}) == 1


def test_the_sheet_is_light():
    import gzip

    assert len(gzip.compress(SHEET.encode(), 9)) < 11_000
