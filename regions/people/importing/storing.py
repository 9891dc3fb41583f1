"""Writing a list of people: accounts, assignments, invitations and the ledger, set by set."""

from pathlib import PurePath

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.links import set_password_link
from accounts.models import User
from rakor.lib.writing import csv_text
from records import files, ledger
from records.choices import Action
from records.models import ImportBatch
from regions.models import AccountInvitation, Assignment
from regions.people.importing.preview import Effect
from regions.people.inviting import Invited, new_invitation, new_person
from regions.people.names import AccountNames


def store_people(preview, reading, *, by):
    """Store what a preview says; gives (ImportBatch, [Invited]). The caller's transaction."""
    writer = _Writer(preview, reading, by)
    writer.make_people()
    writer.store_batch()
    writer.log_people()
    writer.store_assignments()
    writer.store_offices()
    invited = writer.store_invitations()
    ledger.write_many(writer.lines)
    return writer.batch, invited


class _Writer:
    """One list being written. Each step is one statement for the whole set, not one for each row."""

    def __init__(self, preview, reading, by):
        self.preview, self.reading, self.by = preview, reading, by
        self.lines = []

    def rows(self, *effects):
        return [one for one in self.preview.rows if one.effect in effects]

    def log(self, obj, before=None, reason=""):
        changes = ledger.changes_between(before or {}, ledger.snapshot(obj))
        self.lines.append(
            ledger.line(obj, Action.IMPORT, by=self.by, changes=changes, batch=self.batch, reason=reason)
        )

    def store_batch(self):
        now = timezone.now()
        name = f"{PurePath(self.preview.filename).stem[:190]}.csv"
        stored = files.store(self._what_was_read(), name=name, content_type="text/csv", by=self.by)
        effects = self.preview.effects
        self.batch = ImportBatch.objects.create(
            kind=ImportBatch.PEOPLE,
            file=stored,
            rows_total=len(self.preview.rows),
            rows_new=effects[Effect.NEW],
            rows_changed=effects[Effect.ADDED] + effects[Effect.CHANGED],
            rows_same=effects[Effect.SAME],
            imported_at=now,
            imported_by=self.by,
        )
        if stored.stored_at >= now:
            self.log(stored)
        self.log(self.batch, reason=self._said())

    def make_people(self):
        """First of all, for the file that is kept names accounts by their numbers."""
        names = AccountNames()
        for one in self.rows(Effect.NEW):
            row = one.row
            one.person = new_person(row.name, row.email, row.username or names.name_for(row.name))
        User.objects.bulk_create([one.person for one in self.rows(Effect.NEW)])

    def log_people(self):
        for one in self.rows(Effect.NEW):
            self.log(one.person)

    def store_assignments(self):
        given = self.rows(Effect.NEW, Effect.ADDED)
        for one in given:
            one.held = self.preview.terms.assignment(one.unit, one.row.office)
            one.held.user = one.person
        Assignment.objects.bulk_create([one.held for one in given])
        for one in given:
            self.log(one.held)

    def store_offices(self):
        changed = self.rows(Effect.CHANGED)
        for one in changed:
            before = ledger.snapshot(one.held)
            one.held.office = one.row.office
            self.log(one.held, before)
        Assignment.objects.bulk_update([one.held for one in changed], ["office"])

    def store_invitations(self):
        new = self.rows(Effect.NEW)
        invitations = [new_invitation(one.person, by=self.by) for one in new]
        AccountInvitation.objects.bulk_create(invitations)
        for invitation in invitations:
            self.log(invitation)
        return [
            Invited(one.person, invitation, one.held, set_password_link(one.person))
            for one, invitation in zip(new, invitations, strict=True)
        ]

    def _what_was_read(self):
        """What is kept of the file: which cell became which account, and where. Nobody is named in it."""
        place = f"{self.reading.sheet_name}!" if self.reading.sheet_name else ""
        rows = [
            [f"{place}{one.row.cells['nama']}", ledger.label_of(one.person), one.unit.code, one.effect.label]
            for one in self.preview.rows
        ]
        titles = ["sel", "akun", "kode_wilayah", "akibat"]
        return csv_text(titles, [[str(value) for value in row] for row in rows]).encode()

    def _said(self):
        said = [_("SHA-256 berkas asli: %(digest)s.") % {"digest": self.reading.digest}]
        if left_out := self.preview.left_out:
            rows = ", ".join(map(str, left_out))
            said.append(_("Dilewati atas keputusan pengimpor: baris %(rows)s.") % {"rows": rows})
        return " ".join(said)
