"""How a previewed row is written: old and new side by side."""

from django import template
from django.utils.html import format_html

from programs.effects import Effect
from rakor.lib.formats import format_number, format_range

register = template.Library()

VARIANTS = {Effect.NEW: "success", Effect.CHANGED: "warning", Effect.BESIDE: "info"}


@register.filter
def effect_variant(effect):
    """Which colour of label goes with an effect; the word says the same."""
    return VARIANTS.get(effect, "")


@register.simple_tag
def value_change(row):
    """ "52 → 53" where the value changes, else the value alone."""
    old = None if row.old is None or row.old == row.new else format_number(row.old)
    return _change(old, format_number(row.new))


@register.simple_tag
def target_change(row):
    """As `value_change`, for the row's target; empty where the row brings none."""
    if row.target_new is None:
        return ""
    return _change(format_range(*row.target_old) if row.target_old else None, format_range(*row.target_new))


def _change(old, new):
    return new if old is None else format_html("<del>{}</del> → <ins>{}</ins>", old, new)
