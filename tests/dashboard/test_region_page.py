from datetime import date

import pytest
from django.utils import timezone

from tests import factories as make
from tests.dashboard import reading
from tests.dashboard.standings import computed

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


def read(client, address="/daerah/15.01/"):
    return reading.read(client, address)


def see(client, address="/daerah/15.01/"):
    return client.get(address).context


def test_it_works(client, kerinci):
    make.make_unit_name(kerinci, "Korinci")
    page = read(client)
    assert "<h1>Kabupaten Kerinci</h1>" in page
    assert "15.01 · Provinsi Jambi" in page
    assert "juga ditulis Korinci" in page


def test_a_city_keeps_its_name(client, jambi):
    make.make_regency("15.71", "Kota Jambi", province=jambi)
    assert "<h1>Kota Jambi</h1>" in read(client, "/daerah/15.71/")


class TestNothingYet:
    """Most of the 514."""

    def test_it_says_what_will_stand_here(self, client, kerinci):
        page = read(client)
        assert "Belum ada peringkat, tindak lanjut, atau Rakor yang tercatat untuk daerah ini." in page
        for heading in ("Peringkat", "Tindak lanjut", "Rakor", "Penghargaan"):
            assert f'<div class="r-empty"><b>{heading}</b>' in page

    def test_the_rest_of_the_province_is_near(self, client, kerinci, merangin):
        assert '<a href="/daerah/15.02/">Merangin</a>' in read(client)


class TestWork:
    def test_of_the_region_and_its_agencies(self, client, jambi, kerinci, merangin):
        bkd = make.make_agency("15.01-bkd", "BKD Kabupaten Kerinci", parent=kerinci)
        outcome = make.make_outcome(make.make_rakor(region=jambi))
        make.make_follow_up(outcome, "Milik Kerinci", kerinci)
        make.make_follow_up(outcome, "Milik BKD", bkd)
        make.make_follow_up(outcome, "Milik Merangin", merangin)
        page = read(client)
        assert "Milik Kerinci" in page
        assert "Milik BKD" in page
        assert "Milik Merangin" not in page
        assert f'<a href="{outcome.get_absolute_url()}">' in page

    def test_five_are_shown_and_all_are_one_tap_away(self, client, jambi, kerinci):
        outcome = make.make_outcome(make.make_rakor(region=jambi))
        for number in range(7):
            make.make_follow_up(outcome, f"T {number}", kerinci)
        page = read(client)
        assert len(see(client)["work"].rows) == 5
        assert '<a class="r-more" href="/tindak-lanjut/?daerah=15.01">Semua 7 tindak lanjut ' in page
        assert client.get("/tindak-lanjut/?daerah=15.01").context["listed"].paginator.count == 7

    def test_invented_work_is_marked_and_so_is_its_figure(self, client, jambi, kerinci):
        outcome = make.make_outcome(make.make_rakor(region=jambi))
        make.make_follow_up(outcome, responsible=kerinci, is_sample=True, due_on=timezone.localdate())
        assert "Data contoh, bukan data resmi" in read(client)
        [tile] = see(client)["tiles"]
        assert (tile.figure, tile.of) == ("0", "dari 1")
        assert tile.text == "Tindak lanjut selesai tepat waktu (data contoh)"


class TestRakor:
    def why(self, client):
        [row] = see(client)["met"]
        return row.why

    def test_as_host(self, client, jambi, kerinci):
        make.make_rakor(region=jambi, host=kerinci)
        assert self.why(client) == "Tuan rumah"

    @pytest.mark.parametrize(
        "fields, said",
        [
            ({"attendance": "hadir"}, "BKD Kerinci hadir"),
            ({"attendance": "hadir", "attended": 2}, "BKD Kerinci hadir, 2 orang"),
            ({"attendance": "diwakili"}, "BKD Kerinci diwakili"),
            ({"attendance": "tidak_hadir"}, "BKD Kerinci tidak hadir"),
            ({}, "BKD Kerinci diundang, kehadiran tidak disebut"),
        ],
    )
    def test_as_guest(self, client, jambi, kerinci, fields, said):
        bkd = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
        make.make_invitation(make.make_rakor(region=jambi), bkd, **fields)
        assert self.why(client) == said

    def test_as_one_of_a_group(self, client, jambi, kerinci):
        make.make_invitation(
            make.make_rakor(region=jambi), group="BKD kabupaten/kota", regencies_of=jambi, attendance="hadir"
        )
        said = "Diundang sebagai BKD kabupaten/kota; kehadiran per daerah tidak tercatat"
        assert self.why(client) == said

    def test_where_its_rank_was_announced(self, client, jambi, kerinci):
        rakor = make.make_rakor(region=jambi)
        for year, rank in ((2017, 7), (2018, 1)):
            release = make.make_release(
                program=make.make_program(short_name="MCP"),
                period=make.make_period(year),
                region=jambi,
                announced_at=rakor,
            )
            make.make_score(release, kerinci, rank=rank)
        said = f"Peringkat{NBSP}I MCP 2018 dan peringkat{NBSP}VII MCP 2017 diumumkan"
        assert self.why(client) == said

    def test_where_an_award_was_handed_over(self, client, pks, jambi, kerinci):
        make.make_award(pks, kerinci, rakor=make.make_rakor(region=jambi))
        assert self.why(client) == f"Menerima Sertifikat penghargaan, peringkat{NBSP}I"

    def test_else_its_summary(self, client, kerinci):
        make.make_rakor(region=kerinci, summary="Verval dituntaskan.")
        assert self.why(client) == "Verval dituntaskan."

    def test_more_than_eight_lead_to_the_list(self, client, kerinci):
        for year in range(2010, 2020):
            make.make_rakor(region=kerinci, starts_on=date(year, 1, 5))
        page = read(client)
        assert [row.date for row in see(client)["met"]][0] == f"Sabtu, 5{NBSP}Januari 2019"
        assert len(see(client)["met"]) == 8
        assert '<a class="r-more" href="/rakor/?daerah=15.01">Semua 10 Rakor ' in page


def test_awards_with_who_handed_them_over(client, pks, jambi, kerinci):
    rakor = make.make_rakor("Rakor Timdu", region=jambi)
    award = make.make_award(pks, kerinci, title="Sertifikat", rakor=rakor, handed_on=date(2022, 11, 7))
    award.givers.add(make.make_role(rakor, office="Kepala BIN Daerah", name="David Irawan"))
    page = read(client)
    assert f"peringkat{NBSP}I, <a" in page
    assert "Kinerja Timdu 2022</a>" in page
    assert f'<a href="{rakor.get_absolute_url()}">Rakor Timdu</a>' in page
    assert f"7{NBSP}November 2022" in page
    assert "David Irawan, Kepala BIN Daerah" in page


def test_the_chain_leads_on_from_a_region(client, mcp, jambi, kerinci):
    rakor = make.make_rakor(region=kerinci)
    outcome = make.make_outcome(rakor)
    make.make_follow_up(outcome, responsible=kerinci)
    steps = {step.name: step.url for step in see(client)["trail"]}
    score = f"/peringkat/{mcp[1].ranking}/15.01/"
    assert steps == {
        "Rakor": "#rakor",
        "Rumusan hasil": outcome.get_absolute_url(),
        "Tindak lanjut": "#tl",
        "Indikator": f"/metodologi/#instrumen-{mcp[1].instrument_id}",
        "Angka": f"{score}#angka",
        "Nilai": score,
        "Peringkat": "#peringkat",
        "Piagam": "",
    }


@pytest.mark.parametrize("code", ["15.99", "99", "15-dinsos", "abc", "15.1", "1501"])
def test_an_unknown_code_is_not_found(client, kerinci, code):
    make.make_agency("15-dinsos", parent=kerinci.parent)
    assert client.get(f"/daerah/{code}/").status_code == 404


@pytest.mark.slow
def test_a_fixed_number_of_queries(jambi, count_queries):
    """At 11 and at 514 regencies, with few and with many rankings, follow-ups, Rakor and awards."""

    everywhere = make.make_regencies(514, province=jambi)
    me = everywhere[0]
    address = me.get_absolute_url()

    def fill(number, regencies):
        for year in range(2000 + number, 2000 + 2 * number):
            program = make.make_program()
            instrument = make.make_instrument(program, year=year)
            make.make_line(instrument, make.make_indicator(program))
            standings = [(unit, rank, rank) for rank, unit in enumerate(regencies, 1)]
            rakor = make.make_rakor(region=jambi, host=me)
            release = computed(jambi, year, standings, instrument=instrument, announced_at=rakor)
            award = make.make_award(release, me, rakor=rakor, receiver=make.make_role(rakor))
            award.givers.add(make.make_role(rakor))
            follow_up = make.make_follow_up(
                make.make_outcome(rakor), responsible=me, indicator=make.make_indicator()
            )
            follow_up.supporting.add(jambi)
            make.make_invitation(rakor, me)

    fill(1, everywhere[:11])
    few = count_queries(address)
    fill(3, everywhere)
    assert count_queries(address) == few


def test_it_only_reads(client, kerinci):
    assert client.post("/daerah/15.01/").status_code == 405
