from datetime import date

import pytest

from regions.models import Unit
from tests import factories as make
from tests.dashboard.rankings import MCP_2017, MCP_2018, NBSP, make_eleven, publish, rank_many, record
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db

CONFLICT = {"15.01": 1, "15.04": 2, "15.02": 3}


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)


@pytest.fixture
def kpk(jambi):
    return make.make_rakor(
        "Rakor KPK se-Jambi", region=jambi, slug="kpk", starts_on=date(2019, 3, 12), place="Jambi"
    )


@pytest.fixture
def conflict(jambi):
    return make.make_rakor(
        "Rakor Tim Terpadu", region=jambi, slug="timdu", starts_on=date(2022, 11, 7), place="Muaro Jambi"
    )


class TestFirstTenSeconds:
    def test_the_newest_announcement_is_the_heading(self, client, eleven, kpk, conflict):
        publish(MCP_2018, 2018, rakor=kpk)
        record(CONFLICT, rakor=conflict)
        page = read(client, "/")
        rest = f'penanganan konflik sosial <span class="r-nowrap">se-Provinsi</span> Jambi,{NBSP}2022'
        assert f"<h1>Kerinci peringkat{NBSP}I {rest}</h1>" in page
        assert "Delapan daerah lain tidak diumumkan." in page
        assert f'<a href="/rakor/timdu/">Rakor di Muaro Jambi</a>, Senin, 7{NBSP}November 2022.' in page
        assert f"Sumber: Berita, 7{NBSP}November 2022. Dasar penilaian: Permendagri 42/2015." in page
        assert "Dicatat, tidak dihitung" in page

    def test_the_first_three_and_nobody_else_has_a_rank(self, client, eleven, conflict):
        record(CONFLICT, rakor=conflict)
        places = client.get("/").context["places"]
        assert [(place.label, place.name) for place in places] == [
            ("I", "Kerinci"),
            ("II", "Batanghari"),
            ("III", "Merangin"),
        ]
        tiles = client.get("/").context["map_figure"].map.tiles
        assert sorted(tile.place.value for tile in tiles if tile.place.value) == ["I", "II", "III"]

    def test_the_title_carries_plain_spaces(self, client, eleven, conflict):
        record(CONFLICT, rakor=conflict)
        page = read(client, "/")
        heading = "Kerinci peringkat I penanganan konflik sosial se-Provinsi Jambi, 2022"
        assert f"<title>{heading} · Rakor</title>" in page
        assert f'<meta property="og:title" content="{heading}">' in page

    def test_my_region_is_asked_for_where_regions_are_listed(self, client, eleven, conflict):
        record(CONFLICT, rakor=conflict)
        page = read(client, "/")
        assert 'action="/daerah/" method="get"' in page
        assert '<option value="Kabupaten Kerinci">' in page

    def test_without_an_announcement_the_latest_period_leads(self, client, eleven):
        publish(MCP_2017, 2017)
        publish(MCP_2018, 2018)
        assert client.get("/").context["newest"].title == "MCP Jambi 2018"

    def test_a_simulation_never_leads(self, client, eleven, conflict):
        publish(MCP_2018, 2018, kind="simulasi", rakor=conflict)
        assert "newest" not in client.get("/").context
        assert "steps" not in client.get("/").context

    def test_a_hidden_rakor_announces_nothing(self, client, eleven, kpk, conflict):
        conflict.visibility = "terbatas"
        conflict.save()
        publish(MCP_2018, 2018, rakor=kpk)
        record(CONFLICT, rakor=conflict)
        page = read(client, "/")
        assert "Tim Terpadu" not in page and "Rakor di Muaro Jambi" not in page
        assert client.get("/").context["newest"].title == "MCP Jambi 2018"


class TestChain:
    def steps(self, client):
        return {step.name: step for step in client.get("/").context["steps"]}

    def test_eight_steps_on_the_complete_ranking(self, client, eleven, kpk, conflict):
        publish(MCP_2017, 2017, rakor=kpk)
        publish(MCP_2018, 2018, rakor=kpk)
        record(CONFLICT, rakor=conflict)
        steps = self.steps(client)
        assert list(steps) == [
            "Rakor", "Rumusan hasil", "Tindak lanjut", "Indikator", "Angka", "Nilai", "Peringkat", "Piagam",
        ]  # fmt: skip
        assert steps["Rakor"].url == "/rakor/kpk/"
        assert steps["Angka"].text == "Batanghari <strong>67</strong>; tahun 2017: 50"
        assert steps["Nilai"].text == "<strong>67,00</strong> dari satu butir, bobot 100"
        assert steps["Peringkat"].text == "Batanghari <strong>1 dari 11</strong>, naik 6"
        assert steps["Indikator"].url == "/peringkat/mcp-2018-jambi/15.04/#indikator"
        assert steps["Piagam"].is_none

    def test_every_step_can_be_tapped(self, client, eleven, kpk):
        publish(MCP_2018, 2018, rakor=kpk)
        for step in client.get("/").context["steps"]:
            assert client.get(step.url.partition("#")[0]).status_code == 200, step

    def test_what_is_not_recorded_says_so(self, client, eleven, kpk):
        kpk.record_source, kpk.source_name = "berita", "Pers"
        kpk.save()
        publish(MCP_2018, 2018, rakor=kpk)
        steps = self.steps(client)
        assert steps["Rumusan hasil"].is_none
        assert steps["Rumusan hasil"].text == "Tidak dimuat dalam sumber"
        assert steps["Tindak lanjut"].is_none

    def test_invented_follow_ups_make_the_step_a_sample(self, client, eleven, kpk):
        publish(MCP_2018, 2018, rakor=kpk)
        outcome = make.make_outcome(kpk, "Rencana aksi diselesaikan.")
        make.make_follow_up(outcome, responsible=Unit.objects.get(code="15.01"), is_sample=True)
        steps = self.steps(client)
        assert steps["Tindak lanjut"].is_sample
        assert steps["Rumusan hasil"].text == "Satu rumusan hasil"

    def test_an_incomplete_ranking_is_not_walked(self, client, eleven, kpk):
        publish({"15.01": 50}, 2018, rakor=kpk)
        assert "steps" not in client.get("/").context

    def test_a_figure_that_is_not_public_is_not_told(self, client, eleven, kpk):
        release = publish(MCP_2018, 2018, rakor=kpk)
        release.program.indicators.update(visibility="terbatas", name="Rahasia")
        page = read(client, "/")
        assert "Rahasia" not in page
        assert self.steps(client)["Angka"].text == "Batanghari: satu butir berangka"


class TestFollowUps:
    def test_invented_ones_are_marked(self, client, kpk, kerinci):
        outcome = make.make_outcome(kpk)
        make.make_follow_up(outcome, responsible=kerinci, is_sample=True)
        assert "Data contoh, bukan data resmi" in read(client, "/")

    def test_real_ones_are_not(self, client, kpk, kerinci):
        make.make_follow_up(make.make_outcome(kpk), responsible=kerinci)
        assert "data contoh, bukan" not in read(client, "/").lower()

    def test_mixed_ones_say_how_many(self, client, kpk, kerinci):
        outcome = make.make_outcome(kpk)
        make.make_follow_up(outcome, responsible=kerinci)
        make.make_follow_up(outcome, responsible=kerinci, is_sample=True)
        assert "1 dari 2 adalah data contoh, bukan data resmi." in read(client, "/")


def test_the_last_rakor_are_held_and_public(client, kpk, conflict, jambi):
    make.make_rakor("Rakor yang akan datang", region=jambi, starts_on=date(2030, 1, 1), state="dijadwalkan")
    make.make_rakor("Rakor tertutup", region=jambi, starts_on=date(2029, 1, 1), visibility="rahasia")
    shown = client.get("/").context["last_rakor"]
    assert [rakor.title for rakor in shown] == ["Rakor Tim Terpadu", "Rakor KPK se-Jambi"]


def test_an_empty_installation_says_what_will_stand_here(client):
    page = read(client, "/")
    for said in ("Belum ada peringkat", "Belum ada rantai yang lengkap", "Belum ada Rakor"):
        assert said in page
    assert page.count("<h1>") == 1
    assert "Cari daerah saya" in page
    assert 'id="cari" name="q" maxlength="100"' in page, "nothing is typed yet"


@pytest.mark.slow
def test_the_number_of_queries_does_not_grow(client, count_queries, jambi):
    make.make_regencies(514)
    for year in (2019, 2020):
        rank_many(11, year, rakor=make.make_rakor(region=jambi, starts_on=date(year, 1, 1)))
    few = count_queries("/")
    for year in (2023, 2024):
        rank_many(514, year, rakor=make.make_rakor(region=jambi, starts_on=date(year, 1, 1)))
    shown = client.get("/").context
    assert (shown["newest"].title, shown["walked"].title) == ("MCP 2024", "MCP 2024")
    assert count_queries("/") == few
