"""Text written into CSV so that a spreadsheet program shows it and never runs it."""

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a CSV for the local code page."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_QUOTE = "'"


def quoted(text: str) -> str:
    """A text cell for CSV: a leading quote before what would start a formula, one more before a quote.

    For text only: a negative number is not text, and .xlsx keeps text and formulas apart by itself.
    """
    return _QUOTE + text if text.startswith((*_STARTS_A_FORMULA, _QUOTE)) else text


def unquoted(text: str) -> str:
    """What ``quoted`` was given: exactly one leading quote is taken away."""
    return text.removeprefix(_QUOTE)


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[str]] = (), *, delimiter: str = ";") -> str:
    """A CSV of text cells, made safe, as Excel with Indonesian settings expects it: mark, ``;``, CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for record in (columns, *rows):
        writer.writerow([quoted(text) for text in record])
    return BYTE_ORDER_MARK + out.getvalue()
