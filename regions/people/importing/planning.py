"""From typed rows to what each of them would do, with every problem that only the database can tell."""

from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from rakor.lib.personnames import person_key
from rakor.lib.refusals import Refused
from regions.models import Assignment
from regions.people.giving import objections
from regions.people.importing.places import Places
from regions.people.importing.preview import Effect, PlannedPerson
from regions.people.inviting import unusable_email
from regions.people.reach import people_editable_by


class Plan:
    """What inviting the people of a list would do; `problems` by cell, `rows` those without one."""

    def __init__(self, officers, terms, *, by):
        self.problems, self.rows, self.notes = list(officers.problems), [], list(officers.notes)
        self.terms, self.by = terms, by
        self._places = Places(by, terms.place)
        self._objections = {}
        wrong = {problem.row for problem in officers.problems}
        self._read_holders(officers.rows)
        # Rows that are wrong already are looked up too: every problem is told at once.
        for row in officers.rows:
            planned = self._planned(row)
            if planned and row.row not in wrong:
                self.rows.append(planned)

    def _read_holders(self, rows):
        emails = {row.email for row in rows if row.email}
        usernames = {row.username.lower() for row in rows if row.username}
        people = User.objects.annotate(address=Lower("email"), account=Lower("username"))
        by_email = people.filter(address__in=emails)
        by_name = people.filter(account__in=usernames)
        self._emails = {person.address: person for person in by_email}
        self._usernames = {person.account: person for person in by_name}
        keys = {person.pk for person in (*self._emails.values(), *self._usernames.values())}
        self._own = set(people_editable_by(self.by).filter(pk__in=keys).values_list("pk", flat=True))
        self._held = {}
        for one in Assignment.objects.in_force_or_later(timezone.localdate()).filter(user__in=keys):
            self._held[one.user_id, one.role, one.scope, one.unit_id] = one

    def _planned(self, row):
        """The row as it would be done, or None after its problems are noted."""
        if not row.name:
            return None
        unit = self._unit(row)
        person, is_free = self._holder(row)
        if unit is None or not is_free:
            return None
        if person is None:
            return PlannedPerson(row, unit, Effect.NEW)
        if person_key(person.name) != person_key(row.name):
            message = _("Baris %(row)d: orang ini tersimpan sebagai %(name)s; namanya tidak diubah.")
            self.notes.append(message % {"row": row.row, "name": person})
        held = self._held.get((person.pk, self.terms.role, self.terms.scope, unit.pk))
        if held is None:
            return PlannedPerson(row, unit, Effect.ADDED, person)
        is_same = row.office in ("", held.office)
        return PlannedPerson(row, unit, Effect.SAME if is_same else Effect.CHANGED, person, held)

    def _unit(self, row):
        if not (row.code or row.unit):
            return None
        column = "kode" if row.code else "unit"
        try:
            unit = self._places.unit_of(row.code, row.unit)
        except Refused as refusal:
            self._refuse(row, column, refusal.code, refusal.message)
            return None
        if unit.pk not in self._objections:
            self._objections[unit.pk] = objections(self.terms.assignment(unit), by=self.by)
        for sentence in self._objections[unit.pk].values():
            self._refuse(row, column, "not_given", sentence)
            return None
        return unit

    def _holder(self, row):
        """(who has this address or account name, whether the row may have it)."""
        by_email, by_name = self._emails.get(row.email), self._usernames.get(row.username.lower())
        person = by_email or by_name
        column = "surel" if by_email or not by_name else "akun"
        if person is None:
            return None, bool(row.email or row.username)
        if person.pk == self.by.pk:
            self._refuse(row, column, "own_account", _("Ini akun Anda sendiri. Hapus baris ini."))
        elif person.pk not in self._own:
            message = unusable_email()
            if column == "akun":
                message = _("Nama akun ini tidak dapat dipakai. Pilih yang lain.")
            self._refuse(row, column, "unusable", message)
        elif not person.is_active:
            message = _("Akun %(person)s ditutup. Buka kembali di halamannya dahulu.")
            self._refuse(row, column, "closed", message % {"person": person})
        elif by_email and row.username and by_email != by_name:
            message = _("Surel di baris ini milik %(person)s dengan nama akun lain. Kosongkan atau betulkan.")
            self._refuse(row, "akun", "two_accounts", message % {"person": person})
        elif by_name and not by_email and row.email:
            message = _("Nama akun ini milik %(person)s dengan surel lain. Ubah surelnya di halamannya.")
            self._refuse(row, "akun", "two_accounts", message % {"person": person})
        else:
            return person, True
        return person, False

    def _refuse(self, row, column, code, message):
        self.problems.append(row.problem(column, code, message))
