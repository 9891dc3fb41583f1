"""Number formats of a workbook: which cells show a percentage, which a date, and which date it is."""

import re
from datetime import date, time, timedelta
from functools import lru_cache

# Numbers up to 58 are known to every spreadsheet program and not written into the file.
_BUILT_IN = {9: "0%", 10: "0.00%", 20: "h:mm", 21: "h:mm:ss", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0"}
_BUILT_IN_DATES = frozenset((*range(14, 20), 22, *range(27, 37), *range(50, 59)))

_DAY = 86_400

_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)


def built_in_format(number: int) -> str:
    """The format code behind a built-in number where it matters here: percentages and dates; else General."""
    return "yyyy-mm-dd" if number in _BUILT_IN_DATES else _BUILT_IN.get(number, "")


@lru_cache(maxsize=1024)
def is_percent_format(code: str) -> bool:
    """Whether a number is shown times a hundred with a % sign; a % inside quotes is only a word."""
    return "%" in _NOT_SHOWN.sub("", code.partition(";")[0])


@lru_cache(maxsize=1024)
def is_date_format(code: str) -> bool:
    """Whether a number in this format is shown as a date, a time or a duration."""
    first = code.partition(";")[0]
    if _ELAPSED.search(first):
        return True
    shown = _GENERAL.sub("", _NOT_SHOWN.sub("", first)).casefold()
    return any(letter in shown for letter in "dmyhs")


def serial_to_iso(stored: str, *, from_1904: bool) -> str:
    """A day's serial number as ISO text (``2024-01-15``); the stored text where it is no possible day.

    Serial 60 is the 29 February 1900 that never was, so counting starts a day later before it.
    """
    try:
        days, seconds = divmod(round(float(stored) * _DAY), _DAY)
        start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 if days >= 60 else 31)
        day = (start + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return stored
    clock = time(seconds // 3600, seconds // 60 % 60, seconds % 60).isoformat()
    if days == 0:
        return clock
    return f"{day}T{clock}" if seconds else day
