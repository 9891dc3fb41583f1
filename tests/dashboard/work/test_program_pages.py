"""/kerja/program/ and /kerja/indikator/: what an official reads beyond the public pages, and who does not."""

from datetime import date

import pytest

from programs.actions import set_target
from programs.models import Deadline, Part, Schedule
from tests import factories as make

MISSING = "belum diisi, melewati tenggat"


@pytest.fixture
def program(jambi, dinsos):
    return make.make_program("PKH", "Program Keluarga Harapan", owner=jambi, agency=dinsos)


@pytest.fixture
def indicator(program, jambi):
    return make.make_indicator(
        program, "PKH-1", "Keluarga", owner=jambi, measure_unit="KPM", scale_max=None, decimals=0
    )


@pytest.fixture
def asked(program, jambi):
    """Every regency of Jambi owes a report of January 2024, by 10 February."""
    schedule = Schedule.objects.create(program=program, year=2024, owner=jambi)
    period = make.make_period(2024, "BLN01")
    Deadline.objects.create(schedule=schedule, period=period, due_on=date(2024, 2, 10))
    return period


@pytest.fixture
def kerinci_draft(kerinci, program, indicator, asked):
    report = make.make_report(kerinci, program, asked)
    figure = make.make_measurement(report, indicator, 77)
    figure.chosen = make.make_observation(figure, 77, source=make.make_source("Laporan Kerinci"))
    figure.save()
    return report


def address_of(obj):
    kind = {"program": "program", "indicator": "indikator"}[obj._meta.model_name]
    return f"/kerja/{kind}/{obj.pk}/"


def cells_of(page, name):
    row = page.split(f">{name}</th>")[1].split("</tr>")[0]
    return [part.split("</span>")[0] for part in row.split('<span class="r-sr">')[1:]]


class TestMap:
    def test_states_of_every_unit_with_their_deadline(self, page_of, rina, kerinci_draft, merangin, program):
        page = page_of(rina, address_of(program))
        assert cells_of(page, "Kabupaten Kerinci")[0].startswith("draf, melewati tenggat, Terlambat ")
        assert cells_of(page, "Kabupaten Merangin")[0].startswith(MISSING)

    def test_a_cell_leads_to_its_report(self, page_of, rina, kerinci_draft, program):
        assert f'href="/kerja/laporan/{kerinci_draft.pk}/"' in page_of(rina, address_of(program))

    @pytest.mark.parametrize(
        ("state", "word"), [("dikirim", "dikirim, belum diperiksa"), ("diterima", "diterima")]
    )
    def test_what_was_sent_and_what_was_accepted(self, page_of, rina, kerinci, program, asked, state, word):
        make.make_report(kerinci, program, asked, state=state)
        assert cells_of(page_of(rina, address_of(program)), "Kabupaten Kerinci")[0].startswith(word)

    def test_what_was_returned(self, page_of, rina, returned):
        page = page_of(rina, address_of(returned.program))
        assert cells_of(page, "Kabupaten Kerinci")[0].startswith("dikembalikan")

    def test_the_heading_counts_what_is_within_reach(self, page_of, rina, kerinci, merangin, program, asked):
        make.make_report(kerinci, program, asked, state="diterima")
        assert "1 dari 2 laporan Januari 2024 diterima" in page_of(rina, address_of(program))

    @pytest.mark.parametrize(
        ("state", "shown"), [("draf", "Kerinci"), ("belum", "Merangin"), ("diterima", "Bungo")]
    )
    def test_units_of_one_state(self, page_of, rina, kerinci_draft, merangin, program, asked, state, shown):
        bungo = make.make_regency("15.08", "Bungo", province=merangin.parent)
        make.make_report(bungo, program, asked, state="diterima")
        page = page_of(rina, f"{address_of(program)}?keadaan={state}")
        assert f"Kabupaten {shown}" in page
        if state != "belum":
            assert "Kabupaten Merangin" not in page
        assert ("Kabupaten Bungo" in page) == (state == "diterima")

    def test_a_period_of_the_year(self, page_of, rina, kerinci, program, asked):
        make.make_report(kerinci, program, make.make_period(2024, "BLN02"))
        page = page_of(rina, f"{address_of(program)}?tahun=2024&periode=2024-BLN02")
        assert len(cells_of(page, "Kabupaten Kerinci")) == 1


class TestReach:
    def test_sari_sees_her_own_regency_only(self, page_of, sari, kerinci_draft, program, merangin):
        page = page_of(sari, address_of(program))
        assert "Kabupaten Merangin" in page and "Kabupaten Kerinci" not in page

    def test_dewi_of_another_province_does_not_see_who_reports_in_jambi(
        self, page_of, dewi, kerinci_draft, program
    ):
        assert "Kerinci" not in page_of(dewi, address_of(program))

    def test_a_restricted_program_of_another_province_is_not_found(self, logged_in, dewi, program, indicator):
        type(program).objects.update(visibility="terbatas")
        type(indicator).objects.update(visibility="terbatas")
        for obj in (program, indicator):
            assert logged_in(dewi).get(address_of(obj)).status_code == 404

    def test_a_restricted_program_is_read_at_home(self, page_of, budi, program):
        type(program).objects.update(visibility="terbatas")
        page = page_of(budi, address_of(program))
        assert "Terbatas" in page and "Halaman publik" not in page.partition("<footer")[0]

    def test_nia_who_reads_no_reports_sees_what_the_program_is(self, page_of, nia, kerinci_draft, program):
        page = page_of(nia, address_of(program))
        assert "Belum ada laporan dalam lingkup Anda" in page and "Kerinci" not in page

    def test_wayan_sees_what_is_reported_to_his_agency(self, page_of, wayan, kerinci_draft, program):
        assert "Kabupaten Kerinci" in page_of(wayan, address_of(program))

    def test_sari_does_not_read_kerinci_s_figure(self, page_of, sari, kerinci_draft, indicator):
        page = page_of(sari, address_of(indicator))
        assert "77" not in page.partition("<footer")[0] and "Belum ada angka dalam lingkup Anda" in page

    def test_dewi_does_not_read_it_either(self, page_of, dewi, kerinci_draft, indicator):
        assert "Belum ada angka dalam lingkup Anda" in page_of(dewi, address_of(indicator))

    def test_visitors_are_shown_the_door(self, client, program, indicator):
        for address in ("/kerja/program/", address_of(program), address_of(indicator)):
            assert client.get(address)["Location"].startswith("/masuk/")


class TestIndicator:
    def test_a_figure_whatever_its_report_s_state(self, page_of, budi, kerinci_draft, indicator):
        page = page_of(budi, address_of(indicator))
        figure = kerinci_draft.measurements.get()
        assert f'<a href="/kerja/angka/{figure.pk}/"><b>77</b></a>' in page
        assert "Draf" in page and "Laporan Kerinci" in page

    def test_every_other_source_beside_it(self, page_of, budi, kerinci_draft, indicator):
        make.make_observation(
            kerinci_draft.measurements.get(), 81, source=make.make_source("Kemensos"), measure_unit="KPM"
        )
        assert "Kemensos: 81\xa0KPM" in page_of(budi, address_of(indicator))

    def test_how_a_target_became_what_it_is(self, page_of, budi, rina, kerinci, kerinci_draft, indicator):
        about = {"unit": kerinci, "indicator": indicator, "period": kerinci_draft.period, "by": rina}
        set_target(**about, low=80, baseline=70, source="RPJMD")
        set_target(**about, low=85, baseline=70, source="RKPD Perubahan", reason="Anggaran bertambah")
        page = page_of(budi, address_of(indicator))
        assert "80 → 85" in page
        assert "RKPD Perubahan; Anggaran bertambah; nilai awal 70; Rina, " in page
        assert "RPJMD; nilai awal 70; Rina, " in page

    def test_the_rows_below_a_figure(self, page_of, budi, kerinci_draft, indicator):
        chosen = kerinci_draft.measurements.get().chosen
        for label, value in (("Danau Kerinci", 74), ("Gunung Raya", 3)):
            Part.objects.create(observation=chosen, kind="kecamatan", label=label, value=value)
        page = page_of(budi, address_of(indicator))
        assert '<dt>Gunung Raya</dt><dd class="r-num">3</dd>' in page
        assert '<dt><b>Jumlah</b></dt><dd class="r-num"><b>77</b></dd>' in page

    def test_an_agency_reports_like_a_regency(self, page_of, budi, kerinci, program, indicator, asked):
        """Its regency's operator reads it; the agency's own operator reads nothing of the regency."""
        agency = make.make_agency("15.01-dinsos", "Dinas Sosial Kabupaten Kerinci", parent=kerinci)
        for unit, value in ((agency, 12), (kerinci, 34)):
            report = make.make_report(unit, program, asked)
            make.make_measurement(report, indicator, value)
        page = page_of(budi, address_of(indicator))
        assert "Dinas Sosial Kabupaten Kerinci" in page and "<b>12</b>" in page and "<b>34</b>" in page
        dina = make.make_user("dina")
        make.make_assignment(dina, unit=agency)
        page = page_of(dina, address_of(indicator))
        assert "<b>12</b>" in page and "<b>34</b>" not in page


@pytest.mark.slow
def test_queries_are_fixed(logged_in, count_queries, suri, program, indicator, asked, jambi):
    """At 1 unit and at 60, of which a page shows some."""
    logged_in(suri)

    def report(units):
        for unit in units:
            made = make.make_report(unit, program, asked, state="dikirim")
            figure = make.make_measurement(made, indicator, 5)
            figure.chosen = make.make_observation(figure, 5)
            figure.save()

    def count():
        return [count_queries(address_of(one)) for one in (program, indicator)]

    report(make.make_regencies(1, province=jambi))
    few = count()
    report([make.make_regency(f"15.{20 + n}", f"Nomor {n}", province=jambi) for n in range(60)])
    assert count() == few
    assert max(few) <= 30
