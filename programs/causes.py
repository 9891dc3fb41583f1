"""A guess at why two sources differ, for whoever settles it: a help to look, never written as the cause."""

from decimal import Decimal

from programs.choices import Cause
from rakor.lib.text import decimal_text

SHIFTS = (10, 100, 1000)


def guess(reference, other, *, same_unit, days) -> Cause | str:
    """The likely cause why `other` differs from `reference` (both programs.comparing.Voice); "" for none."""
    if not same_unit:
        return Cause.DEFINITION
    if days:
        return Cause.DATE
    if reference.value is None or other.value is None:
        return ""
    if is_shifted(reference.value, other.value) or is_transposed(reference.value, other.value):
        return Cause.TYPING
    if other.value and other.value == 2 * reference.value:
        return Cause.DOUBLE
    if other.value < reference.value and other.level != reference.level:
        return Cause.PARTIAL
    return ""


def is_shifted(one: Decimal, other: Decimal) -> bool:
    """Zeros too many or too few, or a decimal mark in the wrong place."""
    if not one or not other:
        return False
    return any(one == other * shift or other == one * shift for shift in SHIFTS)


def is_transposed(one: Decimal, other: Decimal) -> bool:
    """Two neighbouring digits changed places: 7.812 and 7.182."""
    first, second = decimal_text(one), decimal_text(other)
    if len(first) != len(second):
        return False
    places = [place for place, sign in enumerate(first) if sign != second[place]]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    left, right = places
    return first[left] == second[right] and first[right] == second[left]
