"""/kerja/pelaporan/: who has reported, for whom it is shown, in which order, and the same as a file."""

import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone

from programs.models import Report
from tests import factories as make

pytestmark = pytest.mark.django_db

BOARD = "/kerja/pelaporan/"
WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def b12(pks):
    return make.make_period(2022, "B12")


@pytest.fixture
def calendar(pks):
    """PKS 2022, nationwide: B08 and B12 fall due on the tenth after their end."""
    schedule = make.make_schedule(pks, 2022, frequency="caturwulan")
    for code in ("B08", "B12"):
        make.make_deadline(schedule, make.make_period(2022, code))
    return schedule


@pytest.fixture
def sent(calendar, pks, kerinci, merangin, b12):
    """Kerinci sent B12 in time and full; Merangin has not begun."""
    report = make.make_report(kerinci, pks, b12, state="dikirim")
    for indicator in pks.indicators.all():
        make.make_measurement(report, indicator, 17)
    make.make_step(report, "dikirim", datetime(2023, 1, 9, 9, tzinfo=WIB))
    return report


def rows_in(page):
    """The titles of the table, in order."""
    body = page.partition("<tbody role")[2]
    return [part.partition("</th>")[0] for part in body.split('scope="row">')[1:]]


class TestPage:
    def test_how_many_and_who_first(self, page_of, sent, vera):
        page = page_of(vera, BOARD)
        assert "<h1>1 dari 2 sudah melapor, 1 terlambat</h1>" in page
        first, second = rows_in(page)
        assert "Merangin" in first and "<a" not in first
        assert f'<a href="/kerja/laporan/{sent.pk}/">Kabupaten Kerinci</a>' in second
        page = page.replace("\N{NO-BREAK SPACE}", " ")
        assert "Batas waktu 10 Januari 2023, masuk 9 Januari 2023" in page and "Dikirim tepat waktu" in page
        assert "Belum dimulai" in page and "Terlambat" in page

    def test_figures_of_the_period_and_of_the_year(self, page_of, sent, vera):
        page = page_of(vera, BOARD)
        assert page.count("<dd>1 dari 2 (50,00\N{NO-BREAK SPACE}%)</dd>") == 2
        # B08 fell due too, and nobody sent it.
        assert "Tepat waktu 2022" in page and "<span>1 dari 2 (50,00\N{NO-BREAK SPACE}%)</span>" in page
        assert "<span>0 dari 2 (0,00\N{NO-BREAK SPACE}%)</span>" in page

    def test_what_fell_due_last_comes_first(self, page_of, sent, calendar, pks, vera):
        later = make.make_schedule(pks, 2099, frequency="tahunan")
        make.make_deadline(later, make.make_period(2099))
        assert "B12 (September–Desember) 2022</span>" in page_of(vera, BOARD)
        ahead = page_of(vera, f"{BOARD}?tahun=2099")
        assert "Tahun 2099</span>" in ahead and "<h1>0 dari 2 sudah melapor</h1>" in ahead
        assert "<span>–</span>" in ahead

    def test_what_does_not_go_together_gives_way(self, page_of, sent, calendar, pks, b12, vera):
        other = make.make_program("MCP", name="Pencegahan korupsi", short_name="MCP")
        make.make_deadline(make.make_schedule(other, 2018), make.make_period(2018))
        page = page_of(vera, f"{BOARD}?program={other.pk}&tahun=2022&periode={b12.pk}")
        assert "Pencegahan korupsi, Tahun 2018" in page
        for nonsense in ("program=x&tahun=²&periode=9999999999999", "program=999", "halaman=x&keadaan=apa"):
            assert "<h1>1 dari 2" in page_of(vera, f"{BOARD}?{nonsense}")

    def test_a_period_of_the_year_is_chosen(self, page_of, sent, vera):
        b08 = make.make_period(2022, "B08")
        page = page_of(vera, f"{BOARD}?periode={b08.pk}")
        assert "B08 (Mei–Agustus) 2022</span>" in page and "<h1>0 dari 2 sudah melapor, 2 terlambat" in page

    def test_the_choices_are_those_of_the_calendar(self, page_of, sent, vera):
        make.make_program("LAIN", name="Tanpa kalender")
        page = page_of(vera, BOARD)
        chosen = f'<option value="{sent.period_id}" selected>B12 (September–Desember) 2022</option>'
        assert chosen in page and "B08 (Mei–Agustus) 2022</option>" in page
        assert f'<option value="{sent.program_id}" selected>' in page and "Tanpa kalender" not in page
        assert '<option value="2022" selected>2022</option>' in page

    def test_a_state_is_chosen_by_its_tab(self, page_of, sent, vera):
        page = page_of(vera, f"{BOARD}?keadaan=tepat")
        assert len(rows_in(page)) == 1 and "Kabupaten Kerinci" in page
        assert "<h1>1 dari 2 sudah melapor, 1 terlambat</h1>" in page

    def test_more_time_for_one_is_said(self, page_of, sent, calendar, b12, merangin, vera):
        make.make_extension(calendar.deadlines.get(period=b12), merangin, date(2099, 1, 15))
        page = page_of(vera, BOARD).replace("\N{NO-BREAK SPACE}", " ")
        assert "Diperpanjang sampai 15 Januari 2099" in page and "<h1>1 dari 2 sudah melapor</h1>" in page

    def test_a_report_that_was_given_back_says_so(self, page_of, sent, vera):
        make.make_step(sent, "dikembalikan", reason="Tertukar.")
        type(sent).objects.update(
            state="dikembalikan", returned_reason="Tertukar.", returned_by=vera, returned_at=timezone.now()
        )
        page = page_of(vera, BOARD)
        assert "<span>Dikembalikan</span>" in page and "<h1>0 dari 2 sudah melapor, 2 terlambat" in page

    def test_without_a_calendar_it_says_so(self, page_of, kerinci, vera):
        assert "Belum ada kalender pelaporan" in page_of(vera, BOARD)

    def test_who_is_not_asked_by_a_calendar_is_not_on_it(self, page_of, calendar, kerinci, merangin, vera):
        calendar.units.set([merangin])
        page = page_of(vera, BOARD)
        assert "0 dari 1 sudah melapor" in page and "Kerinci" not in page


class TestReach:
    def test_each_sees_the_units_whose_reports_he_or_she_reads(
        self, page_of, sent, sambas, budi, sari, rina, pimpin, ani, suri
    ):
        own = {budi: ["Kerinci"], sari: ["Merangin"]}
        jambi = dict.fromkeys((rina, pimpin), ["Merangin", "Kerinci"])
        everybody = dict.fromkeys((ani, suri), ["Merangin", "Sambas", "Kerinci"])
        for person, names in (own | jambi | everybody).items():
            titles = rows_in(page_of(person, BOARD))
            assert len(titles) == len(names), person
            assert all(name in title for name, title in zip(names, titles, strict=True)), person

    def test_dewi_of_kalbar_finds_only_her_own(self, page_of, sent, sambas, dewi):
        page = page_of(dewi, BOARD)
        assert len(rows_in(page)) == 1 and "Sambas" in page and "Kerinci" not in page

    def test_who_runs_a_program_begins_at_it(self, page_of, sent, dinsos, wayan):
        """Dinsos reports nothing itself; it sees what Jambi's regencies report for its program."""
        own = make.make_program("PKH", name="Program Keluarga Harapan", short_name="PKH", agency=dinsos)
        make.make_deadline(make.make_schedule(own, 2018), make.make_period(2018))
        page = page_of(wayan, BOARD)
        assert "Program Keluarga Harapan, Tahun 2018" in page and len(rows_in(page)) == 2
        assert "Tidak ada yang wajib melapor" in page_of(wayan, f"{BOARD}?program={sent.program_id}")

    def test_who_keeps_minutes_has_no_board(self, logged_in, sent, nia):
        assert logged_in(nia).get(BOARD).status_code == 403
        assert logged_in(nia).get(f"{BOARD}daftar.csv").status_code == 403

    def test_it_is_only_read(self, logged_in, sent, suri):
        assert logged_in(suri).post(BOARD).status_code in (403, 405)


class TestFile:
    def test_csv_holds_every_unit(self, logged_in, sent, vera):
        answer = logged_in(vera).get(f"{BOARD}daftar.csv?keadaan=tepat")
        assert answer["Content-Disposition"] == 'attachment; filename="pelaporan-pks-2022-b12.csv"'
        head, first, second = answer.content.decode("utf-8-sig").strip().splitlines()
        assert head.startswith("kode;daerah/instansi;paling lambat;keadaan")
        first = first.replace("\N{NO-BREAK SPACE}", " ")
        assert first.startswith("15.02;Kabupaten Merangin;10 Januari 2023;Terlambat;;;2;0;0;0")
        assert second.endswith("Dikirim;2;1;1;1;50;50")

    def test_xlsx_keeps_numbers(self, logged_in, sent, vera):
        answer = logged_in(vera).get(f"{BOARD}daftar.xlsx")
        from openpyxl import load_workbook

        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert [sheet.cell(3, column).value for column in (1, 7, 11)] == ["15.01", 2, Decimal(50)]

    def test_other_kinds_are_not_there(self, logged_in, sent, vera):
        assert logged_in(vera).get(f"{BOARD}daftar.pdf").status_code == 404

    def test_nothing_to_take_without_a_calendar(self, logged_in, kerinci, vera):
        assert logged_in(vera).get(f"{BOARD}daftar.csv").status_code == 404


@pytest.mark.slow
class TestQueries:
    """At 11 regencies and at 514, for the superuser, who finds all of them."""

    ADDRESSES = (BOARD, f"{BOARD}?keadaan=tepat&halaman=2", f"{BOARD}daftar.csv")

    def count(self, number, pks, count_queries):
        with transaction.atomic():
            units = make.make_regencies(number, make.make_province("11", "Aceh"))
            schedule = make.make_schedule(pks, 2021, frequency="bulanan")
            for month in range(1, 13):
                make.make_deadline(schedule, make.make_period(2021, f"BLN{month:02}"))
            begun = make.make_period(2021, "BLN01")
            Report.objects.bulk_create(Report(unit=unit, program=pks, period=begun) for unit in units)
            for place, unit in enumerate(units[: number // 2]):
                report = make.make_report(unit, pks, make.make_period(2021, "BLN12"))
                day = date(2022, 1, 5) + timedelta(days=place % 9)
                make.make_step(report, "dikirim", datetime(day.year, day.month, day.day, tzinfo=WIB))
            found = {address: count_queries(address) for address in self.ADDRESSES}
            transaction.set_rollback(True)
        return found

    def test_they_are_fixed(self, logged_in, count_queries, pks, suri):
        logged_in(suri)
        few, many = self.count(11, pks, count_queries), self.count(514, pks, count_queries)
        assert many == few
        assert few[BOARD] <= 36
