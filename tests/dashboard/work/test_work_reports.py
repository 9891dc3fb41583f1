"""/kerja/laporan/: who finds which report, what stands on its page, who fills, sends and judges it."""

import re

import pytest

from programs.models import Indicator, Measurement, Report
from records.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def actions(pks):
    return Indicator.objects.get(code="AKSI")


@pytest.fixture
def months(pks):
    return Indicator.objects.get(code="LAMA")


def address(report, rest=""):
    return f"/kerja/laporan/{report.pk}/{rest}"


def typed(report, act="simpan", *, version=None, **figures):
    """What a browser sends: `aksi_19` as AKSI=("19", "value", "")."""
    data = {"versi": report.version if version is None else version, "aksi": act}
    chosen = dict(report.measurements.values_list("indicator", "chosen"))
    for indicator in report.program.indicators.all():
        figure, state, note = figures.get(indicator.code, ("", "value", ""))
        name = f"i{indicator.pk}"
        data |= {
            f"{name}-nilai": figure,
            f"{name}-keadaan": state,
            f"{name}-catatan": note,
            f"{name}-dilihat": chosen.get(indicator.pk) or "",
        }
    return data


class TestList:
    def test_each_finds_the_reports_within_reach(self, page_of, returned, budi, vera, pimpin, ani, suri):
        for person in (budi, vera, pimpin, ani, suri):
            page = page_of(person, "/kerja/laporan/")
            assert "<h1>1 laporan</h1>" in page
            assert (
                f'href="{address(returned)}"' in page
                and "Dikembalikan</span>" in page
                and "1 dari 2 indikator terisi" in page
            )

    def test_strangers_find_none(self, page_of, returned, sari, dewi):
        for person in (sari, dewi):
            page = page_of(person, "/kerja/laporan/")
            assert "<h1>Tidak ada laporan</h1>" in page and "PKS" not in page

    def test_it_is_narrowed_by_state_and_period(self, page_of, returned, pks, kerinci, budi):
        make.make_report(kerinci, pks, make.make_period(2021))
        page = page_of(budi, "/kerja/laporan/")
        assert "2 laporan" in page and "Tahun 2021 · Kabupaten Kerinci" in page
        for narrowed in ("?keadaan=dikembalikan", f"?periode={returned.period_id}"):
            page = page_of(budi, "/kerja/laporan/" + narrowed)
            assert "1 laporan" in page and "Tahun 2021 · Kabupaten Kerinci" not in page
        assert "Tidak ada laporan yang cocok" in page_of(budi, "/kerja/laporan/?keadaan=diterima")

    def test_periods_of_others_are_not_offered(self, page_of, returned, sari):
        assert "B12" not in page_of(sari, "/kerja/laporan/")


class TestPage:
    def test_what_stands_beside_each_field(self, page_of, returned, actions, months, kerinci, budi):
        earlier = make.make_report(kerinci, returned.program, make.make_period(2022, "B08"))
        make.make_measurement(earlier, actions, 13)
        yearly = make.make_report(kerinci, returned.program, make.make_period(2021))
        make.make_measurement(yearly, actions, 99)
        actions_target(returned, actions, 17)
        page = page_of(budi, address(returned))
        assert "<h1>Laporan penanganan konflik sosial, B12 (September–Desember) 2022</h1>" in page
        assert "Dikembalikan Vera" in page and "19 melebihi jumlah aksi." in page
        assert 'B08 (Mei–Agustus) 2022</span><span class="r-entry__v">13<' in page
        assert '>Target</span><span class="r-entry__v">17<' in page
        assert "makin rendah makin baik<" in page and "Definisi" in page
        assert "Rata-rata lama penyelesaian konflik." in page and "111,8% dari target" in page
        assert 'value="19"' in page and "99" not in page

    def test_foreign_reports_are_not_found(self, logged_in, returned, sari, dewi):
        for person in (sari, dewi):
            client = logged_in(person)
            assert client.get(address(returned)).status_code == 404
            assert client.post(address(returned), typed(returned)).status_code == 404
            assert client.post(address(returned, "periksa/"), {"aksi": "terima"}).status_code == 403

    def test_who_keeps_minutes_has_nothing_to_do_with_reports(self, logged_in, page_of, returned, nia):
        client = logged_in(nia)
        assert client.get(address(returned)).status_code == 403
        assert client.post(address(returned), typed(returned)).status_code == 403
        assert "/kerja/laporan/" not in page_of(nia, "/kerja/")

    def test_who_only_reads_types_nothing(self, logged_in, page_of, returned, pimpin, ani, vera):
        for person in (pimpin, ani, vera):
            page = page_of(person, address(returned))
            assert "Simpan draf" not in page and ">19</b>" in page
            assert logged_in(person).post(address(returned), typed(returned)).status_code == 403

    def test_a_report_that_was_sent_is_closed(self, page_of, returned, budi):
        Report.objects.update(state="dikirim")
        page = page_of(budi, address(returned))
        assert "Simpan draf" not in page and "Terima laporan" not in page and "Dikirim" in page

    def test_what_other_sources_said_stands_beside(self, page_of, returned, vera):
        figure = returned.measurements.get()
        make.make_observation(figure, 18, source=make.make_source("Pusdatin"))
        assert "Sumber lain: Pusdatin: 18" in page_of(vera, address(returned))

    def test_a_program_without_indicators_says_so(self, page_of, kerinci, budi):
        report = make.make_report(kerinci)
        assert "Program ini belum memiliki indikator" in page_of(budi, address(report))


def actions_target(report, indicator, low):
    from programs.actions import set_target

    set_target(unit=report.unit, indicator=indicator, period=report.period, low=low, by=make.make_user())


class TestFilling:
    def test_a_draft_is_saved_and_said(self, logged_in, draft, actions, months, budi):
        given = typed(draft, AKSI=("17", "value", "dari naskah"), LAMA=("8,25", "value", ""))
        answer = logged_in(budi).post(address(draft), given, follow=True)
        assert "Draf tersimpan." in answer.text
        assert {str(one.value.normalize()) for one in Measurement.objects.all()} == {"17", "8.25"}
        assert Measurement.objects.get(indicator=actions).note == "dari naskah"
        assert Report.objects.get().state == "draf"

    def test_a_returned_report_is_mended_and_sent(self, logged_in, returned, actions, budi):
        answer = logged_in(budi).post(
            address(returned), typed(returned, "kirim", AKSI=("17", "value", "")), follow=True
        )
        assert "Laporan dikirim." in answer.text
        report = Report.objects.get()
        assert (report.state, report.submitted_by, report.measurements.get().value) == ("dikirim", budi, 17)

    def test_what_can_be_read_in_two_ways_is_asked_about(self, logged_in, draft, actions, months, budi):
        given = typed(draft, "kirim", AKSI=("17", "value", ""), LAMA=("3.431", "value", ""))
        page = logged_in(budi).post(address(draft), given).text
        assert "1 isian perlu diperbaiki" in page
        assert page.count("dapat berarti 3,431 atau 3431. Pakai koma untuk desimal.") == 2
        assert 'value="3.431"' in page and 'aria-invalid="true"' in page
        assert Measurement.objects.get().indicator == actions
        assert Report.objects.get().state == "draf"

    def test_an_emptied_figure_asks_why(self, logged_in, returned, budi):
        page = logged_in(budi).post(address(returned), typed(returned)).text
        assert "buka «Tidak ada angka?» dan pilih keadaannya" in page
        assert Measurement.objects.get().value == 19

    def test_why_there_is_none(self, logged_in, returned, budi):
        given = typed(returned, AKSI=("", "not_assessable", "Naskah hilang"))
        logged_in(budi).post(address(returned), given)
        figure = Measurement.objects.get()
        assert (figure.state, figure.value, figure.note) == ("not_assessable", None, "Naskah hilang")

    def test_a_figure_and_a_reason_for_none_do_not_go_together(self, logged_in, draft, budi):
        page = logged_in(budi).post(address(draft), typed(draft, AKSI=("5", "withheld", ""))).text
        assert "Isi angka atau pilih keadaannya, tidak keduanya." in page
        assert not Measurement.objects.exists()

    def test_a_whole_number_is_asked_for(self, logged_in, draft, budi):
        page = logged_in(budi).post(address(draft), typed(draft, AKSI=("17,5", "value", ""))).text
        assert "dihitung dengan angka bulat" in page and 'value="17,5"' in page

    def test_a_report_without_figures_is_not_sent(self, logged_in, draft, budi):
        answer = logged_in(budi).post(address(draft), typed(draft, "kirim"), follow=True)
        assert "Laporan ini belum memuat angka." in answer.text
        assert Report.objects.get().state == "draf"

    def test_nonsense_is_refused_quietly(self, logged_in, draft, budi):
        strange = typed(draft, AKSI=("1", "apa", "")) | {"versi": "x", "aksi": "hapus"}
        assert logged_in(budi).post(address(draft), strange).status_code == 200
        assert not Measurement.objects.exists()

    def test_the_ledger_names_who_typed(self, logged_in, draft, budi):
        logged_in(budi).post(address(draft), typed(draft, AKSI=("17", "value", "")))
        assert set(Change.objects.values_list("by", flat=True)) == {budi.pk}


class TestTwoAtOnce:
    @pytest.fixture
    def overtaken(self, logged_in, returned, budi, rina):
        """Budi opened the page at 19; Rina saves 18 before him."""
        opened = typed(returned, AKSI=("17", "value", ""))
        logged_in(rina).post(address(returned), typed(returned, AKSI=("18", "value", "")))
        return opened

    def test_the_second_sees_both_and_loses_nothing(self, logged_in, returned, overtaken, budi):
        page = logged_in(budi).post(address(returned), overtaken).text
        assert "Rina sudah menyimpan «18»; Anda menulis «17»." in page and 'value="17"' in page
        assert Measurement.objects.get().value == 18

    def test_saving_once_more_is_deliberate(self, logged_in, returned, overtaken, budi):
        page = logged_in(budi).post(address(returned), overtaken).text
        again = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page))
        name = f"i{returned.measurements.get().indicator_id}"
        seen = again[f"{name}-dilihat"]
        logged_in(budi).post(address(returned), overtaken | {f"{name}-dilihat": seen})
        assert Measurement.objects.get().value == 17

    def test_nothing_is_sent_that_its_sender_has_not_seen(self, logged_in, returned, overtaken, budi):
        untouched = overtaken | {f"i{returned.measurements.get().indicator_id}-nilai": "19", "aksi": "kirim"}
        answer = logged_in(budi).post(address(returned), untouched, follow=True)
        assert "Laporan ini berubah sejak Anda membukanya" in answer.text
        assert (Report.objects.get().state, Measurement.objects.get().value) == ("dikembalikan", 18)

    def test_what_was_typed_while_another_sent_it_is_given_back(self, logged_in, returned, overtaken, budi):
        Report.objects.update(state="dikirim")
        page = logged_in(budi).post(address(returned), overtaken).text
        assert "angkanya tidak dapat diubah" in page
        assert "Isian Anda belum tersimpan" in page and "<li>Aksi selesai: 17</li>" in page


class TestJudging:
    @pytest.fixture
    def sent(self, returned):
        Report.objects.update(state="dikirim")
        returned.refresh_from_db()
        return returned

    def judge(self, client, report, act, **given):
        given = {"aksi": act, "versi": report.version, **given}
        return client.post(address(report, "periksa/"), given, follow=True).text

    def test_a_second_person_accepts(self, logged_in, page_of, sent, vera):
        assert "Terima laporan" in page_of(vera, address(sent))
        assert "Laporan diterima." in self.judge(logged_in(vera), sent, "terima")
        assert Report.objects.get().accepted_by == vera

    def test_or_returns_it_with_the_reason(self, logged_in, sent, vera):
        assert "Tulis alasannya." in self.judge(logged_in(vera), sent, "kembalikan", alasan=" ")
        page = self.judge(logged_in(vera), sent, "kembalikan", alasan="Naskah belum ada")
        assert "Laporan dikembalikan kepada pengirimnya." in page
        assert Report.objects.get().returned_reason == "Naskah belum ada"

    def test_the_sender_does_not(self, logged_in, page_of, sent, suri, budi):
        Report.objects.update(submitted_by=suri)
        assert "Terima laporan" not in page_of(suri, address(sent))
        assert "bukan pengirimnya" in self.judge(logged_in(suri), sent, "terima")
        assert logged_in(budi).post(address(sent, "periksa/"), {"aksi": "terima"}).status_code == 403
        assert Report.objects.get().state == "dikirim"

    def test_a_report_that_changed_is_looked_at_again(self, logged_in, sent, vera):
        Report.objects.update(version=9)
        assert "berubah sejak Anda membukanya" in self.judge(logged_in(vera), sent, "terima")
        assert Report.objects.get().state == "dikirim"

    def test_it_is_posted(self, logged_in, sent, vera):
        assert logged_in(vera).get(address(sent, "periksa/")).status_code == 405
