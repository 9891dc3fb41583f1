"""Text as people type it and as machines compare it: spaces, invisible signs, canonical JSON."""

import json
import unicodedata
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

from django.utils.functional import Promise

EXCERPT = 40
"""How much of a cell a sentence repeats: enough to find it, not so much that the advice is lost."""


def tidy(text: str) -> str:
    """Text without the spaces nobody meant: runs of blanks, NBSP, tabs and line breaks are one space."""
    return " ".join(text.split())


def hidden_sign(text: str) -> str:
    """The first control or invisible character in ``text``, or "".

    Covers what makes two equal-looking texts differ or turns a line round: C0 and C1 controls, zero-width
    signs, direction marks, halves of surrogate pairs. Line breaks and tabs count as spaces, not as these.
    """
    if text.isprintable():
        return ""
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs") and not character.isspace():
            return character
    return ""


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """What was read, fit to stand inside a sentence: one line, shortened, invisible signs named as U+200B."""
    text = tidy(text[: limit * 4])
    shown = "".join(f"[U+{ord(sign):04X}]" if hidden_sign(sign) else sign for sign in text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def decimal_text(value: Decimal) -> str:
    """The one plain writing of a decimal: ``Decimal("80.00")`` and ``Decimal("8E+1")`` are both ``80``.

    SQLite gives back 80.000000 for the 80 that was saved; two writings of one number must not look like a
    change.
    """
    if not value.is_finite():
        raise ValueError(f"{value} has no decimal text")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _as_json(value):
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (UUID, Promise)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no canonical JSON")


def _refuse_floats(value):
    """A float has no single decimal text, so it may not enter what is compared byte by byte."""
    if isinstance(value, float):
        raise TypeError("float has no canonical JSON; use Decimal")
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("keys of canonical JSON are text")
        value = value.values()
    elif not isinstance(value, (list, tuple)):
        return
    for item in value:
        _refuse_floats(item)


def canonical_json(obj) -> str:
    """JSON with one possible writing per content, so digests can be compared.

    Keys are sorted, separators fixed, letters left as they are, Decimals as plain text, dates in ISO form
    and moments in UTC. Floats and keys that are not text raise TypeError.
    """
    _refuse_floats(obj)
    return json.dumps(
        obj, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_as_json
    )
