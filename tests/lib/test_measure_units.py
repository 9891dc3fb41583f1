"""Which spellings are one unit of measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.measure_units import same_unit, unit_key


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("jiwa", "orang"),
        ("Jiwa", "orang"),
        (" ORANG ", "jiwa"),
        ("org.", "orang"),
        ("persen", "%"),
        ("kpm", "KPM"),
        ("Keluarga  Penerima Manfaat", "KPM"),
        ("Rp", "rupiah"),
        ("paket", "Paket"),
        ("", "KPM"),
        ("  ", "KPM"),
    ],
)
def test_one_unit(written, own):
    assert same_unit(written, own)


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("KK", "KPM"),
        ("jiwa", "KPM"),
        ("orang", "KK"),
        ("%", "nilai"),
        ("juta rupiah", "rupiah"),
        ("orang", ""),
    ],
)
def test_other_units(written, own):
    assert not same_unit(written, own)


@given(st.text(max_size=30), st.text(max_size=30))
def test_order_case_and_spaces_make_no_difference(one, other):
    assert unit_key(f"  {one}\n") == unit_key(one)
    assert (unit_key(one) == unit_key(other)) == (unit_key(other) == unit_key(one))
    assert unit_key(unit_key(one)) == unit_key(one)
