"""Icons: 1.75 px lines on a square of 24, in the colour of the text, always beside a word."""

from django import template
from django.utils.safestring import mark_safe

register = template.Library()

DRAWINGS = {
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>',
    "arrow": '<path d="M4 12h15m-6-6 6 6-6 6"/>',
    "down": '<path d="M12 4v11m-5-4 5 5 5-5M4.5 20h15"/>',
    "doc": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "late": '<path d="M12 3.5 21.5 20h-19zM12 10v4.5m0 2.7v.1"/>',
    "back": '<path d="M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v1"/>',
    "sheet": '<path d="M4 4h16v16H4zM4 9.5h16M4 15h16M10 4v16"/>',
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1m-.1 6h.1m-.1 6h.1"/>',
    "meet": (
        '<path d="M3 20v-2.5a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4V20M14.5 13.6a4 4 0 0 1 6.5 3.1V20"/>'
        '<circle cx="8" cy="7.5" r="3"/><circle cx="16.5" cy="8" r="2.5"/>'
    ),
    "home": '<path d="M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z"/>',
    "sync": '<path d="M5 9a7.5 7.5 0 0 1 13-2.5L20 9M20 4v5h-5M19 15a7.5 7.5 0 0 1-13 2.5L4 15m0 5v-5h5"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z"/>',
    "none": '<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>',
    "user": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
    "seal": '<circle cx="12" cy="9.5" r="6"/><path d="m8.5 14.5-1.5 6.5 5-2.5 5 2.5-1.5-6.5"/>',
    "bell": '<path d="M6 16.5v-6a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4"/>',
    "excl": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.5m0 3v.1"/>',
}


@register.simple_tag
def icon(name):
    """{% icon "search" %}: hidden from screen readers, for the word beside it says the same."""
    return mark_safe(  # noqa: S308  a drawing of ours, chosen by name
        f'<svg class="r-icon" viewBox="0 0 24 24" aria-hidden="true">{DRAWINGS[name]}</svg>'
    )
