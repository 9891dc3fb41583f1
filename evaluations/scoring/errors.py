"""What can be wrong, as codes with values: screens say it in Indonesian, this package in English."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MESSAGES = {
    # a single number or field
    "not_a_decimal": "{field}: {value} is not a Decimal.",
    "not_finite": "{field}: {value} is not a finite number.",
    "number_out_of_range": "{field}: {value} has too many digits or is too large or too small.",
    "not_a_whole_number": "{field}: {value} is not a whole number, 0 or more.",
    "not_text": "{field}: {value} is not text.",
    "not_a_choice": "{field}: {value} is not one of the choices.",
    "target_reversed": "Target {low}–{high} starts above its end.",
    "state_with_number": "State {state} carries a number; only a value may.",
    "time_without_zone": "Time {value} has no time zone.",
    "period_twice": "Period {period} is given twice.",
    "period_without_value": "A {kind} over periods needs one number for each of them.",
    "source_twice": "Source {source} is given twice.",
    "two_producers": "{first} and {second} are both given as the producing agency.",
    "two_own": "{first} and {second} are both given as the unit's own report.",
    "tolerance_negative": "Tolerance {value} is below 0.",
    # the method
    "no_lines": "The instrument has no lines.",
    "line_twice": "Line {line} is listed twice.",
    "weights_not_100": "Weights total {total}, not 100.",
    "weight_negative": "Line {line}: weight {weight} is below 0.",
    "unknown_formula": "Line {line}: formula {formula} is not known.",
    "direction_missing": "Line {line}: a range must say whether lower is better.",
    "direction_contradicts": "Line {line}: formula {formula} goes against the direction of its indicator.",
    "scale_missing": "Line {line}: formula {formula} needs a scale with a minimum and a maximum.",
    "scale_empty": "Line {line}: scale {low}–{high} has no length.",
    "cap_not_positive": "Line {line}: cap {cap} must be above 0.",
    "target_not_used": "Line {line}: formula {formula} has no target.",
    "index_summed": "Line {line}: an index cannot be summed over periods.",
    "tie_order_twice": "Tie-break {order} is given to both {first} and {second}.",
    "precision_out_of_range": "Precision {precision} is not between 0 and 6.",
    "coverage_out_of_range": "Minimum coverage {coverage} is not between 0 and 100.",
    "band_gap": "No band covers {low} up to {high}.",
    "band_overlap": "Bands {first} and {second} both begin at {bound}.",
    "band_outside_scale": "Band {band} begins at {bound}, outside the scale {low}–{high}.",
    # a reading
    "unknown_line": "{unit}: line {line} is not in the instrument.",
    "value_missing": "{unit}, line {line}: formula {formula} finds no number to work on.",
    "target_negative": "{unit}, line {line}: target {target} is below 0.",
    "target_is_range": "{unit}, line {line}: target {target} is a range; formula {formula} takes one number.",
    "value_negative": "{unit}, line {line}: {value} is below 0; formula {formula} cannot judge it.",
    "not_yes_or_no": "{unit}, line {line}: {value} is neither 1 (yes) nor 0 (no).",
    "more_than_due": "{unit}, line {line}: {on_time} reports counted, but only {due} due.",
    # a stored text
    "text_unreadable": "The text cannot be read: {detail}.",
    "text_other_format": "The text has format {format}, not {expected}.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that cannot stand: a code, and the values a sentence about it needs."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def message(self) -> str:
        return MESSAGES[self.code].format(**self.values)


class ScoringError(Exception):
    """Nothing was computed; `problems` says everything that stands in the way."""

    def __init__(self, *problems: Problem):
        self.problems = problems
        super().__init__(" ".join(problem.message for problem in problems))

    @property
    def code(self) -> str:
        return self.problems[0].code

    @property
    def values(self) -> Mapping[str, object]:
        return self.problems[0].values


class InputRefused(ScoringError):
    """A number or field that no score may be made from."""


class MethodRefused(ScoringError):
    """An instrument that cannot be used."""


class ReadingsRefused(ScoringError):
    """Figures that do not fit the instrument."""


class TextRefused(ScoringError):
    """A stored text that is not a release as this package writes it."""
