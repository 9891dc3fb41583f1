"""How a score is made: pure functions, standard library only, explained in docs/scoring.md.

    judge(method, readings_by_unit) -> Result            every score, rank, band, range and gain of a round
    method_problems(method) -> [Problem, ...]            why an instrument cannot be used
    release_text, digest, recompute, reproduces          a release as text, and the proof that it holds

What comes before: `accumulate` (periods of a year), `timeliness_of` and
`completeness_of` (reports in time, reports complete), `choose` (sources that
differ); each gives the reading of one line. Everything is immutable, nothing reads a clock or a database.
"""

from .accumulation import PeriodFigure, accumulate
from .achievement import Achievement, NoTarget, achievement_of
from .bands import band_of
from .canonical import canonical_text, digest, recompute, release_text, reproduces
from .checks import method_problems, reading_problems
from .context import round_half_up, round_up
from .errors import InputRefused, MethodRefused, Problem, ReadingsRefused, ScoringError, TextRefused
from .from_json import method_from_json, readings_from_json
from .inputs import Reading, State, Target, UnitReadings
from .judgement import judge
from .method import Accumulation, Band, Formula, Line, Method, MissingRule, MissingRules, OpenDifference
from .ranking import competition_ranks
from .results import (
    Counting,
    Gain,
    GainKind,
    LineOutcome,
    NextPlace,
    RankRange,
    Result,
    UnitOutcome,
    Unranked,
)
from .sources import Basis, Choice, SourceValue, choose
from .timeliness import Delivery, Submission, completeness_of, timeliness_of
from .to_json import decimal_text, header_to_json, method_to_json, readings_to_json, result_to_json

__all__ = [
    "Accumulation",
    "Achievement",
    "Band",
    "Basis",
    "Choice",
    "Counting",
    "Delivery",
    "Formula",
    "Gain",
    "GainKind",
    "InputRefused",
    "Line",
    "LineOutcome",
    "Method",
    "MethodRefused",
    "MissingRule",
    "MissingRules",
    "NextPlace",
    "NoTarget",
    "OpenDifference",
    "PeriodFigure",
    "Problem",
    "RankRange",
    "Reading",
    "ReadingsRefused",
    "Result",
    "ScoringError",
    "SourceValue",
    "State",
    "Submission",
    "Target",
    "TextRefused",
    "UnitOutcome",
    "UnitReadings",
    "Unranked",
    "accumulate",
    "achievement_of",
    "band_of",
    "canonical_text",
    "choose",
    "competition_ranks",
    "completeness_of",
    "decimal_text",
    "digest",
    "header_to_json",
    "judge",
    "method_from_json",
    "method_problems",
    "method_to_json",
    "reading_problems",
    "readings_from_json",
    "readings_to_json",
    "recompute",
    "release_text",
    "reproduces",
    "result_to_json",
    "round_half_up",
    "round_up",
    "timeliness_of",
]
