"""How many digits a figure may have, and how they are counted."""

from decimal import Decimal

MAX_SIGNIFICANT_DIGITS = 15
MAX_DECIMALS = 6
"""A database column holds six decimals, and SQLite, which keeps a decimal as a double, 15 digits exactly."""


def significant_digits(value: Decimal) -> int:
    """How many digits carry information: 92.030 has four, 0.05 has one, 1200 has four, 0 has one.

    Zeros in front and after the last decimal do not count; zeros at the end of a whole number do, since they
    take room where the number is written out.
    """
    _sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    if exponent > 0:
        return len(text) + exponent if text else 1
    decimals = -exponent
    trailing = len(text) - len(text.rstrip("0"))
    return max(len(text) - min(trailing, decimals), 1)
