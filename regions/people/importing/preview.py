"""What a list of officers would do, as it is shown to who decides about it."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role, Scope
from accounts.models import User
from rakor.lib.officer_sheet import OfficerRow
from rakor.lib.text import canonical_json
from regions.models import Assignment


class Effect(models.TextChoices):
    """What becomes of one row."""

    NEW = "baru", _("Diundang")
    ADDED = "tambah", _("Mendapat penugasan")
    CHANGED = "ubah", _("Jabatan diperbarui")
    SAME = "sama", _("Sama")


class Place(models.TextChoices):
    """Where the people of a list serve: figures are a region's, so that is the usual answer."""

    REGION = "daerah", _("Daerahnya: kabupaten/kota atau provinsi")
    AGENCY = "instansi", _("Instansinya, yang sudah terdaftar")


@dataclass(frozen=True)
class Terms:
    """What all people of a list are given alike."""

    role: str = Role.OPERATOR
    scope: str = Scope.OWN_UNIT
    place: str = Place.REGION
    starts_on: date | None = None
    ends_on: date | None = None

    def assignment(self, unit, office=""):
        """What somebody at this unit would hold; not stored."""
        return Assignment(
            role=self.role,
            scope=self.scope,
            unit=unit,
            office=office,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
        )


@dataclass(slots=True)
class PlannedPerson:
    """One row, the unit it means, and what it does."""

    row: OfficerRow
    unit: object
    effect: Effect
    person: User | None = None
    """Who has this address already."""
    held: Assignment | None = None
    """What that person holds already of what is given."""

    @property
    def person_key(self):
        return self.person.pk if self.person else None


@dataclass
class Preview:
    """Every problem at once, and what each of the other rows would do."""

    filename: str
    digest: str
    by: object
    terms: Terms
    problems: list = field(default_factory=list)
    rows: list[PlannedPerson] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self):
        return not self.problems

    @property
    def left_out(self):
        """The numbers of the rows with a problem."""
        return sorted({problem.row for problem in self.problems if problem.row})

    @property
    def may_go_without(self):
        """Whether the rows without a problem can be taken alone: the file itself is sound."""
        is_sound = all(problem.row and not problem.is_file for problem in self.problems)
        return is_sound and bool(self.rows)

    @property
    def changes_anything(self):
        return any(row.effect != Effect.SAME for row in self.rows)

    @cached_property
    def effects(self):
        return Counter(row.effect for row in self.rows)

    @cached_property
    def fingerprint(self):
        """Binds a confirmation to this person, this file, these terms and the people it was shown against."""
        terms = self.terms
        bound = {
            "digest": self.digest,
            "by": self.by.pk,
            "terms": [terms.role, terms.scope, terms.place, terms.starts_on, terms.ends_on],
            "rows": [
                [one.row.row, one.unit.pk, one.effect, one.person and one.person.pk] for one in self.rows
            ],
            "left_out": self.left_out,
        }
        return hashlib.sha256(canonical_json(bound).encode()).hexdigest()
