"""A round from draft to release: Rina computes, Vera determines and publishes."""

import json

import pytest
from django.utils import timezone

from evaluations import scoring
from evaluations.actions import compute, determine, open_review, publish, record_release, withdraw
from evaluations.models import Release, Round, Score
from programs.models import Report
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

RANKS_2017 = {
    "15.71": 1,
    "15.06": 2,
    "15.72": 3,
    "15.01": 4,
    "15.02": 5,
    "15.08": 5,
    "15.04": 7,
    "15.05": 8,
    "15.03": 9,
    "15.07": 9,
    "15.09": 9,
}


def ranks(scores):
    return dict(scores.values_list("unit__code", "rank"))


def test_mcp_2017_gives_the_published_ranks(mcp_round, rina):
    compute(mcp_round, by=rina)

    assert ranks(mcp_round.scores) == RANKS_2017
    assert mcp_round.state == "dihitung"
    assert mcp_round.computed_by == rina


def test_score_rows_keep_the_way_to_the_number(mcp_round, rina):
    compute(mcp_round, by=rina)

    (line,) = json.loads(mcp_round.scores.get(unit__code="15.71").lines)
    assert line["value"] == "58"
    assert line["capped"] == "58"
    assert line["points"] == "58"
    assert line["points_open"] == "42"
    assert line["source"] == "Berita"
    assert line["origins"][0]["source"] == "Berita"


def test_computing_freezes_the_instrument_and_may_be_repeated(mcp_round, rina):
    compute(mcp_round, by=rina)
    compute(mcp_round, by=rina)

    assert mcp_round.instrument.is_frozen
    assert mcp_round.scores.count() == 11


def test_only_accepted_figures_count(mcp_round, rina):
    Report.objects.filter(unit__code="15.71").update(state="dikirim", accepted_at=None, accepted_by=None)

    compute(mcp_round, by=rina)

    kota_jambi = mcp_round.scores.get(unit__code="15.71")
    assert (kota_jambi.state, kota_jambi.rank) == ("cakupan", None)


def test_figures_accepted_after_the_rounds_date_do_not_count(mcp_round, rina):
    mcp_round.as_of = timezone.localdate() - timezone.timedelta(days=2)
    mcp_round.save()

    compute(mcp_round, by=rina)

    assert set(ranks(mcp_round.scores).values()) == {None}


def test_weights_that_do_not_total_100_are_refused_with_the_sum(mcp_round, rina):
    mcp_round.instrument.lines.update(weight=90)

    with pytest.raises(ActionRefused, match="Jumlah bobot 90, seharusnya 100"):
        compute(mcp_round, by=rina)
    assert Round.objects.get().state == "draf"


def test_rina_who_computed_may_not_determine(mcp_round, rina):
    compute(mcp_round, by=rina)

    with pytest.raises(ActionRefused, match="orang lain"):
        determine(mcp_round, by=rina)


def test_suri_the_superuser_who_computed_may_not_publish(mcp_round, suri, vera):
    compute(mcp_round, by=suri)
    determine(mcp_round, by=vera)

    with pytest.raises(ActionRefused, match="orang lain"):
        publish(mcp_round, by=suri)


def test_figures_that_moved_since_computing_are_noticed(mcp_round, mcp_indicator, rina, vera):
    compute(mcp_round, by=rina)
    mcp_indicator.measurements.filter(unit__code="15.01").update(value=99)

    with pytest.raises(ActionRefused, match="Hitung ulang"):
        determine(mcp_round, by=vera)


def test_of_two_who_press_at_once_the_second_is_told(mcp_round, rina, suri):
    seen_by_suri = Round.objects.get()
    compute(mcp_round, by=rina)

    with pytest.raises(ActionRefused, match="sudah berubah"):
        compute(seen_by_suri, by=suri)


def published(round_, rina, vera, **fields):
    compute(round_, by=rina)
    open_review(round_, by=rina)
    determine(round_, by=vera, basis_number="SK 12/2018")
    return publish(round_, by=vera, **fields)


def test_release_holds_text_digest_and_rows(mcp_round, rina, vera):
    rakor = make.make_rakor()
    release = published(mcp_round, rina, vera, announced_at=rakor, source_name="Berita")

    assert release.ranking == "mcp-2017-jambi"
    assert (release.number, release.places, release.kind) == (1, 11, "dihitung")
    assert release.announced_at == rakor
    assert release.sha256 == scoring.digest(release.text)
    assert scoring.reproduces(release.text)
    assert ranks(release.scores) == RANKS_2017
    assert json.loads(release.text)["header"]["basis"]["number"] == "SK 12/2018"


def test_an_undetermined_round_is_not_published(mcp_round, rina, vera):
    compute(mcp_round, by=rina)

    with pytest.raises(ActionRefused):
        publish(mcp_round, by=vera)
    assert not Release.objects.exists()


def test_a_second_release_of_a_ranking_is_a_correction_with_a_reason(mcp_round, rina, vera):
    first = published(mcp_round, rina, vera)
    again = make.make_round(mcp_round.instrument, mcp_round.period, mcp_round.region, as_of="2030-01-01")
    compute(again, by=rina)
    determine(again, by=vera)

    with pytest.raises(ActionRefused, match="alasan ralatnya"):
        publish(again, by=vera)
    second = publish(again, by=vera, reason="Angka Tebo salah ketik")

    assert (second.number, second.corrects) == (2, first)
    assert list(Release.objects.in_force()) == [second]


def test_a_round_is_withdrawn_with_a_reason_and_not_after_publication(mcp_round, rina, vera):
    compute(mcp_round, by=rina)
    with pytest.raises(ActionRefused, match="alasannya"):
        withdraw(mcp_round, by=rina, reason=" ")

    withdraw(mcp_round, by=rina, reason="Periode keliru")

    assert mcp_round.state == "ditarik"
    with pytest.raises(ActionRefused):
        determine(mcp_round, by=vera)


def test_each_step_is_in_the_ledger(mcp_round, rina, vera):
    release = published(mcp_round, rina, vera)

    about_round = Change.objects.about(mcp_round).values_list("action", "by__username")
    assert list(about_round) == [
        ("umumkan", "vera"),
        ("tetapkan", "vera"),
        ("sanggah", "rina"),
        ("hitung", "rina"),
    ]
    assert Change.objects.about(release).get().pairs["sha256"] == ["", release.sha256]


def recorded(eleven, jambi, by, **fields):
    first_three = ["15.01", "15.04", "15.02"]
    fields.setdefault("ranks", [(eleven[code], place, None) for place, code in enumerate(first_three, 1)])
    return record_release(
        by=by,
        program=make.make_program(code="PKS", short_name="PKS"),
        period=make.make_period(2022),
        region=jambi,
        units=list(eleven.values()),
        subject="penanganan konflik sosial",
        source_name="Berita, 7-11-2022",
        **fields,
    )


def test_a_recorded_release_names_nobody_by_number(eleven, jambi, rina):
    with pytest.raises(ActionRefused) as refusal:
        recorded(eleven, jambi, rina, ranks=[(eleven["15.01"], 1, None)], basis="budi@contoh.id")
    assert refusal.value.code == "personal_data"
    assert not Release.objects.exists()


def test_a_recorded_release_prints_only_what_its_source_says(eleven, jambi, rina):
    release = recorded(eleven, jambi, rina)

    assert (release.kind, release.places) == ("dicatat", 11)
    assert ranks(release.scores.exclude(rank=None)) == {"15.01": 1, "15.04": 2, "15.02": 3}
    assert release.scores.filter(state="tidak_diumumkan", score=None).count() == 8


def test_a_recorded_rank_outside_the_ranking_is_refused(eleven, jambi, rina, sambas):
    with pytest.raises(ActionRefused, match=r"61\.01"):
        recorded(eleven, jambi, rina, ranks=[(sambas, 1, None)])
    assert not Release.objects.exists()


def test_a_recorded_release_without_a_rank_is_refused(eleven, jambi, rina):
    with pytest.raises(ActionRefused, match="sedikitnya satu"):
        recorded(eleven, jambi, rina, ranks=[])


def test_two_programs_of_one_code_keep_their_rankings_apart(eleven, jambi, rina):
    recorded(eleven, jambi, rina)
    other = make.make_program(code="PKS", owner=jambi, short_name="PKS")
    release = record_release(
        by=rina,
        program=other,
        period=make.make_period(2022),
        region=jambi,
        ranks=[(eleven["15.01"], 1, None)],
        units=list(eleven.values()),
        subject="hal lain",
        source_name="Berita",
    )

    assert release.number == 1
    assert release.ranking == f"pks-2022-jambi-{other.pk}"


def test_computing_costs_the_same_whatever_the_number_of_regencies(
    mcp_round, rina, django_assert_max_num_queries
):
    with django_assert_max_num_queries(25):
        compute(mcp_round, by=rina)
    assert Score.objects.count() == 11
