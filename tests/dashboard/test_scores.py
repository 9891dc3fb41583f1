from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from dashboard.selectors.agreed_words import agreed_words
from evaluations import scoring
from programs.models import Indicator, Measurement, Target
from rakor.lib.dates import format_date
from tests import factories as make
from tests.dashboard.rankings import MCP_2018, NBSP, make_eleven, make_mcp, publish, record, settle
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)


@pytest.fixture
def rakor(jambi):
    return make.make_rakor("Rakor KPK", region=jambi, slug="kpk", place="Jambi")


@pytest.fixture
def composite(jambi):
    """Two regencies, three lines: one reached in part, one not reported, one that does not apply."""
    make.make_regency("15.01", "Kerinci", province=jambi)
    make.make_regency("15.02", "Merangin", province=jambi)
    program = make.make_program("PKS", "Penanganan konflik sosial", short_name="PKS")
    instrument = make.make_instrument(program, 2022)
    names = ["Rencana aksi", "Data dukung", "Penyelesaian konflik"]
    lines = {}
    for name, weight in zip(names, (60, 20, 20), strict=True):
        indicator = make.make_indicator(program, name=name, scale_min=None, scale_max=None)
        make.make_line(instrument, indicator, weight=weight, formula="ratio")
        lines[name] = indicator
    period, by = make.make_period(2022), make.make_user()
    for code, done in (("15.01", 12), ("15.02", 20)):
        unit = make.unit_of(code)
        report = make.make_report(unit, program, period, state="diterima")
        for name, value, state in (
            ("Rencana aksi", done, "value"),
            ("Data dukung", None, "not_reported"),
            ("Penyelesaian konflik", None, "not_applicable"),
        ):
            figure = make.make_measurement(report, lines[name], value, state=state)
            if value is not None:
                source = make.make_source(f"Laporan {code}")
                figure.chosen = make.make_observation(figure, value, source=source, cell="F14")
                figure.save()
            Target.objects.create(
                unit=unit, indicator=lines[name], period=period, low=17, set_at=report.accepted_at, set_by=by
            )
    settle(make.make_round(instrument, period, jambi, as_of=date(2100, 1, 1)))
    return lines


def shown(client, address):
    return client.get(address).context


class TestOneLine:
    ADDRESS = "/peringkat/mcp-2018-jambi/15.04/"

    def test_the_score_is_the_heading(self, client, eleven):
        publish(MCP_2018, 2018)
        page = read(client, self.ADDRESS)
        score = f"nilai{NBSP}67,00"
        assert f"<h1>Kabupaten Batanghari peringkat{NBSP}1 dari 11, {score}</h1>" in page

    def test_figure_source_and_the_way_on(self, client, eleven, rakor):
        publish(MCP_2018, 2018, rakor=rakor)
        page = read(client, self.ADDRESS)
        indicator = Indicator.objects.get()
        assert f'<a href="{indicator.get_absolute_url()}">Capaian MCP</a>' in page
        assert "Pers 2018.1, Tahun 2018" in page
        assert "67,00 ÷ 100 × 100 = 67,00" in page
        for step in ("indikator", "angka", "nilai"):
            assert f'id="{step}"' in page
        steps = {step.name: step.url for step in shown(client, self.ADDRESS)["steps"]}
        assert steps["Rakor"] == "/rakor/kpk/" and steps["Peringkat"] == "/peringkat/mcp-2018-jambi/"

    def test_one_line_has_no_range(self, client, eleven):
        publish(MCP_2018, 2018)
        assert shown(client, self.ADDRESS)["range"] == ""

    def test_a_region_outside_the_ranking_is_not_found(self, client, eleven, sambas):
        publish(MCP_2018, 2018)
        for code in ("61.01", "15.99"):
            response = client.get(f"/peringkat/mcp-2018-jambi/{code}/")
            assert response.status_code == 404
            assert "r-brand" in response.text


class TestSeveralLines:
    ADDRESS = "/peringkat/pks-2022-jambi/15.01/"

    def test_points_and_what_is_open(self, client, composite):
        first, second, third = shown(client, self.ADDRESS)["lines"]
        assert (first.target, first.value, first.achievement) == ("17", "12", "70,59")
        assert (first.points, first.points_open, first.weight) == ("42,35", "17,65", "60")
        assert (second.points, second.state, second.effect) == ("0,00", "Belum lapor", "dihitung 0")
        assert not third.counts
        assert (third.points, third.state, third.effect) == ("–", "Tidak berlaku", "tidak dihitung")

    def test_the_sum_is_the_score(self, client, composite):
        totals = shown(client, self.ADDRESS)["totals"]
        assert (totals.weight, totals.points) == ("80", "42,35")
        assert "42,35 ÷ 80 × 100 = 52,94" in read(client, self.ADDRESS)

    def test_a_capped_achievement_shows_what_it_was(self, client, composite):
        [first, *_others] = shown(client, "/peringkat/pks-2022-jambi/15.02/")["lines"]
        assert (first.achievement, first.uncapped, first.is_full) == ("100,00", "117,65", True)

    def test_the_cell_a_figure_was_read_from(self, client, composite):
        page = read(client, self.ADDRESS)
        assert 'Laporan 15.01, Tahun 2022. Sel <span class="r-mono">F14</span>' in page

    def test_how_sure_the_rank_is(self, client, composite):
        assert "bila satu butir dihapus atau bobotnya diubah seperempat." in read(client, self.ADDRESS)

    def test_no_zero_stands_for_what_is_missing(self, client, composite):
        _first, second, third = shown(client, self.ADDRESS)["lines"]
        assert second.value == third.value == "–"


class TestLimited:
    """A figure that is not public: only its capaian is shown, neither target nor realisasi nor source."""

    ADDRESS = "/peringkat/pks-2022-jambi/15.01/"

    def test_of_an_indicator_that_is_not_public(self, client, composite):
        Indicator.objects.filter(name="Rencana aksi").update(visibility="terbatas")
        [first, *_others] = shown(client, self.ADDRESS)["lines"]
        assert first.is_limited and first.achievement == "70,59"
        assert (first.target, first.value, first.origins, first.indicator_url) == ("", "", (), "")
        page = read(client, self.ADDRESS)
        assert "Dasar terbatas: angkanya tidak untuk umum." in page
        assert "Laporan 15.01" not in page

    def test_of_a_few_people(self, client, composite):
        from dashboard.selectors.score_lines import is_limited

        indicator = composite["Rencana aksi"]
        indicator.suppress_small_cells = True
        line = {"indicator": indicator.code}
        assert [is_limited(line | {"value": value}, indicator) for value in ("0", "1", "4", "5")] == [
            False, True, True, False,
        ]  # fmt: skip


def test_a_recorded_rank_has_no_lines_and_says_so(client, eleven):
    record({"15.01": 1, "15.04": 2, "15.02": 3})
    page = read(client, "/peringkat/pks-2022-jambi/15.01/")
    assert f"<h1>Kabupaten Kerinci peringkat{NBSP}I</h1>" in page
    assert "Butir dan nilai tidak dimuat dalam sumber." in page


def test_who_was_not_announced_has_no_rank(client, eleven):
    record({"15.01": 1, "15.04": 2, "15.02": 3})
    page = read(client, "/peringkat/pks-2022-jambi/15.08/")
    assert "<h1>Kabupaten Bungo: tidak diumumkan pada Penanganan konflik sosial Jambi 2022</h1>" in page
    assert f"peringkat{NBSP}" not in page.split("<main")[1].split("</main>")[0]


def test_too_little_data_is_not_ranked_and_says_why(client, jambi):
    make.make_regency("15.01", "Kerinci", province=jambi)
    make.make_regency("15.02", "Merangin", province=jambi)
    release = publish({"15.01": 50}, 2018)
    page = read(client, f"{release.get_absolute_url()}15.02/")
    assert "Cakupan data 0 %, kurang dari 60 %." in page or "Tidak ada nilai." in page
    listed = read(client, release.get_absolute_url())
    assert "Tidak diperingkat" in listed and "Satu daerah tidak diperingkat." in listed


def test_a_simulation_is_marked(client, eleven):
    release = publish(MCP_2018, 2018, kind="simulasi")
    page = read(client, f"{release.get_absolute_url()}15.04/")
    assert 'class="r-sim"' in page and "<title>Simulasi: " in page


@pytest.mark.parametrize("text", ["", "[]", "{}", "[1]", "kacau", '[{"weight": "x"}]'])
def test_a_text_that_cannot_be_read_breaks_no_page(client, eleven, text):
    release = make.make_release("rusak")
    make.make_score(release, make.unit_of("15.01"), score=Decimal(50), lines=text)
    assert client.get("/peringkat/rusak/15.01/").status_code == 200


def test_every_state_of_the_scoring_has_its_words(client):
    from dashboard.selectors.score_lines import SAID_WHEN_NOT_COUNTED

    assert set(SAID_WHEN_NOT_COUNTED) == set(scoring.Counting) - {scoring.Counting.COUNTED}


def test_the_number_of_queries_is_fixed(client, count_queries, composite):
    assert count_queries("/peringkat/pks-2022-jambi/15.01/") == count_queries(
        "/peringkat/pks-2022-jambi/15.02/"
    )


class TestSourcesThatDiffer:
    """What was agreed, and what is not yet, stands at the line as the release froze it."""

    ADDRESS = "/peringkat/mcp-2018-jambi/15.04/"

    @pytest.fixture
    def apart(self, eleven):
        """Batanghari: the region says 60, the press, in an accepted import, 67."""
        _program, indicator = make_mcp()
        measurement = make.make_figure(indicator, make.unit_of("15.04"), make.make_period(2018), 60)
        accepted = {"state": "diterima", "accepted_at": timezone.now(), "accepted_by": make.make_user()}
        said = make.make_observation(measurement, 67, batch=make.make_batch(**accepted))
        return make.make_difference(measurement, said)

    def settled(self, apart, **minutes):
        figure = make.make_settled(apart, 67, **minutes)
        Measurement.objects.filter(difference=apart).update(chosen=figure.observation, value=67)
        publish(MCP_2018, 2018)

    def test_an_agreed_figure_names_its_berita_acara(self, client, apart):
        self.settled(apart, minutes_number="460/12", minutes_on=date(2018, 5, 7))
        words = f"Angka disepakati, berita acara nomor 460/12, 7{NBSP}Mei 2018"
        page = read(client, self.ADDRESS)
        assert f"{words}. " in page
        assert f", Tahun 2018. {words}</span>" in page
        assert "Belum sinkron" not in page

    def test_without_a_number_it_names_the_day(self, client, apart):
        self.settled(apart)
        today = format_date(timezone.localdate())
        assert f"Angka disepakati, {today}. " in read(client, self.ADDRESS)

    def test_an_open_difference_is_marked(self, client, apart):
        publish(MCP_2018 | {"15.04": 60}, 2018)
        page = read(client, self.ADDRESS)
        assert "Belum sinkron" in page
        assert "Tidak dapat dinilai" in page
        assert "disepakati" not in page

    @pytest.mark.parametrize("kept", [None, "x", {"on": "kemarin"}, {}])
    def test_a_text_that_is_no_settlement_says_none(self, kept):
        assert "Mei" not in agreed_words({"settlement": kept})
