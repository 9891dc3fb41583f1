"""Append-only tables, kept so by the database itself.

Each room names its guarded tables in `<room>/guards.py` as GUARDS. The triggers are made anew after every
`migrate`, because SQLite drops them silently when a table is altered. There is deliberately no function here
that takes them away for good.
"""

from dataclasses import dataclass
from importlib import import_module

from django.db import connections
from django.utils.module_loading import module_has_submodule

PREFIX = "jaga_"


@dataclass(frozen=True)
class Guard:
    """Refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL) on `table`.

    `when` limits it to some rows: SQL over `{row}`, which stands for OLD or NEW. With `inserts` new rows that
    fulfil `when` are refused too (a line added to a used instrument).
    """

    table: str
    message: str
    when: str = "TRUE"
    inserts: bool = False

    @property
    def operations(self):
        return ("insert", "update", "delete") if self.inserts else ("update", "delete")

    def condition(self, operation):
        """The SQL that must hold for `operation` to be refused."""
        rows = {
            "insert": ["NEW"],
            "delete": ["OLD"],
            "update": ["OLD", "NEW"] if self.inserts else ["OLD"],
        }
        return " OR ".join(f"({self.when.format(row=row)})" for row in rows[operation])

    def trigger(self, operation):
        return f"{PREFIX}{self.table}_{operation}"

    def triggers(self, vendor):
        """The names of the triggers that must stand on this kind of database."""
        operations = (*self.operations, *(("truncate",) if vendor == "postgresql" else ()))
        return {self.trigger(operation) for operation in operations}

    def statements(self, vendor):
        """The SQL that makes the triggers anew on this kind of database."""
        return STATEMENTS[vendor](self)


def guards_of(app_config):
    """The GUARDS a room declares, none if it has no `guards` module."""
    if not module_has_submodule(app_config.module, "guards"):
        return ()
    return import_module(f"{app_config.name}.guards").GUARDS


def sqlite_statements(guard):
    for operation in guard.operations:
        name = guard.trigger(operation)
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {operation.upper()} ON {guard.table} "
            f"WHEN {guard.condition(operation)} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
        )


def postgresql_statements(guard):
    for operation in guard.operations:
        name = guard.trigger(operation)
        kept = "OLD" if operation == "delete" else "NEW"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {guard.condition(operation)} THEN RAISE EXCEPTION '{guard.message}' "
            f"USING ERRCODE = 'restrict_violation'; END IF; RETURN {kept}; END $$"
        )
        yield (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {operation.upper()} ON {guard.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    name = guard.trigger("truncate")
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{guard.message}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE TRUNCATE ON {guard.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


STATEMENTS = {"sqlite": sqlite_statements, "postgresql": postgresql_statements}


def install(guards, using="default"):
    """Make the triggers of `guards` on the tables that exist; safe to repeat."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for guard in guards:
            if guard.table in tables:
                for statement in guard.statements(connection.vendor):
                    cursor.execute(statement)


def install_after_migrate(*, app_config, using, **kwargs):
    """Receiver of `post_migrate`: guards the room that was just migrated."""
    install(guards_of(app_config), using)
