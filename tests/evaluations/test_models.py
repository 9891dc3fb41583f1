"""Every constraint of the evaluations room, broken once."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from evaluations.models import Band, Release, Round, Score
from tests import factories as make

pytestmark = pytest.mark.django_db


def assert_refused(make_one, *args, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_one(*args, **fields)


def test_an_instrument_is_once_per_owner_program_year_and_edition(jambi):
    mine = make.make_instrument(make.make_program(), 2024, owner=jambi)
    assert_refused(make.make_instrument, mine.program, 2024, owner=jambi)
    make.make_instrument(mine.program, 2024, owner=jambi, edition=2)


def test_a_national_instrument_is_once_per_program_year_and_edition(kalbar):
    national = make.make_instrument(make.make_program(), 2024)
    assert_refused(make.make_instrument, national.program, 2024)
    make.make_instrument(national.program, 2024, owner=kalbar)


@pytest.mark.parametrize("fields", [{"min_coverage": -1}, {"min_coverage": 101}, {"precision": 7}])
def test_an_instruments_numbers_are_bounded(fields):
    assert_refused(make.make_instrument, **fields)


@pytest.mark.parametrize("fields", [{"weight": 0}, {"weight": 101}, {"cap": 99}])
def test_a_lines_numbers_are_bounded(fields):
    assert_refused(make.make_line, make.make_instrument(), make.make_indicator(), **fields)


def test_a_line_without_indicator_counts_reports_or_is_a_rubric():
    instrument = make.make_instrument()
    for order, formula in enumerate(("rubric", "timeliness", "completeness"), 1):
        make.make_line(instrument, None, weight=20, formula=formula, order=order)
    assert_refused(make.make_line, instrument, None, weight=20, formula="ratio", order=4)


def test_lines_have_their_own_place_and_tie_break():
    instrument, indicator = make.make_instrument(), make.make_indicator()
    make.make_line(instrument, indicator, weight=50, order=1, tie_order=1)
    assert_refused(make.make_line, instrument, indicator, weight=50, order=1)
    assert_refused(make.make_line, instrument, indicator, weight=50, order=2, tie_order=1)


def test_bands_have_their_own_bound_and_label():
    instrument = make.make_instrument()
    Band.objects.create(instrument=instrument, label="Baik", lower=0)
    assert_refused(Band.objects.create, instrument=instrument, label="Cukup", lower=0)
    assert_refused(Band.objects.create, instrument=instrument, label="Baik", lower=50)


@pytest.mark.parametrize("verb", ["computed", "determined", "published"])
def test_a_step_of_a_round_has_a_time_and_a_person(verb):
    round_ = make.make_round()
    assert_refused(Round.objects.filter(pk=round_.pk).update, **{f"{verb}_at": timezone.now()})


@pytest.mark.parametrize("verb", ["determined", "published"])
def test_the_database_knows_no_round_by_one_person(verb, rina):
    now = timezone.now()
    round_ = make.make_round(computed_at=now, computed_by=rina)
    assert_refused(Round.objects.filter(pk=round_.pk).update, **{f"{verb}_at": now, f"{verb}_by": rina})


def test_a_determined_round_has_a_digest(rina, vera):
    now = timezone.now()
    people = {"computed_at": now, "computed_by": rina, "determined_at": now, "determined_by": vera}
    assert_refused(make.make_round, state="ditetapkan", **people)
    make.make_round(make.make_instrument(year=2019), state="ditetapkan", sha256="0" * 64, **people)


def test_a_score_belongs_to_a_round_or_a_release(kerinci):
    round_, release = make.make_round(), make.make_release()
    assert_refused(Score.objects.create, unit=kerinci, rank=1)
    assert_refused(Score.objects.create, unit=kerinci, rank=1, round=round_, release=release)
    Score.objects.create(unit=kerinci, rank=1, round=round_)
    assert_refused(Score.objects.create, unit=kerinci, rank=2, round=round_)
    make.make_score(release, kerinci)
    assert_refused(make.make_score, release, kerinci)


def test_a_rank_and_a_reason_for_none_exclude_each_other(kerinci):
    release = make.make_release()
    assert_refused(make.make_score, release, kerinci, rank=1, state="tidak_diumumkan")
    assert_refused(make.make_score, release, kerinci, rank=None, state="diperingkat")


def test_releases_of_a_ranking_are_numbered():
    first = make.make_release("mcp-2018-jambi")
    assert_refused(make.make_release, "mcp-2018-jambi", first.program)
    assert_refused(make.make_release, "mcp-2019-jambi", number=0)


def test_a_recorded_release_has_a_source_and_no_round():
    assert_refused(make.make_release, source_name="")
    assert_refused(make.make_release, round=make.make_round(), kind="dicatat")


def test_a_computed_release_has_a_round_and_an_instrument():
    round_ = make.make_round()
    assert_refused(make.make_release, round=round_)
    make.make_release(round=round_, instrument=round_.instrument)


def test_a_correction_has_a_reason():
    first = make.make_release("mcp-2018-jambi")
    fields = {"program": first.program, "number": 2, "corrects": first}
    assert_refused(make.make_release, "mcp-2018-jambi", **fields)
    make.make_release("mcp-2018-jambi", **fields, reason="Salah ketik")


def test_who_computed_does_not_publish(rina):
    assert_refused(make.make_release, computed_by=rina, published_by=rina)


def test_an_award_is_once_per_release_unit_and_title(kerinci):
    release = make.make_release()
    make.make_award(release, kerinci)
    assert_refused(make.make_award, release, kerinci)
    assert_refused(make.make_award, release, kerinci, rank=0, title="Lain")


def test_award_codes_cannot_be_guessed(kerinci, merangin):
    release = make.make_release()
    codes = {make.make_award(release, unit).code for unit in (kerinci, merangin)}

    assert len(codes) == 2
    assert all(len(code) == 16 for code in codes)


def test_in_force_is_the_latest_release_of_each_ranking():
    first = make.make_release("a")
    second = make.make_release("a", first.program, number=2, corrects=first, reason="Salah ketik")
    other = make.make_release("b")

    assert set(Release.objects.in_force()) == {second, other}


def test_a_release_of_a_restricted_program_is_not_public():
    make.make_release(program=make.make_program(visibility="terbatas"))
    shown = make.make_release()

    assert list(Release.objects.public()) == [shown]
