from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as make
from tests.dashboard.reading import read, without_breaks

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def outcome(jambi):
    return make.make_outcome(make.make_rakor("Rakor konflik se-Provinsi Jambi", region=jambi))


def done(follow_up, claimed, accepted):
    make.make_review(follow_up, "diajukan", claimed)
    make.make_review(follow_up, "sesuai", accepted)


def rows(client, **asked):
    return client.get("/tindak-lanjut/", asked).context["rows"]


def names(client, **asked):
    return [row.what for row in rows(client, **asked)]


def test_it_works(client, outcome, kerinci):
    indicator = make.make_indicator(name="Capaian rencana aksi")
    follow_up = make.make_follow_up(
        outcome, "Menyusun rencana aksi", kerinci, due_on=date(2023, 3, 31), indicator=indicator
    )
    page = read(client, "/tindak-lanjut/")
    assert f'<tr role="row" id="{follow_up.reference}">' in page
    assert "Menyusun rencana aksi" in page
    assert f"31{NBSP}Maret 2023" in page
    assert '<a href="/daerah/15.01/">Kabupaten Kerinci</a>' in page
    assert f'<a href="{outcome.get_absolute_url()}">Rumusan{NBSP}1</a>' in page
    assert 'Rakor konflik <span class="r-nowrap">se-Provinsi</span> Jambi' in page
    assert f'<a href="{indicator.get_absolute_url()}">Capaian rencana aksi</a>' in page


class TestStanding:
    """The badge against the due date, and BPK's state beside it, all derived from the reviews."""

    def badge(self, client):
        [row] = rows(client)
        return row.badge.text, row.badge.kind, row.note

    def test_overdue_by_days(self, client, outcome, kerinci, today):
        make.make_follow_up(outcome, responsible=kerinci, due_on=today - timedelta(days=12))
        said = "Melewati batas waktu 12 hari"
        assert self.badge(client) == (said, "late", "Belum ditindaklanjuti")

    def test_many_days_are_grouped(self, client, outcome, kerinci, today):
        make.make_follow_up(outcome, responsible=kerinci, due_on=today - timedelta(days=2732))
        assert self.badge(client)[0] == "Melewati batas waktu 2.732 hari"

    def test_due_today_is_in_time(self, client, outcome, kerinci, today):
        make.make_follow_up(outcome, responsible=kerinci, due_on=today)
        assert self.badge(client) == ("Dalam batas waktu", "", "Belum ditindaklanjuti")

    def test_without_a_due_date(self, client, outcome, kerinci):
        make.make_follow_up(outcome, responsible=kerinci, due_note="Rakor berikutnya")
        assert self.badge(client)[0] == "Belum ada batas waktu"
        assert rows(client)[0].due == "Rakor berikutnya"

    def test_a_claim_alone_is_not_yet_done(self, client, outcome, kerinci, today):
        follow_up = make.make_follow_up(outcome, responsible=kerinci, due_on=today)
        make.make_review(follow_up, "diajukan", today)
        assert self.badge(client) == ("Dalam batas waktu", "", "Belum sesuai rekomendasi")

    def test_done_on_the_day_it_was_claimed(self, client, outcome, kerinci):
        follow_up = make.make_follow_up(outcome, responsible=kerinci, due_on=date(2022, 12, 10))
        done(follow_up, date(2022, 12, 10), date(2022, 12, 20))
        said = f"Dinyatakan sesuai 20{NBSP}Desember 2022"
        assert self.badge(client) == ("Selesai tepat waktu", "done", said)

    def test_done_late(self, client, outcome, kerinci):
        follow_up = make.make_follow_up(outcome, responsible=kerinci, due_on=date(2022, 12, 10))
        done(follow_up, date(2022, 12, 19), date(2022, 12, 20))
        assert self.badge(client)[0] == "Selesai terlambat 9 hari"

    def test_cannot_be_done(self, client, outcome, kerinci):
        follow_up = make.make_follow_up(outcome, responsible=kerinci, due_on=date(2022, 12, 10))
        make.make_review(follow_up, "tidak_dapat", date(2022, 12, 5), evidence=make.make_file("surat.pdf"))
        said = f"Dinyatakan 5{NBSP}Desember 2022 dengan alasan yang sah"
        assert self.badge(client) == ("Tidak dapat ditindaklanjuti", "plain", said)


class TestSummary:
    @pytest.fixture(autouse=True)
    def follow_ups(self, outcome, kerinci, today):
        late = make.make_follow_up(outcome, "terlambat", kerinci, due_on=date(2022, 12, 1))
        done(late, date(2022, 12, 5), date(2022, 12, 6))
        for what in ("tepat 1", "tepat 2"):
            in_time = make.make_follow_up(outcome, what, kerinci, due_on=date(2022, 12, 1))
            done(in_time, date(2022, 12, 1), date(2022, 12, 6))
        make.make_follow_up(outcome, "lewat", kerinci, due_on=date(2022, 12, 1))
        make.make_follow_up(outcome, "berjalan", kerinci, due_on=today)

    def test_the_answer_is_the_heading(self, client):
        page = read(client, "/tindak-lanjut/")
        assert "<h1>2 dari 5 tindak lanjut selesai tepat waktu</h1>" in page
        assert "1 melewati batas waktu." in page

    def test_the_bar_stands_over_its_table(self, client):
        bar = client.get("/tindak-lanjut/").context["summary"].bar
        assert [(part.label, part.count, part.x, part.width) for part in bar.parts] == [
            ("Selesai tepat waktu", 2, "0%", "40%"),
            ("Selesai terlambat", 1, "40%", "20%"),
            ("Dalam batas waktu", 1, "60%", "20%"),
            ("Melewati batas waktu", 1, "80%", "20%"),
        ]

    def test_what_needs_attention_comes_first(self, client):
        assert names(client) == ["lewat", "berjalan", "terlambat", "tepat 1", "tepat 2"]

    @pytest.mark.parametrize(
        "state, expected",
        [("lewat", ["lewat"]), ("berjalan", ["berjalan"]), ("tepat", ["tepat 1", "tepat 2"]), ("gugur", [])],
    )
    def test_state_narrows(self, client, state, expected):
        assert names(client, keadaan=state) == expected

    def test_heading_and_bar_follow_the_filters(self, client):
        page = client.get("/tindak-lanjut/", {"keadaan": "lewat"})
        assert "<h1>0 dari 1 tindak lanjut selesai tepat waktu</h1>" in without_breaks(page.content.decode())
        assert page.context["summary"].bar.total == 1


class TestFilters:
    @pytest.fixture(autouse=True)
    def follow_ups(self, jambi, kalbar, kerinci, sambas):
        self.pkh = make.make_program(code="PKH", name="Program Keluarga Harapan")
        pkh = make.make_rakor("Rakor PKH", region=jambi, starts_on=date(2024, 3, 4))
        pkh.programs.add(self.pkh, make.make_program(code="PPKS", name="PPKS"))
        social = make.make_rakor("Rakor sosial", region=kalbar, starts_on=date(2024, 8, 1))
        conflict = make.make_rakor("Rakor konflik", region=jambi, starts_on=date(2022, 11, 7))
        bkd = make.make_agency("15.01-bkd", "BKD Kabupaten Kerinci", parent=kerinci)
        indicator = make.make_indicator(self.pkh)
        make.make_follow_up(make.make_outcome(pkh, "Verval dituntaskan."), "Verval", bkd)
        make.make_follow_up(make.make_outcome(social), "Data PPKS", sambas, indicator=indicator)
        make.make_follow_up(make.make_outcome(conflict), "Rencana aksi", kerinci, reference="TL-2022-7001")

    @pytest.mark.parametrize(
        "asked, expected",
        [
            ({"tahun": "2022"}, {"Rencana aksi"}),
            ({"tahun": "2024"}, {"Verval", "Data PPKS"}),
            ({"program": "PKH"}, {"Verval", "Data PPKS"}),
            ({"program": "PPKS"}, {"Verval"}),
            ({"daerah": "15.01"}, {"Verval", "Rencana aksi"}),
            ({"daerah": "Kabupaten Kerinci"}, {"Verval", "Rencana aksi"}),
            ({"daerah": "bkd"}, {"Verval"}),
            ({"daerah": "Kalimantan Barat"}, {"Data PPKS"}),
            ({"daerah": "Atlantis"}, set()),
            ({"q": "verval dituntaskan"}, {"Verval"}),
            ({"q": "TL-2022-7001"}, {"Rencana aksi"}),
            ({"q": "Sambas"}, {"Data PPKS"}),
            ({"q": "rakor konflik"}, {"Rencana aksi"}),
            ({"tahun": "2024", "daerah": "Kerinci"}, {"Verval"}),
        ],
    )
    def test_each_narrows(self, client, asked, expected):
        assert set(names(client, **asked)) == expected

    def test_a_tab_for_each_year_of_rakor(self, client):
        tabs = client.get("/tindak-lanjut/", {"daerah": "15"}).context["tabs"]
        assert [(tab.label, tab.count) for tab in tabs] == [("Semua tahun", 2), ("2024", 1), ("2022", 1)]
        assert tabs[2].url == "/tindak-lanjut/?daerah=15&tahun=2022"


def test_twenty_five_on_a_page_and_filters_stay(client, outcome, kerinci):
    for number in range(30):
        make.make_follow_up(outcome, f"Tindak lanjut {number}", kerinci)
    page = read(client, "/tindak-lanjut/", daerah="15.01")
    assert "1–25 dari 30" in page
    assert "?daerah=15.01&amp;halaman=2" in page
    assert len(rows(client, halaman="2")) == 5


def test_its_own_address_finds_a_follow_up_wherever_it_stands(client, outcome, kerinci):
    """A list of many pages would hide an anchor on its second page."""
    follow_ups = [make.make_follow_up(outcome, f"T {number}", kerinci) for number in range(30)]
    wanted = follow_ups[-1]
    address, _hash, anchor = wanted.get_absolute_url().partition("#")
    assert f'id="{anchor}"' in read(client, address)


def test_invented_ones_are_marked(client, outcome, kerinci):
    make.make_follow_up(outcome, responsible=kerinci, is_sample=True)
    assert "Data contoh, bukan data resmi" in read(client, "/tindak-lanjut/")
    make.make_follow_up(outcome, responsible=kerinci)
    page = read(client, "/tindak-lanjut/")
    assert "Data contoh, bukan data resmi" not in page
    assert page.count("Data contoh</span>") == 1


def test_follow_ups_of_an_invented_rakor_are_invented(client, jambi, kerinci):
    rakor = make.make_rakor(region=jambi, is_sample=True)
    make.make_follow_up(make.make_outcome(rakor), responsible=kerinci)
    assert rows(client)[0].is_sample


@pytest.mark.parametrize("asked", [{"tahun": "0"}, {"keadaan": "x"}, {"halaman": "x"}])
def test_bad_input_is_answered(client, outcome, kerinci, asked):
    make.make_follow_up(outcome, responsible=kerinci)
    assert len(rows(client, **asked)) == 1


def test_nothing_yet_and_nothing_that_fits(client, db):
    assert "<h1>Belum ada tindak lanjut</h1>" in read(client, "/tindak-lanjut/")
    assert "<h1>Tidak ada tindak lanjut yang cocok</h1>" in read(client, "/tindak-lanjut/", q="apa")


def test_a_fixed_number_of_queries(jambi, kerinci, count_queries):
    def fill(number):
        for _ in range(number):
            rakor = make.make_rakor(region=jambi)
            indicator = make.make_indicator()
            follow_up = make.make_follow_up(
                make.make_outcome(rakor), responsible=kerinci, indicator=indicator
            )
            follow_up.supporting.add(jambi)
            make.make_review(follow_up)

    fill(1)
    few = count_queries("/tindak-lanjut/")
    fill(40)
    assert count_queries("/tindak-lanjut/") == few


def test_it_only_reads(client, db):
    assert client.post("/tindak-lanjut/").status_code == 405
