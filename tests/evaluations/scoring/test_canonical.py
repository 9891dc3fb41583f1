import json
import random
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from evaluations.scoring import (
    Band,
    InputRefused,
    MethodRefused,
    Reading,
    State,
    TextRefused,
    UnitReadings,
    canonical_text,
    decimal_text,
    digest,
    judge,
    method_from_json,
    method_to_json,
    readings_from_json,
    readings_to_json,
    recompute,
    release_text,
    reproduces,
)

from .builders import (
    D,
    index_method,
    index_readings,
    lacks,
    make_line,
    make_method,
    rules,
    target,
    unit,
    value,
)

METHOD = make_method(
    make_line("SAKIP", "25", "value", scale_min="0", scale_max="100", tie_order=1, accumulation="last"),
    make_line("lama-izin", "25", "range", lower_is_better=True, target=target("7–8"), cap="110"),
    make_line("konflik", "20", "inverse_ratio", lower_is_better=True, cap=None, to_date=True),
    make_line("waktu", "20", "timeliness", missing=rules(not_reported="zero")),
    make_line("kriteria", "5", "rubric", scale_min="0", scale_max="100"),
    make_line("lengkap", "5", "completeness"),
    bands=[Band("Cukup", D(0)), Band("Baik – “tinggi”", D("70.50"), includes_lower=False)],
    earlier_report_wins=True,
)
READINGS = {
    "15.02": UnitReadings(
        {
            "SAKIP": value("66.10", None, source="KemenPANRB"),
            "lama-izin": value("6.5", None),
            "konflik": value("129.03", "60", is_out_of_sync=True),
            "waktu": Reading(State.VALUE, on_time=2, due=3),
            "lengkap": Reading(State.VALUE, on_time=3, due=3),
            "kriteria": Reading(State.VALUE, marks=(D(80), D(70), D("70"))),
        },
        datetime(2023, 1, 10, 16, 30, tzinfo=timezone(timedelta(hours=7))),
    ),
    "15.01": UnitReadings(
        {
            "SAKIP": value("71", None),
            "lama-izin": value("9", None),
            "konflik": lacks("not_applicable"),
            "waktu": lacks("not_reported"),
            "kriteria": Reading(State.VALUE, marks=(D(90),)),
        }
    ),
    "15.71": UnitReadings({"SAKIP": value("50", None)}),
}
HEADER = {"title": "Penetapan ke-1", "as_of": date(2023, 1, 31), "number": 1, "basis": None}


def text_of(method=METHOD, readings=READINGS, header=HEADER):
    return release_text(header, method, readings, judge(method, readings))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1.50", "1.5"),
        ("1E+2", "100"),
        ("100", "100"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("1E-7", "0.0000001"),
        ("-15.05", "-15.05"),
        ("1200", "1200"),
    ],
)
def test_one_number_has_one_spelling(number, written):
    assert decimal_text(D(number)) == written


def test_the_text_alone_gives_the_result_again():
    result = judge(METHOD, READINGS)
    assert recompute(text_of()) == result
    assert reproduces(text_of())


def test_method_and_readings_come_back_the_same():
    assert method_from_json(json.loads(canonical_text(method_to_json(METHOD)))) == METHOD
    assert readings_from_json(json.loads(canonical_text(readings_to_json(READINGS)))) == READINGS


def test_the_text_is_canonical():
    text = text_of()
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert text.startswith('{"format":"rakor-release-1","header":{"as_of":"2023-01-31","basis":null,')
    assert "“tinggi”" in text
    assert '"2023-01-10T09:30:00+00:00"' in text
    assert text == canonical_text(json.loads(text))


def test_known_digest():
    """Bytes written today must be the bytes written in ten years."""
    text = text_of(index_method(), index_readings({"15.01": "55", "15.04": "67"}), {"n": 1})
    assert text == (
        '{"format":"rakor-release-1","header":{"n":1},"method":{"bands":[],"earlier_report_wins":false,'
        '"lines":[{"accumulation":null,"cap":"100","formula":"value","key":"a","lower_is_better":null,'
        '"missing":null,"scale_max":"100","scale_min":"0","target":null,"tie_order":null,"to_date":false,'
        '"weight":"100"}],"min_coverage":"60","missing":{"not_assessable":"exclude","not_reported":"exclude",'
        '"withheld":"exclude"},"open_difference":"not_assessable","precision":2},"readings":{'
        '"15.01":{"completed_at":null,"lines":{"a":{"state":"value","value":"55"}}},'
        '"15.04":{"completed_at":null,"lines":{"a":{"state":"value","value":"67"}}}},"result":{'
        '"15.01":{"band":null,"coverage":"100","lines":{"a":{"capped":"55","counting":"counted",'
        '"lacks_target":false,"points":"55","points_open":"45","raw":"55","state":"value","uncapped":"55"}},"rank":2,"rank_range":null,'
        '"rounded":"55","score":"55","unranked":null},"15.04":{"band":null,"coverage":"100","lines":{"a":{'
        '"capped":"67","counting":"counted","lacks_target":false,"points":"67","points_open":"33","raw":"67","state":"value","uncapped":"67"}},'
        '"rank":1,"rank_range":null,"rounded":"67","score":"67","unranked":null}}}\n'
    )
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("é\n") == "edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2"


def test_order_and_spelling_of_the_input_never_change_the_text():
    shuffler = random.Random(7)
    lines, units = list(METHOD.lines), list(READINGS.items())
    shuffler.shuffle(lines)
    shuffler.shuffle(units)
    method = make_method(*lines, bands=METHOD.bands[::-1], earlier_report_wins=True, min_coverage=D("60.00"))
    readings = {
        name: UnitReadings(dict(reversed(held.readings.items())), held.completed_at) for name, held in units
    }
    assert digest(text_of(method, readings)) == digest(text_of())


def test_a_changed_figure_or_result_is_found():
    text = text_of()
    assert reproduces(text)
    assert not reproduces(text.replace('"value":"66.1"', '"value":"66.2"'))
    assert not reproduces(text.replace('"rank":1', '"rank":2'))
    assert digest(text.replace("ke-1", "ke-2")) != digest(text)


def test_a_text_that_is_not_canonical_does_not_reproduce():
    assert not reproduces(text_of().rstrip("\n"))
    assert not reproduces(json.dumps(json.loads(text_of())))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text_unreadable"),
        ("[]", "text_unreadable"),
        ("{}", "text_unreadable"),
        ("[" * 100_000, "text_unreadable"),
        ('{"a":1,"a":2}', "text_unreadable"),
        ('{"a":1.5}', "text_unreadable"),
        ('{"a":NaN}', "text_unreadable"),
        ('{"format":"other","header":{},"method":{},"readings":{},"result":{}}', "text_other_format"),
        ('{"format":"rakor-release-1","header":{},"method":{},"readings":{},"result":{}}', "text_unreadable"),
        (text_of().replace('"66.1"', '"66,1"'), "text_unreadable"),
        (text_of().replace('"66.1"', '"66.10"'), "text_unreadable"),
        (text_of().replace('"66.1"', "66"), "text_unreadable"),
        (text_of().replace('"value":"66.1"', '"value":"66.1","vaule":"1"'), "text_unreadable"),
    ],
)
def test_texts_that_are_refused(text, code):
    with pytest.raises(TextRefused) as refused:
        recompute(text)
    assert refused.value.code == code
    assert str(refused.value)


def test_a_text_with_an_unusable_method_is_refused():
    with pytest.raises(MethodRefused):
        recompute(text_of().replace('"weight":"25"', '"weight":"26"'))
    with pytest.raises(InputRefused):
        recompute(text_of().replace('"state":"not_applicable"', '"state":"lost"'))
    with pytest.raises(InputRefused):
        recompute(text_of().replace('"66.1"', '"Infinity"'))


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ({"n": 1.5}, "text_unreadable"),
        ({"n": D("NaN")}, "not_finite"),
        ({1: "n"}, "not_text"),
        ({"at": datetime(2023, 1, 1)}, "time_without_zone"),  # noqa: DTZ001
        ({"n": {1, 2}}, "text_unreadable"),
    ],
)
def test_headers_that_are_refused(bad, code):
    with pytest.raises(TextRefused) as refused:
        text_of(header=bad)
    assert refused.value.code == code


def test_headers_hold_what_a_release_needs():
    header = {"at": datetime(2023, 1, 1, 9, tzinfo=UTC), "list": [D("1.50"), True, {"k": "v"}], "none": None}
    assert json.loads(text_of(header=header))["header"] == {
        "at": "2023-01-01T09:00:00+00:00",
        "list": ["1.5", True, {"k": "v"}],
        "none": None,
    }


def test_nobody_and_nothing_can_be_stored_too():
    assert reproduces(text_of(index_method(), {}))
    assert reproduces(text_of(make_method(), {"x": unit(a=lacks("not_due"))}))
