"""Dates as Indonesian offices write them: ``1 Agustus 2024``, ``7/11/2022`` with the day first."""

import re
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rakor.lib.refusals import Refused, refused
from rakor.lib.text import tidy

NBSP = "\N{NO-BREAK SPACE}"

MONTHS = (
    gettext_noop("Januari"), gettext_noop("Februari"), gettext_noop("Maret"), gettext_noop("April"),
    gettext_noop("Mei"), gettext_noop("Juni"), gettext_noop("Juli"), gettext_noop("Agustus"),
    gettext_noop("September"), gettext_noop("Oktober"), gettext_noop("November"), gettext_noop("Desember"),
)  # fmt: skip
WEEKDAYS = (
    gettext_noop("Senin"), gettext_noop("Selasa"), gettext_noop("Rabu"), gettext_noop("Kamis"),
    gettext_noop("Jumat"), gettext_noop("Sabtu"), gettext_noop("Minggu"),
)  # fmt: skip
ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}

Precision = Literal["day", "month", "year"]

# Short forms and the spelling before 1972 that older letters keep.
_MONTH_WORDS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "mrt": 3, "apr": 4, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11,
    "nopember": 11, "des": 12,
}  # fmt: skip
_WEEKDAY_WORDS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4,
    "jum’at": 4,
    "ahad": 6,
}

_IN_WORDS = re.compile(r"(?:([a-z'’]+)(?:,| ,)? )?([0-9]{1,2})[ -]([a-z]+)\.?[ -]([0-9]{4})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})")


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, short form or old spelling (Ags, Nopember); None for any other word."""
    return _MONTH_WORDS.get(word.casefold().rstrip("."))


def month_name(number: int) -> str:
    """Januari to Desember, for 1 to 12."""
    return _(MONTHS[number - 1])


def weekday_name(value: date) -> str:
    """Senin to Minggu."""
    return _(WEEKDAYS[value.weekday()])


def read_date(written: str | date) -> date:
    """Read a date; in figures the day comes first. A printed weekday must be that day's weekday.

    Raises Refused: ``bad_date`` for what is no date or cannot exist, ``ambiguous_date`` for a year of two
    digits.
    """
    if isinstance(written, datetime):
        return written.date()
    if isinstance(written, date):
        return written
    text = tidy(written)
    if words := _IN_WORDS.fullmatch(text):
        month = month_number(words[3])
        if month is None:
            message = _(
                'Bulan pada "%(read)s" tidak dikenal. Tulis nama bulan Indonesia, misalnya 1 Agustus 2024.'
            )
            raise refused("bad_date", message, text)
        found = _existing(int(words[4]), month, int(words[2]), text)
        return _on_its_weekday(found, words[1], text) if words[1] else found
    if figures := _DAY_FIRST.fullmatch(text):
        return _existing(int(figures[4]), int(figures[3]), int(figures[1]), text)
    if iso := _ISO.fullmatch(text):
        return _existing(int(iso[1]), int(iso[2]), int(iso[3]), text)
    if _SHORT_YEAR.fullmatch(text):
        message = _('Tahun pada "%(read)s" hanya dua angka. Tulis empat angka, misalnya 7/11/2022.')
        raise refused("ambiguous_date", message, text)
    raise _no_date(text)


def format_date(value: date, precision: Precision = "day", *, weekday: bool = False) -> str:
    """``7 November 2022``, or ``November 2022`` or ``2022`` where no more is known.

    Day and month never part at a line's end.
    """
    if precision == "year":
        return f"{value.year}"
    month = f"{month_name(value.month)} {value.year}"
    if precision == "month":
        return month
    text = f"{value.day}{NBSP}{month}"
    return f"{weekday_name(value)}, {text}" if weekday else text


def format_date_range(
    start: date, end: date | None = None, precision: Precision = "day", *, weekday: bool = False
) -> str:
    """``20–21 Agustus 2024``, ``30 Agustus–1 September 2024``; what both ends share is written once."""
    first, last = (format_date(day, precision) for day in (start, end or start))
    if first == last:
        return format_date(start, precision, weekday=weekday)
    if start.year == end.year and precision != "year":
        first = first.removesuffix(f" {start.year}")
        if start.month == end.month:
            first = f"{start.day}"
    days = f"{weekday_name(start)}–{weekday_name(end)}, " if weekday and precision == "day" else ""
    return f"{days}{first}–{last}"


def format_time(value: time | datetime, zone: str) -> str:
    """``pukul 09.00 WIB``. ``zone`` names where the clock hangs; a moment with a zone is converted."""
    if isinstance(value, datetime) and value.tzinfo:
        value = value.astimezone(ZoneInfo(zone))
    clock = _("pukul %(time)s %(zone)s") % {"time": f"{value:%H.%M}", "zone": ZONES[zone]}
    return clock.replace(" ", NBSP)


def _existing(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        message = _(
            'Tanggal "%(read)s" tidak ada di kalender. Tulis hari, bulan, tahun, misalnya 7 November 2022.'
        )
        raise refused("bad_date", message, text) from None


def _on_its_weekday(value: date, word: str, text: str) -> date:
    number = _WEEKDAY_WORDS.get(word.casefold())
    if number is None:
        raise _no_date(text)
    if number != value.weekday():
        message = _('"%(read)s": tanggal itu jatuh pada hari %(weekday)s. Perbaiki hari atau tanggalnya.')
        raise refused("bad_date", message, text, weekday=weekday_name(value))
    return value


def _no_date(text: str) -> Refused:
    message = _('"%(read)s" bukan tanggal. Tulis misalnya 7 November 2022 atau 7/11/2022.')
    return refused("bad_date", message, text)
