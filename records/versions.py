"""No lost update: the second of two savers is told what the first one saved, and keeps what was typed.

A form carries the version it was opened at. Saving takes the next version by compare-and-set, which holds on
every database; `select_for_update` alone would not, SQLite ignores it.
"""

from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from records import ledger
from records.choices import Action
from records.models import Change


class Overtaken(Exception):
    """Somebody saved this record after the form was opened."""


def _stored(obj):
    """The row that holds the version: of a province that of the unit it extends."""
    return obj._meta.get_field("version").model._base_manager.filter(pk=obj.pk)


def claim(obj):
    """Take the next version of `obj`; raises Overtaken if somebody took it since `obj` was read."""
    if not _stored(obj).filter(version=obj.version).update(version=F("version") + 1):
        raise Overtaken(str(obj))
    obj.version += 1


def touch(obj, *, by):
    """Take the next version of `obj` because something that stands on its form was saved elsewhere."""
    _stored(obj).update(version=F("version") + 1)
    obj.refresh_from_db(fields=["version"])
    changes = {"version": [str(obj.version - 1), str(obj.version)]}
    ledger.write(obj, Action.CHANGE, by=by, changes=changes)


@dataclass(frozen=True)
class Saved:
    """What others saved since a version: who last and when, and the ledger lines, this record's first."""

    by: str = ""
    at: object = None
    own: tuple = ()
    others: QuerySet = field(default_factory=Change.objects.none)

    def fields(self):
        """Names of this record's own fields that others changed."""
        return {name for line in self.own for name in line.pairs} - {"version"}


def saved_since(obj, version):
    """The ledger's lines of every save of `obj` after `version`, and what the same requests saved along."""
    newer = [
        line
        for line in Change.objects.about(obj).order_by("id")
        if int((line.pairs.get("version") or (0, 0))[1] or 0) > version
    ]
    if not newer:
        return Saved()
    requests = {line.request_id for line in newer if line.request_id}
    keys = [line.pk for line in newer]
    own = Change.objects.about(obj).filter(Q(pk__in=keys) | Q(request_id__in=requests)).order_by("id")
    along = Change.objects.filter(request_id__in=requests).exclude(pk__in=own.order_by().values("pk"))
    return Saved(by=str(newer[-1].by or ""), at=newer[-1].at, own=tuple(own), others=along.order_by("id"))
