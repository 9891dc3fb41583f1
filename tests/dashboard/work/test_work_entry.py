"""A report's page for its operator: what stands beside a figure, what is asked, what proves it."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from programs.actions import set_target
from programs.models import Deadline, Evidence, Indicator, Measurement, Report
from programs.starting import start_report
from regions.zones import NATIONAL, today_in
from tests import factories as make
from tests.dashboard.work.test_work_reports import address, typed

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n foto"


@pytest.fixture
def actions(pks):
    return Indicator.objects.get(code="AKSI")


@pytest.fixture
def today():
    return today_in(NATIONAL.zone)


@pytest.fixture
def deadline(pks, today):
    """PKS B12 2022, due in nine days and shut ten days later."""
    schedule = make.make_schedule(pks, 2022)
    due = today + timedelta(days=9)
    return make.make_deadline(schedule, make.make_period(2022, "B12"), due, locks_on=due + timedelta(days=10))


class TestBeside:
    def test_deadline_review_and_figures_stand_apart(self, page_of, draft, actions, deadline, rina, budi):
        make.make_measurement(draft, actions, 17)
        set_target(unit=draft.unit, indicator=actions, period=draft.period, low=20, by=rina)
        standing = re.search(r'<dl class="r-standing">.*?</dl>', page_of(budi, address(draft)))[0]
        assert "9 hari lagi" in standing and "Draf" in standing and "0 dari 1 target tercapai" in standing

    def test_how_far_the_figure_is(self, page_of, draft, actions, rina, budi):
        make.make_measurement(draft, actions, 17)
        set_target(unit=draft.unit, indicator=actions, period=draft.period, low=20, by=rina)
        assert "85% dari target" in page_of(budi, address(draft)).replace("85,0%", "85%")

    def test_what_it_counts_is_folded(self, page_of, draft, budi):
        page = page_of(budi, address(draft))
        assert re.search(r"<summary>Definisi<.*?</summary><p[^>]*>Rata-rata lama penyelesaian", page)


class TestNoFigure:
    def test_it_asks_why(self, logged_in, draft, budi):
        page = logged_in(budi).post(address(draft), typed(draft, AKSI=("", "withheld", ""))).text
        assert "Tulis pada keterangan mengapa tidak ada angka (ditahan)." in page
        assert not Measurement.objects.exists()

    def test_an_empty_line_is_not_asked(self, logged_in, draft, budi):
        given = typed(draft, AKSI=("", "not_reported", ""))
        assert "Draf tersimpan." in logged_in(budi).post(address(draft), given, follow=True).text


class TestOdd:
    @pytest.fixture
    def odd(self, actions):
        Indicator.objects.filter(pk=actions.pk).update(usual_low=1, usual_high=10)

    def test_it_is_said_at_the_line_and_blocks_nothing(self, logged_in, draft, odd, budi):
        page = logged_in(budi).post(address(draft), typed(draft, AKSI=("17", "value", "")), follow=True).text
        assert "Draf tersimpan." in page and "17 di luar rentang lazim 1–10." in page

    def test_sending_asks_once(self, logged_in, draft, odd, budi):
        client = logged_in(budi)
        given = typed(draft, "kirim", AKSI=("17", "value", ""))
        page = client.post(address(draft), given).text
        assert "1 angka perlu keterangan" in page and "Kirim juga" in page
        assert (Report.objects.get().state, Measurement.objects.get().value) == ("draf", 17)
        again = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page)) | {"aksi": "kirim"}
        answer = client.post(address(draft), given | again, follow=True)
        assert "Laporan dikirim." in answer.text and Report.objects.get().state == "dikirim"

    def test_the_note_it_asked_for_answers_it(self, logged_in, draft, odd, actions, budi):
        client = logged_in(budi)
        given = typed(draft, "kirim", AKSI=("17", "value", ""))
        page = client.post(address(draft), given).text
        again = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page)) | {"aksi": "kirim"}
        noted = given | again | {f"i{actions.pk}-catatan": "Sensus baru."}
        assert "Laporan dikirim." in client.post(address(draft), noted, follow=True).text

    def test_another_odd_figure_is_asked_about_again(self, logged_in, draft, odd, actions, budi):
        client = logged_in(budi)
        given = typed(draft, "kirim", AKSI=("17", "value", ""))
        page = client.post(address(draft), given).text
        again = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page)) | {"aksi": "kirim"}
        page = client.post(address(draft), given | again | {f"i{actions.pk}-nilai": "18"}).text
        assert "1 angka perlu keterangan" in page and Report.objects.get().state == "draf"

    def test_a_note_answers_it(self, logged_in, draft, odd, budi):
        given = typed(draft, "kirim", AKSI=("17", "value", "Sensus baru."))
        assert "Laporan dikirim." in logged_in(budi).post(address(draft), given, follow=True).text


class TestEvidence:
    def give(self, client, report, **given):
        return client.post(address(report), typed(report) | given, follow=True)

    def photo(self, name="kegiatan.png", content=PNG):
        return SimpleUploadedFile(name, content, "image/png")

    def test_a_photo_and_a_link_at_a_line(self, logged_in, draft, actions, budi):
        line = f"i{actions.pk}"
        given = {f"{line}-berkas": self.photo(), f"{line}-tautan": "sipd.contoh.go.id/1"}
        page = self.give(logged_in(budi), draft, **given).text
        assert "Draf tersimpan." in page and ">kegiatan.png</a>" in page
        assert [(one.indicator, one.url) for one in Evidence.objects.all()] == [
            (actions, ""),
            (actions, "https://sipd.contoh.go.id/1"),
        ]

    def test_and_for_the_whole_report(self, logged_in, draft, budi):
        self.give(logged_in(budi), draft, **{"laporan-berkas": self.photo()})
        assert Evidence.objects.get().indicator is None

    def test_what_is_no_file_is_said_and_the_figures_are_kept(self, logged_in, draft, actions, budi):
        given = typed(draft, AKSI=("17", "value", ""))
        given[f"i{actions.pk}-berkas"] = self.photo(content=b"<html>")
        page = logged_in(budi).post(address(draft), given).text
        assert "1 isian perlu diperbaiki" in page and "bukan berkas yang diterima" in page
        assert Measurement.objects.get().value == 17 and not Evidence.objects.exists()

    def test_what_is_wrong_with_the_whole_report_is_led_to(self, logged_in, draft, budi):
        page = self.give(logged_in(budi), draft, **{"laporan-tautan": "javascript:alert(1)"}).text
        assert 'href="#laporan">Seluruh laporan:' in page and not Evidence.objects.exists()

    def test_it_is_taken_away_again(self, logged_in, draft, budi):
        self.give(logged_in(budi), draft, **{"laporan-berkas": self.photo()})
        evidence = Evidence.objects.get()
        self.give(logged_in(budi), draft, hapus=[str(evidence.pk), "x", "9" * 40])
        assert not Evidence.objects.exists()

    def test_only_of_this_report(self, logged_in, draft, kerinci, budi):
        other = make.make_report(kerinci, draft.program, make.make_period(2021))
        self.give(logged_in(budi), other, **{"laporan-berkas": self.photo()})
        self.give(logged_in(budi), draft, hapus=[str(Evidence.objects.get().pk)])
        assert Evidence.objects.count() == 1

    def test_whoever_reads_the_report_may_take_it(
        self, logged_in, draft, budi, vera, pimpin, sari, dewi, nia
    ):
        self.give(logged_in(budi), draft, **{"laporan-berkas": self.photo()})
        file = f"/kerja/laporan/bukti/{Evidence.objects.get().pk}/"
        for person in (budi, vera, pimpin):
            answer = logged_in(person).get(file)
            assert answer["Content-Disposition"] == 'attachment; filename="kegiatan.png"'
            assert b"".join(answer.streaming_content) == PNG
            assert file in logged_in(person).get(address(draft)).text
        for person in (sari, dewi):
            assert logged_in(person).get(file).status_code == 404
        assert logged_in(nia).get(file).status_code == 403


class TestShut:
    def test_a_late_report_says_whom_to_ask(self, logged_in, page_of, deadline, kerinci, today, budi):
        report = start_report(deadline, kerinci, by=budi)
        Deadline.objects.update(due_on=today - timedelta(days=9), locks_on=today - timedelta(days=1))
        page = page_of(budi, address(report))
        assert "Minta admin program memberi perpanjangan." in page and "Simpan draf" not in page
        page = logged_in(budi).post(address(report), typed(report, AKSI=("17", "value", ""))).text
        assert "ditutup sesudah" in page and "<li>Aksi selesai: 17</li>" in page
        assert not Measurement.objects.exists()

    def test_an_extension_opens_it(self, page_of, deadline, kerinci, today, budi):
        report = start_report(deadline, kerinci, by=budi)
        Deadline.objects.update(due_on=today - timedelta(days=9), locks_on=today - timedelta(days=1))
        make.make_extension(deadline, kerinci, today)
        assert "Simpan draf" in page_of(budi, address(report))

    def test_who_only_reads_is_told_nothing_of_it(self, page_of, deadline, kerinci, today, budi, vera):
        report = start_report(deadline, kerinci, by=budi)
        Deadline.objects.update(due_on=today - timedelta(days=9), locks_on=today - timedelta(days=1))
        assert "Minta admin program" not in page_of(vera, address(report))


def test_what_was_saved_is_told_to_the_keeper_of_drafts(logged_in, draft, budi):
    page = logged_in(budi).post(address(draft), typed(draft, AKSI=("17", "value", "")), follow=True).text
    assert f'data-kabar="tersimpan-{draft.pk}"' in page
    assert f'data-simpan="{budi.pk}:{draft.pk}:{draft.version + 1}"' in page
