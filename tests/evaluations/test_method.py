"""An instrument in the database as the pure method, and what is wrong with it in Indonesian."""

import re
from decimal import Decimal
from string import Formatter

import pytest

from evaluations import scoring
from evaluations.method import SENTENCES, instrument_problems, method_of, sentence
from evaluations.models import Band
from evaluations.scoring.errors import MESSAGES, Problem
from tests import factories as make

# Raised only for what this house never hands over: wrong Python types, and texts it did not write itself.
PROGRAMMERS_ONLY = {
    "not_a_decimal",
    "not_a_whole_number",
    "not_text",
    "not_a_choice",
    "state_with_number",
    "time_without_zone",
    "period_twice",
    "source_twice",
    "two_producers",
    "two_own",
    "tolerance_negative",
    "text_unreadable",
    "text_not_canonical",
    "text_other_format",
}


def test_every_problem_an_official_can_cause_has_an_indonesian_sentence():
    assert MESSAGES.keys() - SENTENCES.keys() <= PROGRAMMERS_ONLY
    assert SENTENCES.keys() <= MESSAGES.keys()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_asks_for_no_value_its_problem_lacks(code):
    given = {name for _text, name, _spec, _how in Formatter().parse(MESSAGES[code]) if name}

    assert set(re.findall(r"%\((\w+)\)s", str(SENTENCES[code]))) <= given


def test_numbers_in_a_sentence_are_written_as_indonesians_write_them():
    assert sentence(Problem("weights_not_100", {"total": Decimal("97.50")})).startswith("Jumlah bobot 97,5")


@pytest.mark.django_db
def test_an_instrument_becomes_a_method():
    instrument = make.make_instrument()
    indicator = make.make_indicator(code="MCP", scale_min=0, scale_max=4)
    make.make_line(instrument, indicator, weight=100, cap=110, tie_order=1)
    Band.objects.create(instrument=instrument, label="Baik", lower=50, is_lower_inside=False)
    Band.objects.create(instrument=instrument, label="Kurang", lower=0)

    method = method_of(type(instrument).objects.get(pk=instrument.pk))

    (line,) = method.lines
    assert (line.key, line.weight, line.cap) == ("01-MCP", Decimal(100), Decimal(110))
    assert (line.scale_min, line.scale_max, line.tie_order) == (Decimal(0), Decimal(4), 1)
    assert [(band.label, band.includes_lower) for band in method.bands] == [("Kurang", True), ("Baik", False)]
    assert scoring.method_problems(method) == []


@pytest.mark.django_db
def test_bands_with_a_gap_are_said_with_the_gap():
    instrument = make.make_instrument()
    make.make_line(instrument, make.make_indicator())
    Band.objects.create(instrument=instrument, label="Baik", lower=50)
    instrument.refresh_from_db()

    assert [str(problem) for problem in instrument_problems(instrument)] == [
        "Tidak ada predikat untuk nilai 0 sampai 50."
    ]


@pytest.mark.django_db
def test_an_empty_instrument_is_not_ready():
    instrument = make.make_instrument()
    instrument.refresh_from_db()

    assert "belum mempunyai butir" in str(instrument_problems(instrument)[0])


@pytest.mark.django_db
def test_a_formula_against_its_indicators_direction_is_refused():
    instrument = make.make_instrument()
    make.make_line(instrument, make.make_indicator(polarity="turun"), formula="ratio")
    instrument.refresh_from_db()

    assert "berlawanan" in str(instrument_problems(instrument)[0])
