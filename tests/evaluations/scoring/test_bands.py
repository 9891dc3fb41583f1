import pytest

from evaluations.scoring import Band, band_of, judge, method_problems

from .builders import D, index_method, index_readings, make_line, make_method

SAKIP = [
    Band(label, D(lower), includes_lower=False)
    for label, lower in [("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30), ("D", 0)]
]
PERMENDAGRI_86 = [
    Band(label, D(lower))
    for label, lower in [
        ("Sangat Tinggi", 91),
        ("Tinggi", 76),
        ("Sedang", 66),
        ("Rendah", 51),
        ("Sangat Rendah", 0),
    ]
]


@pytest.mark.parametrize(
    ("bands", "score", "label"),
    [
        (SAKIP, "90.00", "A"),
        (SAKIP, "90.01", "AA"),
        (SAKIP, "90.004", "A"),
        (SAKIP, "90.005", "AA"),
        (SAKIP, "30.00", "D"),
        (SAKIP, "30.01", "C"),
        (SAKIP, "0", "D"),
        (SAKIP, "100", "AA"),
        (PERMENDAGRI_86, "90.5", "Tinggi"),
        (PERMENDAGRI_86, "91", "Sangat Tinggi"),
        (PERMENDAGRI_86, "75.4", "Sedang"),
        (PERMENDAGRI_86, "0", "Sangat Rendah"),
        (PERMENDAGRI_86, "90.996", "Sangat Tinggi"),
        ([], "80", None),
        ([Band("Dinilai", D(0), includes_lower=False)], "0", "Dinilai"),
    ],
)
def test_band_of_the_rounded_score(bands, score, label):
    method = index_method(bands=bands)
    assert method_problems(method) == []
    assert judge(method, index_readings({"x": score})).unit("x").band == label


def test_above_a_hundred_the_highest_band_stays():
    assert band_of(make_method(bands=PERMENDAGRI_86).bands, D("112.5")) == "Sangat Tinggi"


def problems(bands, cap="100"):
    found = method_problems(make_method(make_line(cap=cap), bands=bands))
    return [(problem.code, dict(problem.values)) for problem in found]


def test_a_gap_at_the_foot_of_the_scale():
    assert problems(PERMENDAGRI_86[:4]) == [("band_gap", {"low": D(0), "high": D(51)})]


def test_two_bands_at_one_bound_overlap():
    bands = [Band("Rendah", D(0)), Band("Cukup", D(50)), Band("Baik", D(50), includes_lower=False)]
    assert problems(bands) == [("band_overlap", {"first": "Cukup", "second": "Baik", "bound": D(50)})]


@pytest.mark.parametrize(
    ("bound", "inside", "cap", "is_refused"),
    [
        ("100", True, "100", False),
        ("100", False, "100", True),
        ("100.01", True, "100", True),
        ("100", False, "120", False),
        ("500", True, None, False),
        ("-1", True, "100", True),
    ],
)
def test_a_band_no_score_can_reach(bound, inside, cap, is_refused):
    found = problems([Band("Dasar", D(0)), Band("Lain", D(bound), inside)], cap)
    assert [code for code, _ in found] == ["band_outside_scale"] * is_refused
