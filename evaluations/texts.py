"""The canonical text of a release, and the score rows that are an index of it."""

import json
from decimal import Decimal

from evaluations import scoring
from evaluations.choices import ScoreState
from evaluations.method import line_key
from evaluations.models import Score
from evaluations.scoring.to_json import header_to_json
from regions.models import Unit

RECORDED_FORMAT = "rakor-recorded-1"
UNRANKED_STATES = {"low_coverage": ScoreState.LOW_COVERAGE}


def round_header(round_, facts):
    """What the figures of a round are about, so that the text explains itself without this database."""
    instrument, program = round_.instrument, round_.instrument.program
    return {
        "as_of": round_.as_of,
        "basis": {"number": round_.basis_number, "on": round_.basis_on},
        "category": instrument.category,
        "instrument": {
            "basis": instrument.basis,
            "edition": instrument.edition,
            "lines": {
                line_key(line): {
                    "indicator": line.indicator.code if line.indicator else "",
                    "name": line.name,
                }
                for line in instrument.lines.select_related("indicator")
            },
            "name": instrument.name,
            "year": instrument.year,
        },
        "kind": round_.kind,
        "origins": facts.origins,
        "period": {"code": round_.period.code, "year": round_.period.year},
        "program": {"code": program.code, "name": program.name},
        "region": {"code": round_.region.code, "name": round_.region.name},
        "units": facts.names,
    }


def recorded_text(header, rows):
    """The text of a release that was decided elsewhere: who stood where, as its source says."""
    content = {
        "format": RECORDED_FORMAT,
        "header": header_to_json(header),
        "result": {code: {"rank": rank, "score": scoring.decimal_text(score)} for code, rank, score in rows},
    }
    return scoring.canonical_text(content)


def score_rows(text, *, round_=None, release=None):
    """Unsaved Score rows that a canonical text gives, for a round or a release."""
    parts = json.loads(text)
    units = dict(Unit.objects.filter(code__in=parts["result"]).values_list("code", "pk"))
    make = _recorded_row if parts["format"] == RECORDED_FORMAT else _computed_row
    rows = []
    for code in sorted(parts["result"]):
        row = make(parts, code)
        row.unit_id, row.round, row.release = units[code], round_, release
        rows.append(row)
    return rows


def _recorded_row(parts, code):
    held = parts["result"][code]
    announced = held["rank"] is not None
    return Score(
        state=ScoreState.RANKED if announced else ScoreState.UNANNOUNCED,
        rank=held["rank"],
        score=_decimal(held["score"]),
    )


def _computed_row(parts, code):
    held = parts["result"][code]
    spread = held["rank_range"] or [None, None]
    ranked = held["rank"] is not None
    return Score(
        state=ScoreState.RANKED if ranked else UNRANKED_STATES.get(held["unranked"], ScoreState.UNSCORED),
        score=_decimal(held["rounded"]),
        rank=held["rank"],
        rank_low=spread[0],
        rank_high=spread[1],
        band=held["band"] or "",
        coverage=_percent(held["coverage"]),
        lines=scoring.canonical_text(_lines(parts, code)),
    )


def _lines(parts, code):
    """One unit's lines with everything a reader needs: what was read, what came of it, where it came from."""
    header = parts["header"]
    methods = {line["key"]: line for line in parts["method"]["lines"]}
    read = parts["readings"][code]["lines"]
    origins = header["origins"].get(code, {})
    lines = []
    for key, outcome in parts["result"][code]["lines"].items():
        method, reading = methods[key], read.get(key, {})
        target = method["target"] or reading.get("target") or {}
        lines.append(
            {
                "key": key,
                "name": header["instrument"]["lines"][key]["name"],
                "indicator": header["instrument"]["lines"][key]["indicator"],
                "formula": method["formula"],
                "weight": method["weight"],
                "cap": method["cap"],
                "target_low": target.get("low"),
                "target_high": target.get("high"),
                "value": reading.get("value"),
                "on_time": reading.get("on_time"),
                "due": reading.get("due"),
                "source": reading.get("source", ""),
                "is_out_of_sync": bool(reading.get("is_out_of_sync")),
                "origins": origins.get(key, []),
                **outcome,
            }
        )
    return lines


def _decimal(text):
    return None if text is None else Decimal(text)


def _percent(text):
    """Coverage to the six decimals the column keeps; the canonical text keeps them all."""
    return None if text is None else scoring.round_half_up(Decimal(text), 6)
