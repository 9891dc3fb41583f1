"""A second, slower way to every score and rank: fractions of whole numbers, ranks by counting who is better.

It shares no arithmetic with the package, so agreement means something.
"""

from fractions import Fraction
from math import floor

from evaluations.scoring import State


def capaian(line, reading):
    """The capped achievement as a fraction."""
    cap = None if line.cap is None else Fraction(line.cap)
    found = max(_raw(line, reading, cap), Fraction(0))
    return found if cap is None else min(found, cap)


def _raw(line, reading, cap):
    figure = Fraction(reading.value)
    if line.formula == "value":
        low, high = Fraction(line.scale_min), Fraction(line.scale_max)
        return (figure - low) / (high - low) * 100
    low = Fraction(reading.target.low)
    high = low if reading.target.high is None else Fraction(reading.target.high)
    lower_is_better = line.formula.startswith("inverse")
    bound = low
    if line.formula == "range":
        if low <= figure <= high:
            return Fraction(100)
        bound = low if figure < low else high
        lower_is_better = line.lower_is_better
    if bound == 0:
        good = figure <= 0 if lower_is_better else figure >= 0
        return Fraction(100 if good else 0)
    if line.formula == "inverse_ratio":
        return bound / figure * 100 if figure else (Fraction(200) if cap is None else cap)
    if lower_is_better:
        return (1 + (1 - figure / bound)) * 100
    return figure / bound * 100


def score(method, held, weights):
    """(rounded score in units of the last place, coverage) or None where the unit is not ranked."""
    total = weight_sum = valued = due = Fraction(0)
    for line in method.lines:
        weight = weights.get(line.key)
        reading = held.readings.get(line.key)
        state = reading.state if reading else State.NOT_REPORTED
        if weight is None or state in (State.NOT_APPLICABLE, State.NOT_DUE):
            continue
        due += weight
        if state is State.VALUE:
            valued += weight
            weight_sum += weight
            total += weight * capaian(line, reading)
        elif getattr(method.missing, state.value) == "zero":
            weight_sum += weight
    if not due or not weight_sum or valued / due * 100 < Fraction(method.min_coverage):
        return None
    return floor(total / weight_sum * 10**method.precision + Fraction(1, 2))


def ranks(method, readings, weights=None):
    """Rank of each ranked unit: one more than the number of units strictly better."""
    weights = weights or {line.key: Fraction(line.weight) for line in method.lines}
    keys = {}
    for name, held in readings.items():
        rounded = score(method, held, weights)
        if rounded is not None:
            keys[name] = (rounded, _ties(method, held, weights))
    return {name: 1 + sum(_is_better(other, own) for other in keys.values()) for name, own in keys.items()}


def _ties(method, held, weights):
    listed = sorted((line for line in method.lines if line.tie_order), key=lambda line: line.tie_order)
    found = []
    for line in listed:
        if line.key in weights:
            reading = held.readings.get(line.key)
            has_value = reading is not None and reading.state is State.VALUE
            found.append(capaian(line, reading) if has_value else Fraction(-1))
    return found


def _is_better(first, second):
    if first[0] != second[0]:
        return first[0] > second[0]
    for one, other in zip(first[1], second[1], strict=True):
        if one != other:
            return one > other
    return False


def ranges(method, readings):
    """Lowest and highest rank over the release and all trials."""
    base = {line.key: Fraction(line.weight) for line in method.lines}
    seen = {name: [rank] for name, rank in ranks(method, readings).items()}
    for key in base:
        without = {other: weight for other, weight in base.items() if other != key}
        lighter = base | {key: base[key] * 3 / 4}
        heavier = base | {key: base[key] * 5 / 4}
        for weights in (without, lighter, heavier):
            if any(weights.values()):
                for name, rank in ranks(method, readings, weights).items():
                    if name in seen:
                        seen[name].append(rank)
    return {name: (min(found), max(found)) for name, found in seen.items()}
