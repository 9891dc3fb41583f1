"""The two steps of an import of people: look, then confirm what was seen."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rakor.lib.sheets import SheetProblem
from records.models import ImportBatch
from records.refusals import ImportRefused
from regions.people.giving import GIVE
from regions.people.importing.planning import Plan
from regions.people.importing.preview import Preview
from regions.people.importing.storing import store_people


@dataclass
class Result:
    """What was stored: the batch, None where nothing was new, and the invitations to pass on."""

    batch: ImportBatch | None
    preview: Preview
    invited: list = field(default_factory=list)


def may_import(user):
    return user.has_perm("accounts.add_user") and user.has_perm(GIVE)


def preview_people(reading, terms, *, by):
    """What this list would do, and everything that is wrong with it. Nothing is stored."""
    preview = Preview(reading.filename, reading.digest, by, terms)
    if not may_import(by):
        message = _("Anda tidak berwenang mengimpor daftar pejabat.")
        preview.problems = [SheetProblem("not_permitted", None, "", "", message)]
        return preview
    plan = Plan(reading.officers, terms, by=by)
    preview.problems = sorted(plan.problems, key=lambda problem: (problem.row or 0, problem.cell))
    wrong = set(preview.left_out)
    preview.rows = [planned for planned in plan.rows if planned.row.row not in wrong]
    preview.notes = plan.notes
    return preview


def confirm_people(reading, terms, *, by, fingerprint="", without_wrong=False):
    """Store all rows of a list, or all without a problem where that was agreed to, or nothing. Gives Result.

    With the `fingerprint` of a preview the list is refused if the people it was shown against changed since.
    Raises ImportRefused.
    """
    try:
        with transaction.atomic():
            preview = preview_people(reading, terms, by=by)
            if preview.problems and not (without_wrong and preview.may_go_without):
                raise ImportRefused(preview.problems)
            if fingerprint and preview.fingerprint != fingerprint:
                raise ImportRefused([_outdated()])
            if not preview.changes_anything:
                return Result(None, preview)
            batch, invited = store_people(preview, reading, by=by)
    except IntegrityError:
        # Somebody else took an address or a name between our look and our write.
        raise ImportRefused([_outdated()]) from None
    return Result(batch, preview, invited)


def _outdated():
    message = _("Data orang berubah sejak pratinjau ini dibuat. Unggah lagi dan periksa pratinjau yang baru.")
    return SheetProblem("preview_outdated", None, "", "", message)
