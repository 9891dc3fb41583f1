"""Which clock hangs where: a unit keeps its province's time, a national one that of Jakarta."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from regions.choices import TimeZone
from regions.models import Unit

__all__ = ["NATIONAL", "Home", "homes_of", "today_in"]

LEVELS = ("", "parent__", "parent__parent__", "parent__parent__parent__")
"""From a unit up to its province, as far as one is nested."""


@dataclass(frozen=True)
class Home:
    """The province a unit is or stands in, by key, and its time zone."""

    province: int | None
    zone: ZoneInfo


NATIONAL = Home(None, ZoneInfo(TimeZone.WIB))


def homes_of(units):
    """{unit's key: Home} of some units, in one query."""
    keys = {unit.pk for unit in units}
    paths = [f"{level}province__{name}" for level in LEVELS for name in ("pk", "time_zone")]
    rows = Unit.objects.filter(pk__in=keys).values_list("pk", *paths)
    return {pk: _nearest(above) for pk, *above in rows}


def _nearest(above):
    pairs = zip(above[::2], above[1::2], strict=True)
    return next((Home(key, ZoneInfo(zone)) for key, zone in pairs if key), NATIONAL)


def today_in(zone):
    """The day it is there now, wherever the server stands."""
    return timezone.localdate(timezone=zone)
