"""Text as it is tidied, quoted and compared."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.text import canonical_json, decimal_text, excerpt, hidden_sign, tidy


def test_tidy():
    assert tidy(" Tanjab\N{NO-BREAK SPACE}\n\t Barat ") == "Tanjab Barat"


@pytest.mark.parametrize("sign", ["\x07", "\u200b", "\u202e", "\ufeff", "\x00", "\u00ad", "\ud800"])
def test_hidden_signs_are_found(sign):
    assert hidden_sign(f"ab{sign}c") == sign


@pytest.mark.parametrize(
    "text", ["", "Kerinci", "baris\nbaru\t", "a\N{NO-BREAK SPACE}b", "É – 7", "\U0001f600"]
)
def test_what_can_be_seen_or_parts_words_is_not_hidden(text):
    assert hidden_sign(text) == ""


def test_an_excerpt_is_one_short_line_that_shows_what_cannot_be_seen():
    assert excerpt("a\nb\u200bc") == "a b[U+200B]c"
    assert excerpt("x" * 100_000) == "x" * 39 + "…"
    assert len(excerpt("\u200b" * 100)) == 40


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("80.000000", "80"),
        ("8E+1", "80"),
        ("-0.00", "0"),
        ("0.10", "0.1"),
        ("-15.05", "-15.05"),
        ("1E-6", "0.000001"),
    ],
)
def test_a_decimal_has_one_writing(value, text):
    assert decimal_text(Decimal(value)) == text


def test_a_decimal_that_is_no_number_has_none():
    with pytest.raises(ValueError, match="no decimal text"):
        decimal_text(Decimal("NaN"))


def test_canonical_json_has_one_writing_per_content():
    moment = datetime(2024, 1, 1, 9, tzinfo=timezone(timedelta(hours=7)))
    one = {
        "b": Decimal("80.0"),
        "a": [None, True, 1, "é", moment, date(2024, 1, 1)],
        "c": gettext_lazy("Januari"),
    }
    other = {
        "c": "Januari",
        "a": (None, True, 1, "é", moment.astimezone(UTC), date(2024, 1, 1)),
        "b": Decimal("8E1"),
    }
    assert canonical_json(one) == canonical_json(other)
    assert canonical_json(one) == (
        '{"a":[null,true,1,"é","2024-01-01T02:00:00+00:00","2024-01-01"],"b":"80","c":"Januari"}'
    )
    assert canonical_json({"u": UUID(int=1)}) == '{"u":"00000000-0000-0000-0000-000000000001"}'


@pytest.mark.parametrize("content", [0.1, {"a": [0.1]}, {1: "a"}, {"a": {None: 1}}, {"a": {1, 2}}, object()])
def test_what_has_no_single_writing_is_refused(content):
    with pytest.raises(TypeError):
        canonical_json(content)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_equal_decimals_have_equal_text(value):
    assert Decimal(decimal_text(value)) == value
    assert decimal_text(value) == decimal_text(
        value.quantize(Decimal("0.0000001")) if abs(value) < 10**15 else value
    )
