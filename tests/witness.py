"""A witness that knows nothing of the ledger: triggers on every table note which rows a request changes.

While a test's client sends a form, each inserted, changed and deleted row of our tables is written down by
the database itself, before and after. Then every such row must have its ledger line: by whom the session
belongs to, within the time of the request, under one request number, saying just what changed.
"""

import json
from collections import namedtuple
from contextlib import contextmanager
from datetime import UTC
from decimal import Decimal

from django.apps import apps
from django.db import connection, models
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from records.models import Change, Notice, Seal
from tests.house.rooms import ROOMS
from tests.tally import COUNTED

NO_LINE = {Change, Seal, Notice}
"""The ledger itself, and the letters about acts whose lines stand there."""

DERIVED = {"evaluations.score": ("round", "release"), "programs.comparison": ("difference",)}
"""An index made from a text or from observations: the line of the record that holds them stands for it."""

UNSAID = {
    ("evaluations.round", "text"): "its digest is said",
    ("evaluations.release", "text"): "its digest is said",
    ("accounts.user", "last_login"): "the session's own memory; nothing of what the office keeps",
}
"""Fields that change without being named, and why."""

NOBODYS = {"kunci"}
"""Acts of nobody: wrong passwords shut a door, whoever typed them."""

Row = namedtuple("Row", "model key before after")
Line = namedtuple("Line", "kind key action by_id at request_id changes")

# How the database takes notes.

TABLES = (
    "CREATE TABLE IF NOT EXISTS saksi (id {serial}, tbl TEXT, old TEXT, new TEXT)",
    "CREATE TABLE IF NOT EXISTS saksi_awas (menyala INTEGER)",
    "DELETE FROM saksi_awas",
    "INSERT INTO saksi_awas VALUES (0)",
)
SERIAL = {"sqlite": "INTEGER PRIMARY KEY AUTOINCREMENT", "postgresql": "BIGSERIAL PRIMARY KEY"}
POSTGRESQL_NOTES = (
    "CREATE OR REPLACE FUNCTION saksi_catat() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF (SELECT menyala = 1 FROM saksi_awas) THEN INSERT INTO saksi (tbl, old, new) "
    "VALUES (TG_TABLE_NAME, to_jsonb(OLD)::text, to_jsonb(NEW)::text); END IF; RETURN NULL; END $$"
)


def witnessed():
    """{table: model} of all that our rooms keep."""
    kept = (
        model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        if model not in NO_LINE
    )
    return {model._meta.db_table: model for model in kept}


def install():
    """Make the triggers; once for each test database."""
    with connection.cursor() as cursor:
        for statement in TABLES:
            cursor.execute(statement.format(serial=SERIAL[connection.vendor]))
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_NOTES)
        for table, model in witnessed().items():
            for operation in ("INSERT", "UPDATE", "DELETE"):
                cursor.execute(trigger(table, model, operation))


def trigger(table, model, operation):
    head = f"CREATE TRIGGER saksi_{table}_{operation.lower()} AFTER {operation} ON {table}"
    if connection.vendor == "postgresql":
        return f"{head} FOR EACH ROW EXECUTE FUNCTION saksi_catat()"

    def row(name, absent):
        columns = [field.column for field in model._meta.local_concrete_fields]
        pairs = ", ".join(f"'{column}', {name}.\"{column}\"" for column in columns)
        return "NULL" if operation == absent else f"json_object({pairs})"

    return (
        f"{head} WHEN (SELECT menyala FROM saksi_awas) = 1 BEGIN INSERT INTO saksi (tbl, old, new) "
        f"VALUES ('{table}', {row('OLD', 'INSERT')}, {row('NEW', 'DELETE')}); END"
    )


def ask(sql):
    """Past Django's own cursors, so that a test which counts queries does not count these."""
    connection.ensure_connection()
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []
    finally:
        cursor.close()


# What it then says.


@contextmanager
def watching(user_id=None, is_request=True):
    """Compare what changes inside with the ledger's lines about it; gives a list that fills with the rows."""
    last_line = ask("SELECT COALESCE(MAX(id), 0) FROM records_change")[0][0]
    ask("DELETE FROM saksi")
    ask("UPDATE saksi_awas SET menyala = 1")
    rows, started = [], timezone.now()
    try:
        yield rows
    finally:
        ask("UPDATE saksi_awas SET menyala = 0")
    rows += changed_rows()
    lines = new_lines(last_line)
    faults = [fault for row in rows for fault in faults_of(row, lines)]
    faults += [fault for line in lines for fault in faults_of_line(line, user_id, is_request, started)]
    if is_request and len({line.request_id for line in lines}) > 1:
        faults.append("lines of one request under several numbers")
    assert not faults, "\n".join(faults)
    COUNTED["forms sent under the witness"] += 1
    COUNTED["rows changed by them, each with its ledger line"] += len(rows)


def changed_rows():
    """What became of each row in the end; what came and went again is nothing."""
    known, ends = witnessed(), {}
    for table, old, new in ask("SELECT tbl, old, new FROM saksi ORDER BY id"):
        model = known[table]
        old, new = (text and json.loads(text, parse_float=Decimal) for text in (old, new))
        key = (new or old)[model._meta.pk.column]
        before = ends[model, key].before if (model, key) in ends else old
        ends[model, key] = Row(model, key, before, new)
    return [row for row in ends.values() if row.before != row.after]


def new_lines(last):
    names = "object_type, object_id, action, by_id, at, request_id, changes"
    found = ask(f"SELECT {names} FROM records_change WHERE id > {last} ORDER BY id")
    return [Line(*row[:4], moment(row[4]), row[5], json.loads(row[6])) for row in found]


def moment(value):
    value = parse_datetime(value) if isinstance(value, str) else value
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def faults_of_line(line, user_id, is_request, started):
    what = f"{line.kind} {line.key} ({line.action})"
    if user_id and line.by_id != user_id and line.action not in NOBODYS:
        yield f"{what}: by {line.by_id}, not by {user_id}"
    if is_request and not line.request_id:
        yield f"{what}: no request"
    if not started <= line.at <= timezone.now():
        yield f"{what}: at {line.at}"


def faults_of(row, lines):
    meta = row.model._meta
    if meta.auto_created:
        yield from faults_of_relation(row, lines)
        return
    label, what = meta.label_lower, f"{meta.label_lower} {row.key}"
    if label in DERIVED:
        parents = [(meta.get_field(name), (row.after or row.before)) for name in DERIVED[label]]
        kinds = {(field.related_model._meta.label_lower, str(held[field.column])) for field, held in parents}
        if not any((line.kind, line.key) in kinds for line in lines):
            yield f"{what}: nothing stands for it"
        return
    own = [line for line in lines if line.kind in family(row.model) and line.key == str(row.key)]
    if not own and not only_unsaid(row):
        yield f"{what}: no line"
        return
    for field in meta.local_concrete_fields:
        yield from faults_of_field(
            row, field, [line.changes[field.name] for line in own if field.name in line.changes]
        )


def faults_of_field(row, field, pairs):
    """Whether the lines say of a field what it was and what it became."""
    what = f"{row.model._meta.label_lower} {row.key}.{field.name}"
    before, after = (value(field, held and held[field.column]) for held in (row.before, row.after))
    if before == after or (row.model._meta.label_lower, field.name) in UNSAID:
        return
    if not pairs:
        yield f"{what}: {before!r} → {after!r} is not said"
    elif field.name in getattr(row.model, "PERSONAL_FIELDS", ()):
        if pairs[-1] != [None, None]:
            yield f"{what}: a personal value is said"
    elif (value(field, pairs[0][0]), value(field, pairs[-1][1])) != (before, after):
        yield f"{what}: {before!r} → {after!r} is said as {pairs[0][0]!r} → {pairs[-1][1]!r}"


def only_unsaid(row):
    return (
        row.before
        and row.after
        and all(
            row.before[field.column] == row.after[field.column]
            or (row.model._meta.label_lower, field.name) in UNSAID
            for field in row.model._meta.local_concrete_fields
        )
    )


def faults_of_relation(row, lines):
    """A row between two records: the one that has the field says so, or was itself deleted."""
    owner, name = next(
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_many_to_many
        if field.remote_field.through is row.model
    )
    field = owner._meta.get_field(name)
    key = str((row.after or row.before)[row.model._meta.get_field(field.m2m_field_name()).column])
    own = [line for line in lines if line.kind in family(owner) and line.key == key]
    if not any(name in line.changes or line.action == "hapus" for line in own):
        yield f"{owner._meta.label_lower} {key}.{name}: not said"


def family(model):
    """The names under which a line may speak of a row that several tables share."""
    related = [model, *model._meta.all_parents]
    related += [child for child in apps.get_models() if model in child._meta.all_parents]
    return {one._meta.label_lower for one in related}


def value(field, raw):
    """One value however it is written: by the database, or as text in the ledger."""
    if raw is None or raw == "":
        return ""
    if isinstance(field, models.ForeignKey):
        return value(field.target_field, raw)
    if isinstance(field, models.DateTimeField):
        return moment(raw)
    if isinstance(field, models.BooleanField):
        return raw in (True, 1, "True")
    if isinstance(field, models.DecimalField):
        return Decimal(str(raw))
    return field.to_python(raw)
