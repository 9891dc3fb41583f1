"""Angka kecil: counts of one to four people, covered where their indicator says so (UU 27/2022).

A cell is covered with all that gives it back: capaian and points. A score is public and is the sum of the
points, so one covered line alone could be computed from it: another line is covered along. Where no other
line can hide it, the score itself is the cell, and such a ranking is not published.
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from evaluations.choices import WITHOUT_INDICATOR, Formula
from programs.small_cells import is_small
from records.refusals import ActionRefused

COUNTED = "counted"
TELLTALE = (Formula.PRESENT, *WITHOUT_INDICATOR)
"""Few results are possible: subtracting each of them from a sum would leave the cell bare."""


@dataclass(frozen=True)
class Covering:
    """What of one unit's lines is covered, by their places: the cells, and what is covered along with them.

    `is_bare` says that the score gives a cell back whatever is covered.
    """

    cells: frozenset = frozenset()
    along: frozenset = frozenset()
    is_bare: bool = False

    def __contains__(self, place):
        return place in self.cells or place in self.along

    def __bool__(self):
        return bool(self.cells)


def covering(lines, codes):
    """What to cover of the stored `lines` of one score; `codes` are the indicators that cover small cells."""
    cells = {
        place
        for place, line in enumerate(lines)
        if line.get("indicator") in codes and is_small(number_of(line, "value"))
    }
    if not any(lines[place].get("counting") == COUNTED for place in cells):
        return Covering(frozenset(cells))
    partner = heaviest_other(lines, cells)
    return Covering(frozenset(cells), frozenset(partner), is_bare=not partner)


def heaviest_other(lines, cells):
    """The place of the counted line that hides the cells best, as a set; empty where there is none."""
    others = [
        place
        for place, line in enumerate(lines)
        if place not in cells and line.get("counting") == COUNTED and line.get("formula") not in TELLTALE
    ]
    return {max(others, key=lambda place: number_of(lines[place], "weight") or 0)} if others else set()


def number_of(line, field):
    """A figure of a stored line, or None: numbers are stored as text."""
    try:
        return None if line.get(field) in (None, "") else Decimal(str(line[field]))
    except InvalidOperation:
        return None


def bare_scores(scores, instrument):
    """The scores, with `lines` at hand, that would give a covered cell back."""
    codes = covering_codes(instrument)
    return [score for score in scores if covering(score.stored_lines(), codes).is_bare] if codes else []


def covering_codes(instrument):
    """Codes of the indicators in an instrument that cover small cells. One query."""
    lines = instrument.lines.filter(indicator__suppress_small_cells=True)
    return set(lines.values_list("indicator__code", flat=True))


def refuse_bare_cells(round_):
    """A ranking that would give back a count of one to four people is neither determined nor published."""
    bare = bare_scores(round_.scores.select_related("unit"), round_.instrument)
    if bare:
        message = _(
            "Nilai %(units)s membuka angka 1–4 yang harus ditutup, karena tidak ada butir lain yang"
            " menyamarkannya. Minta laporannya dibuka kembali, tandai angka itu «ditahan», lalu hitung ulang."
        )
        raise ActionRefused("bare_small_cell", message % {"units": ", ".join(str(one.unit) for one in bare)})
