"""Figures as they are shown."""

from decimal import Decimal

import pytest

from rakor.lib.formats import format_count, format_number, format_range, roman, rupiah


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("1234.56", None, "1.234,56"),
        ("87.310000", None, "87,31"),
        ("80.000000", None, "80"),
        ("-15.05", 2, "−15,05"),
        ("0", None, "0"),
        ("-0.004", 2, "0,00"),
        ("2.345", 2, "2,35"),
        ("-2.345", 2, "−2,35"),
        ("46.5", 2, "46,50"),
        ("999999.995", 2, "1.000.000,00"),
        ("123456789012345.123456", 2, "123.456.789.012.345,12"),
        ("1E+3", None, "1.000"),
        ("0.000001", None, "0,000001"),
        ("99.5", 0, "100"),
    ],
)
def test_numbers_are_shown_the_indonesian_way(value, places, shown):
    assert format_number(Decimal(value), places) == shown


def test_counts():
    assert [format_count(number) for number in (0, 514, 1_048_576)] == ["0", "514", "1.048.576"]


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [("7", "8", "7–8"), ("80", None, "80"), ("80", "80.0", "80"), ("1000", "2500.5", "1.000–2.500,5")],
)
def test_ranges_carry_an_en_dash(low, high, shown):
    assert format_range(Decimal(low), high and Decimal(high)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1234567", "Rp1.234.567"), ("500000.5", "Rp500.000,50"), ("-1000", "−Rp1.000"), ("0", "Rp0")],
)
def test_rupiah(value, shown):
    assert rupiah(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (11, "XI"), (514, "DXIV"), (1994, "MCMXCIV")],
)
def test_roman(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_has_no_zero(number):
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(number)
