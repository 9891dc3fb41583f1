import pytest

from evaluations.scoring import Counting, MissingRules, State, Unranked, judge, round_half_up

from .builders import D, lacks, make_line, make_method, rules, unit, value

SIXTY_FORTY = (make_line("a", "60"), make_line("b", "40"))


def judged(method, held):
    return judge(method, {"x": held}).unit("x")


def test_not_applicable_leaves_the_sum_and_the_coverage():
    found = judged(make_method(*SIXTY_FORTY), unit(a=value("80"), b=lacks("not_applicable")))
    assert str(found.rounded) == "80.00"
    assert (found.coverage, found.rank) == (D(100), 1)


def test_not_due_leaves_likewise():
    found = judged(make_method(*SIXTY_FORTY), unit(a=value("80"), b=lacks("not_due")))
    assert (str(found.rounded), found.coverage) == ("80.00", D(100))


@pytest.mark.parametrize("state", ["not_reported", "not_assessable", "withheld"])
@pytest.mark.parametrize(("rule", "shown"), [("zero", "48.00"), ("exclude", "80.00")])
def test_missing_rule_of_each_state(state, rule, shown):
    """60/40, the second line without a value, the first 80."""
    others = dict.fromkeys(rules().__slots__, "zero" if rule == "exclude" else "exclude")
    method = make_method(*SIXTY_FORTY, missing=MissingRules(**others | {state: rule}))
    found = judged(method, unit(a=value("80"), b=lacks(state)))
    assert (str(found.rounded), found.coverage, found.rank) == (shown, D(60), 1)


def test_a_line_may_have_its_own_missing_rule():
    lines = (SIXTY_FORTY[0], make_line("b", "40", missing=rules(not_reported="zero")))
    found = judged(make_method(*lines), unit(a=value("80"), b=lacks("not_reported")))
    assert str(found.rounded) == "48.00"


def test_a_line_without_a_reading_was_not_reported():
    found = judged(make_method(*SIXTY_FORTY), unit(a=value("80")))
    assert found.line("b").state is State.NOT_REPORTED
    assert found.coverage == 60


def test_nothing_is_rounded_before_the_score():
    """R/T 1/60 (weight 60) and 4/61 (weight 40): 3,62. Rounding each capaian first would give 3,63."""
    found = judged(make_method(*SIXTY_FORTY), unit(a=value("1", "60"), b=value("4", "61")))
    assert str(found.rounded) == "3.62"
    early = (60 * round_half_up(D(100) / 60, 2) + 40 * round_half_up(D(400) / 61, 2)) / 100
    assert str(round_half_up(early, 2)) == "3.63"


def test_the_score_uses_the_capped_achievement():
    lines = (make_line("a", "60"), make_line("b", "40", cap="120"))
    found = judged(make_method(*lines), unit(a=value("200"), b=value("130")))
    assert found.score == D("108")
    assert found.line("a").achievement.uncapped == 200


@pytest.mark.parametrize(
    ("minimum", "rank", "reason"), [("60", 1, None), ("60.01", None, Unranked.LOW_COVERAGE), ("0", 1, None)]
)
def test_minimum_coverage(minimum, rank, reason):
    method = make_method(*SIXTY_FORTY, min_coverage=D(minimum))
    found = judged(method, unit(a=value("80"), b=lacks("not_reported")))
    assert (found.rank, found.unranked, found.score) == (rank, reason, D(80))


def test_a_third_of_the_weight_is_exactly_a_third():
    """Coverage is compared without dividing: 20 of 30 due, against two thirds written out."""
    lines = (make_line("a", "20"), make_line("b", "10"), make_line("c", "70"))
    held = unit(a=value("80"), b=lacks("withheld"), c=lacks("not_due"))
    low, high = D("66.66666666666666666666"), D("66.66666666666666666667")
    assert judged(make_method(*lines, min_coverage=low), held).rank == 1
    assert judged(make_method(*lines, min_coverage=high), held).rank is None


@pytest.mark.parametrize(
    ("states", "rule", "reason", "score", "coverage"),
    [
        (["not_reported", "withheld"], "exclude", Unranked.NO_VALUE, None, D(0)),
        (["not_reported", "withheld"], "zero", Unranked.LOW_COVERAGE, D(0), D(0)),
        (["not_applicable", "not_due"], "zero", Unranked.NOTHING_DUE, None, None),
        (["not_applicable", "not_reported"], "exclude", Unranked.NO_VALUE, None, D(0)),
    ],
)
def test_all_lines_missing(states, rule, reason, score, coverage):
    method = make_method(*SIXTY_FORTY, missing=rules(rule, rule, rule))
    found = judged(method, unit(a=lacks(states[0]), b=lacks(states[1])))
    assert (found.rank, found.unranked, found.score, found.coverage) == (None, reason, score, coverage)
    assert (found.band, found.rank_range, found.gains) == (None, None, ())


def test_points_reached_and_not_yet_reached():
    """The sheet of one regency: bobot 90 of 100 counts, 73,33 reached, 16,67 not yet, score 81,48."""
    lines = (
        make_line("naskah", "10", "present"),
        make_line("waktu", "20"),
        make_line("data", "20"),
        make_line("aksi", "40"),
        make_line("konflik", "10"),
    )
    held = unit(
        naskah=value("1", None),
        waktu=value("2", "3"),
        data=value("29", "34"),
        aksi=value("14", "17"),
        konflik=lacks("not_applicable"),
    )
    found = judged(make_method(*lines), held)
    shown = {
        line.line: (line.points and f"{line.points:.2f}", line.points_open and f"{line.points_open:.2f}")
        for line in found.lines
    }
    assert shown == {
        "naskah": ("10.00", D(0)),
        "waktu": ("13.33", "6.67"),
        "data": ("17.06", "2.94"),
        "aksi": ("32.94", "7.06"),
        "konflik": (None, None),
    }
    assert str(found.rounded) == "81.48"
    reached = sum(line.points for line in found.lines if line.points is not None)
    assert round_half_up(reached / 90 * 100, 2) == found.rounded
    assert found.coverage == 100


def test_points_of_lines_that_count_as_zero_and_beyond_the_weight():
    lines = (make_line("a", "60", cap="150"), make_line("b", "40"))
    method = make_method(*lines, missing=rules(not_reported="zero"))
    found = judged(method, unit(a=value("130"), b=lacks("not_reported")))
    first, second = found.lines
    assert (first.points, first.points_open) == (D(78), D(0))
    assert (second.points, second.points_open, second.counted) == (D(0), D(40), D(0))
    assert (second.counting, second.state) == (Counting.AS_ZERO, State.NOT_REPORTED)


def test_excluded_lines_have_no_points():
    found = judged(make_method(*SIXTY_FORTY), unit(a=value("80"), b=lacks("withheld")))
    second = found.line("b")
    assert (second.counting, second.counts, second.is_due) == (Counting.EXCLUDED, False, True)
    assert (second.points, second.points_open, second.counted) == (None, None, None)


def test_precision_is_the_instruments():
    for precision, shown in [(0, "4"), (1, "3.6"), (2, "3.62"), (4, "3.6230")]:
        method = make_method(*SIXTY_FORTY, precision=precision)
        assert str(judged(method, unit(a=value("1", "60"), b=value("4", "61"))).rounded) == shown
