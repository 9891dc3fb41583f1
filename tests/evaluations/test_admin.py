"""Instruments, rounds, releases and awards in the admin: who presses what, and who is refused."""

import pytest
from django.urls import reverse

from evaluations.models import Award, Instrument, Release, Round
from tests import factories as make

pytestmark = pytest.mark.django_db


def change(obj):
    return reverse(f"admin:evaluations_{obj._meta.model_name}_change", args=[obj.pk])


def press(client, round_, act, **answers):
    answers = {"version": Round.objects.get(pk=round_.pk).version, **answers}
    return client.post(reverse(f"admin:evaluations_round_{act}", args=[round_.pk]), answers, follow=True)


def test_a_round_goes_from_computed_to_published_by_two_people(mcp_round, rina, vera, logged_in):
    rakor = make.make_rakor(region=mcp_round.region)
    press(logged_in(rina), mcp_round, "compute")
    press(logged_in(vera), mcp_round, "determine", basis_number="SK 12/2018", basis_on="7 November 2022")
    response = press(logged_in(vera), mcp_round, "publish", announced_at=rakor.pk)

    assert "Penetapan diumumkan." in response.text
    release = Release.objects.get()
    assert (release.announced_at, release.published_by, release.computed_by) == (rakor, vera, rina)
    mcp_round.refresh_from_db()
    assert (mcp_round.basis_number, str(mcp_round.basis_on)) == ("SK 12/2018", "2022-11-07")


def test_following_a_link_does_nothing(mcp_round, rina, logged_in):
    response = logged_in(rina).get(reverse("admin:evaluations_round_compute", args=[mcp_round.pk]))

    assert response.status_code == 200
    assert Round.objects.get().state == "draf"


def test_rina_who_computed_is_told_why_she_may_not_determine(mcp_round, rina, logged_in):
    client = logged_in(rina)
    press(client, mcp_round, "compute")
    response = press(client, mcp_round, "determine", basis_number="SK 12/2018")

    assert response.status_code == 409
    assert "bukan yang menghitung" in response.text
    assert "SK 12/2018" in response.text
    assert Round.objects.get().state == "dihitung"


def test_a_round_that_moved_on_since_it_was_opened_is_not_determined(mcp_round, rina, vera, logged_in):
    press(logged_in(rina), mcp_round, "compute")
    seen = Round.objects.get().version
    press(logged_in(rina), mcp_round, "compute")
    response = press(logged_in(vera), mcp_round, "determine", version=seen, basis_number="SK 12/2018")

    assert response.status_code == 409
    assert "SK 12/2018" in response.text
    assert Round.objects.get().state == "dihitung"


@pytest.mark.parametrize("act", ["compute", "determine", "publish", "withdraw"])
def test_budi_the_operator_presses_nothing(mcp_round, budi, logged_in, act):
    assert press(logged_in(budi), mcp_round, act).status_code in (403, 404)


def test_pimpin_the_leader_reads_and_presses_nothing(mcp_round, pimpin, logged_in):
    client = logged_in(pimpin)

    assert client.get(change(mcp_round)).status_code == 200
    assert press(client, mcp_round, "compute").status_code == 403


def test_dewi_from_another_province_does_not_find_the_round(mcp_round, dewi, logged_in):
    client = logged_in(dewi)

    assert client.get(change(mcp_round)).status_code == 404
    assert press(client, mcp_round, "compute").status_code == 404
    assert Round.objects.get().state == "draf"


def test_only_the_steps_that_are_next_are_offered(mcp_round, rina, vera, logged_in):
    page = logged_in(rina).get(change(mcp_round)).text
    assert reverse("admin:evaluations_round_compute", args=[mcp_round.pk]) in page
    assert reverse("admin:evaluations_round_publish", args=[mcp_round.pk]) not in page

    press(logged_in(rina), mcp_round, "compute")
    press(logged_in(vera), mcp_round, "determine")
    page = logged_in(vera).get(change(mcp_round)).text
    assert reverse("admin:evaluations_round_publish", args=[mcp_round.pk]) in page
    assert reverse("admin:evaluations_round_compute", args=[mcp_round.pk]) not in page


def test_an_instrument_says_what_is_still_wrong_with_it(jambi, rina, logged_in):
    instrument = make.make_instrument(make.make_program(owner=jambi), owner=jambi)
    make.make_line(instrument, make.make_indicator(), weight=90)

    assert "Jumlah bobot 90, seharusnya 100." in logged_in(rina).get(change(instrument)).text


def test_a_used_instrument_is_shown_and_not_changed(mcp_round, rina, logged_in):
    client = logged_in(rina)
    press(client, mcp_round, "compute")
    instrument = Instrument.objects.get()

    assert client.get(change(instrument)).status_code == 200
    assert client.post(change(instrument), {"name": "lain"}).status_code == 403


RECORDED = {
    "year": "2022",
    "period": "TAHUNAN",
    "title": "Konflik sosial Jambi 2022",
    "subject": "penanganan konflik sosial",
    "source_name": "Berita",
    "ranks": "I Kerinci\nII. Kab. Batanghari\n3 Merangin; 87,5",
}


def record(client, jambi, **fields):
    program = make.make_program(code="PKS")
    data = RECORDED | {"program": program.pk, "region": jambi.pk} | fields
    return client.post(reverse("admin:evaluations_release_record"), data, follow=True)


def test_a_ranking_from_elsewhere_is_written_down_line_by_line(eleven, jambi, rina, logged_in):
    response = record(logged_in(rina), jambi)

    assert "Penetapan dicatat" in response.text
    placed = Release.objects.get().scores.exclude(rank=None).order_by("rank")
    assert [(s.unit.code, s.rank, s.score and str(s.score)) for s in placed] == [
        ("15.01", 1, None),
        ("15.04", 2, None),
        ("15.02", 3, "87.500000"),
    ]


@pytest.mark.parametrize(
    ("ranks", "sentence"),
    [
        ("I Kerinci\nII Sambas", "Baris 2: &quot;Sambas&quot; tidak ditemukan di provinsi ini."),
        ("pertama Kerinci", "Baris 1: &quot;pertama Kerinci&quot; tidak terbaca."),
        ("1 Kerinci; 1.234", "Baris 1:"),
        ("1 Kerinci\n2 Kerinci", "tertulis dua kali"),
    ],
)
def test_a_bad_line_is_named_and_what_was_typed_stays(eleven, jambi, rina, logged_in, ranks, sentence):
    response = record(logged_in(rina), jambi, ranks=ranks)

    assert sentence in response.text
    assert "Konflik sosial Jambi 2022" in response.text
    assert not Release.objects.exists()


def test_an_unknown_period_is_refused_with_what_may_be_written(eleven, jambi, rina, logged_in):
    assert "TAHUNAN" in record(logged_in(rina), jambi, period="kuartal").text
    assert not Release.objects.exists()


def test_dewi_records_nothing_for_jambi(eleven, jambi, dewi, logged_in):
    record(logged_in(dewi), jambi)

    assert not Release.objects.exists()


def test_vera_the_verifier_does_not_record(eleven, jambi, vera, logged_in):
    assert record(logged_in(vera), jambi).status_code == 403


def test_a_release_has_no_form(rina, logged_in):
    release = make.make_release(region=make.make_province())
    client = logged_in(rina)

    assert client.get(change(release)).status_code == 200
    assert client.post(change(release), {"title": "lain"}).status_code == 403
    assert client.post(reverse("admin:evaluations_release_delete", args=[release.pk])).status_code == 403


def test_givers_of_an_award_are_picked_among_the_roles_of_its_rakor(jambi, kerinci, rina, logged_in):
    rakor, other = make.make_rakor(), make.make_rakor()
    mine, foreign = make.make_role(rakor, "Bupati Muaro Jambi"), make.make_role(other, "Gubernur lain")
    award = make.make_award(make.make_release(region=jambi), kerinci, rakor=rakor)
    page = logged_in(rina).get(change(award)).text

    assert str(mine) in page
    assert str(foreign) not in page


def test_rina_adds_an_award(jambi, kerinci, rina, logged_in):
    release = make.make_release(region=jambi)
    data = {"release": release.pk, "unit": kerinci.pk, "kind": "sertifikat", "title": "Sertifikat", "rank": 1}
    logged_in(rina).post(reverse("admin:evaluations_award_add"), data)

    assert Award.objects.get().unit_id == kerinci.pk
