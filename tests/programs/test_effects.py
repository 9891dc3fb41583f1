"""What becomes of a figure when a source says something: no database, one table."""

from copy import deepcopy
from decimal import Decimal

import pytest

from programs.effects import Effect, Figure, Said

EMPTY = ()
PRESS = {"value": Decimal(55), "source": "pers", "said": {"pers": Said(Decimal(55), "")}}
BOTH = {**PRESS, "said": {"pers": Said(Decimal(55), ""), "kemen": Said(Decimal(54), "")}}
NOBODY = {"value": Decimal(55)}
TAKEN_BACK = {"said": {"kemen": Said(Decimal(54), "")}}


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
    assert figure.receive(source, Decimal(value)) == (effect, old)


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
    before = figure.value
    assert figure.receive(source, Decimal(value))[0] == effect
    assert figure.value == before


def test_a_remark_makes_another_saying():
    figure = Figure(**deepcopy(PRESS), report_state="draf")
    assert figure.receive("pers", Decimal(55), "Nilai B")[0] == Effect.CHANGED


def test_what_came_first_stands_for_the_next():
    figure = Figure()
    said = [("pers", 55), ("kemen", 54), ("pers", 55), ("kemen", 54), ("pers", 56)]
    effects = [figure.receive(source, Decimal(value))[0] for source, value in said]
    assert effects == [Effect.NEW, Effect.BESIDE, Effect.SAME, Effect.SAME, Effect.CHANGED]
    assert figure.value == 56


def test_zero_is_a_value():
    figure = Figure()
    assert figure.receive("pers", Decimal(0)) == (Effect.NEW, None)
    assert figure.receive("kemen", Decimal(1))[0] == Effect.BESIDE
