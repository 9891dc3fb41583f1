"""From one figure to one achievement (capaian, per cent): the formulas, zero targets, floor and cap.

Each formula multiplies before it divides and divides once, so equal quotients give equal digits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .context import HUNDRED, ZERO, exactly
from .errors import Problem, ReadingsRefused
from .inputs import Reading, Target
from .method import Formula, Line

ONE = Decimal(1)
TWO = Decimal(2)
WITHOUT_CAP_AT_ZERO = Decimal(200)  # inverse_ratio of R = 0 where the line has no cap


@dataclass(frozen=True, slots=True)
class Achievement:
    """Raw as the formula gives it, uncapped (floored at 0), capped (what the score uses)."""

    raw: Decimal
    uncapped: Decimal
    capped: Decimal


class NoTarget(Exception):
    """There is a figure but no target to hold it against: the line cannot be assessed."""


@exactly
def achievement_of(line: Line, reading: Reading) -> Achievement:
    """The achievement of a reported value. Raises ReadingsRefused where the formula cannot take the figure,
    and NoTarget where a target is needed and none is set."""
    if problem := reading_problem(line, reading):
        raise ReadingsRefused(Problem(problem.code, {"unit": "", **problem.values}))
    return achieve(line, reading)


def achieve(line: Line, reading: Reading) -> Achievement:
    """As `achievement_of`, for readings that have been checked, inside the scoring context."""
    raw = FORMULAS[line.formula](line, reading) + ZERO  # adding zero turns −0 into 0
    uncapped = max(raw, ZERO)
    capped = uncapped if line.cap is None else min(uncapped, line.cap)
    return Achievement(raw, uncapped, capped)


def target_of(line: Line, reading: Reading) -> Target | None:
    """The instrument's own target where it has one, else the unit's."""
    return line.target or reading.target


def _needed_target(line: Line, reading: Reading) -> Target:
    target = target_of(line, reading)
    if target is None:
        raise NoTarget
    return target


def _against_zero(value: Decimal, lower_is_better: bool) -> Decimal:
    """A target of 0 cannot be divided by: met, or better than it, is 100; worse is 0."""
    if value == 0:
        return HUNDRED
    is_better = value < 0 if lower_is_better else value > 0
    return HUNDRED if is_better else ZERO


def _higher(target: Decimal, value: Decimal) -> Decimal:
    return value * HUNDRED / target if target else _against_zero(value, lower_is_better=False)


def _lower(target: Decimal, value: Decimal) -> Decimal:
    return (TWO * target - value) * HUNDRED / target if target else _against_zero(value, lower_is_better=True)


def _ratio(line: Line, reading: Reading) -> Decimal:
    return _higher(_needed_target(line, reading).low, reading.value)


def _inverse_difference(line: Line, reading: Reading) -> Decimal:
    return _lower(_needed_target(line, reading).low, reading.value)


def _inverse_ratio(line: Line, reading: Reading) -> Decimal:
    target = _needed_target(line, reading).low
    if not target:
        return _against_zero(reading.value, lower_is_better=True)
    if not reading.value:
        return WITHOUT_CAP_AT_ZERO if line.cap is None else line.cap
    return target * HUNDRED / reading.value


def _range(line: Line, reading: Reading) -> Decimal:
    target = _needed_target(line, reading)
    if target.low <= reading.value <= target.top:
        return HUNDRED
    bound = target.low if reading.value < target.low else target.top
    return _lower(bound, reading.value) if line.lower_is_better else _higher(bound, reading.value)


def _present(line: Line, reading: Reading) -> Decimal:
    return reading.value * HUNDRED


def _value(line: Line, reading: Reading) -> Decimal:
    return (reading.value - line.scale_min) * HUNDRED / (line.scale_max - line.scale_min)


def _reports(line: Line, reading: Reading) -> Decimal:
    return reading.on_time * HUNDRED / reading.due


def _rubric(line: Line, reading: Reading) -> Decimal:
    assessors = len(reading.marks)
    above_minimum = sum(reading.marks, ZERO) - assessors * line.scale_min
    return above_minimum * HUNDRED / (assessors * (line.scale_max - line.scale_min))


FORMULAS: dict[str, Callable[[Line, Reading], Decimal]] = {
    Formula.RATIO: _ratio,
    Formula.INVERSE_DIFFERENCE: _inverse_difference,
    Formula.INVERSE_RATIO: _inverse_ratio,
    Formula.RANGE: _range,
    Formula.PRESENT: _present,
    Formula.VALUE: _value,
    Formula.TIMELINESS: _reports,
    Formula.COMPLETENESS: _reports,
    Formula.RUBRIC: _rubric,
}
TARGET_FORMULAS = frozenset({Formula.RATIO, Formula.INVERSE_DIFFERENCE, Formula.INVERSE_RATIO, Formula.RANGE})
REPORT_FORMULAS = frozenset({Formula.TIMELINESS, Formula.COMPLETENESS})


def reading_problem(line: Line, reading: Reading) -> Problem | None:
    """Why this formula cannot take this value, or None. A missing target is no problem but a state."""
    named = {"line": line.key, "formula": str(line.formula)}
    if not _has_its_number(line, reading):
        return Problem("value_missing", named)
    if line.formula in TARGET_FORMULAS:
        return _target_problem(line, reading, named)
    if line.formula == Formula.PRESENT and reading.value not in (ZERO, ONE):
        return Problem("not_yes_or_no", named | {"value": reading.value})
    if line.formula in REPORT_FORMULAS and reading.on_time > reading.due:
        return Problem("more_than_due", named | {"on_time": reading.on_time, "due": reading.due})
    return None


def _has_its_number(line: Line, reading: Reading) -> bool:
    if line.formula in REPORT_FORMULAS:
        return reading.on_time is not None and bool(reading.due)
    if line.formula == Formula.RUBRIC:
        return bool(reading.marks)
    return reading.value is not None


def _target_problem(line: Line, reading: Reading, named: dict) -> Problem | None:
    target = target_of(line, reading)
    if target is not None and target.low < 0:
        return Problem("target_negative", named | {"target": str(target)})
    if target is not None and target.is_range and line.formula != Formula.RANGE:
        return Problem("target_is_range", named | {"target": str(target)})
    if line.formula == Formula.INVERSE_RATIO and reading.value < 0:
        return Problem("value_negative", named | {"value": reading.value})
    return None
