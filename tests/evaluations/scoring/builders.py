"""Short ways to write instruments and figures in tables of cases."""

from decimal import Decimal as D

from evaluations.scoring import Line, Method, MissingRules, Reading, State, Target, UnitReadings


def rules(not_reported="exclude", not_assessable="exclude", withheld="exclude"):
    return MissingRules(not_reported, not_assessable, withheld)


def make_line(key="a", weight="100", formula="ratio", **fields):
    for name in ("cap", "scale_min", "scale_max"):
        if isinstance(fields.get(name), str):
            fields[name] = D(fields[name])
    return Line(key, D(weight), formula, **fields)


def make_method(*lines, missing=None, **fields):
    return Method(lines or (make_line(),), missing or rules(), **fields)


def target(text):
    """ "80" or "7–8", as a sheet has it."""
    if text is None:
        return None
    return Target(*(D(part) for part in text.split("–")))


def value(number, against="100", **fields):
    return Reading(State.VALUE, D(number), target(against), **fields)


def lacks(state):
    return Reading(State(state))


def unit(**readings):
    """One unit: `unit(a=value("80"), b=lacks("not_due"))`."""
    return UnitReadings(readings)


def index_method(**fields):
    """One line that is a score from 0 to 100 already, as MCP and Ombudsman compliance are."""
    return make_method(make_line(formula="value", scale_min="0", scale_max="100"), **fields)


def index_readings(scores):
    return {name: unit(a=value(score, None)) for name, score in scores.items()}
