"""Rows below a figure as people type or paste them: one a line, "nama; angka"; every wrong line is told."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from rakor.lib import personal
from rakor.lib.numbers import read_number
from rakor.lib.refusals import Refused
from rakor.lib.text import excerpt, hidden_sign, tidy

__all__ = ["LONGEST_NAME", "MOST_ROWS", "PartRow", "Reading", "read_part_rows"]

MOST_ROWS = 300
LONGEST_NAME = 100


class PartRow(NamedTuple):
    name: str
    value: Decimal


class Reading(NamedTuple):
    """The rows, and a sentence for every line that is none; where one is wrong the rows are not the whole."""

    rows: tuple[PartRow, ...]
    problems: tuple[str, ...]


def read_part_rows(text: str) -> Reading:
    """Read lines of a name and a number, parted by a semicolon or, as pasted from a sheet, by a tab."""
    rows, problems, seen = [], [], {}
    lines = [(place, line) for place, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_ROWS:
        message = _("Rincian memuat %(number)d baris; paling banyak %(most)d.")
        return Reading((), (message % {"number": len(lines), "most": MOST_ROWS},))
    for place, line in lines:
        try:
            row = _read(line)
            first = seen.setdefault(row.name.casefold(), place)
            if first != place:
                message = _("%(name)s sudah ditulis pada baris %(first)d.")
                raise Refused("part_twice", message % {"name": row.name, "first": first})
            rows.append(row)
        except Refused as refusal:
            problems.append(_("Baris %(place)d: %(why)s") % {"place": place, "why": refusal.message})
    return Reading(tuple(rows), tuple(problems))


def _read(line: str) -> PartRow:
    name, mark, number = line.rpartition("\t" if "\t" in line.strip() else ";")
    if not mark:
        message = _('"%(read)s" tidak memuat titik koma. Tulis nama; angka, misalnya Danau Kerinci; 120.')
        raise Refused("part_form", message % {"read": excerpt(line)})
    name = _name(tidy(name))
    value = read_number(number, comma_is_decimal=True).value
    if value is None:
        raise Refused("part_form", _("%(name)s belum berangka. Tulis 0 bila memang nol.") % {"name": name})
    return PartRow(name, value)


def _name(name: str) -> str:
    if not name:
        raise Refused("part_form", _("Namanya kosong. Tulis nama di depan titik koma."))
    if len(name) > LONGEST_NAME:
        raise Refused("part_form", _("Nama lebih dari %(most)d huruf. Singkatkan.") % {"most": LONGEST_NAME})
    if hidden_sign(name):
        raise Refused("part_form", _("Nama memuat tanda tak tampak. Ketik ulang namanya."))
    for found in personal.find(name)[:1]:
        raise Refused("personal_data", personal.refusal_words(found))
    return name
