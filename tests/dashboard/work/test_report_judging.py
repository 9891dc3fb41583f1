"""Judging in /kerja/: a verdict with remarks, its history, opening again, and accepting many at once."""

import re
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils import timezone

from programs.actions import set_target, submit_report
from programs.judging import accept_report, return_report
from programs.models import Remark, Report, ReportStep
from rakor.lib.dates import NBSP
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST = "/kerja/laporan/"
MANY = "/kerja/laporan/terima/"


@pytest.fixture
def actions(pks):
    return pks.indicators.get(code="AKSI")


@pytest.fixture
def sent(draft, actions, budi):
    """What Budi sent: 17 actions finished."""
    figure = make.make_measurement(draft, actions, 17)
    figure.chosen = make.make_observation(figure, 17, by=budi)
    figure.save()
    return submit_report(draft, by=budi)


@pytest.fixture
def accepted(sent, vera):
    return accept_report(sent, by=vera)


def address(report, act=""):
    return f"{LIST}{report.pk}/{act}"


def judge(client, report, act, **given):
    """The page that answers a verdict."""
    given = {"aksi": act, "versi": report.version, **given}
    return client.post(address(report, "periksa/"), given, follow=True).text


class TestRemarks:
    def test_they_go_with_the_verdict_and_are_read_at_their_line(
        self, logged_in, page_of, sent, actions, vera, budi
    ):
        assert f'name="i{actions.pk}-ulasan"' in page_of(vera, address(sent))
        said = {f"i{actions.pk}-ulasan": "Lampirkan berita acara.", "alasan": "Belum lengkap."}
        assert "Laporan dikembalikan" in judge(logged_in(vera), sent, "kembalikan", **said)
        page = page_of(budi, address(sent))
        assert "Belum lengkap." in page and "Catatan Vera, " in page
        line = page.partition(f'id="i{actions.pk}"')[2].partition('class="r-entry"')[0]
        assert "Lampirkan berita acara." in line and "-ulasan" not in page

    def test_accepting_may_carry_one(self, logged_in, page_of, sent, actions, vera, budi):
        judge(logged_in(vera), sent, "terima", **{f"i{actions.pk}-ulasan": "Baik sekali."})
        assert ReportStep.objects.get(kind="diterima").remarks.get().text == "Baik sekali."
        assert "Baik sekali." in page_of(budi, address(sent))

    def test_what_was_typed_is_kept_where_the_reason_is_missing(self, logged_in, sent, actions, vera):
        said = {f"i{actions.pk}-ulasan": "Lampirkan berita acara."}
        page = judge(logged_in(vera), sent, "kembalikan", **said)
        assert "Tulis alasannya." in page and "Lampirkan berita acara.</textarea>" in page
        assert Report.objects.get().state == "dikirim" and not Remark.objects.exists()

    def test_personal_data_in_one_keeps_all_back(self, logged_in, sent, actions, vera):
        said = {f"i{actions.pk}-ulasan": "Hubungi NIP 198503302003121002.", "alasan": "Periksa."}
        page = judge(logged_in(vera), sent, "kembalikan", **said)
        assert "Aksi selesai: " in page and "Periksa.</textarea>" in page
        assert Report.objects.get().state == "dikirim" and not Remark.objects.exists()

    def test_a_line_of_another_report_says_nothing(self, logged_in, sent, vera):
        other = make.make_indicator(make.make_program("LAIN"), "LAIN")
        judge(logged_in(vera), sent, "terima", **{f"i{other.pk}-ulasan": "Bagus."})
        assert Report.objects.get().state == "diterima" and not Remark.objects.exists()

    def test_the_second_verifier_reads_who_decided_and_loses_no_word(
        self, logged_in, sent, actions, vera, suri
    ):
        seen = Report.objects.get()
        return_report(sent, by=vera, reason="Belum lengkap.")
        page = judge(logged_in(suri), seen, "terima", **{f"i{actions.pk}-ulasan": "Sudah saya cocokkan."})
        assert "sudah dikembalikan oleh Vera" in page and "Keputusan Anda tidak disimpan." in page
        assert "Isian Anda belum tersimpan" in page and "<li>Aksi selesai: Sudah saya cocokkan.</li>" in page
        assert not Remark.objects.exists()

    def test_a_report_that_came_again_is_judged_at_a_second_look(
        self, logged_in, sent, actions, budi, vera, suri
    ):
        seen = Report.objects.get()
        submit_report(return_report(sent, by=vera, reason="Belum lengkap."), by=budi)
        page = judge(logged_in(suri), seen, "terima", **{f"i{actions.pk}-ulasan": "Cocok."})
        assert "berubah sejak Anda membukanya (sekarang: dikirim)" in page and "Cocok.</textarea>" in page
        versi = re.search(r'name="versi" value="(\d+)"', page)[1]
        seen.version = int(versi)
        assert "Laporan diterima." in judge(logged_in(suri), seen, "terima")

    @pytest.mark.parametrize("versi", ["", "x", "9" * 30, "²"])
    def test_a_version_that_is_none_judges_nothing(self, logged_in, sent, vera, versi):
        judge(logged_in(vera), sent, "terima", versi=versi)
        assert Report.objects.get().state == "dikirim"

    @pytest.mark.parametrize("who", ["budi", "rina", "pimpin", "ani"])
    def test_who_does_not_judge_is_offered_no_remark(self, page_of, sent, request, who):
        page = page_of(request.getfixturevalue(who), address(sent))
        assert "-ulasan" not in page and "Terima laporan" not in page


class TestHistory:
    def test_the_newest_first_with_who_and_why(self, page_of, sent, actions, budi, vera, pimpin):
        return_report(sent, by=vera, reason="Belum lengkap.", remarks={actions: "Lampirkan berita acara."})
        submit_report(sent, by=budi)
        for person in (budi, vera, pimpin):
            history = page_of(person, address(sent)).partition('id="riwayat"')[2]
            steps = re.findall(r"<b>(\w+)</b>", history)
            assert steps[:3] == ["Dikirim", "Dikembalikan", "Dikirim"]
            assert "Belum lengkap." in history and "Lampirkan berita acara." in history and "Vera" in history

    def test_each_step_by_the_clock_of_its_province(self, page_of, draft, jambi, budi):
        make.make_step(draft, "dikirim", datetime(2023, 1, 10, 15, 30, tzinfo=UTC), by=budi)
        jambi.time_zone = "Asia/Jayapura"
        jambi.save()
        assert "11 Januari 2023, pukul 00.30 WIT · Budi" in page_of(budi, address(draft)).replace(NBSP, " ")

    def test_a_draft_has_none(self, page_of, draft, budi):
        assert "Riwayat" not in page_of(budi, address(draft))


class TestReopening:
    def test_it_is_a_draft_again_with_the_reason(self, logged_in, page_of, accepted, vera, budi):
        assert "Buka kembali laporan" in page_of(vera, address(accepted))
        given = {"versi": accepted.version, "alasan": "Sumber diralat."}
        page = logged_in(vera).post(address(accepted, "buka/"), given, follow=True).text
        assert "Laporan dibuka kembali." in page and "Sumber diralat." in page
        assert Report.objects.get().state == "draf"
        assert "Simpan draf" in page_of(budi, address(accepted))

    @pytest.mark.parametrize(
        ("given", "said"),
        [({"alasan": " "}, "Tulis alasannya."), ({"versi": "1"}, "berubah sejak Anda membukanya")],
    )
    def test_not_without_a_reason_and_as_it_was_seen(self, logged_in, accepted, vera, given, said):
        given = {"versi": accepted.version, "alasan": "Sumber diralat."} | given
        assert said in logged_in(vera).post(address(accepted, "buka/"), given, follow=True).text
        assert Report.objects.get().state == "diterima"

    def test_only_what_was_accepted(self, logged_in, page_of, sent, vera):
        assert "Buka kembali" not in page_of(vera, address(sent))
        given = {"versi": sent.version, "alasan": "Sumber diralat."}
        page = logged_in(vera).post(address(sent, "buka/"), given, follow=True).text
        assert "hanya laporan diterima" in page and Report.objects.get().state == "dikirim"

    def test_others_do_not(self, logged_in, page_of, accepted, budi, rina, pimpin, dewi):
        for person in (budi, rina, pimpin):
            assert "Buka kembali laporan" not in page_of(person, address(accepted))
        for person in (budi, rina, pimpin, dewi):
            given = {"versi": accepted.version, "alasan": "Sumber diralat."}
            assert logged_in(person).post(address(accepted, "buka/"), given).status_code == 403
        assert Report.objects.get().state == "diterima"


class TestStandings:
    def test_deadline_review_and_figures_are_told_apart(self, page_of, sent, actions, rina, vera):
        make.make_deadline(make.make_schedule(sent.program, 2022), sent.period)
        set_target(unit=sent.unit, indicator=actions, period=sent.period, low=20, by=rina)
        for page in (page_of(vera, LIST), page_of(vera, address(sent))):
            assert "Dikirim terlambat " in page and "0 dari 1 target tercapai" in page and "Dikirim" in page

    def test_without_calendar_and_target_it_says_so(self, page_of, sent, draft, kerinci, pks, budi):
        make.make_report(kerinci, pks, make.make_period(2021))
        page = page_of(budi, LIST)
        assert "Tanpa batas waktu" in page and "Belum ada target" in page and "Belum ada angka" in page


class TestMany:
    @pytest.fixture
    def both(self, sent, pks, actions, merangin, sari):
        """Kerinci's report, and that of Merangin."""
        other = make.make_report(merangin, pks, sent.period)
        make.make_measurement(other, actions, 12)
        return [sent, submit_report(other, by=sari)]

    def chosen(self, reports):
        return "?" + "&".join(f"laporan={one.pk}" for one in reports)

    def confirmed(self, reports):
        return {"laporan": [one.pk for one in reports]} | {f"versi-{one.pk}": one.version for one in reports}

    def test_they_are_picked_in_the_list(self, page_of, both, vera, budi, pimpin):
        page = page_of(vera, LIST)
        assert all(f'name="laporan" value="{one.pk}" form="terima"' in page for one in both)
        for person in (budi, pimpin):
            page = page_of(person, LIST)
            assert 'name="laporan"' not in page and "Terima yang dipilih" not in page

    def test_they_are_named_once_more_and_accepted(self, logged_in, page_of, both, vera):
        page = page_of(vera, MANY + self.chosen(both))
        assert "<h1>Terima 2 laporan</h1>" in page and "Dikirim Budi · 1 dari 2 indikator terisi" in page
        assert all(f'name="versi-{one.pk}" value="{one.version}"' in page for one in both)
        assert not Report.objects.accepted().exists()
        page = logged_in(vera).post(MANY, self.confirmed(both), follow=True).text
        assert "2 laporan diterima." in page and Report.objects.accepted().count() == 2

    def test_what_looks_odd_is_not_picked_and_says_why(self, logged_in, page_of, both, actions, rina, vera):
        odd, plain = both
        set_target(unit=odd.unit, indicator=actions, period=odd.period, low=17, by=rina)
        page = page_of(vera, LIST)
        assert f'name="laporan" value="{plain.pk}"' in page and f'name="laporan" value="{odd.pk}"' not in page
        assert "1 angka perlu dilihat: Aksi selesai." in page
        asked = page_of(vera, MANY + self.chosen(both))
        kept = asked.partition("Tidak ikut diterima")[2]
        assert "<h1>Terima 1 laporan</h1>" in asked and f'href="{address(odd)}"' in kept
        page = logged_in(vera).post(MANY, self.confirmed(both), follow=True).text
        assert "1 laporan diterima." in page and "Kabupaten Kerinci: 1 angka perlu dilihat" in page
        assert Report.objects.accepted().get() == plain

    def test_one_that_another_decided_is_said_by_name(self, logged_in, both, vera, suri):
        seen = self.confirmed(both)
        return_report(both[0], by=vera, reason="Belum lengkap.")
        page = logged_in(suri).post(MANY, seen, follow=True).text
        assert "1 laporan diterima." in page
        assert re.search(r"Kabupaten Kerinci: [^<]*sudah dikembalikan oleh Vera", page)

    def test_what_one_sent_is_left_to_another(self, page_of, logged_in, both, suri):
        Report.objects.update(submitted_by=suri)
        page = page_of(suri, MANY + self.chosen(both))
        assert "Tidak ada laporan yang dapat diterima bersama" in page and "Terima semuanya" not in page
        logged_in(suri).post(MANY, self.confirmed(both))
        assert not Report.objects.accepted().exists()

    def test_without_a_choice_it_says_how(self, page_of, logged_in, both, vera):
        for nonsense in ("", "?laporan=x", "?laporan=99999999999999999999", "?laporan=98765"):
            assert "Belum ada laporan yang dipilih" in page_of(vera, MANY + nonsense)
        assert "Tidak ada laporan yang dipilih." in logged_in(vera).post(MANY, {}, follow=True).text

    def test_what_is_out_of_reach_is_not_there(self, page_of, logged_in, both, kalbar):
        from accounts.choices import Role, Scope
        from tests.cast import person

        kalbars = person("vita", "Vita", Role.VERIFIER, Scope.PROVINCE, kalbar)
        assert "Kerinci" not in page_of(kalbars, MANY + self.chosen(both))
        logged_in(kalbars).post(MANY, self.confirmed(both))
        assert not Report.objects.accepted().exists()

    @pytest.mark.parametrize("who", ["budi", "rina", "pimpin", "ani", "nia", "dewi"])
    def test_who_does_not_judge_has_no_such_page(self, logged_in, both, request, who):
        client = logged_in(request.getfixturevalue(who))
        assert client.get(MANY + self.chosen(both)).status_code == 403
        assert client.post(MANY, self.confirmed(both)).status_code == 403
        assert not Report.objects.accepted().exists()


@pytest.mark.slow
class TestQueries:
    """Of 11 and of 514 reports that wait for a verdict."""

    ADDRESSES = (LIST, f"{LIST}?keadaan=dikirim&halaman=2")

    def count(self, number, pks, actions, count_queries):
        with transaction.atomic():
            units = make.make_regencies(number, make.make_province("11", "Aceh"))
            period = make.make_period(2022, "B12")
            make.make_deadline(make.make_schedule(pks, 2022), period)
            now = timezone.now()
            for unit in units:
                report = make.make_report(unit, pks, period, state="dikirim", submitted_at=now)
                make.make_measurement(report, actions, 17)
            found = {address: count_queries(address) for address in self.ADDRESSES}
            chosen = "&".join(f"laporan={one.pk}" for one in Report.objects.all()[:30])
            found[MANY] = count_queries(f"{MANY}?{chosen}")
            transaction.set_rollback(True)
        return found

    def test_they_are_fixed(self, logged_in, count_queries, pks, actions, vera, suri):
        logged_in(suri)
        few, many = (self.count(number, pks, actions, count_queries) for number in (11, 514))
        assert many == few
        assert few[LIST] <= 24 and few[MANY] <= 21
