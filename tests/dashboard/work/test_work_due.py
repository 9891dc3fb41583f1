"""What is due, on /kerja/laporan/ and on /kerja/: whose it is, by when, and how it is begun."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Deadline, Report
from records.models import Change
from regions.zones import NATIONAL, today_in
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST = "/kerja/laporan/"
START = "/kerja/laporan/mulai/"


@pytest.fixture
def today():
    return today_in(NATIONAL.zone)


@pytest.fixture
def schedule(pks):
    return make.make_schedule(pks, 2022)


@pytest.fixture
def late(schedule, today, kerinci):
    """PKS B08 2022, due four days ago; nobody began it."""
    return make.make_deadline(schedule, make.make_period(2022, "B08"), today - timedelta(days=4))


@pytest.fixture
def soon(schedule, today, kerinci):
    """PKS B12 2022, due in nine days."""
    return make.make_deadline(schedule, make.make_period(2022, "B12"), today + timedelta(days=9))


def start(client, deadline, unit):
    return client.post(START, {"tenggat": deadline.pk, "unit": unit.pk}, follow=True)


class TestList:
    def test_late_and_soon_each_with_its_day(self, page_of, late, soon, budi):
        page = page_of(budi, LIST)
        assert "Terlambat (1)" in page and "Terlambat 4 hari, jatuh tempo" in page
        assert "Segera jatuh tempo (1)" in page and "9 hari lagi" in page
        assert page.count("Belum dimulai") == 2 and page.count("Mulai laporan") == 2

    def test_what_came_back(self, page_of, returned, soon, budi):
        page = page_of(budi, LIST)
        assert "Dikembalikan (1)" in page and "Segera jatuh tempo (" not in page
        assert f'class="r-task" href="/kerja/laporan/{returned.pk}/"' in page

    def test_what_was_sent_is_owed_no_more(self, page_of, draft, soon, budi):
        Report.objects.update(state="dikirim")
        assert "jatuh tempo (" not in page_of(budi, LIST)

    def test_what_is_far_away_is_not_named(self, page_of, soon, today, budi):
        Deadline.objects.update(due_on=today + timedelta(days=31))
        assert "jatuh tempo (" not in page_of(budi, LIST)

    def test_an_extension_moves_it(self, page_of, late, kerinci, today, budi):
        make.make_extension(late, kerinci, today + timedelta(days=2))
        page = page_of(budi, LIST)
        assert "Terlambat (" not in page and "2 hari lagi" in page

    def test_a_report_that_is_shut_says_whom_to_ask(self, page_of, late, today, budi):
        Deadline.objects.update(locks_on=today - timedelta(days=1))
        page = page_of(budi, LIST)
        assert "Ditutup sesudah" in page and "Minta admin program memberi perpanjangan." in page
        assert "Mulai laporan" not in page

    def test_others_owe_nothing_for_kerinci(self, page_of, late, sari, dewi, vera, pimpin):
        assert "Kabupaten Merangin" in page_of(sari, LIST)
        for person in (sari, dewi, vera, pimpin):
            assert "Kabupaten Kerinci" not in page_of(person, LIST)

    def test_who_runs_the_program_sees_every_unit(
        self, page_of, late, pks, dinsos, merangin, sambas, wayan, rina
    ):
        assert "Terlambat (2)" in page_of(rina, LIST)
        assert "Terlambat (" not in page_of(wayan, LIST)
        pks.agency = dinsos
        pks.save()
        assert "Terlambat (2)" in page_of(wayan, LIST)

    def test_a_province_sees_the_first_and_the_board(self, page_of, late, jambi, rina):
        for number in range(11):
            make.make_regency(f"15.{20 + number}", f"Uji {number}", province=jambi)
        page = page_of(rina, LIST)
        assert "Terlambat (12)" in page and page.count("Mulai laporan") == 10
        assert 'href="/kerja/pelaporan/"' in page


class TestToday:
    def test_both_wait_with_their_day(self, page_of, late, soon, budi, sari):
        page = page_of(budi, "/kerja/")
        assert "Dua hal perlu perhatian. Yang terdekat jatuh tempo" in page
        heads = re.findall(r"<b>(Laporan .*?)</b>", page)
        assert heads == [
            "Laporan PKS B08 (Mei–Agustus) 2022 · Kabupaten Kerinci",
            "Laporan PKS B12 (September–Desember) 2022 · Kabupaten Kerinci",
        ]

    def test_a_draft_stands_once(self, page_of, draft, soon, budi):
        page = page_of(budi, "/kerja/")
        assert page.count("PKS B12") == 1 and f'href="/kerja/laporan/{draft.pk}/"' in page

    def test_the_admin_s_start_page_leads_there(self, logged_in, late, rina):
        page = logged_in(rina).get("/admin/").text
        assert "Laporan yang terlambat" in page and "PKS B08 (Mei–Agustus) 2022 · Kabupaten Kerinci" in page


class TestStart:
    def test_budi_begins_it(self, logged_in, late, kerinci, budi):
        answer = start(logged_in(budi), late, kerinci)
        report = Report.objects.get()
        assert answer.redirect_chain == [(f"/kerja/laporan/{report.pk}/", 302)]
        assert "dimulai. Isi angkanya, lalu kirim." in answer.text
        assert (report.unit_id, report.period, report.state) == (kerinci.pk, late.period, "draf")
        line = Change.objects.about(report).get()
        assert (line.action, line.by) == ("buat", budi)

    def test_once(self, logged_in, late, kerinci, budi):
        client = logged_in(budi)
        start(client, late, kerinci)
        start(client, late, kerinci)
        assert Report.objects.count() == 1

    @pytest.mark.parametrize("who", ["sari", "dewi"])
    def test_a_stranger_does_not_find_it(self, logged_in, request, late, kerinci, who):
        assert start(logged_in(request.getfixturevalue(who)), late, kerinci).status_code == 404
        assert not Report.objects.exists()

    @pytest.mark.parametrize("who", ["vera", "pimpin", "ani", "nia"])
    def test_who_sends_no_reports_begins_none(self, logged_in, request, late, kerinci, who):
        assert start(logged_in(request.getfixturevalue(who)), late, kerinci).status_code == 403

    def test_not_after_the_lock(self, logged_in, late, kerinci, today, budi):
        Deadline.objects.update(locks_on=today - timedelta(days=1))
        assert "ditutup sesudah" in start(logged_in(budi), late, kerinci).text
        assert not Report.objects.exists()

    def test_not_by_a_unit_that_ended(self, logged_in, late, kerinci, budi):
        kerinci.valid_to = late.period.starts_on - timedelta(days=1)
        kerinci.save()
        assert "Kerinci sudah berakhir pada 30\xa0April 2022" in start(logged_in(budi), late, kerinci).text
        assert not Report.objects.exists()

    @pytest.mark.parametrize("keys", [{}, {"tenggat": "x", "unit": "1"}, {"tenggat": "9" * 30, "unit": "1"}])
    def test_nonsense_is_not_found(self, logged_in, late, budi, keys):
        assert logged_in(budi).post(START, keys).status_code == 404

    def test_it_is_posted(self, logged_in, late, budi):
        assert logged_in(budi).get(START).status_code == 405


def test_the_number_of_queries_is_fixed(logged_in, schedule, today, suri):
    """With one unit that reports and with 514, one report begun in either case."""
    client = logged_in(suri)
    units = make.make_regencies(514)
    schedule.units.set(units[:1])
    for code, days in (("B08", -4), ("B12", 9)):
        late = make.make_deadline(schedule, make.make_period(2022, code), today + timedelta(days=days))
    make.make_report(units[0], late.schedule.program, late.period)

    def count(address):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    one = {address: count(address) for address in (LIST, "/kerja/")}
    schedule.units.clear()
    for unit in units[1:20]:
        make.make_report(unit, late.schedule.program, late.period)
    many = {address: count(address) for address in one}
    assert "Terlambat (514)" in client.get(LIST).text
    assert many == one
    assert one[LIST] <= 30 and one["/kerja/"] <= 32
