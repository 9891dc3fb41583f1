"""A method, its readings and their result as plain JSON content, decimals as text."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from .errors import Problem, TextRefused
from .inputs import Reading, Target, UnitReadings
from .method import Line, Method, MissingRules
from .results import LineOutcome, Result, UnitOutcome


def decimal_text(value: Decimal | None) -> str | None:
    """1,50 as "1.5", 1E+2 as "100", −0 as "0": one number has one spelling."""
    if value is None:
        return None
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def header_to_json(value: object) -> object:
    """Header values as JSON: decimals and dates as text, never a binary float."""
    if isinstance(value, Mapping):
        return {_key(key): header_to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [header_to_json(item) for item in value]
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise TextRefused(Problem("not_finite", {"field": "header", "value": str(value)}))
        return decimal_text(value)
    if isinstance(value, datetime):
        return _time_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str(value)
    raise TextRefused(Problem("text_unreadable", {"detail": f"{value!r} has no place in a header"}))


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TextRefused(Problem("not_text", {"field": "header", "value": repr(key)}))
    return str(key)


def method_to_json(method: Method) -> dict:
    return {
        "bands": [
            {"includes_lower": band.includes_lower, "label": band.label, "lower": decimal_text(band.lower)}
            for band in method.bands
        ],
        "earlier_report_wins": method.earlier_report_wins,
        "lines": [_line_to_json(line) for line in method.lines],
        "min_coverage": decimal_text(method.min_coverage),
        "missing": _missing_to_json(method.missing),
        "open_difference": str(method.open_difference),
        "precision": method.precision,
    }


def _line_to_json(line: Line) -> dict:
    return {
        "accumulation": line.accumulation and str(line.accumulation),
        "cap": decimal_text(line.cap),
        "formula": str(line.formula),
        "key": line.key,
        "lower_is_better": line.lower_is_better,
        "missing": line.missing and _missing_to_json(line.missing),
        "scale_max": decimal_text(line.scale_max),
        "scale_min": decimal_text(line.scale_min),
        "target": _target_to_json(line.target),
        "tie_order": line.tie_order,
        "to_date": line.to_date,
        "weight": decimal_text(line.weight),
    }


def _missing_to_json(rules: MissingRules) -> dict:
    return {
        "not_assessable": str(rules.not_assessable),
        "not_reported": str(rules.not_reported),
        "withheld": str(rules.withheld),
    }


def _target_to_json(target: Target | None) -> dict | None:
    return target and {"high": decimal_text(target.high), "low": decimal_text(target.low)}


def readings_to_json(readings_by_unit: Mapping[str, UnitReadings]) -> dict:
    return {
        unit: {
            "completed_at": held.completed_at and _time_text(held.completed_at),
            "lines": {key: _reading_to_json(reading) for key, reading in held.readings.items()},
        }
        for unit, held in readings_by_unit.items()
    }


def _reading_to_json(reading: Reading) -> dict:
    """Only what is there: most readings are a state, a value, a target and a source."""
    held = {
        "due": reading.due,
        "is_out_of_sync": reading.is_out_of_sync or None,
        "marks": [decimal_text(mark) for mark in reading.marks] or None,
        "on_time": reading.on_time,
        "source": reading.source or None,
        "state": str(reading.state),
        "target": _target_to_json(reading.target),
        "value": decimal_text(reading.value),
    }
    return {name: value for name, value in held.items() if value is not None}


def _time_text(moment: datetime) -> str:
    if moment.utcoffset() is None:
        raise TextRefused(Problem("time_without_zone", {"value": str(moment)}))
    return moment.astimezone(UTC).isoformat()


def result_to_json(result: Result) -> dict:
    """Scores, ranks, ranges, bands, and every line's way there. Gains follow from these."""
    return {outcome.unit: _unit_to_json(outcome) for outcome in result.units}


def _unit_to_json(outcome: UnitOutcome) -> dict:
    spread = outcome.rank_range
    return {
        "band": outcome.band,
        "coverage": decimal_text(outcome.coverage),
        "lines": {line.line: _outcome_to_json(line) for line in outcome.lines},
        "rank": outcome.rank,
        "rank_range": spread and [spread.best, spread.worst],
        "rounded": decimal_text(outcome.rounded),
        "score": decimal_text(outcome.score),
        "unranked": outcome.unranked and str(outcome.unranked),
    }


def _outcome_to_json(line: LineOutcome) -> dict:
    reached = line.achievement
    return {
        "capped": reached and decimal_text(reached.capped),
        "counting": str(line.counting),
        "lacks_target": line.lacks_target,
        "points": decimal_text(line.points),
        "points_open": decimal_text(line.points_open),
        "raw": reached and decimal_text(reached.raw),
        "state": str(line.state),
        "uncapped": reached and decimal_text(reached.uncapped),
    }
