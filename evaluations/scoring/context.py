"""One way of computing for every score: exact decimals, never binary floats.

The settings below are part of the method: whoever repeats a release with them gets the same last digit.
"""

from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import wraps
from typing import ParamSpec, TypeVar

ZERO = Decimal(0)
HUNDRED = Decimal(100)


def _context(digits: int, rounding: str = ROUND_HALF_EVEN) -> Context:
    return Context(
        prec=digits,
        rounding=rounding,
        Emin=-999999,
        Emax=999999,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[DivisionByZero, FloatOperation, InvalidOperation, Overflow],
    )


CONTEXT = _context(50)

# A third of 60,015 is exactly 20,005, yet 50 digits hold it as 20,004999…8, which would round down. The ten
# digits between the two contexts swallow that residue, so rounding sees the number that was meant.
SETTLING = _context(40)
SUFFICING = _context(30, ROUND_CEILING)

P = ParamSpec("P")
R = TypeVar("R")


def exactly(function: Callable[P, R]) -> Callable[P, R]:
    """Run a public entry point in the scoring context, whatever the caller's own context is."""

    @wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(CONTEXT):
            return function(*args, **kwargs)

    return inside


def step(places: int) -> Decimal:
    """The smallest difference two rounded scores can have: 0,01 at two places."""
    return Decimal((0, (1,), -places))


def settle(value: Decimal) -> Decimal:
    """The value at 40 significant digits, free of the residue of earlier divisions."""
    return SETTLING.plus(value)


def round_settled(value: Decimal, unit: Decimal) -> Decimal:
    """Round half-up to a multiple of `unit`; for values that are settled already."""
    return value.quantize(unit, ROUND_HALF_UP, CONTEXT)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round as people do on paper (0,005 becomes 0,01); used for scores and for display."""
    return round_settled(settle(value), step(places))


def enough(value: Decimal) -> Decimal:
    """The value at 30 digits, rounded up, so that adding it never falls short by the last digit."""
    return SUFFICING.plus(settle(value))


def round_up(value: Decimal, places: int) -> Decimal:
    """Round away from falling short: a printed smallest gain must really suffice."""
    return settle(value).quantize(step(places), ROUND_CEILING, CONTEXT)
