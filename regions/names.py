"""From a code, name, alias or abbreviation as somebody wrote it to the regions it may mean.

One name may be borne by several: "Bogor" is a kabupaten and a kota, "Jambi" a province and a kota. Then all
come back, and whoever asked must choose. Nothing is guessed: a name that is only similar finds nothing.
"""

import re
from collections import defaultdict

from regions.choices import NameKind, RegencyKind, UnitKind
from regions.models import Unit, UnitName

__all__ = ["RegionNames", "find_region", "picture_names"]

KIND_WORDS = {
    "kabupaten": RegencyKind.KABUPATEN,
    "kab": RegencyKind.KABUPATEN,
    "pemkab": RegencyKind.KABUPATEN,
    "kota": RegencyKind.KOTA,
    "pemkot": RegencyKind.KOTA,
    "provinsi": UnitKind.PROVINCE,
    "propinsi": UnitKind.PROVINCE,
    "prov": UnitKind.PROVINCE,
    "pemprov": UnitKind.PROVINCE,
}
ADMINISTRATIVE = {"administrasi", "adm"}
SPELLED_OUT = {"kep": "kepulauan"}

_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
_WORD = re.compile(r"[^\W_]+")


class RegionNames:
    """All names of all regions, read once (two queries), to be asked as often as a sheet has rows."""

    def __init__(self):
        units = Unit.objects.regions().select_related("regency").order_by("code")
        self._units = {unit.code: unit for unit in units}
        self._codes = defaultdict(set)
        for unit in self._units.values():
            self._learn(unit.name, unit, is_own=True)
        for name in UnitName.objects.filter(unit__in=units.values("pk")).select_related("unit__regency"):
            self._learn(name.name, name.unit)

    def find(self, written, province=None):
        """The units that `written` may mean, by code; with `province` only the province and its regencies."""
        written = written.strip()
        if _CODE.fullmatch(written):
            codes = {written} & self._units.keys()
        else:
            codes = set().union(*(self._codes.get(reading, ()) for reading in _readings(written)))
        return [
            self._units[code]
            for code in sorted(codes)
            if province is None or province.pk in (self._units[code].pk, self._units[code].parent_id)
        ]

    def _learn(self, name, unit, *, is_own=False):
        """A name is found with its kind in front ("Kab. Bogor") and without ("Bogor").

        An alias written with its kind is found with it only: "Kabupaten Pontianak" is today's Mempawah, while
        "Pontianak" alone is the city.
        """
        kind_written, key = _reading(name)
        self._codes[_kind(unit), key].add(unit.code)
        if is_own or not kind_written:
            self._codes[None, key].add(unit.code)


def find_region(written, province=None):
    """The units that `written` may mean: none, one, or several that share the name. See RegionNames.find."""
    return RegionNames().find(written, province)


def picture_names(units):
    """{primary key: name short enough for a tile or a line's end}. Tables and sentences use the full name."""
    units = list(units)
    short = UnitName.objects.filter(unit__in=units, kind=NameKind.ABBREVIATION).values_list("unit_id", "name")
    return {unit.pk: unit.name for unit in units} | dict(short)


def _kind(unit):
    return unit.kind if unit.kind == UnitKind.PROVINCE else unit.regency.regency_kind


def _reading(written):
    """(kind named in front, or None; the rest without spaces, hyphens and capitals): "batanghari" twice."""
    words = [SPELLED_OUT.get(word, word) for word in _WORD.findall(written.casefold())]
    if words and words[0] == "pemerintah":
        words = words[1:]
    kind = KIND_WORDS.get(words[0]) if len(words) > 1 else None
    words = words[1:] if kind else words
    if len(words) > 1 and words[0] in ADMINISTRATIVE:
        words = words[1:]
    return kind, "".join(words)


def _readings(written):
    """Two, for the first word may belong to the name: "Kota Baru" may be the kabupaten Kotabaru."""
    return {_reading(written), (None, "".join(_WORD.findall(written.casefold())))}
