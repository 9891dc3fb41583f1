"""Figures as people write them, read into Decimal: strictly, never by guessing.

Two ways lead here. ``read_number`` takes what somebody typed (a form, a text cell, a CSV field),
``read_stored_number`` takes the text that a workbook keeps inside a number cell. Writing for the screen is
in ``formats.py``.
"""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from rakor.lib.digits import MAX_SIGNIFICANT_DIGITS, significant_digits
from rakor.lib.refusals import Refused, refused
from rakor.lib.text import decimal_text, tidy

LONGEST = 60
"""No figure an office writes is longer; what is, is refused before any arithmetic touches it."""

NO_VALUE_MARKS = frozenset({"-", "–", "—", "−", "n/a"})
NOT_FINITE = frozenset({"nan", "inf", "infinity", "tak hingga", "∞"})

_GROUPED = {
    mark: re.compile(rf"([1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+)(?:[{decimal}]([0-9]+))?")
    for mark, group, decimal in ((".", r"\.", ","), (",", ",", r"\."), (" ", " ", r",\."))
}
_SINGLE_MARK = re.compile(r"([0-9]*)([.,])([0-9]+)")
_LOOKS_TWOFOLD = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?e([+-]?)([0-9]+)", re.IGNORECASE)
_STORED = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
_DRESS = re.compile(
    r"(?P<before>[+−-]?)(?P<rupiah>(?:rp\.? ?)?)(?P<after>[+−-]?)"
    r"(?P<body>[0-9., ]*[0-9])(?P<dash>,--?)?(?P<percent> ?%)?",
    re.IGNORECASE,
)


class NumberReading(NamedTuple):
    """A figure, or why there is none: ``absence`` is "blank" (nothing stands there) or "mark" ("-", "n/a").

    Absent is not zero: who needs a value must look at ``value is None``, never at its truth.
    """

    value: Decimal | None
    absence: str = ""


class TargetReading(NamedTuple):
    """A target: one figure (``high`` is None), a range, or none (both None)."""

    low: Decimal | None = None
    high: Decimal | None = None


def read_number(text: str, *, comma_is_decimal: bool = False) -> NumberReading:
    """Read a typed figure: ``80``, ``87,5``, ``1.234,56``, ``1,234.56``, ``85,5%`` (→ 85.5), ``Rp 1.000``.

    One mark with three digits behind it (``1.234``) has two readings and is refused as
    ``ambiguous_number``. A form whose hint says that the comma is the decimal mark passes
    ``comma_is_decimal``, which settles ``1,234`` and nothing else. "nihil" is 0. Raises Refused with
    ``bad_number``, ``ambiguous_number``, ``not_finite`` or ``too_many_digits``.
    """
    written = tidy(text)
    if not written:
        return NumberReading(None, "blank")
    if written.casefold() in NO_VALUE_MARKS:
        return NumberReading(None, "mark")
    if written.casefold() == "nihil":
        return NumberReading(Decimal(0))
    if len(written) > LONGEST:
        raise _too_long(written)
    parts = _DRESS.fullmatch(written)
    if not parts or (parts["before"] and parts["after"]) or (parts["dash"] and not parts["rupiah"]):
        raise _not_a_number(written)
    value = _read_body(parts["body"], written, bool(parts["rupiah"]), comma_is_decimal)
    sign = parts["before"] or parts["after"]
    return NumberReading(_bounded(-value if sign in ("-", "−") else value, written))


def read_stored_number(stored: str, *, is_percent: bool = False) -> Decimal:
    """Read the text of a number cell; one shown as ``85,50%`` holds 0.855 and is read as 85.5.

    Spreadsheets count in doubles and show at most 15 significant digits: 92,03 is written into the file as
    ``92.030000000000001``. A double gives back any 15 digits, so rounding to 15 finds what was typed, and of
    a formula's result all that Excel can show. Up to 15 digits the stored text is taken as it is. A whole
    number of more than 15 digits is refused: its last ones are already lost.
    """
    written = stored.strip()
    if len(written) > LONGEST:
        raise _too_long(written)
    if not _STORED.fullmatch(written):
        raise _not_a_number(written)
    value = Decimal(written)
    if value and value.adjusted() > 307:
        raise _not_finite(written)
    if significant_digits(value) > MAX_SIGNIFICANT_DIGITS:
        value = Context(prec=MAX_SIGNIFICANT_DIGITS, rounding=ROUND_HALF_EVEN).plus(value)
    return _bounded(value.scaleb(2) if is_percent else value, written)


_BETWEEN = re.compile(r" ?[–—] ?|(?<=[0-9%]) ?- ?(?=[0-9])| s\.?/?d\.? | sampai(?: dengan)? ", re.IGNORECASE)


def read_target(text: str) -> TargetReading:
    """Read a target: ``80`` gives (80, None); ``7–8``, ``7-8`` and ``7 s.d. 8`` give (7, 8).

    Empty or "-" is no target.
    """
    written = tidy(text)
    ends = _BETWEEN.split(written) if len(written) <= 2 * LONGEST else [written]
    if len(ends) != 2 or not all(ends):
        return TargetReading(read_number(written).value)
    low, high = (read_number(end).value for end in ends)
    if low is None or high is None:
        raise _not_a_number(written)
    if low > high:
        raise refused(
            "bad_number", _('Rentang "%(read)s" terbalik. Tulis angka yang lebih kecil di depan.'), written
        )
    return TargetReading(low, high)


def _read_body(body: str, written: str, is_rupiah: bool, comma_is_decimal: bool) -> Decimal:
    if body.isdigit():
        return Decimal(body)
    single = _SINGLE_MARK.fullmatch(body)
    settled = is_rupiah or (comma_is_decimal and "," in body)
    if _LOOKS_TWOFOLD.fullmatch(body) and not settled:
        raise _ambiguous(written, body, comma_is_decimal)
    if single and not (is_rupiah and _LOOKS_TWOFOLD.fullmatch(body)):
        return Decimal(f"{single[1] or 0}.{single[3]}")
    for mark, pattern in _GROUPED.items():
        if grouped := pattern.fullmatch(body):
            return Decimal(f"{grouped[1].replace(mark, '')}.{grouped[2] or 0}")
    raise _not_a_number(written)


def _bounded(value: Decimal, written: str) -> Decimal:
    if significant_digits(value) > MAX_SIGNIFICANT_DIGITS:
        raise _too_many_digits(written)
    plain = decimal_text(value)
    return Decimal(plain)


def _ambiguous(written: str, body: str, comma_is_decimal: bool) -> Refused:
    """Two readings, and advice that will be read: ``3,431`` would only come back here."""
    whole, decimals = re.split("[.,]", body)
    if comma_is_decimal:
        advice = _('"%(read)s" dapat berarti %(decimal)s atau %(whole)s. Pakai koma untuk desimal.')
    else:
        advice = _(
            '"%(read)s" dapat berarti %(decimal)s atau %(whole)s. Tulis %(whole)s bila ribuan, '
            "%(decimal)s0 bila desimal."
        )
    return refused(
        "ambiguous_number", advice, written, decimal=f"{whole},{decimals}", whole=f"{whole}{decimals}"
    )


def _not_a_number(written: str) -> Refused:
    if written.casefold().lstrip("+-−") in NOT_FINITE:
        return _not_finite(written)
    if scientific := _SCIENTIFIC.fullmatch(written):
        if scientific[1] != "-" and len(scientific[2].lstrip("0")) >= 3:
            return _not_finite(written)
        message = _('"%(read)s" ditulis dengan pangkat sepuluh. Tulis semua angkanya, tanpa huruf E.')
    else:
        message = _('"%(read)s" bukan angka. Tulis angka saja, misalnya 87,5.')
    return refused("bad_number", message, written)


def _not_finite(written: str) -> Refused:
    message = _('"%(read)s" bukan angka yang terhingga. Tulis angka biasa atau kosongkan sel.')
    return refused("not_finite", message, written)


def _too_many_digits(written: str) -> Refused:
    message = _('"%(read)s" memuat lebih dari %(limit)d angka. Bulatkan sampai %(limit)d angka.')
    return refused("too_many_digits", message, written, limit=MAX_SIGNIFICANT_DIGITS)


def _too_long(written: str) -> Refused:
    if all(character in "0123456789.,+- eE" for character in written):
        return _too_many_digits(written)
    return _not_a_number(written[:LONGEST])
