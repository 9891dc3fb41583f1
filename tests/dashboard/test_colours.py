"""The colours of the sheet: contrast (WCAG 2.2), and bands that colour-blind eyes can tell apart."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

SHEET = (Path(settings.BASE_DIR) / "static" / "css" / "rakor.css").read_text(encoding="utf-8")


def tokens(start):
    """{name: (r, g, b)} of the block that begins at `start`, parts of 1."""
    block = SHEET[SHEET.index(start) :].split("}")[0]
    found = re.findall(r"--r-([\w-]+): #([0-9a-f]{6})", block)
    return {name: tuple(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)) for name, value in found}


THEMES = {"light": tokens(":root {"), "dark": tokens(':root[data-theme="dark"] {')}


def linear(colour):
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


SURFACES = ["page", "surface", "sunk"]
TEXTS = ["ink", "ink-2", "ink-3", "brand", "brand-strong", "warn", "error"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_surface(theme, surface, text):
    colours = THEMES[theme]
    assert contrast(colours[text], colours[surface]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on-brand", "brand"),
        ("on-brand", "brand-strong"),
        ("brand-strong", "brand-soft"),
        ("brand", "brand-soft"),
        ("warn", "warn-soft"),
        ("error", "error-soft"),
        ("ink", "warn-soft"),
        ("ink", "error-soft"),
        ("ink", "brand-soft"),
        *[(f"on-band-{step}", f"band-{step}") for step in range(1, 6)],
    ],
)
def test_text_can_be_read_on_its_own_ground(theme, text, ground):
    colours = THEMES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["line-strong", "brand-mid", "warn-mid", "focus"])
def test_marks_that_mean_something_stand_out(theme, mark):
    """Borders of fields, bars, dashed lines and the ring of focus: at least 3 to 1 against the page."""
    colours = THEMES[theme]
    assert contrast(colours[mark], colours["page"]) >= 3


# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
SMALLEST = {"light": 29, "dark": 19}


def multiplied(matrix, vector):
    return [sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix]


def lab(colour, blindness):
    seen = [min(1, max(0, part)) for part in multiplied(BLINDNESS[blindness], linear(colour))]
    shares = [part / white for part, white in zip(multiplied(TO_XYZ, seen), WHITE, strict=True)]
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other):
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_bands_are_told_apart(theme, blindness):
    bands = [lab(THEMES[theme][f"band-{step}"], blindness) for step in range(1, 6)]
    nearest = min(distance(one, other) for one, other in combinations(bands, 2))
    assert nearest >= SMALLEST[theme] - 0.5


def test_a_colour_too_near_would_be_found():
    """The measure itself: red and green of one lightness fall together for a deuteranope."""
    red, green = lab((0.7, 0.4, 0.2), "deuteranopia"), lab((0.45, 0.5, 0.2), "deuteranopia")
    assert distance(red, green) < SMALLEST["dark"]
