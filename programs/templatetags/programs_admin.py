"""How a previewed row is written: old and new side by side."""

from django import template
from django.utils.html import format_html

from programs.effects import Effect
from programs.importing.preview import said_text
from rakor.lib.dates import format_date
from rakor.lib.formats import format_range

register = template.Library()

VARIANTS = {Effect.NEW: "success", Effect.CHANGED: "warning", Effect.BESIDE: "info"}


@register.filter
def effect_variant(effect):
    """Which colour of label goes with an effect; the word says the same."""
    return VARIANTS.get(effect, "")


@register.simple_tag
def value_change(row):
    """ "52 → 53" where the value changes, or the state that stands for it; else the new one alone."""
    old = said_text(row.before) if row.before and row.before.is_answer else None
    new = said_text(row.said)
    return _change(None if old == new else old, new)


@register.simple_tag
def cut_off_change(row):
    """As `value_change`, for the day that the figure speaks of; empty where nobody names one."""
    old = row.before.cut_off_on if row.before else None
    new = row.said.cut_off_on
    if new is None:
        return ""
    return _change(format_date(old) if old and old != new else None, format_date(new))


@register.simple_tag
def target_change(row):
    """As `value_change`, for the row's target; empty where the row brings none."""
    if row.target_new is None:
        return ""
    return _change(format_range(*row.target_old) if row.target_old else None, format_range(*row.target_new))


def _change(old, new):
    return new if old is None else format_html("<del>{}</del> → <ins>{}</ins>", old, new)
