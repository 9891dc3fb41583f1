"""Can this instrument be used, and do these readings fit it? Everything wrong is said at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from .achievement import TARGET_FORMULAS, reading_problem
from .bands import band_problems
from .context import HUNDRED, ZERO, exactly
from .errors import Problem
from .inputs import LARGEST_POWER, State, UnitReadings
from .method import Accumulation, Formula, Line, Method

KNOWN_FORMULAS = frozenset(Formula)
SCALE_FORMULAS = frozenset({Formula.VALUE, Formula.RUBRIC})
LOWER_IS_BETTER_FORMULAS = frozenset({Formula.INVERSE_DIFFERENCE, Formula.INVERSE_RATIO})
MOST_PLACES = 6
SHORTEST_SCALE = Decimal(10) ** -LARGEST_POWER


@exactly
def method_problems(method: Method) -> list[Problem]:
    """What keeps an instrument from being used; an empty list means it may be."""
    problems = list(_lines_as_a_whole(method))
    for line in method.lines:
        problems.extend(_line_problems(line))
    problems.extend(_ties(method))
    if method.precision > MOST_PLACES:
        problems.append(Problem("precision_out_of_range", {"precision": method.precision}))
    if not ZERO <= method.min_coverage <= HUNDRED:
        problems.append(Problem("coverage_out_of_range", {"coverage": method.min_coverage}))
    caps = [line.cap for line in method.lines]
    highest = None if None in caps else max(caps, default=HUNDRED)
    problems.extend(band_problems(method.bands, highest))
    return problems


def _lines_as_a_whole(method: Method) -> Iterator[Problem]:
    if not method.lines:
        yield Problem("no_lines")
        return
    for key, times in Counter(line.key for line in method.lines).items():
        if times > 1:
            yield Problem("line_twice", {"line": key})
    total = sum((line.weight for line in method.lines), ZERO)
    if total != HUNDRED:
        yield Problem("weights_not_100", {"total": total})


def _line_problems(line: Line) -> Iterator[Problem]:
    named = {"line": line.key, "formula": str(line.formula)}
    if line.weight < 0:
        yield Problem("weight_negative", {"line": line.key, "weight": line.weight})
    if line.cap is not None and line.cap <= 0:
        yield Problem("cap_not_positive", {"line": line.key, "cap": line.cap})
    if line.formula not in KNOWN_FORMULAS:
        yield Problem("unknown_formula", named)
        return
    yield from _scale(line, named)
    yield from _direction(line, named)
    if line.target is not None:
        yield from _target(line, named)
    if line.formula == Formula.VALUE and line.accumulation is Accumulation.SUM:
        yield Problem("index_summed", named)


def _direction(line: Line, named: dict) -> Iterator[Problem]:
    """A range works both ways and must say which; every other formula has one direction."""
    if line.formula == Formula.RANGE:
        if line.lower_is_better is None:
            yield Problem("direction_missing", named)
    elif line.lower_is_better not in (None, line.formula in LOWER_IS_BETTER_FORMULAS):
        yield Problem("direction_contradicts", named)


def _scale(line: Line, named: dict) -> Iterator[Problem]:
    if line.formula not in SCALE_FORMULAS:
        return
    if line.scale_min is None or line.scale_max is None:
        yield Problem("scale_missing", named)
    elif line.scale_max - line.scale_min < SHORTEST_SCALE:
        yield Problem(
            "scale_empty",
            {"line": line.key, "low": line.scale_min, "high": line.scale_max},
        )


def _target(line: Line, named: dict) -> Iterator[Problem]:
    own = named | {"unit": "*", "target": str(line.target)}
    if line.formula not in TARGET_FORMULAS:
        yield Problem("target_not_used", named)
    elif line.target.low < 0:
        yield Problem("target_negative", own)
    elif line.target.is_range and line.formula != Formula.RANGE:
        yield Problem("target_is_range", own)


def _ties(method: Method) -> Iterator[Problem]:
    for first, second in zip(method.tie_lines, method.tie_lines[1:], strict=False):
        if first.tie_order == second.tie_order:
            yield Problem(
                "tie_order_twice",
                {"order": first.tie_order, "first": first.key, "second": second.key},
            )


@exactly
def reading_problems(method: Method, readings_by_unit: Mapping[str, UnitReadings]) -> list[Problem]:
    """Figures that the formulas cannot take, by unit and line; a negative target for one."""
    lines = {line.key: line for line in method.lines}
    problems = []
    for unit in sorted(readings_by_unit):
        for key, reading in sorted(readings_by_unit[unit].readings.items()):
            line = lines.get(key)
            if line is None:
                problems.append(Problem("unknown_line", {"unit": unit, "line": key}))
            elif reading.state is State.VALUE and (found := reading_problem(line, reading)):
                problems.append(Problem(found.code, {"unit": unit, **found.values}))
    return problems
