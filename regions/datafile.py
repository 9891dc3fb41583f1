"""Reading data/regions/: the regions and their other names, checked before anything is stored.

The files are ours, so one broken line means that somebody edited them wrongly: reading stops there with a
sentence that names file and line.
"""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.utils.translation import gettext as _

from rakor.lib.text import tidy
from regions.choices import NameKind, TimeZone

FOLDER = Path(__file__).resolve().parent.parent / "data" / "regions"

EXPECTED = {"provinsi": 38, "kabupaten": 416, "kota": 98}
"""Kepmendagri 300.2.2-2430/2025. A decree that makes a new region changes the file and this line together."""

CODES = {
    "provinsi": re.compile(r"[1-9][0-9]"),
    "kabupaten": re.compile(r"[1-9][0-9]\.(0[1-9]|[1-6][0-9])"),
    "kota": re.compile(r"[1-9][0-9]\.(7[1-9]|[89][0-9])"),
}
SOUTH, NORTH = Decimal("-11.1"), Decimal("6.1")
WEST, EAST = Decimal("95"), Decimal("141.1")

REGION_COLUMNS = [
    *("kode", "jenis", "nama", "kode_bps", "ibu_kota"),
    *("lintang", "bujur", "zona_waktu", "kolom_petak", "baris_petak"),
]
NAME_COLUMNS = ["kode", "nama", "jenis", "berlaku_sejak", "berlaku_sampai", "dasar_hukum"]


class BrokenFile(Exception):
    """The data file cannot be used; the message says where and why."""


@dataclass(frozen=True)
class RegionRow:
    """A line of regions.csv. A province has a time zone and none of the rest, a regency has all but that."""

    code: str
    kind: str
    name: str
    bps_code: str
    capital: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    time_zone: str = ""
    tile_column: int | None = None
    tile_row: int | None = None

    @property
    def is_province(self):
        return self.kind == "provinsi"

    @property
    def province_code(self):
        return self.code[:2]


@dataclass(frozen=True)
class NameRow:
    """A line of names.csv: one more name under which a region is known."""

    code: str
    name: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    decree: str


def read_regions(path=None):
    """All regions, provinces first. Raises BrokenFile."""
    path = path or FOLDER / "regions.csv"
    rows = _rows(path, REGION_COLUMNS, _region)
    _check_together(path, rows)
    return sorted(rows, key=lambda row: (not row.is_province, row.code))


def read_names(codes, path=None):
    """All other names of the regions with these codes. Raises BrokenFile."""
    path = path or FOLDER / "names.csv"
    rows = _rows(path, NAME_COLUMNS, _name)
    _refuse(path, [row.code for row in rows if row.code not in codes], _("kode %s tidak ada di regions.csv"))
    _refuse(path, _repeated(f"{row.code} {row.name}" for row in rows), _("nama %s tertulis dua kali"))
    short = (row.code for row in rows if row.kind == NameKind.ABBREVIATION)
    _refuse(path, _repeated(short), _("daerah %s mempunyai lebih dari satu singkatan"))
    return rows


def _rows(path, columns, read):
    return [_row(path, number, cells, columns, read) for number, cells in enumerate(_lines(path), start=2)]


def _row(path, number, cells, columns, read):
    """A line as `read` makes it; one that does not fit is named."""
    try:
        _fits(list(cells) == columns and None not in cells.values(), _("kolom kurang, lebih, atau tertukar"))
        return read(cells)
    except _Unfit as error:
        reason = str(error)
    except (ValueError, InvalidOperation):
        reason = _("angka atau tanggal tidak terbaca")
    place = {"file": path.name, "line": number, "reason": reason}
    raise BrokenFile(_("Berkas %(file)s baris %(line)s: %(reason)s.") % place)


def _lines(path):
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except FileNotFoundError:
        raise BrokenFile(_("Berkas %(path)s tidak ada.") % {"path": path}) from None
    except UnicodeDecodeError:
        raise BrokenFile(_("Berkas %(path)s bukan teks UTF-8.") % {"path": path}) from None


class _Unfit(ValueError):
    """A cell that does not fit its column."""


def _fits(condition, reason):
    if not condition:
        raise _Unfit(reason)


def _region(cells):
    code, kind, name = cells["kode"], cells["jenis"], cells["nama"]
    _fits(kind in CODES, _("jenis bukan provinsi, kabupaten, atau kota"))
    _fits(CODES[kind].fullmatch(code), _("kode tidak sesuai jenisnya"))
    _fits(name and name == tidy(name), _("nama kosong atau berspasi lebih"))
    _fits(name.startswith("Kota ") == (kind == "kota"), _("nama dan jenis tidak sesuai"))
    digits = 2 if kind == "provinsi" else 4
    _fits(re.fullmatch(rf"([0-9]{{{digits}}})?", cells["kode_bps"]), _("kode BPS tidak terbaca"))
    own = _province if kind == "provinsi" else _regency
    return RegionRow(code, kind, name, cells["kode_bps"], **own(cells))


def _province(cells):
    _fits(cells["zona_waktu"] in TimeZone.__members__, _("zona waktu bukan WIB, WITA, atau WIT"))
    return {"time_zone": TimeZone[cells["zona_waktu"]].value}


def _regency(cells):
    latitude, longitude = Decimal(cells["lintang"]), Decimal(cells["bujur"])
    _fits(SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST, _("titik tengah di luar Indonesia"))
    return {
        "capital": cells["ibu_kota"],
        "latitude": latitude,
        "longitude": longitude,
        "tile_column": int(cells["kolom_petak"]),
        "tile_row": int(cells["baris_petak"]),
    }


def _name(cells):
    _fits(cells["jenis"] in NameKind.values, _("jenis nama tidak dikenal"))
    _fits(cells["nama"] and cells["nama"] == tidy(cells["nama"]), _("nama kosong atau berspasi lebih"))
    from_day, to_day = (
        date.fromisoformat(cells[side]) if cells[side] else None
        for side in ("berlaku_sejak", "berlaku_sampai")
    )
    return NameRow(cells["kode"], cells["nama"], cells["jenis"], from_day, to_day, cells["dasar_hukum"])


def _check_together(path, rows):
    """What no line shows alone: counts, repetitions, provinces that are missing, tiles taken twice."""
    _refuse(path, _repeated(row.code for row in rows), _("kode %s tertulis dua kali"))
    _refuse(path, _repeated(row.bps_code for row in rows if row.bps_code), _("kode BPS %s tertulis dua kali"))
    provinces = {row.code for row in rows if row.is_province}
    regencies = [row for row in rows if not row.is_province]
    orphans = [row.code for row in regencies if row.province_code not in provinces]
    _refuse(path, orphans, _("provinsi dari %s tidak ada"))
    tiles = (f"{row.province_code} ({row.tile_column}, {row.tile_row})" for row in regencies)
    _refuse(path, _repeated(tiles), _("petak %s dipakai dua daerah"))
    counts = Counter(row.kind for row in rows)
    wrong = [f"{counts[kind]} {kind}" for kind, number in EXPECTED.items() if counts[kind] != number]
    _refuse(path, wrong, _("jumlah daerah tidak sesuai: %s"))


def _repeated(values):
    return sorted(value for value, times in Counter(values).items() if times > 1)


def _refuse(path, wrong, sentence):
    if wrong:
        raise BrokenFile(
            _("Berkas %(file)s: %(reason)s.") % {"file": path.name, "reason": sentence % ", ".join(wrong[:3])}
        )
