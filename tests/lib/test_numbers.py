"""Figures as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.formats import write_number
from rakor.lib.numbers import read_number, read_stored_number, read_target
from rakor.lib.refusals import Refused

NBSP = "\N{NO-BREAK SPACE}"

READ = [
    ("80", "80"),
    ("0", "0"),
    ("00", "0"),
    ("-0", "0"),
    ("87,5", "87.5"),
    ("87.5", "87.5"),
    ("92,03", "92.03"),
    ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"),
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("1.234.567,8", "1234567.8"),
    ("1.234,567", "1234.567"),
    ("1 234 567,5", "1234567.5"),
    (f"1{NBSP}234", "1234"),
    ("1234,567", "1234.567"),
    ("0,125", "0.125"),
    ("0.125", "0.125"),
    (",5", "0.5"),
    ("3,4310", "3.431"),
    ("85,5%", "85.5"),
    ("85,5 %", "85.5"),
    ("100%", "100"),
    ("Rp 1.000.000", "1000000"),
    ("Rp1.000.000,00", "1000000"),
    ("Rp. 1.000.000,-", "1000000"),
    ("rp100.000", "100000"),
    ("-5", "-5"),
    ("−5,25", "-5.25"),
    ("+7", "7"),
    ("-Rp500", "-500"),
    (f" 80{NBSP}", "80"),
    ("nihil", "0"),
    ("NIHIL", "0"),
    ("123456789012345", "123456789012345"),
    ("0,000001", "0.000001"),
]


@pytest.mark.parametrize(("written", "value"), READ)
def test_reads_what_a_careful_person_writes(written, value):
    reading = read_number(written)
    assert str(reading.value) == value
    assert reading.absence == ""


@pytest.mark.parametrize(
    ("written", "absence"),
    [
        ("", "blank"),
        ("  ", "blank"),
        (NBSP, "blank"),
        ("-", "mark"),
        ("–", "mark"),
        (" n/a ", "mark"),
        ("N/A", "mark"),
    ],
)
def test_absent_is_not_zero(written, absence):
    assert read_number(written) == (None, absence)


REFUSED = [
    ("1.234", "ambiguous_number"),
    ("1,234", "ambiguous_number"),
    ("100.000", "ambiguous_number"),
    ("-3.431", "ambiguous_number"),
    ("3.431%", "ambiguous_number"),
    ("tujuh", "bad_number"),
    ("12.34,56", "bad_number"),
    ("1.23.456", "bad_number"),
    ("1.234.56", "bad_number"),
    ("12 34", "bad_number"),
    ("87,5,3", "bad_number"),
    ("5,", "bad_number"),
    ("--5", "bad_number"),
    ("-Rp-5", "bad_number"),
    ("80,-", "bad_number"),
    ("498 org", "bad_number"),
    ("7/11/2022", "bad_number"),
    ("1e3", "bad_number"),
    ("1,2E+05", "bad_number"),
    ("TRUE", "bad_number"),
    ("٣", "bad_number"),
    ("½", "bad_number"),
    ("NaN", "not_finite"),
    ("-Infinity", "not_finite"),
    ("1e400", "not_finite"),
    ("1234567890123456", "too_many_digits"),
    ("0,1234567890123456", "too_many_digits"),
    ("123456789012345,6", "too_many_digits"),
    ("9" * 100_000, "too_many_digits"),
    ("a" * 100_000, "bad_number"),
]


@pytest.mark.parametrize(("written", "code"), REFUSED, ids=lambda value: value[:20])
def test_refuses_what_cannot_stand(written, code):
    with pytest.raises(Refused) as refusal:
        read_number(written)
    assert refusal.value.code == code
    assert len(refusal.value.message) < 160


def test_the_sentence_says_both_readings_and_a_way_out_that_works():
    with pytest.raises(Refused) as refusal:
        read_number("3.431")
    assert refusal.value.message == (
        '"3.431" dapat berarti 3,431 atau 3431. Tulis 3431 bila ribuan, 3,4310 bila desimal.'
    )
    assert read_number("3431").value == 3431
    assert read_number("3,4310").value == Decimal("3.431")


def test_a_form_that_says_so_takes_a_comma_for_decimals_and_still_asks_about_a_dot():
    assert read_number("3,431", comma_is_decimal=True).value == Decimal("3.431")
    with pytest.raises(Refused) as refusal:
        read_number("3.431", comma_is_decimal=True)
    assert refusal.value.message == '"3.431" dapat berarti 3,431 atau 3431. Pakai koma untuk desimal.'


STORED = [
    ("52", "52"),
    ("92.03", "92.03"),
    ("92.030000000000001", "92.03"),
    ("0.30000000000000004", "0.3"),
    ("85.333333333333329", "85.3333333333333"),
    ("1E-3", "0.001"),
    ("1.5E+5", "150000"),
    ("-0", "0"),
    ("2017.0", "2017"),
    ("15.009999999999999787", "15.01"),
    ("123456789012345", "123456789012345"),
]


@pytest.mark.parametrize(("stored", "value"), STORED)
def test_a_number_cell_gives_what_was_typed_not_the_noise_of_a_double(stored, value):
    assert str(read_stored_number(stored)) == value


@pytest.mark.parametrize(
    ("stored", "value"), [("0.855", "85.5"), ("0.85499999999999998", "85.5"), ("1", "100")]
)
def test_a_percent_cell_is_read_as_it_is_shown(stored, value):
    assert str(read_stored_number(stored, is_percent=True)) == value


@pytest.mark.parametrize(
    ("stored", "code"),
    [
        ("NaN", "not_finite"),
        ("INF", "not_finite"),
        ("1e400", "not_finite"),
        ("1E+999999999", "not_finite"),
        ("12345678901234567", "too_many_digits"),
        ("1E+20", "too_many_digits"),
        ("1,5", "bad_number"),
        ("", "bad_number"),
        ("0x10", "bad_number"),
        ("1E-99999999999", "bad_number"),
    ],
)
def test_a_number_cell_that_holds_no_usable_number_is_refused(stored, code):
    with pytest.raises(Refused) as refusal:
        read_stored_number(stored)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("80", "80", None),
        ("80%", "80", None),
        ("7–8", "7", "8"),
        ("7-8", "7", "8"),
        ("7 - 8", "7", "8"),
        ("7 s.d. 8", "7", "8"),
        ("7 s/d 8", "7", "8"),
        ("7 sampai dengan 8,5", "7", "8.5"),
        ("7%-8%", "7", "8"),
        ("-5–-3", "-5", "-3"),
        ("-5", "-5", None),
        ("8–8", "8", "8"),
        ("Rp1.000.000–Rp2.000.000", "1000000", "2000000"),
        ("nihil", "0", None),
        ("", None, None),
        ("-", None, None),
        ("–", None, None),
    ],
)
def test_reads_targets(written, low, high):
    reading = read_target(written)
    assert tuple(bound if bound is None else str(bound) for bound in reading) == (low, high)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("8–7", "bad_number"),
        ("7–8–9", "bad_number"),
        ("7–", "bad_number"),
        ("7–delapan", "bad_number"),
        ("n/a–8", "bad_number"),
        ("2024-01-15", "bad_number"),
        ("1.000–2.000", "ambiguous_number"),
        ("7–" + "9" * 50_000, "bad_number"),
    ],
    ids=lambda value: value[:20],
)
def test_refuses_targets_that_cannot_stand(written, code):
    with pytest.raises(Refused) as refusal:
        read_target(written)
    assert refusal.value.code == code


FIGURES = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1),
    st.integers(min_value=0, max_value=6),
)


@given(FIGURES, st.booleans())
def test_every_figure_that_can_be_stored_is_read_back_as_it_was_written(figure, comma):
    assert read_number(write_number(figure, comma_is_decimal=comma), comma_is_decimal=comma).value == figure


@given(st.integers(min_value=-(10**10), max_value=10**10), st.integers(min_value=0, max_value=5))
def test_what_a_double_stores_is_read_back_as_typed(digits, places):
    typed = Decimal(digits).scaleb(-places)
    assert read_stored_number(f"{float(typed):.17g}") == typed


@given(st.text(max_size=30) | st.text(alphabet="0123456789.,-+%eERp nih/–−", max_size=20))
def test_any_text_is_read_or_refused(written):
    for read in (read_number, read_target, read_stored_number):
        try:
            read(written)
        except Refused as refusal:
            assert refusal.code and refusal.message
