"""Storing what data/regions/ holds: the new is added, what differs is changed, nothing is ever deleted."""

from dataclasses import dataclass

from django.db import transaction

from records import ledger
from records.choices import Action
from regions.choices import UnitKind
from regions.models import Province, Regency, Unit, UnitName

REASON = "data/regions/regions.csv"


@dataclass
class Tally:
    """What a load did, for the command to say."""

    added: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other):
        return Tally(self.added + other.added, self.changed + other.changed, self.same + other.same)


@transaction.atomic
def store(regions, names):
    """Bring the tables up to the checked rows; returns (Tally of regions, Tally of names).

    Each goes into the ledger under nobody's name: the file made it.
    """
    provinces = _store_units(Province, {row.code: _province(row) for row in regions if row.is_province})
    parents = dict(Unit.objects.provinces().values_list("code", "pk"))
    regencies = _store_units(
        Regency, {row.code: _regency(row, parents) for row in regions if not row.is_province}
    )
    return provinces + regencies, _store_names(names)


def _province(row):
    return {"name": row.name, "bps_code": row.bps_code, "time_zone": row.time_zone}


def _regency(row, parents):
    return {
        "name": row.name,
        "bps_code": row.bps_code,
        "parent_id": parents[row.province_code],
        "regency_kind": row.kind,
        "capital": row.capital,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "tile_column": row.tile_column,
        "tile_row": row.tile_row,
    }


def _store_units(model, wanted):
    """`wanted` is {code: {field: value}}."""
    stored = {unit.code: unit for unit in model.objects.filter(code__in=wanted)}
    changed = [unit for code, unit in stored.items() if _differs(unit, wanted[code])]
    # Two regions may exchange their BPS codes: both must let go before either takes.
    Unit.objects.filter(pk__in=[unit.pk for unit in changed]).update(bps_code="")
    for unit in changed:
        before = ledger.snapshot(unit)
        unit.version += 1  # a form of this unit, open meanwhile, is told
        _set(unit, wanted[unit.code])
        ledger.save(unit, Action.CHANGE, by=None, reason=REASON, before=before)
    new = {code: values for code, values in wanted.items() if code not in stored}
    ledger.write_many([_line(unit, None) for unit in _insert(model, new)])
    return Tally(len(new), len(changed), len(wanted) - len(new) - len(changed))


def _line(instance, before):
    action = Action.CHANGE if before else Action.CREATE
    changes = ledger.changes_between(before or {}, ledger.snapshot(instance))
    return ledger.line(instance, action, by=None, changes=changes, reason=REASON)


def _differs(instance, values):
    return any(getattr(instance, field) != value for field, value in values.items())


def _set(instance, values):
    for field, value in values.items():
        setattr(instance, field, value)


def _insert(model, wanted):
    """Insert units of a model that extends Unit.

    Django's bulk_create refuses models with a parent table. So the parents go in by one statement, and each
    child's own row follows by the raw save that loaddata uses, which writes the child's table only.
    """
    kind = UnitKind.PROVINCE if model is Province else UnitKind.REGENCY
    children = []
    for code, values in wanted.items():
        child = model(kind=kind, code=code, **values)
        child.parent_row = Unit(
            **{field.attname: getattr(child, field.attname) for field in Unit._meta.concrete_fields}
        )
        children.append(child)
    Unit.objects.bulk_create([child.parent_row for child in children])
    for child in children:
        child.id = child.pk = child.parent_row.pk
        child.save_base(raw=True, force_insert=True)
    return children


def _store_names(rows):
    """A name is known by its unit and its spelling; the rest may change."""
    units = dict(Unit.objects.regions().values_list("code", "pk"))
    stored = {(name.unit_id, name.name): name for name in UnitName.objects.filter(unit__in=units.values())}
    new, changed, before = [], [], {}
    for row in rows:
        values = {
            "kind": row.kind,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to,
            "decree": row.decree,
        }
        name = stored.get((units[row.code], row.name))
        if name is None:
            new.append(UnitName(unit_id=units[row.code], name=row.name, **values))
        elif _differs(name, values):
            before[name.pk] = ledger.snapshot(name)
            _set(name, values)
            changed.append(name)
    UnitName.objects.bulk_create(new)
    UnitName.objects.bulk_update(changed, ["kind", "valid_from", "valid_to", "decree"])
    ledger.write_many([_line(name, before.get(name.pk)) for name in [*new, *changed]])
    return Tally(len(new), len(changed), len(rows) - len(new) - len(changed))
