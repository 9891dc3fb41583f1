"""What an import would do, as it is shown to who decides about it."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from programs.choices import State
from programs.effects import Effect, Said
from rakor.lib.formats import format_number
from rakor.lib.sheets import SheetProblem
from rakor.lib.text import canonical_json
from records.refusals import ImportRefused

__all__ = ["ImportRefused", "Preview", "PreviewRow"]


def said_text(said):
    """A value as it is written, or the state that says why there is none."""
    return State(said.state).label if said.value is None else format_number(said.value)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What becomes of one row: its effect, what was said in its place before and what it says."""

    row: int
    cell: str
    region_code: str
    region: str
    indicator_code: str
    indicator: str
    period: str
    source: str
    note: str
    effect: Effect
    before: Said | None
    said: Said
    measure_unit: str
    target_old: tuple | None = None
    """(low, high) of the target that stands, where the row replaces it."""
    target_new: tuple | None = None
    """(low, high) of the target that comes; None where none comes."""

    @property
    def old(self):
        return self.before.value if self.before else None

    @property
    def new(self):
        return self.said.value

    @property
    def changes_something(self):
        return self.effect != Effect.SAME or self.target_new is not None


@dataclass
class Preview:
    """Every problem of the file at once, or what each row would do. `digest` is the file's SHA-256."""

    filename: str
    digest: str
    by: object
    problems: list[SheetProblem] = field(default_factory=list)
    rows: list[PreviewRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self):
        return not self.problems

    @property
    def changes_anything(self):
        return any(row.changes_something for row in self.rows)

    @cached_property
    def effects(self):
        return Counter(row.effect for row in self.rows)

    @property
    def new(self):
        return self.effects[Effect.NEW]

    @property
    def changed(self):
        """Rows whose figure changes, and those that only bring another target."""
        only_target = sum(row.effect == Effect.SAME and row.target_new is not None for row in self.rows)
        return self.effects[Effect.CHANGED] + only_target

    @property
    def same(self):
        return sum(not row.changes_something for row in self.rows)

    @property
    def beside(self):
        return self.effects[Effect.BESIDE]

    @property
    def only_beside(self):
        """Whether no report gets a figure: what is said is noted beside what other sources say."""
        return self.beside > 0 and not self.new and not self.changed

    @property
    def targets(self):
        return sum(row.target_new is not None for row in self.rows)

    @cached_property
    def fingerprint(self):
        """Binds a confirmation to this person, this file and the figures it was shown against."""
        shown = [
            [row.row, row.effect, row.before, row.said, row.target_old, row.target_new] for row in self.rows
        ]
        text = canonical_json({"digest": self.digest, "by": self.by.pk, "rows": shown})
        return hashlib.sha256(text.encode()).hexdigest()
