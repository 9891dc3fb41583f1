"""The three steps of an import: look, confirm, or both at once."""

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from programs.importing.planning import IMPORT, Plan, shown
from programs.importing.preview import ImportRefused, Preview
from programs.importing.storing import store_plan
from programs.importing.suggestions import with_names
from rakor.lib.sheets import SheetError, SheetProblem, read_sheet
from rakor.lib.standard_sheet import StandardReading, read_standard
from records import uploads


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: its typed rows and what is wrong with it already."""

    content: bytes
    filename: str
    sheet_name: str
    reading: StandardReading
    strange: dict
    """Text by cell of what stands where a region's code belongs."""

    @property
    def digest(self):
        return hashlib.sha256(self.content).hexdigest()


def read_file(content, filename):
    """Read the bytes of a file; one that cannot be read at all has one problem and no rows."""
    try:
        refuse_personal_name(filename)
        sheet = read_sheet(content, filename)
    except SheetError as error:
        return ReadFile(content, filename, "", StandardReading([], [error.problem], []), {})
    reading = read_standard(sheet)
    unknown = {problem.cell for problem in reading.problems if problem.code == "unknown_region"}
    cells = (cell for row in sheet.rows for cell in row.cells.values()) if unknown else ()
    strange = {cell.address: cell.text for cell in cells if cell.address in unknown}
    return ReadFile(content, filename, sheet.name, reading, strange)


def refuse_personal_name(filename):
    """A file's name is shown with the figures that came from it, so it names nobody by number."""
    if sentence := uploads.personal_name(filename):
        raise SheetError(SheetProblem("personal_name", None, "", "", sentence))


def preview_sheet(content, filename, *, by):
    """What importing this file would do, or everything that is wrong with it. Nothing is stored."""
    if not by.has_perm(IMPORT):
        return Preview(filename, hashlib.sha256(content).hexdigest(), by, [_not_permitted()])
    read = read_file(content, filename)
    return _preview(read, Plan(read.reading.rows, by=by), by)


def confirm_sheet(content, filename, *, by, fingerprint=""):
    """Store all of a file or none of it; everything is checked again. Gives the ImportBatch.

    None when the file says nothing new: then no row is written. With the `fingerprint` of a preview the file
    is refused if it, or the figures it was shown against, changed since. Raises ImportRefused.
    """
    if not by.has_perm(IMPORT):
        raise ImportRefused([_not_permitted()])
    read = read_file(content, filename)
    with transaction.atomic():
        plan = Plan(read.reading.rows, by=by, lock=True)
        preview = _preview(read, plan, by)
        if fingerprint and preview.is_clean and preview.fingerprint != fingerprint:
            raise ImportRefused([_outdated()])
        if not preview.is_clean:
            raise ImportRefused(preview.problems)
        return store_plan(plan, read, preview, by=by) if plan.changes_anything else None


def import_sheet(content, filename, *, by):
    """Import a file without looking first: the ImportBatch, None when nothing is new, or ImportRefused."""
    return confirm_sheet(content, filename, by=by)


def _preview(read, plan, by):
    found = with_names(read.reading.problems, read.strange)
    problems = sorted([*found, *plan.problems], key=_place)
    rows = [] if problems else [shown(planned) for planned in plan.rows]
    return Preview(read.filename, read.digest, by, problems, rows, read.reading.notes)


def _place(problem):
    """Problems of the file first, then down the sheet and from left to right."""
    letters = problem.cell.rstrip("0123456789")
    return problem.row or 0, len(letters), letters


def _not_permitted():
    message = _("Anda tidak berwenang mengimpor lembar baku.")
    return SheetProblem("not_permitted", None, "", "", message)


def _outdated():
    message = _(
        "Angka di sistem berubah sejak pratinjau ini dibuat. Unggah lagi dan periksa pratinjau yang baru."
    )
    return SheetProblem("preview_outdated", None, "", "", message)
