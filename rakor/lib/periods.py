"""Reporting periods (periode): one code per way of cutting up a year, read from every usual spelling.

``TAHUNAN``; ``SM1–2`` semester; ``TW1–4`` triwulan; ``B04 B08 B12`` caturwulan of the conflict reports,
named after their closing month; ``BLN01–12`` months.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from rakor.lib.dates import month_name, month_number
from rakor.lib.formats import roman
from rakor.lib.refusals import refused
from rakor.lib.text import tidy

EARLIEST_YEAR = 1945
LATEST_YEAR = 2100
"""The Republic begins in 1945, and no plan in use reaches past 2100.

The fence is for slips (20224, an Excel date such as 45658), not for judging what an indicator may cover.
"""


class Span(NamedTuple):
    """Where a period lies in its year: first month, number of months, and its kind."""

    first_month: int
    months: int
    kind: str


_SPANS = {
    "TAHUNAN": Span(1, 12, "tahunan"),
    **{f"SM{n}": Span(6 * n - 5, 6, "semester") for n in (1, 2)},
    **{f"TW{n}": Span(3 * n - 2, 3, "triwulan") for n in (1, 2, 3, 4)},
    **{f"B{n:02}": Span(n - 3, 4, "caturwulan") for n in (4, 8, 12)},
    **{f"BLN{n:02}": Span(n, 1, "bulanan") for n in range(1, 13)},
}
CODES = tuple(_SPANS)
MONTHS = {span.kind: span.months for span in _SPANS.values()}
"""How many months a period of each kind covers."""


class PeriodReading(NamedTuple):
    """The canonical code, and a sentence where the reading is not the plain one ("B-02")."""

    code: str
    note: str = ""


_ORDINALS = {
    **{roman(n): n for n in (1, 2, 3, 4)},
    **{str(n): n for n in (1, 2, 3, 4)},
    "SATU": 1, "KESATU": 1, "PERTAMA": 1, "DUA": 2, "KEDUA": 2,
    "TIGA": 3, "KETIGA": 3, "EMPAT": 4, "KEEMPAT": 4,
}  # fmt: skip
_PART = re.compile(
    r"(?P<kind>SEMESTER|SEM|SMT|SM|TRIWULAN|TW|CATURWULAN|CATUR WULAN|CAWU|CW) ?"
    r"(?:KE ?)?(?P<ordinal>[1-4]|[A-Z]+)"
)
_MONTH = re.compile(r"(?:BLN|BULAN) ?0?([0-9]{1,2})")
_CLOSING_MONTH = re.compile(r"B ?0?([0-9]{1,2})")


def read_period(written: str) -> PeriodReading:
    """Read a period without its year: "B.04", "TW I", "Semester 2", "Tahunan", "Januari".

    B04, B08 and B12 are caturwulan; no source knows another cycle behind "B", so any other Bnn is read as the
    month it names and the reading says so. Raises Refused ``bad_period``.
    """
    text = " ".join(re.split(r"[\s./_-]+", tidy(written).upper())).strip()
    if len(text) > 30:
        raise _unknown(written)
    if text in ("TAHUNAN", "TAHUN", "SETAHUN"):
        return PeriodReading("TAHUNAN")
    if closing := _CLOSING_MONTH.fullmatch(text):
        return _by_closing_month(int(closing[1]), written)
    if month := _MONTH.fullmatch(text):
        return PeriodReading(_known(f"BLN{int(month[1]):02}", written))
    if number := month_number(text.removeprefix("BULAN ")):
        return PeriodReading(f"BLN{number:02}")
    if part := _PART.fullmatch(text):
        ordinal = _ORDINALS.get(part["ordinal"], 0)
        code = {"S": f"SM{ordinal}", "T": f"TW{ordinal}", "C": f"B{4 * ordinal:02}"}[part["kind"][0]]
        return PeriodReading(_known(code, written))
    raise _unknown(written)


def read_year(written: str) -> int:
    """Read a year of four digits. Raises Refused ``bad_year`` or ``year_out_of_range``."""
    text = tidy(written)
    if not (text.isascii() and text.isdigit()) or len(text) > 15:
        raise refused("bad_year", _('"%(read)s" bukan tahun. Tulis empat angka, misalnya 2024.'), written)
    year = int(text)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        message = _('Tahun "%(read)s" di luar %(first)d–%(last)d. Tulis tahun data, misalnya 2024.')
        raise refused("year_out_of_range", message, written, first=EARLIEST_YEAR, last=LATEST_YEAR)
    return year


def bounds(year: int, code: str) -> tuple[date, date]:
    """First and last day of a period, both inside it."""
    span = _SPANS[code]
    after = span.first_month + span.months
    end = date(year, after, 1) if after <= 12 else date(year + 1, 1, 1)
    return date(year, span.first_month, 1), end - timedelta(days=1)


def kind(code: str) -> str:
    """tahunan, semester, triwulan, caturwulan or bulanan: only periods of one kind follow each other."""
    return _SPANS[code].kind


def sort_key(year: int, code: str) -> tuple[date, int]:
    """Orders periods as they close; on one day the shorter is first (Desember, then Tahun)."""
    return bounds(year, code)[1], _SPANS[code].months


def label(year: int, code: str) -> str:
    """How a period is printed: "B04 (Januari–April) 2022", "Triwulan I 2024", "Tahun 2018", "Maret 2024"."""
    span = _SPANS[code]
    if span.kind == "tahunan":
        return _("Tahun %(year)d") % {"year": year}
    if span.kind == "bulanan":
        return f"{month_name(span.first_month)} {year}"
    if span.kind == "caturwulan":
        last = span.first_month + span.months - 1
        return f"{code} ({month_name(span.first_month)}–{month_name(last)}) {year}"
    pattern = _("Semester %(part)s %(year)d") if span.kind == "semester" else _("Triwulan %(part)s %(year)d")
    return pattern % {"part": roman(int(code[-1])), "year": year}


def _by_closing_month(month: int, written: str) -> PeriodReading:
    if f"B{month:02}" in _SPANS:
        return PeriodReading(f"B{month:02}")
    code = _known(f"BLN{month:02}", written)
    note = _('"%(read)s" dibaca %(month)s (%(code)s): selain B04, B08, dan B12, huruf B diikuti nomor bulan.')
    return PeriodReading(code, note % {"read": tidy(written), "month": month_name(month), "code": code})


def _known(code: str, written: str) -> str:
    if code not in _SPANS:
        raise _unknown(written)
    return code


def _unknown(written: str):
    message = _(
        '"%(read)s" bukan periode. Tulis TAHUNAN, SM1–SM2, TW1–TW4, B04, B08, B12, BLN01–BLN12, atau '
        "nama bulan."
    )
    return refused("bad_period", message, written)


def codes_alike(code: str) -> tuple[str, ...]:
    """The codes that cut a year up in the same way: a caturwulan is compared with caturwulan only."""
    return tuple(other for other, span in _SPANS.items() if span.kind == _SPANS[code].kind)
