"""Dates, numbers and ranks the Indonesian way, for the few that a view has not formatted already.

Long tables get their text from the view: a filter on every cell of 514 rows costs more than all the rest.
"""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from rakor.lib import dates, formats

register = template.Library()

HYPHENATED = re.compile(r"\bse-\w+")


@register.filter(expects_localtime=True)
def tanggal(value):
    """7 November 2022, never parted between day and month; a moment's day is that of the office."""
    return dates.format_date(value) if value else ""


@register.filter(expects_localtime=True)
def hari_tanggal(value):
    """Senin, 7 November 2022."""
    return dates.format_date(value, weekday=True) if value else ""


@register.filter
def angka(value, places=None):
    """1.234,56: as many decimals as the figure has, or `places`."""
    return "" if value is None else formats.format_number(value, places)


@register.filter
def romawi(number):
    """I, II, III: recorded ranks and certificates."""
    return formats.roman(number) if number else ""


@register.filter
def utuh(text):
    """Keeps "se-Provinsi" in one piece at the end of a line."""
    kept = HYPHENATED.sub(r'<span class="r-nowrap">\g<0></span>', conditional_escape(text))
    return mark_safe(kept)  # noqa: S308  escaped above
