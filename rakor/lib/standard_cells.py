"""How each column of the standard sheet is read from its cell."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from rakor.lib import personal
from rakor.lib.dates import read_date
from rakor.lib.digits import MAX_DECIMALS
from rakor.lib.figure_states import read_state
from rakor.lib.numbers import TargetReading, read_number, read_stored_number, read_target
from rakor.lib.periods import EARLIEST_YEAR, LATEST_YEAR, read_period, read_year
from rakor.lib.refusals import Refused, refused
from rakor.lib.regioncodes import read_region_code
from rakor.lib.sheets.cells import Cell, Kind
from rakor.lib.text import decimal_text, hidden_sign, tidy

LONGEST_CODE = 30
LONGEST_SOURCE = 150
LONGEST_NOTE = 1000
LONGEST_UNIT = 30
ISO_DATE = len("2024-01-31")


class CellReading(NamedTuple):
    """What one cell gives a row: fields by name, and a sentence where it is read otherwise than it stands."""

    values: dict
    note: str = ""


def _region(cell: Cell, column: str) -> CellReading:
    _require_content(cell, column)
    _refuse_kinds(
        cell,
        _("Excel mengubah kode menjadi tanggal. Ubah format sel menjadi Teks, lalu tulis misalnya 15.01."),
    )
    return CellReading({"region_code": read_region_code(_plain(cell), is_number=cell.kind is Kind.NUMBER)})


def _indicator(cell: Cell, column: str) -> CellReading:
    if cell.kind is Kind.NUMBER and "," in _number_text(cell):
        message = _(
            '"%(read)s" tersimpan sebagai angka, sehingga nol di belakang dapat hilang. Ubah format '
            "sel menjadi Teks."
        )
        raise refused("wrong_type", message, _number_text(cell))
    return CellReading({"indicator_code": read_words(cell, column, LONGEST_CODE, is_needed=True)})


def _year(cell: Cell, column: str) -> CellReading:
    _require_content(cell, column)
    _refuse_kinds(
        cell,
        _("Sel ini berisi tanggal, bukan tahun. Ubah format sel menjadi Umum, lalu tulis misalnya 2024."),
    )
    return CellReading({"year": read_year(_number_text(cell))})


def _period(cell: Cell, column: str) -> CellReading:
    _require_content(cell, column)
    _refuse_kinds(
        cell,
        _("Sel ini berisi tanggal, bukan periode. Ubah format sel menjadi Teks, lalu tulis misalnya BLN01."),
    )
    reading = read_period(_number_text(cell))
    return CellReading({"period_code": reading.code}, reading.note)


def _target(cell: Cell, column: str) -> CellReading:
    _refuse_kinds(
        cell,
        _("Excel mengubah isian menjadi tanggal. Ubah format sel menjadi Teks, lalu tulis misalnya 7–8."),
    )
    if cell.kind is Kind.NUMBER:
        target = TargetReading(read_stored_number(cell.text, is_percent=cell.is_percent))
    else:
        target = read_target(_plain(cell))
    for bound in target:
        _refuse_long_decimals(bound)
    return CellReading({"target_low": target.low, "target_high": target.high})


def _value(cell: Cell, column: str) -> CellReading:
    _require_content(cell, column)
    _refuse_kinds(
        cell,
        _("Sel ini berisi tanggal, bukan angka. Ubah format sel menjadi Umum, lalu tulis angkanya lagi."),
    )
    if cell.kind is Kind.NUMBER:
        value = read_stored_number(cell.text, is_percent=cell.is_percent)
    else:
        value = read_number(_plain(cell)).value
    if value is None:
        message = _(
            '"%(read)s" berarti tidak ada angka, dan itu bukan 0. '
            "Isi angkanya, tulis sebabnya di kolom keadaan, atau hapus barisnya."
        )
        raise refused("missing_required", message, cell.text)
    _refuse_long_decimals(value)
    return CellReading({"value": value})


def _source(cell: Cell, column: str) -> CellReading:
    return CellReading({"source": read_words(cell, column, LONGEST_SOURCE, is_needed=True)})


def _note(cell: Cell, column: str) -> CellReading:
    return CellReading({"note": read_words(cell, column, LONGEST_NOTE, is_needed=False)})


def _cut_off(cell: Cell, column: str) -> CellReading:
    """The day the figure speaks of, in words, in figures or as a date cell; a time of day is left out."""
    if cell.kind is Kind.EMPTY:
        return CellReading({})
    if cell.kind is Kind.DATE:
        written = cell.text[:ISO_DATE]
    else:
        _refuse_kinds(cell, "")
        written = _number_text(cell)
    day = read_date(written)
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        message = _('Tahun pada "%(read)s" di luar %(first)d–%(last)d. Periksa tanggalnya.')
        raise refused("bad_date", message, written, first=EARLIEST_YEAR, last=LATEST_YEAR)
    return CellReading({"cut_off_on": day})


def _measure_unit(cell: Cell, column: str) -> CellReading:
    return CellReading({"measure_unit": read_words(cell, column, LONGEST_UNIT, is_needed=False)})


def _state(cell: Cell, column: str) -> CellReading:
    written = read_text(cell, column, LONGEST_NOTE, is_needed=False)
    return CellReading({"state": read_state(written)} if written else {})


CELL_READERS: dict[str, Callable[[Cell, str], CellReading]] = {
    "kode_wilayah": _region,
    "kode_indikator": _indicator,
    "tahun": _year,
    "periode": _period,
    "target": _target,
    "realisasi": _value,
    "sumber": _source,
    "keterangan": _note,
    "per_tanggal": _cut_off,
    "satuan": _measure_unit,
    "keadaan": _state,
}


def _require_content(cell: Cell, column: str) -> None:
    if cell.kind is Kind.EMPTY:
        if column == "realisasi":
            message = _(
                "Sel ini kosong, dan kosong bukan 0. "
                "Isi angkanya, tulis sebabnya di kolom keadaan, atau hapus barisnya."
            )
            raise Refused("missing_required", message)
        raise Refused("missing_required", _("Sel ini kosong. Isi %(column)s.") % {"column": column})


def _refuse_kinds(cell: Cell, about_dates: str) -> None:
    """What Excel shows in a cell but no column of ours can hold."""
    if cell.kind is Kind.DATE:
        raise Refused("wrong_type", about_dates)
    if cell.kind is Kind.BOOL:
        raise Refused("wrong_type", _("Sel ini berisi TRUE atau FALSE. Tulis isinya dengan angka atau teks."))
    if cell.kind is Kind.ERROR:
        message = _(
            'Sel ini menampilkan galat Excel "%(read)s". Perbaiki rumusnya atau tulis isinya langsung.'
        )
        raise refused("formula_error", message, cell.text)
    if cell.kind is Kind.UNCALCULATED:
        message = _("Rumus di sel ini belum dihitung. Buka berkas di Excel, simpan, lalu unggah lagi.")
        raise Refused("formula_without_value", message)


def _plain(cell: Cell) -> str:
    """The cell's text without stray spaces; a sign that nobody can see, and so find, is refused."""
    if sign := hidden_sign(cell.text):
        message = _("Sel ini memuat karakter tak terlihat (%(sign)s). Ketik ulang isinya.")
        raise Refused("control_character", message % {"sign": f"U+{ord(sign):04X}"})
    return tidy(cell.text)


def _number_text(cell: Cell) -> str:
    """Words, or a number as its cell shows it here: 2017 stored as "2017.0" is 2017, 2017.5 is 2017,5."""
    if cell.kind is Kind.NUMBER:
        return decimal_text(read_stored_number(cell.text)).replace(".", ",")
    return _plain(cell)


def read_text(cell: Cell, column: str, longest: int, *, is_needed: bool) -> str:
    """The words of a cell, whatever they say."""
    if is_needed:
        _require_content(cell, column)
    _refuse_kinds(
        cell, _("Sel ini berisi tanggal, bukan teks. Ubah format sel menjadi Teks, lalu tulis lagi.")
    )
    text = _number_text(cell)
    if len(text) > longest:
        message = _("Isi sel ini %(length)d karakter; paling banyak %(limit)d. Persingkat.")
        raise Refused("text_too_long", message % {"length": len(text), "limit": longest})
    return text


def read_words(cell: Cell, column: str, longest: int, *, is_needed: bool) -> str:
    """Words that others will read: nothing in them by which a person is known or called."""
    text = read_text(cell, column, longest, is_needed=is_needed)
    for found in personal.find(text)[:1]:
        raise Refused("personal_data", personal.refusal_words(found))
    return text


def _refuse_long_decimals(value: Decimal | None) -> None:
    """Six decimals are stored; a seventh would be lost without a word."""
    if value is not None and -value.as_tuple().exponent > MAX_DECIMALS:
        message = _('"%(read)s" memuat lebih dari %(limit)d angka desimal. Bulatkan dahulu.')
        raise refused("too_many_digits", message, decimal_text(value).replace(".", ","), limit=MAX_DECIMALS)
