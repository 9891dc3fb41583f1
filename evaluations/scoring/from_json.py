"""A method and readings back from the JSON content they were stored as."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from .errors import Problem, ScoringError, TextRefused
from .inputs import Reading, Target, UnitReadings
from .method import Band, Line, Method, MissingRules
from .to_json import decimal_text

T = TypeVar("T")


def method_from_json(content: Mapping) -> Method:
    """The method back from its JSON. Raises TextRefused where it is not one."""
    return _reading_safely(_method, content)


def readings_from_json(content: Mapping) -> dict[str, UnitReadings]:
    """The readings back from their JSON. Raises TextRefused where they are not."""
    return _reading_safely(_readings, content)


def _reading_safely(read: Callable[[Mapping], T], content: Mapping) -> T:
    try:
        return read(content)
    except ScoringError:
        raise
    except (AttributeError, ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise TextRefused(Problem("text_unreadable", {"detail": repr(error)})) from error


def _number(value: str | None) -> Decimal | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not decimal text")
    read = Decimal(value)
    if decimal_text(read) != value:
        raise ValueError(f"{value!r} is not the canonical spelling of a number")
    return read


def _method(content: Mapping) -> Method:
    fields = dict(content)
    return Method(
        lines=tuple(_line(line) for line in fields.pop("lines")),
        missing=MissingRules(**fields.pop("missing")),
        min_coverage=_number(fields.pop("min_coverage")),
        bands=tuple(Band(**band | {"lower": _number(band["lower"])}) for band in fields.pop("bands")),
        **fields,
    )


def _line(content: Mapping) -> Line:
    fields = dict(content)
    for name in ("cap", "scale_max", "scale_min", "weight"):
        fields[name] = _number(fields[name])
    fields["missing"] = fields["missing"] and MissingRules(**fields["missing"])
    fields["target"] = _target(fields["target"])
    return Line(**fields)


def _target(content: Mapping | None) -> Target | None:
    return content and Target(_number(content["low"]), _number(content["high"]))


def _readings(content: Mapping) -> dict[str, UnitReadings]:
    return {
        unit: UnitReadings(
            {key: _reading(reading) for key, reading in held["lines"].items()},
            held["completed_at"] and datetime.fromisoformat(held["completed_at"]),
        )
        for unit, held in content.items()
    }


def _reading(content: Mapping) -> Reading:
    fields = dict(content)
    fields["value"] = _number(fields.get("value"))
    fields["target"] = _target(fields.get("target"))
    fields["marks"] = tuple(_number(mark) for mark in fields.get("marks", ()))
    return Reading(**fields)
