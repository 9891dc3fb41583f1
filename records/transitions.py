"""Moving a record from one state to the next by compare-and-set: of two who press at once, one wins.

Holds on every database; `select_for_update` alone would not, SQLite ignores it.
"""

from records import ledger


def move(obj, action, *, among, by, reason="", unsaid=(), before=None, **fields):
    """Set `fields` on `obj` (state among them) if it stands as this person saw it, and write the ledger line.

    Gives False, and writes nothing, where somebody was faster or the state is not one of `among`; the caller
    says so in its own words. Fields in `unsaid` stay out of the ledger (a text whose digest stands there).
    `before` is the snapshot from before the caller changed `obj`, if it did.
    """
    before = before or ledger.snapshot(obj)
    rows = type(obj)._base_manager.filter(pk=obj.pk, version=obj.version, state__in=among)
    if not rows.update(version=obj.version + 1, **fields):
        return False
    obj.refresh_from_db(fields=["version", *fields])
    changes = ledger.changes_between(before, ledger.snapshot(obj))
    for name in unsaid:
        changes.pop(name, None)
    ledger.write(obj, action, by=by, changes=changes, reason=reason)
    return True
