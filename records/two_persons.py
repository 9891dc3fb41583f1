"""What one person may not do alone, where a constraint cannot say it because it needs a second table.

Where both names stand in one row a CheckConstraint says so (`second_person`). Elsewhere a trigger does, made
anew after every migrate like those of records/append_only.py.
"""

from dataclasses import dataclass

from records.append_only import PREFIX


@dataclass(frozen=True)
class SecondPerson:
    """Refuse a new or changed row of `table` that fulfils `when`: SQL over `{row}`, which stands for NEW."""

    table: str
    message: str
    when: str

    operations = ("insert", "update")

    def trigger(self, operation):
        return f"{PREFIX}dua_orang_{self.table}_{operation}"

    def triggers(self, vendor):
        return {self.trigger(operation) for operation in self.operations}

    def statements(self, vendor):
        """The SQL that makes the triggers anew on this kind of database."""
        make = {"sqlite": self.on_sqlite, "postgresql": self.on_postgresql}[vendor]
        for operation in self.operations:
            yield from make(operation, self.trigger(operation), self.when.format(row="NEW"))

    def on_sqlite(self, operation, name, condition):
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {operation.upper()} ON {self.table} "
            f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{self.message}'); END"
        )

    def on_postgresql(self, operation, name, condition):
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition} THEN RAISE EXCEPTION '{self.message}' "
            f"USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$"
        )
        yield (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {operation.upper()} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
