"""What becomes of a figure when a source says something: no database, one table."""

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest

from programs.effects import Effect, Figure, Said
from programs.models import Indicator

EMPTY = ()
PRESS = {"stands": Said(Decimal(55)), "source": "pers", "said": {"pers": Said(Decimal(55))}}
BOTH = {**PRESS, "said": {"pers": Said(Decimal(55)), "kemen": Said(Decimal(54))}}
NOBODY = {"stands": Said(Decimal(55))}
TAKEN_BACK = {"said": {"kemen": Said(Decimal(54))}}


@pytest.mark.parametrize("state", ["", "draf", "dikirim", "dikembalikan"])
@pytest.mark.parametrize(
    "stands, source, value, effect, old",
    [
        (EMPTY, "pers", 55, Effect.NEW, None),
        (PRESS, "pers", 55, Effect.SAME, 55),
        (PRESS, "pers", 56, Effect.CHANGED, 55),
        (PRESS, "kemen", 55, Effect.BESIDE, None),
        (BOTH, "kemen", 54, Effect.SAME, 54),
        (BOTH, "kemen", 53, Effect.BESIDE, 54),
        (BOTH, "pers", 54, Effect.CHANGED, 55),
        (NOBODY, "pers", 55, Effect.BESIDE, None),
        (TAKEN_BACK, "kemen", 54, Effect.NEW, None),
    ],
)
def test_while_the_report_is_not_accepted(state, stands, source, value, effect, old):
    figure = Figure(state, **deepcopy(dict(stands)))
    found, before = figure.receive(source, Said(Decimal(value)))
    assert (found, before and before.value) == (effect, old)


@pytest.mark.parametrize(
    "stands, source, value, effect",
    [
        (EMPTY, "pers", 55, Effect.LOCKED),
        (PRESS, "pers", 55, Effect.SAME),
        (PRESS, "pers", 56, Effect.LOCKED),
        (PRESS, "kemen", 54, Effect.BESIDE),
        (BOTH, "kemen", 53, Effect.BESIDE),
    ],
)
def test_once_it_is_accepted(stands, source, value, effect):
    figure = Figure("diterima", **deepcopy(dict(stands)))
    before = figure.stands
    assert figure.receive(source, Said(Decimal(value)))[0] == effect
    assert figure.stands == before


def test_a_remark_makes_another_saying():
    figure = Figure(**deepcopy(PRESS), report_state="draf")
    assert figure.receive("pers", Said(Decimal(55), "Nilai B"))[0] == Effect.CHANGED


def test_what_came_first_stands_for_the_next():
    figure = Figure()
    said = [("pers", 55), ("kemen", 54), ("pers", 55), ("kemen", 54), ("pers", 56)]
    effects = [figure.receive(source, Said(Decimal(value)))[0] for source, value in said]
    assert effects == [Effect.NEW, Effect.BESIDE, Effect.SAME, Effect.SAME, Effect.CHANGED]
    assert figure.stands.value == 56


def test_zero_is_a_value():
    figure = Figure()
    assert figure.receive("pers", Said(Decimal(0))) == (Effect.NEW, None)
    assert figure.receive("kemen", Said(Decimal(1)))[0] == Effect.BESIDE


JANUARY, FEBRUARY = date(2024, 1, 31), date(2024, 2, 29)
UNKNOWN, NOT_DUE = Said(state="not_reported"), Said(state="not_due")
NOT_APPLICABLE, WITHHELD = Said(state="not_applicable"), Said(state="withheld")


def received(*said, state=""):
    """What becomes of each in turn, and the figure in the end."""
    figure = Figure(state)
    return [figure.receive(source, words)[0] for source, words in said], figure


def test_another_day_makes_another_saying():
    effects, figure = received(("pkh", Said(Decimal(5), cut_off_on=JANUARY)))
    assert figure.receive("pkh", Said(Decimal(5), cut_off_on=FEBRUARY)) == (
        Effect.CHANGED,
        Said(Decimal(5), cut_off_on=JANUARY),
    )
    assert figure.stands.cut_off_on == FEBRUARY


def test_where_no_day_is_named_the_one_named_before_holds():
    dated, bare = Said(Decimal(5), cut_off_on=JANUARY), Said(Decimal(5))
    assert received(("pkh", dated), ("pkh", bare))[0] == [Effect.NEW, Effect.SAME]
    assert received(("pkh", bare), ("pkh", dated))[0] == [Effect.NEW, Effect.CHANGED]
    assert received(("pkh", dated), ("kab", bare), ("kab", dated))[0] == [
        Effect.NEW,
        Effect.BESIDE,
        Effect.BESIDE,
    ]


def test_another_unit_never_becomes_the_figure():
    people = Said(Decimal(33), other_unit="orang")
    assert received(("kab", people))[0] == [Effect.OTHER_UNIT]
    effects, figure = received(("pkh", Said(Decimal(5))), ("kab", people), ("kab", people), ("pkh", people))
    assert effects == [Effect.NEW, Effect.BESIDE, Effect.SAME, Effect.OTHER_UNIT]
    assert figure.stands == Said(Decimal(5))


@pytest.mark.parametrize(
    ("written", "own", "key"),
    [
        ("Jiwa", "orang", ""),
        ("", "KPM", ""),
        ("KPM", "KPM", ""),
        ("jiwa", "KPM", "orang"),
        ("KK", "KPM", "kk"),
    ],
)
def test_a_unit_is_another_one_only_where_it_means_something_else(written, own, key):
    indicator = Indicator(measure_unit=own)
    assert Said.about(indicator, value=Decimal(5), measure_unit=written).other_unit == key


def test_why_there_is_no_figure_stands_like_a_figure():
    effects, figure = received(("kab", NOT_APPLICABLE), ("kab", NOT_APPLICABLE), ("pkh", Said(Decimal(5))))
    assert effects == [Effect.NEW, Effect.SAME, Effect.BESIDE]
    assert figure.receive("kab", WITHHELD) == (Effect.CHANGED, NOT_APPLICABLE)
    assert received(("kab", NOT_APPLICABLE), state="diterima")[0] == [Effect.LOCKED]


def test_what_is_not_known_yet_gives_way_to_any_answer():
    effects, figure = received(("kab", UNKNOWN), ("pkh", Said(Decimal(5))), ("kab", UNKNOWN))
    assert effects == [Effect.NEW, Effect.NEW, Effect.SAME]
    assert figure.source == "pkh"


def test_two_who_know_nothing_do_not_take_turns():
    said = [("kab", UNKNOWN), ("pkh", NOT_DUE)] * 2
    assert received(*said)[0] == [Effect.NEW, Effect.BESIDE, Effect.SAME, Effect.SAME]


def test_a_source_may_take_its_own_value_away():
    effects, figure = received(("kab", Said(Decimal(5))), ("kab", UNKNOWN), ("kab", UNKNOWN))
    assert effects == [Effect.NEW, Effect.CHANGED, Effect.SAME]
    assert not figure.is_answered
