"""How often the database is asked does not grow with the sheet: 11 rows as 514."""

import re
from itertools import groupby

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.importing import import_sheet, preview_sheet
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NUMBERS = (11, 514)


@pytest.fixture
def nation(mcp, suri):
    """514 regencies in eight provinces; Suri reaches all of them."""
    return make.make_regencies(max(NUMBERS))


def steps(act):
    """The statements of an act; SQLite cuts one insert into many, which count as the one that they are."""
    with CaptureQueriesContext(connection) as captured:
        act()
    kinds = [re.sub(r"(VALUES|SELECT) .*", "", query["sql"]) for query in captured.captured_queries]
    kinds = [kind if kind.startswith("INSERT") else f"{number} {kind}" for number, kind in enumerate(kinds)]
    return len([kind for kind, _same in groupby(kinds)])


def content(units, value="55"):
    return sheet(*(row(unit.code, value, target="80") for unit in units))


def test_a_preview(nation, suri):
    counts = {steps(lambda: preview_sheet(content(nation[:number]), "a.csv", by=suri)) for number in NUMBERS}  # noqa: B023
    assert len(counts) == 1
    assert max(counts) <= 12


def test_a_preview_full_of_problems(nation, suri):
    def bad(number):
        return sheet(*(row(unit.code.replace(".", ".9"), indicator="ENTAH") for unit in nation[:number]))

    counts = {steps(lambda: preview_sheet(bad(number), "a.csv", by=suri)) for number in NUMBERS}  # noqa: B023
    assert len(counts) == 1


@pytest.fixture
def import_steps(nation, suri):
    """Steps of a first import, a revision of it and a repetition, for as many regencies as asked."""

    def measure(number, year):
        def put(value):
            words = {"target": "80", "year": year, "source": f"Berita {year}"}
            rows = (row(unit.code, value, **words) for unit in nation[:number])
            return steps(lambda: import_sheet(sheet(*rows), f"{value}-{year}.csv", by=suri))

        return put("55"), put("56"), put("56")

    return measure


def test_an_import_a_revision_and_a_repetition(import_steps):
    few, many = import_steps(11, "2017"), import_steps(514, "2018")
    assert few == many
    first, revision, repetition = many
    assert first <= 25
    assert revision <= first
    assert repetition <= 14
