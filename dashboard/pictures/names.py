"""Names in pictures, shortened the way offices do it, in lines that fit a tile; tables keep them in full."""

import re

KOTA = "Kota "
LONGEST = 16
"""Letters that stand beside a slope on a telephone 320 px wide."""

SHORT_WORDS = {
    "Kepulauan": "Kep.",
    "Pegunungan": "Peg.",
    "Kabupaten": "Kab.",
    "Selatan": "Sel.",
    "Tenggara": "Tgr.",
    "Tengah": "Teng.",
    "Utara": "Ut.",
    "Barat": "Bar.",
    "Timur": "Tim.",
}

# Widths in em of a sans face, on the wide side: the visitor's own system font is not known.
NARROW, SLIM, WIDE, CAPITAL, USUAL = 0.30, 0.40, 0.88, 0.70, 0.58


def short_names(units, abbreviations=None):
    """{pk: name} for units of one picture. `abbreviations` ({pk: name}) are the official short forms.

    "Kota" is left out where no other name in the picture, and no province, is called the same.
    """
    abbreviations = abbreviations or {}
    full = {unit.pk: unit.name for unit in units}
    taken = set(full.values()) | {unit.parent.name for unit in units if unit.parent_id}
    return {pk: abbreviations.get(pk) or _shortened(name, taken) for pk, name in full.items()}


def _shortened(name, taken):
    bare = name.removeprefix(KOTA)
    if bare not in taken:
        name = bare
    if len(name) <= LONGEST:
        return name
    return re.sub(r"\w+", lambda word: SHORT_WORDS.get(word[0], word[0]), name)


def width(text, size):
    """How many pixels a text takes at most, at a type size in pixels."""
    return size * sum(_em(letter) for letter in text)


def _em(letter):
    if letter in "iljI.,'’| ":
        return NARROW
    if letter in "frt()-":
        return SLIM
    if letter in "mwMW":
        return WIDE
    return CAPITAL if letter.isupper() else USUAL


def lines_of(name, size, room):
    """A name broken between words into as few lines as fit `room` pixels; a word too long keeps its line."""
    lines = []
    for word in name.split():
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
