"""How the admin's forms are written: rows in order, relations and deletions with their ledger lines."""

from django.contrib.admin.utils import NestedObjects
from django.forms.models import _get_foreign_key

from records import ledger, versions
from records.choices import Action


def has_changed(formset):
    """Whether something was typed in a formset or in those nested in its rows."""
    return formset.has_changed() or any(
        has_changed(nested.formset) for row in formset.forms for nested in getattr(row, "nested_formsets", ())
    )


def rows_of(inlines, parent, beyond=""):
    """(model, way to the record) of every kind of row on a record's page, nested ones too."""
    for inline in inlines:
        key = _get_foreign_key(parent, inline.model, fk_name=inline.fk_name).name
        way = f"{key}__{beyond}" if beyond else key
        yield inline.model, way
        yield from rows_of(getattr(inline, "inlines", ()), inline.model, way)


def save_next_version(obj, form, *, by):
    """Save a record that several people edit, if it still stands as it was read.

    What its form does not ask is taken as it stands now: a password changed meanwhile stays changed.
    """
    before = ledger.snapshot(type(obj)._base_manager.get(pk=obj.pk))
    versions.claim(obj)
    asked = {*form.fields, "version", obj._meta.pk.name}
    others = [field.name for field in obj._meta.concrete_fields if field.name not in asked]
    obj.refresh_from_db(fields=others)
    ledger.save(obj, Action.CHANGE, by=by, before=before)


def put_last(formset):
    """New rows follow the rows that stand, in the order in which they were typed."""
    if not any(field.name == "order" for field in formset.model._meta.fields):
        return
    last = max((row.instance.order for row in formset.initial_forms), default=0)
    for row in formset.saved_forms:
        if row.instance._state.adding and not row.instance.order:
            last += 1
            row.instance.order = last


def save_relations(form, *, by):
    """Save the many-to-many fields of a form, with one ledger line that names both sides."""
    obj = form.instance
    names = [
        f.name for f in obj._meta.many_to_many if f.name in form.cleaned_data and f.name in form.changed_data
    ]
    before = {name: listed(obj, name) for name in names}
    form._save_m2m()
    changes = {name: [old, new] for name, old in before.items() if (new := listed(obj, name)) != old}
    if changes:
        ledger.write(obj, Action.CHANGE, by=by, changes=changes)


def listed(obj, name):
    return ", ".join(sorted(str(other) for other in getattr(obj, name).all()))


def remove(obj, *, by):
    """Delete an object and what goes with it, each with its ledger line; so too what lets go of it."""
    collector = NestedObjects(using=obj._state.db or "default", origin=obj)
    collector.collect([obj])
    gone = [one for model, rows in collector.data.items() if not model._meta.auto_created for one in rows]
    holding = [
        (other, field)
        for model, rows in collector.data.items()
        for other, field in holders(model, rows, gone)
    ]
    before = [listed(other, field.name) for other, field in holding]
    for (field, value), found in collector.field_updates.items():
        for other in (one for rows in found for one in rows):
            if other not in gone:
                changes = {
                    field.name: [str(getattr(other, field.attname)), "" if value is None else str(value)]
                }
                ledger.write(other, Action.CHANGE, by=by, changes=changes)
    for one in gone:
        ledger.write(one, Action.DELETE, by=by, changes=ledger.removal(one))
    obj.delete()
    for (other, field), old in zip(holding, before, strict=True):
        changes = {field.name: [old, listed(other, field.name)]}
        ledger.write(other, Action.CHANGE, by=by, changes=changes)


def holders(through, rows, gone):
    """(object, its many-to-many field) whose list loses something with these rows of the table between."""
    owner = through._meta.auto_created
    if not owner:
        return []
    field = next(f for f in owner._meta.local_many_to_many if f.remote_field.through is through)
    owners = {getattr(row, field.m2m_field_name()) for row in rows}
    return [(other, field) for other in owners if other not in gone]
