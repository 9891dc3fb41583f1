from decimal import Decimal

from dashboard.pictures.rate_line import rate_line

RATES = [Decimal(rate) for rate in (50, 40, 60, 70, 80, 90, 100)]


def drawn(rates):
    names = [f"Tahun {2018 + place}" for place in range(len(rates))]
    return rate_line(names, rates, [f"{rate}%" for rate in rates], "naik")


def test_the_scale_is_fixed_from_0_to_100():
    line = drawn([Decimal(0), Decimal(50), Decimal(100)])
    assert [dot.y for dot in line.dots] == ["96", "61", "26"]
    assert [dot.x for dot in line.dots] == ["6%", "50%", "94%"]
    assert line.joins == (("6%", "96", "50%", "61"), ("50%", "61", "94%", "26"))
    assert (line.first, line.last) == ("Tahun 2018", "Tahun 2020")


def test_of_many_only_the_ends_and_the_lowest_are_written():
    assert [dot.label for dot in drawn(RATES).dots] == ["50%", "40%", "", "", "", "", "100%"]
    assert all(dot.label for dot in drawn(RATES[:6]).dots)


def test_a_period_without_a_rate_leaves_a_gap():
    line = drawn([Decimal(50), None, Decimal(60), Decimal(70)])
    assert len(line.dots) == 3 and len(line.joins) == 1


def test_one_dot_is_no_line():
    assert drawn([Decimal(50)]) is None and drawn([None, Decimal(50)]) is None and drawn([]) is None
