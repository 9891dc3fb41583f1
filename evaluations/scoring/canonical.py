"""A release as text that never changes: the same content always gives the same bytes, and so the same digest.

JSON with sorted keys, no blanks, UTF-8 as it is, decimals as text without exponent or idle zeros, one newline
at the end. From the text alone everything can be computed again.
"""

import hashlib
import json
from collections.abc import Mapping

from .errors import Problem, TextRefused
from .from_json import method_from_json, readings_from_json
from .inputs import UnitReadings
from .judgement import judge
from .method import Method
from .results import Result
from .to_json import header_to_json, method_to_json, readings_to_json, result_to_json

FORMAT = "rakor-release-1"
PARTS = frozenset({"format", "header", "method", "readings", "result"})


def canonical_text(content: Mapping) -> str:
    """One spelling for one content."""
    compact = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return compact + "\n"


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def release_text(
    header: Mapping, method: Method, readings_by_unit: Mapping[str, UnitReadings], result: Result
) -> str:
    """The text a release is stored as. `header` says what, when, where and on which basis."""
    return canonical_text(
        {
            "format": FORMAT,
            "header": header_to_json(header),
            "method": method_to_json(method),
            "readings": readings_to_json(readings_by_unit),
            "result": result_to_json(result),
        }
    )


def recompute(text: str) -> Result:
    """Judge again from the text alone, without looking at the result it holds."""
    parts = _parts(text)
    return judge(method_from_json(parts["method"]), readings_from_json(parts["readings"]))


def reproduces(text: str) -> bool:
    """Does the text, computed again, give every score, rank and range it holds, in its canonical bytes?"""
    parts = _parts(text)
    if canonical_text(parts) != text:
        return False
    return result_to_json(recompute(text)) == parts["result"]


def _parts(text: str) -> dict:
    """The text as JSON, refusing what its writer never writes: floats, NaN, a key twice, another format."""
    try:
        parts = json.loads(
            text, parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_without_repetition
        )
    except (RecursionError, ValueError) as error:
        raise TextRefused(Problem("text_unreadable", {"detail": str(error)})) from error
    if not isinstance(parts, dict) or parts.keys() != PARTS:
        raise TextRefused(Problem("text_unreadable", {"detail": "its parts are not those of a release"}))
    if parts["format"] != FORMAT:
        raise TextRefused(Problem("text_other_format", {"format": str(parts["format"]), "expected": FORMAT}))
    return parts


def _refuse(literal: str):
    raise ValueError(f"number {literal} is not written as decimal text")


def _without_repetition(pairs):
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return content
