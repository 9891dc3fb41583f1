from datetime import UTC, datetime, timedelta, timezone

import pytest

from evaluations.scoring import UnitReadings, competition_ranks, judge

from .builders import D, index_method, index_readings, lacks, make_line, make_method, rules, unit, value

MCP_2017 = {
    "Kota Jambi": ("58", 1),
    "Tanjab Barat": ("54", 2),
    "Sungai Penuh": ("53", 3),
    "Kerinci": ("52", 4),
    "Bungo": ("51", 5),
    "Merangin": ("51", 5),
    "Batanghari": ("50", 7),
    "Muaro Jambi": ("47", 8),
    "Sarolangun": ("46", 9),
    "Tebo": ("46", 9),
    "Tanjab Timur": ("46", 9),
}
MCP_2018 = {
    "Batanghari": ("67", 1),
    "Tanjab Barat": ("66", 2),
    "Sarolangun": ("60", 3),
    "Muaro Jambi": ("57", 4),
    "Bungo": ("56", 5),
    "Kerinci": ("55", 6),
    "Sungai Penuh": ("53", 7),
    "Merangin": ("52", 8),
    "Tebo": ("50", 9),
    "Kota Jambi": ("44", 10),
    "Tanjab Timur": ("43", 11),
}
OMBUDSMAN_2022 = {
    "Tebo": ("92.5", 1),
    "Batanghari": ("92.03", 2),
    "Kota Jambi": ("89.59", 3),
    "Tanjab Timur": ("87.43", 4),
    "Kerinci": ("87.31", 5),
    "Sungai Penuh": ("86.05", 6),
    "Sarolangun": ("84.38", 7),
    "Muaro Jambi": ("82.17", 8),
    "Bungo": ("80.41", 9),
    "Tanjab Barat": ("79.8", 10),
    "Merangin": ("73.88", 11),
}


@pytest.mark.parametrize("series", [MCP_2017, MCP_2018, OMBUDSMAN_2022])
def test_the_eleven_of_jambi(series):
    result = judge(index_method(), index_readings({name: score for name, (score, _) in series.items()}))
    assert {unit.unit: (unit.rounded, unit.rank) for unit in result.units} == {
        name: (D(score), rank) for name, (score, rank) in series.items()
    }
    assert [unit.rank for unit in result.units] == sorted(rank for _, rank in series.values())
    assert all(unit.coverage == 100 and unit.rank_range is None for unit in result.units)


def test_equal_scores_share_a_rank():
    scores = [58, 54, 52, 51, 51, 50, 47, 46, 46, 46]
    assert competition_ranks([D(score) for score in scores]) == [1, 2, 3, 4, 4, 6, 7, 8, 8, 8]
    assert competition_ranks([D(9), D(8), D(8), D(7)]) == [1, 2, 2, 4]
    assert competition_ranks([]) == []


def test_rounding_comes_before_ranking():
    """80,004 and 79,996 are both 80,00, hence equal; 80,005 is 80,01."""
    result = judge(index_method(), index_readings({"p": "80.004", "q": "79.996", "r": "80.005"}))
    assert {unit.unit: unit.rank for unit in result.units} == {"r": 1, "p": 2, "q": 2}
    assert [str(unit.rounded) for unit in result.units] == ["80.01", "80.00", "80.00"]


def test_the_unranked_come_last_and_take_no_place():
    readings = index_readings({"b": "70", "c": "60"}) | {"a": unit(a=lacks("not_reported"))}
    result = judge(index_method(missing=rules(not_reported="zero")), readings)
    assert [(unit.unit, unit.rank) for unit in result.units] == [("b", 1), ("c", 2), ("a", None)]
    assert [unit.unit for unit in result.ranked] == ["b", "c"]
    assert [unit.unit for unit in result.unranked] == ["a"]


TIED = (make_line("a", "50"), make_line("b", "50"))


def tied(first_line, second_line, **fields):
    lines = (make_line("a", "50", tie_order=first_line), make_line("b", "50", tie_order=second_line))
    return make_method(*lines, **fields)


@pytest.mark.parametrize(
    ("method", "ranks"),
    [
        (make_method(*TIED), {"p": 1, "q": 1, "r": 1}),
        (tied(1, None), {"p": 2, "q": 1, "r": 2}),
        (tied(None, 1), {"p": 1, "q": 3, "r": 1}),
        (tied(2, 1), {"p": 1, "q": 3, "r": 1}),
    ],
)
def test_tie_breaks_exist_only_where_listed(method, ranks):
    readings = {
        "p": unit(a=value("60"), b=value("80")),
        "q": unit(a=value("80"), b=value("60")),
        "r": unit(a=value("60"), b=value("80")),
    }
    assert {found.unit: found.rank for found in judge(method, readings).units} == ranks


def test_tie_breaks_look_at_the_capped_achievement():
    readings = {"p": unit(a=value("150"), b=value("60")), "q": unit(a=value("100"), b=value("60"))}
    assert [found.rank for found in judge(tied(1, None), readings).units] == [1, 1]


def test_a_line_without_an_achievement_loses_the_tie():
    method = tied(1, None, missing=rules(not_reported="zero"), min_coverage=D(0))
    readings = {"p": unit(a=lacks("not_reported"), b=value("60")), "q": unit(a=value("0"), b=value("60"))}
    assert {found.unit: found.rank for found in judge(method, readings).units} == {"q": 1, "p": 2}


def test_then_the_earlier_complete_report():
    noon = datetime(2023, 1, 31, 12, tzinfo=UTC)
    wib = timezone(timedelta(hours=7))
    moments = {
        "late": noon + timedelta(microseconds=1),
        "noon": noon,
        "noon in Jambi's clock": datetime(2023, 1, 31, 19, tzinfo=wib),
        "never": None,
    }
    readings = {name: UnitReadings({"a": value("50", None)}, moment) for name, moment in moments.items()}
    method = index_method(earlier_report_wins=True)
    ranks = {found.unit: found.rank for found in judge(method, readings).units}
    assert ranks == {"noon": 1, "noon in Jambi's clock": 1, "late": 3, "never": 4}


def test_completion_comes_after_the_listed_lines():
    early, late = datetime(2023, 1, 1, tzinfo=UTC), datetime(2023, 1, 2, tzinfo=UTC)
    readings = {
        "p": UnitReadings({"a": value("60"), "b": value("80")}, early),
        "q": UnitReadings({"a": value("80"), "b": value("60")}, late),
    }
    method = tied(1, None, earlier_report_wins=True)
    assert {found.unit: found.rank for found in judge(method, readings).units} == {"q": 1, "p": 2}


def test_one_regency_only():
    found = judge(index_method(), index_readings({"x": "12"})).unit("x")
    assert (found.rank, found.next_place, found.gains) == (1, None, ())


def test_all_equal():
    result = judge(index_method(), index_readings(dict.fromkeys("abcde", "50")))
    assert [found.rank for found in result.units] == [1] * 5
    assert [found.unit for found in result.units] == list("abcde")
    assert all(found.gains == () for found in result.units)


def test_nobody():
    assert judge(index_method(), {}).units == ()
