from datetime import date
from decimal import Decimal

import pytest

from evaluations import actions
from evaluations.models import Release
from programs.models import Program
from tests import factories as make
from tests.dashboard.rankings import (
    MCP_2017,
    MCP_2018,
    NBSP,
    make_eleven,
    make_mcp,
    publish,
    rank_many,
    record,
    settle,
)
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db

MCP = "/peringkat/mcp-2018-jambi/"
PKS = "/peringkat/pks-2022-jambi/"


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)


@pytest.fixture
def rakor(jambi):
    return make.make_rakor("Rakor KPK", region=jambi, slug="kpk", starts_on=date(2019, 3, 12), place="Jambi")


@pytest.fixture
def both_years(eleven, rakor):
    publish(MCP_2017, 2017, rakor=rakor)
    return publish(MCP_2018, 2018, rakor=rakor)


def table(client, address, **asked):
    return {row.code: row for row in client.get(address, asked).context["shown"].rows}


class TestComputed:
    def test_the_result_is_the_heading(self, client, both_years):
        page = read(client, MCP)
        moved = f"naik dari peringkat{NBSP}7"
        assert f"<h1>Batanghari peringkat{NBSP}1 dari 11 pada MCP Jambi 2018, {moved}</h1>" in page
        assert "Delapan daerah naik nilainya, satu tetap, dua turun." in page
        assert "Nilai tengah naik dari 51 menjadi 55." in page

    def test_every_row_in_the_worked_order(self, client, both_years):
        rows = table(client, MCP)
        assert [(row.rank, row.name, row.value, row.before) for row in rows.values()][:3] == [
            ("1", "Batanghari", "67", "50"),
            ("2", "Tanjung Jabung Barat", "66", "54"),
            ("3", "Sarolangun", "60", "46"),
        ]
        assert {code: row.move.places for code, row in rows.items()} == {
            "15.04": 6, "15.06": 0, "15.03": 6, "15.05": 4, "15.08": 0, "15.01": -2, "15.72": -4,
            "15.02": -3, "15.09": 0, "15.71": -9, "15.07": -2,
        }  # fmt: skip

    def test_equal_scores_share_a_rank(self, client, eleven):
        publish(MCP_2017, 2017)
        ranks = [row.rank for row in table(client, "/peringkat/mcp-2017-jambi/").values()]
        assert ranks == ["1", "2", "3", "4", "5", "5", "7", "8", "9", "9", "9"]

    def test_bars_and_ticks_lie_on_0_to_100(self, client, both_years):
        page = read(client, MCP)
        assert '<rect width="67%"/><rect class="tick" x="50%" width="2"/>' in page

    def test_a_row_leads_to_the_region_and_to_the_lines_of_its_score(self, client, both_years):
        page = read(client, MCP)
        assert '<a href="/daerah/15.04/">Batanghari</a>' in page
        assert 'href="/peringkat/mcp-2018-jambi/15.04/" aria-label="67, rincian penilaian Batanghari"' in page

    def test_where_it_was_announced(self, client, both_years):
        assert f'<a href="/rakor/kpk/">Rakor di Jambi</a>, Selasa, 12{NBSP}Maret 2019.' in read(client, MCP)

    def test_both_pictures_with_their_finding(self, client, both_years):
        shown = client.get(MCP).context
        assert shown["slope_figure"].title == "Batanghari naik terjauh, Kota Jambi turun terjauh"
        assert shown["map_figure"].title == "Enam daerah pada nilai tengah 55 atau di atasnya"
        assert len(shown["map_figure"].map.tiles) == 11

    def test_no_band_column_without_bands(self, client, both_years):
        assert "Predikat" not in read(client, MCP)

    def test_bands_where_the_instrument_has_them(self, client, eleven):
        publish(MCP_2018, 2018, bands=[("Kuning", 0), ("Biru", 50)])
        page = read(client, MCP)
        assert '<span class="r-wide">Predikat</span>' in page
        assert "Sembilan daerah Biru dan dua daerah Kuning" in page

    def test_decimals_are_one_column(self, client, eleven):
        publish({"15.01": "92.5", "15.02": "92.03", "15.03": "80"}, 2018)
        values = [row.value for row in table(client, MCP).values()]
        assert values == ["92,50", "92,03", "80,00"]


class TestComparison:
    def test_the_first_ranking_has_nothing_to_compare(self, client, eleven):
        publish(MCP_2017, 2017)
        page = read(client, "/peringkat/mcp-2017-jambi/")
        assert "Belum ada peringkat sebelumnya yang sebanding." in page
        assert "+/−" not in page
        assert client.get("/peringkat/mcp-2017-jambi/").context["slope_figure"] is None

    def test_another_method_is_not_compared(self, client, eleven):
        publish(MCP_2017, 2017)
        program = Program.objects.get(code="MCP")
        instrument = make.make_instrument(program, 2018)
        for weight in (60, 40):
            make.make_line(instrument, program.indicators.get(), weight=weight)
        kerinci = make.unit_of("15.01")
        make.make_figure(program.indicators.get(), kerinci, make.make_period(2018), 55)
        settle(make.make_round(instrument, region=kerinci.parent, as_of=date(2100, 1, 1)))
        page = read(client, MCP)
        assert "Cara menilai sebelumnya berbeda, maka peringkat tidak dibandingkan." in page
        assert "naik dari" not in page

    def test_a_regency_that_was_not_ranked_before_is_new(self, client, eleven):
        publish({code: value for code, value in MCP_2017.items() if code != "15.04"}, 2017)
        publish(MCP_2018, 2018)
        assert table(client, MCP)["15.04"].move.is_new
        assert f"<h1>Batanghari peringkat{NBSP}1 dari 11 pada MCP Jambi 2018</h1>" in read(client, MCP)

    def test_years_are_linked_both_ways(self, client, both_years):
        tabs = [(tab.label, tab.url, tab.current) for tab in client.get(MCP).context["year_tabs"]]
        assert tabs == [("2017", "/peringkat/mcp-2017-jambi/", False), ("2018", MCP, True)]


class TestRecorded:
    @pytest.fixture
    def conflict(self, eleven, rakor):
        return record({"15.01": 1, "15.04": 2, "15.02": 3}, rakor=rakor)

    def test_roman_ranks_and_no_invented_number(self, client, conflict):
        shown = client.get(PKS).context
        assert [(row.rank, row.value) for row in shown["shown"].rows] == [("I", ""), ("II", ""), ("III", "")]
        assert len(shown["shown"].unannounced) == 8
        page = read(client, PKS)
        untold = [row for row in page.split("<tr ")[1:] if "is-untold" in row.split("</tr>")[0]]
        assert len(untold) == 8
        for row in untold:
            first = row.split("</td>")[0]
            assert 'role="img" aria-label="tidak diumumkan"' in first
            assert "<td>tidak diumumkan</td>" in row
            assert "<b>" not in row.split("</tr>")[0]

    def test_it_says_that_it_was_not_computed(self, client, conflict):
        page = read(client, PKS)
        assert "Dicatat, tidak dihitung" in page
        assert "ditulis menurut sumbernya" in page
        assert "Cara menilainya tidak tercatat, maka peringkat tidak dibandingkan." in page

    def test_the_steps_that_do_not_exist_are_not_links(self, client, conflict):
        steps = {step.name: step.url for step in client.get(PKS).context["steps"]}
        assert steps["Rakor"] == "/rakor/kpk/"
        assert steps["Indikator"] == steps["Angka"] == steps["Nilai"] == ""

    def test_certificates_with_who_gave_them_to_whom(self, client, conflict, rakor):
        giver = make.make_role(rakor, "Sekretaris Daerah", name="Sudirman", kind="penyerah")
        regent = make.make_role(rakor, "Bupati Kerinci", name="Adirozal", kind="penerima")
        stands_in = make.make_role(
            rakor, "Asisten III", kind="penerima", principal=regent, representation="mewakili"
        )
        kerinci = make.unit_of("15.01")
        award = make.make_award(conflict, kerinci, 1, rakor=rakor, receiver=stands_in, number="05/2022")
        award.givers.add(giver)
        page = read(client, PKS)
        assert 'id="piagam"' in page and "05/2022" in page
        assert "Sudirman, Sekretaris Daerah" in page and "Asisten III" in page
        assert f"Peringkat{NBSP}I: " in page.replace("&nbsp;", NBSP)

    def test_only_kota_keeps_the_ranks_as_they_are(self, client, conflict):
        shown = client.get(PKS, {"kelompok": "kota"}).context["shown"]
        assert shown.rows == ()
        assert [place.name for place in shown.unannounced] == ["Kota Jambi", "Kota Sungai Penuh"]


class TestRecordedWithValues:
    def test_values_stand_beside_roman_ranks(self, client, eleven):
        units = [make.unit_of(code) for code in ("15.01", "15.04", "15.08")]
        release = actions.record_release(
            by=make.make_user(),
            program=make.make_program("IKM", "Kepuasan masyarakat"),
            period=make.make_period(2022),
            region=units[0].parent,
            ranks=[(units[0], 1, Decimal("88.5")), (units[1], 1, Decimal("88.5"))],
            units=units,
            subject="kepuasan masyarakat",
            source_name="Surat Gubernur",
        )
        page = read(client, release.get_absolute_url())
        said = f"Kerinci dan Batanghari peringkat{NBSP}I kepuasan masyarakat"
        assert said in page
        shown = client.get(release.get_absolute_url()).context
        assert [(row.rank, row.value) for row in shown["shown"].rows] == [("I", "88,5"), ("I", "88,5")]
        assert page.count("tidak diumumkan</td>") == 1


class TestNobodyRanked:
    def test_only_the_reasons_are_shown(self, client, jambi):
        make.make_regency("15.01", "Kerinci", province=jambi)
        program, indicator = make_mcp()
        instrument = make.make_instrument(program, 2018)
        make.make_line(instrument, indicator)
        release = settle(make.make_round(instrument, region=jambi, as_of=date(2100, 1, 1)))
        page = read(client, release.get_absolute_url())
        assert "<h1>MCP Jambi 2018</h1>" in page
        assert "Tidak diperingkat" in page and "diumumkan</a>" not in page


class TestSimulation:
    def test_it_is_marked_on_the_page_and_in_its_title(self, client, eleven):
        release = publish(MCP_2018, 2018, kind="simulasi")
        page = read(client, release.get_absolute_url())
        assert page.index('class="r-sim"') < page.index("<h1>")
        assert "<title>Simulasi: Batanghari" in page
        assert '<meta property="og:title" content="Simulasi: Batanghari' in page

    def test_an_official_one_is_not(self, client, eleven):
        publish(MCP_2018, 2018)
        assert "imulasi" not in read(client, MCP)

    def test_a_simulation_is_never_the_year_before(self, client, eleven):
        publish(MCP_2017, 2017, kind="simulasi")
        publish(MCP_2018, 2018)
        assert not client.get(MCP).context["compared"]


class TestVersions:
    @pytest.fixture
    def corrected(self, eleven):
        publish(MCP_2018, 2018)
        return publish(MCP_2018 | {"15.01": 70}, 2018, reason="Angka Kerinci salah ketik.", edition=2)

    def test_the_page_shows_the_one_in_force_and_lists_both(self, client, corrected):
        page = read(client, MCP)
        assert f"<h1>Kerinci peringkat{NBSP}1 dari 11" in page
        assert "Angka Kerinci salah ketik." in page
        for release in Release.objects.all():
            assert release.sha256 in page

    def test_the_earlier_one_says_that_it_was_replaced(self, client, corrected):
        page = read(client, f"{MCP}1/")
        assert f"<h1>Batanghari peringkat{NBSP}1 dari 11" in page
        assert "Penetapan ini sudah diganti" in page
        assert f'href="{MCP}15.04/"' not in page, "pages of scores tell of the release in force"
        assert f'href="{MCP}2/"' in page

    def test_the_one_in_force_says_nothing_of_the_kind(self, client, corrected):
        assert "sudah diganti" not in read(client, MCP)
        assert "sudah diganti" not in read(client, f"{MCP}2/")

    def test_no_third(self, client, corrected):
        assert client.get(f"{MCP}3/").status_code == 404


@pytest.mark.slow
class TestLong:
    def test_one_table_without_classes_on_cells(self, client):
        rank_many(514)
        page = read(client, "/peringkat/mcp-2024/")
        assert 'class="r-table r-table--sticky r-table--hover r-long' in page
        assert page.count("<tr><td>") == 514
        assert "r-map" not in page and "lereng" not in page

    def test_a_name_is_found(self, client):
        rank_many(514)
        [row] = table(client, "/peringkat/mcp-2024/", q="nomor 477").values()
        assert row.rank == "477"

    def test_who_is_not_found_is_said(self, client):
        rank_many(514)
        assert "Tidak ada daerah yang cocok." in read(client, "/peringkat/mcp-2024/", q="tidak ada")


def test_a_hidden_rakor_is_not_named(client, eleven, rakor):
    publish(MCP_2018, 2018, rakor=rakor)
    rakor.state = "draf"
    rakor.save()
    page = read(client, MCP)
    assert "Rakor di Jambi" not in page and "/rakor/kpk/" not in page


def test_a_program_that_is_not_public_is_not_found(client, eleven):
    publish(MCP_2018, 2018)
    Program.objects.update(visibility="terbatas")
    assert client.get(MCP).status_code == 404


def test_an_unknown_ranking_is_a_page_of_the_site(client):
    response = client.get("/peringkat/tidak-ada/")
    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.text and "r-brand" in response.text


@pytest.mark.slow
def test_the_number_of_queries_does_not_grow(client, count_queries):
    make.make_regencies(514)
    for year in (2019, 2020):
        rank_many(11, year)
    for year in (2023, 2024):
        rank_many(514, year)
    # The short one also asks for the names that its pictures use.
    assert count_queries("/peringkat/mcp-2024/") == count_queries("/peringkat/mcp-2020/") - 1
