"""Writing the ledger: every change leaves who, when, what from and to, and why.

Callers write the change and its line in one transaction. `changes_between` compares two snapshots of a model
instance; `write` stores one line, `write_many` a set of them. What a transaction wrote is sealed when it is
committed (records/sealing.py).
"""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from rakor.lib.text import canonical_json, decimal_text
from records.models import Change

_request_id = ContextVar("request_id", default="")


@contextmanager
def request(identifier):
    """Every line written inside carries this request's identifier."""
    token = _request_id.set(identifier)
    try:
        yield
    finally:
        _request_id.reset(token)


def snapshot(obj):
    """The stored fields of an object as text; None for an object that is not there."""
    if obj is None:
        return {}
    personal = getattr(obj, "PERSONAL_FIELDS", ())
    values = {}
    for field in obj._meta.concrete_fields:
        text = _as_text(field.to_python(field.value_from_object(obj)))
        values[field.name] = (None, text) if field.name in personal else text
    return values


def _as_text(value):
    """One spelling for one value, however it was given: 80 and 80.000000 are the same."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def changes_between(before, after):
    """{field: [before, after]} of what differs. A personal field says that it changed, not what it was."""
    changes = {}
    for name in sorted({*before, *after}):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            personal = isinstance(old, tuple) or isinstance(new, tuple)
            changes[name] = [None, None] if personal else [old, new]
    return changes


def removal(obj):
    """The changes that deleting `obj` makes: every filled field to nothing."""
    return changes_between(snapshot(obj), {})


def label_of(obj):
    """What the ledger calls an object: its name; a person only by number (`ledger_label`)."""
    return str(getattr(obj, "ledger_label", obj))[:250]


def line(obj, action, *, by, changes=None, reason="", batch=None):
    """One unsaved ledger line about `obj`."""
    return Change(
        at=timezone.now(),
        by=by,
        action=action,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        object_label=label_of(obj),
        changes=canonical_json(changes or {}),
        reason=reason,
        request_id=_request_id.get(),
        batch=batch,
    )


def write(obj, action, *, by, changes=None, reason="", batch=None):
    """Append one line about `obj` to the ledger and return it."""
    entry = line(obj, action, by=by, changes=changes, reason=reason, batch=batch)
    return write_many([entry])[0]


def write_many(lines):
    """Append ready lines in one statement per thousand; they are sealed with their transaction."""
    with transaction.atomic(savepoint=False):
        written = Change.objects.bulk_create(lines, batch_size=1000)
        transaction.get_connection().unsealed.update(entry.pk for entry in written)
    return written


def save(obj, action, *, by, reason="", batch=None, before=None):
    """Save `obj` and its ledger line; nothing is written to the ledger where nothing changed.

    `before` is the snapshot taken before the caller changed the object; left out, the database is asked.
    """
    if before is None:
        stored = type(obj)._base_manager.filter(pk=obj.pk).first() if obj.pk else None
        before = snapshot(stored)
    obj.save()
    changes = changes_between(before, snapshot(obj))
    if changes:
        write(obj, action, by=by, changes=changes, reason=reason, batch=batch)
    return obj
