"""The numbers an official reads in docs/scoring.md are the numbers the functions give."""

from pathlib import Path

import pytest

from evaluations import scoring
from evaluations.scoring import achievement_of, judge, round_half_up

from .builders import D, index_method, index_readings, make_line, target, value
from .test_bands import PERMENDAGRI_86, SAKIP

PAGE = Path(__file__).parents[3] / "docs" / "scoring.md"


def table(name):
    """The cells of the table that stands below its mark, without the head."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"<!-- diuji: {name} -->\n\n")
    rows = below.partition("\n\n")[0].splitlines()[2:]
    assert rows, f"docs/scoring.md has no table {name}"
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def number(text):
    return text.replace("−", "-").replace(",", ".")


@pytest.mark.parametrize("row", table("capaian"), ids=" ".join)
def test_achievements(row):
    t, r, formula, *expected = row
    name, _, direction = formula.replace("`", "").partition(", ")
    lower_is_better = {"": None, "makin rendah makin baik": True, "makin tinggi makin baik": False}[direction]
    reached = achievement_of(
        make_line(formula=name, lower_is_better=lower_is_better),
        scoring.Reading("value", D(number(r)), target(number(t))),
    )
    shown = [str(round_half_up(part, 2)) for part in (reached.raw, reached.uncapped, reached.capped)]
    assert shown == [number(cell) for cell in expected]


@pytest.mark.parametrize("column", [1, 3, 5])
def test_ranks_of_the_eleven(column):
    rows = table("peringkat")
    assert len(rows) == 11
    result = judge(index_method(), index_readings({row[0]: number(row[column]) for row in rows}))
    assert {row[0]: int(row[column + 1]) for row in rows} == {
        found.unit: found.rank for found in result.units
    }


@pytest.mark.parametrize("row", table("predikat"), ids=" ".join)
def test_bands(row):
    scheme, score, label = row
    bands = SAKIP if scheme.startswith("SAKIP") else PERMENDAGRI_86
    result = judge(index_method(bands=bands), {"x": scoring.UnitReadings({"a": value(number(score), None)})})
    assert result.unit("x").band == label


def test_every_function_and_file_named_on_the_page_stands():
    page = PAGE.read_text(encoding="utf-8")
    room = Path(scoring.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    for name in (
        "judge",
        "achievement_of",
        "timeliness_of",
        "completeness_of",
        "accumulate",
        "choose",
        "method_problems",
    ):
        assert f"def {name}(" in source and f"`{name}" in page
    for path in room.glob("[a-z]*.py"):
        assert f"`{path.name}`" in page
