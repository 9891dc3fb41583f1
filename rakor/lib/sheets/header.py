"""Finding the columns one looks for under the titles of a sheet, in whatever order they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rakor.lib.sheets.cells import Sheet, column_letters
from rakor.lib.sheets.problems import SheetProblem
from rakor.lib.text import excerpt


@dataclass(slots=True)
class FoundColumns:
    """Where each column stands. One titled twice is in neither place: nobody can know which counts."""

    places: dict[str, int] = field(default_factory=dict)
    problems: list[SheetProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def column_name(title: str) -> str:
    """A title as columns are compared: case, and spaces for underscores, make no difference."""
    return re.sub(r"[\s_]+", "_", title.casefold())


def find_columns(sheet: Sheet, needed: Sequence[str], optional: Sequence[str] = ()) -> FoundColumns:
    """Find ``needed`` and ``optional`` columns; other columns are left alone, and the notes name them."""
    found = FoundColumns()
    titled: dict[str, list[int]] = {}
    for column in sheet.columns:
        titled.setdefault(column_name(column.title), []).append(column.index)
    if not any(name in titled for name in needed):
        found.problems.append(_no_header(sheet, needed))
        return found
    for name in (*needed, *optional):
        places = titled.get(name, [])
        if len(places) == 1:
            found.places[name] = places[0]
        elif places:
            found.problems.append(_duplicate(sheet, name, places))
        elif name in needed:
            found.problems.append(_missing(sheet, name))
    others = [
        column.title for column in sheet.columns if column_name(column.title) not in (*needed, *optional)
    ]
    if others:
        titles = ", ".join(excerpt(title) for title in others)
        found.notes.append(_("Kolom yang tidak dikenal tidak dibaca: %(titles)s.") % {"titles": titles})
    return found


def _no_header(sheet: Sheet, needed: Sequence[str]) -> SheetProblem:
    message = _("Baris berisi yang pertama harus memuat judul kolom: %(columns)s.")
    return SheetProblem("no_header", sheet.header_row, "", "", message % {"columns": ", ".join(needed)})


def _missing(sheet: Sheet, name: str) -> SheetProblem:
    message = _('Judul "%(column)s" tidak ada. Tambahkan di baris %(row)d beserta isi kolomnya.')
    return SheetProblem("missing_column", None, name, "", message % {"column": name, "row": sheet.header_row})


def _duplicate(sheet: Sheet, name: str, places: list[int]) -> SheetProblem:
    cells = [f"{column_letters(index)}{sheet.header_row}" for index in places]
    message = _('Judul "%(column)s" tertulis lebih dari sekali: %(cells)s. Sisakan satu.')
    params = {"column": name, "cells": ", ".join(cells)}
    return SheetProblem("duplicate_column", sheet.header_row, name, cells[1], message % params)
