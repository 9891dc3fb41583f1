"""Sources held against each other: the PKH figures of Jambi, the tolerance at its edge, what says nothing."""

import csv
from datetime import date
from decimal import Decimal
from itertools import groupby, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.comparing import LARGEST, LARGEST_PERCENT, Measure, Voice, compare, kept, unit_of
from programs.comparing import percent as percent_of
from programs.models import Difference

TABLE = Path(__file__).resolve().parents[1] / "data/pkh-selisih-tw1-2024.csv"
KEMENSOS, DINSOS, REGENCY = 1, 2, 3
ONE_PERCENT = Measure(Decimal(1), 0, "KPM", producer=KEMENSOS)
JANUARY, FEBRUARY = date(2024, 1, 31), date(2024, 2, 29)


def voice(value, source=REGENCY, **said):
    said.setdefault("level", {KEMENSOS: "pusat", DINSOS: "provinsi"}.get(source, "kabkota"))
    value = None if value is None else Decimal(str(value))
    return Voice(f"{source}:{value}", source, value, agency=source, **said)


def verdict(reference, other, measure=ONE_PERCENT):
    return compare([reference, other], measure).pairs[0].verdict


def pkh_table():
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(code, list(some)) for code, some in groupby(rows, key=lambda row: row["kode_wilayah"])]


def as_in_the_table(pair):
    """Verdict, gap and per cent in the words of the table; there the per cent carries the sign of the gap."""
    words = {"beda_satuan": "tidak_setara:satuan", "beda_tanggal": "tidak_setara:tanggal"}
    if pair.gap is None:
        return words[pair.verdict], "", ""
    return pair.verdict, str(int(pair.gap)), str(pair.percent.copy_sign(pair.gap))


@pytest.mark.parametrize(("code", "rows"), pkh_table())
def test_the_pkh_figures_of_jambi(code, rows):
    reference = voice(rows[0]["nilai_acuan"], KEMENSOS, measure_unit="KPM", cut_off_on=JANUARY)
    others = [
        voice(
            row["nilai"],
            DINSOS if "Provinsi" in row["sumber"] else REGENCY,
            measure_unit=row["satuan"],
            cut_off_on=date.fromisoformat(row["per_tanggal"]),
        )
        for row in rows
    ]
    compared = compare([*others, reference], ONE_PERCENT)
    expected = [(row["keadaan"], row["selisih"], row["selisih_persen"]) for row in rows]
    assert [as_in_the_table(pair) for pair in compared.pairs] == expected
    states = {row["keadaan"].partition(":")[0] for row in rows}
    if "selisih" in states:
        assert compared.state == "terbuka"
    else:
        assert compared.state == ("tidak_setara" if "tidak_setara" in states else "sinkron")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10100", "dalam_toleransi"),
        ("9900", "dalam_toleransi"),
        ("10100.000001", "selisih"),
        ("9899.999999", "selisih"),
        ("10000", "sama"),
        ("10000.00", "sama"),
    ],
)
def test_the_tolerance_at_its_edge(value, expected):
    assert verdict(voice(10000, KEMENSOS), voice(value)) == expected


def test_a_tolerance_of_nothing_and_a_reference_of_nothing():
    strict = Measure(Decimal(0), producer=KEMENSOS)
    assert verdict(voice(100, KEMENSOS), voice("100.000001"), strict) == "selisih"
    compared = compare([voice(0, KEMENSOS), voice(3)], ONE_PERCENT)
    assert (compared.state, compared.gap, compared.percent) == ("terbuka", 3, None)
    assert verdict(voice(0, KEMENSOS), voice(0)) == "sama"


def test_a_reference_below_zero():
    assert verdict(voice(-100, KEMENSOS), voice(-101)) == "dalam_toleransi"
    assert verdict(voice(-100, KEMENSOS), voice("-101.1")) == "selisih"


@pytest.mark.parametrize(
    ("unit", "other", "is_one"),
    [
        ("KPM", "", True),
        ("kpm", "KPM", True),
        (" KPM. ", "KPM", True),
        ("jiwa", "orang", True),
        ("Orang", "JIWA", True),
        ("KPM", "jiwa", False),
        ("KPM", "KK", False),
        ("", "KK", False),
    ],
)
def test_units_of_measure(unit, other, is_one):
    one, two = voice(5, KEMENSOS, measure_unit=unit), voice(5, measure_unit=other)
    assert (unit_of(one, ONE_PERCENT) == unit_of(two, ONE_PERCENT)) == is_one
    assert verdict(one, two) == ("sama" if is_one else "beda_satuan")


@pytest.mark.parametrize(("days", "expected"), [(29, "sama"), (28, "beda_tanggal"), (0, "beda_tanggal")])
def test_cut_off_dates_29_days_apart(days, expected):
    measure = Measure(Decimal(1), days, producer=KEMENSOS)
    ministry, regency = voice(5, KEMENSOS, cut_off_on=JANUARY), voice(5, cut_off_on=FEBRUARY)
    assert verdict(ministry, regency, measure) == expected
    assert verdict(ministry, voice(5), measure) == "sama"


class TestReference:
    def test_the_producing_agency_wherever_the_figure_rests(self):
        regency = voice(9)
        compared = compare([regency, voice(10, KEMENSOS)], ONE_PERCENT, rests_on=REGENCY)
        assert compared.pairs[0].reference.source == KEMENSOS

    @pytest.mark.parametrize("producer", [None, KEMENSOS])
    def test_where_it_is_silent_or_unnamed_what_the_figure_rests_on(self, producer):
        measure = Measure(Decimal(1), producer=producer)
        regency = voice(9)
        compared = compare([voice(10, DINSOS), regency], measure, rests_on=REGENCY)
        assert compared.pairs[0].reference == regency
        assert compare([regency, voice(10, DINSOS)], measure).pairs[0].reference.source == DINSOS

    def test_of_two_sources_of_the_producer_the_one_the_figure_rests_on(self):
        first = Voice("a", 7, Decimal(5), agency=KEMENSOS)
        second = Voice("b", 8, Decimal(6), agency=KEMENSOS)
        assert compare([first, second], ONE_PERCENT).pairs[0].reference == first
        assert compare([first, second], ONE_PERCENT, rests_on=8).pairs[0].reference == second


class TestWhatIsNoNumber:
    @pytest.mark.parametrize("state", ["not_reported", "not_due", "withheld", "not_assessable"])
    def test_it_says_nothing(self, state):
        assert compare([voice(5, KEMENSOS), voice(None, state=state)], ONE_PERCENT) is None

    def test_not_applicable_against_a_value_is_a_difference_without_size(self):
        compared = compare([voice(5, KEMENSOS), voice(None, state="not_applicable")], ONE_PERCENT)
        assert (compared.state, compared.gap, compared.percent) == ("terbuka", None, None)
        assert compared.likely_cause == ""

    def test_two_that_say_not_applicable_agree(self):
        some = [voice(None, source, state="not_applicable") for source in (KEMENSOS, REGENCY)]
        compared = compare(some, ONE_PERCENT)
        assert (compared.state, compared.gap) == ("sinkron", 0)


def test_the_largest_gap_of_those_that_make_the_state():
    three = [voice(100, KEMENSOS), voice(95, DINSOS), voice(112)]
    compared = compare(three, ONE_PERCENT)
    assert (compared.gap, compared.percent) == (12, 12)
    without_size = voice(None, 4, state="not_applicable")
    assert compare([voice(100, KEMENSOS), voice(100), without_size], ONE_PERCENT).gap is None
    other_unit = voice(100, measure_unit="jiwa")
    unlike = compare([voice(100, KEMENSOS), voice(100, DINSOS), other_unit], ONE_PERCENT)
    assert (unlike.state, unlike.gap) == ("tidak_setara", None)


@pytest.mark.parametrize(
    ("reference", "other", "cause"),
    [
        ({"value": 8978}, {"value": 33207, "measure_unit": "jiwa"}, "definisi"),
        ({"value": 100, "cut_off_on": JANUARY}, {"value": 90, "cut_off_on": FEBRUARY}, "tanggal"),
        ({"value": 1203}, {"value": 12030}, "salah_ketik"),
        ({"value": 1203}, {"value": "1.203"}, "salah_ketik"),
        ({"value": 7812}, {"value": 7182}, "salah_ketik"),
        ({"value": 7812}, {"value": 2817}, "parsial"),
        ({"value": 100}, {"value": 200}, "ganda"),
        ({"value": 11940}, {"value": 11517}, "parsial"),
        ({"value": 11940}, {"value": 11517, "level": "pusat"}, ""),
        ({"value": 13574}, {"value": 13910}, ""),
        ({"value": 0}, {"value": 5}, ""),
        ({"value": 7812}, {"value": 7790}, ""),  # within the tolerance nothing has to be explained
    ],
)
def test_a_guess_at_the_cause(reference, other, cause):
    measure = Measure(Decimal(1), 60, "KPM", producer=KEMENSOS)
    assert compare([voice(source=KEMENSOS, **reference), voice(**other)], measure).likely_cause == cause


figures = st.one_of(
    st.integers(0, 12).map(Decimal),
    st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal),
    st.decimals(-1000, 1000, places=6),
)


@given(st.lists(figures, min_size=2, max_size=4), st.decimals(0, 100, places=3))
def test_whatever_is_said_it_can_be_kept_and_told_in_any_order(values, tolerance):
    measure = Measure(tolerance, producer=1)
    voices = [voice(value, source) for source, value in enumerate(values, 1)]
    compared = compare(voices, measure)
    assert all(compare(order, measure) == compared for order in permutations(voices))
    for kept_in, number in (("gap", compared.gap), ("gap_percent", compared.percent)):
        if number is not None:
            Difference._meta.get_field(kept_in).run_validators(number)


@given(figures, figures, st.decimals(0, 100, places=3))
def test_a_pair_agrees_just_where_the_gap_is_inside(base, value, tolerance):
    found = verdict(voice(base, KEMENSOS), voice(value), Measure(tolerance, producer=KEMENSOS))
    gap, bound = abs(int(value * 10**6) - int(base * 10**6)), abs(int(base * 10**6))
    inside = gap * 10**5 <= int(tolerance * 1000) * bound
    assert (found == "selisih") == (not inside)
    assert (found == "sama") == (base == value)


def test_the_ends_of_the_columns():
    end = Decimal(10**15 - 1)
    assert kept(2 * end) == LARGEST
    assert kept(-2 * end) == -LARGEST
    assert percent_of(end, Decimal("0.000001")) == LARGEST_PERCENT
