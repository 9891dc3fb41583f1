from datetime import date

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def titles(response):
    return [row.title for row in response.context["rows"]]


def ask(client, **asked):
    return client.get("/rakor/", asked)


def test_it_works(client, jambi):
    make.make_rakor("Rakor PKH", region=jambi, summary="Verval belum tuntas.", place="Sengeti")
    page = client.get("/rakor/").content.decode()
    assert "Verval belum tuntas." in page
    assert "Senin, 7\N{NO-BREAK SPACE}November 2022 · Sengeti" in page
    assert "<h1>1 Rakor tercatat</h1>" in page


def test_newest_comes_first(client, jambi):
    make.make_rakor("Lama", region=jambi, starts_on=date(2019, 4, 9))
    make.make_rakor("Baru", region=jambi, starts_on=date(2024, 8, 1))
    assert titles(ask(client)) == ["Baru", "Lama"]


def test_how_the_record_came_about_and_that_it_is_invented_is_said(client, jambi):
    make.make_rakor(region=jambi, record_source="berita", source_name="Berita", is_sample=True)
    page = ask(client).content.decode()
    assert "Dicatat dari berita" in page
    assert "Data contoh, bukan data resmi" in page


def test_put_off_and_called_off_is_said(client, jambi):
    make.make_rakor(region=jambi, state="ditunda", state_reason="Banjir")
    make.make_rakor(region=jambi, state="dibatalkan", state_reason="Digabung")
    page = ask(client).content.decode()
    assert "Ditunda</span>" in page
    assert "Dibatalkan</span>" in page


@pytest.mark.parametrize(
    "word", ["konflik", "KONFLIK", "nang inang", "Muaro", "sertifikat", "pemutakhiran ppks", "konflik ppks"]
)
def test_text_is_sought_in_title_venue_town_summary_and_public_outcomes(client, jambi, word):
    rakor = make.make_rakor(
        "Rakor konflik sosial",
        region=jambi,
        venue="Aula Nang Inang",
        place="Muaro Jambi",
        summary="Tiga daerah menerima sertifikat.",
    )
    make.make_outcome(rakor, "Pemutakhiran data PPKS setiap tahun.")
    make.make_rakor("Lain", region=jambi)
    assert titles(ask(client, q=word)) == ["Rakor konflik sosial"]


def test_all_words_must_be_there(client, jambi):
    make.make_rakor("Rakor konflik sosial", region=jambi)
    assert titles(ask(client, q="konflik pertanian")) == []


def test_year_program_and_state_narrow_together(client, jambi):
    pkh = make.make_program(code="PKH", name="Program Keluarga Harapan")
    wanted = make.make_rakor("Dicari", region=jambi, starts_on=date(2024, 3, 4), state="dijadwalkan")
    wanted.programs.add(pkh)
    make.make_rakor("Tahun lain", region=jambi, state="dijadwalkan").programs.add(pkh)
    make.make_rakor("Keadaan lain", region=jambi, starts_on=date(2024, 5, 1)).programs.add(pkh)
    make.make_rakor("Program lain", region=jambi, starts_on=date(2024, 5, 1), state="dijadwalkan")
    assert titles(ask(client, tahun=2024, program="PKH", keadaan="dijadwalkan")) == ["Dicari"]


def test_a_program_code_that_two_provinces_use_shows_each_rakor_once(client, jambi, kalbar):
    rakor = make.make_rakor(region=jambi)
    for owner in (jambi, kalbar):
        rakor.programs.add(make.make_program(code="PKH", name="PKH", owner=owner))
    assert len(titles(ask(client, program="PKH"))) == 1


class TestRegion:
    @pytest.fixture(autouse=True)
    def rakor(self, kerinci, merangin, jambi, kalbar):
        bkd = make.make_agency("15.01-bkd", "BKD Kabupaten Kerinci", parent=kerinci)
        make.make_rakor("di Kerinci", region=kerinci)
        make.make_rakor("tuan rumah", region=jambi, host=kerinci)
        make.make_rakor("instansi penyelenggara", region=jambi, organiser=bkd)
        make.make_invitation(make.make_rakor("diundang", region=jambi), bkd)
        make.make_invitation(
            make.make_rakor("semua diundang", region=jambi), group="Seluruh BKD", regencies_of=jambi
        )
        outcome = make.make_outcome(make.make_rakor("tindak lanjut", region=jambi))
        make.make_follow_up(outcome, responsible=bkd)
        make.make_rakor("di Merangin", region=merangin)
        make.make_rakor("di Kalbar", region=kalbar)

    OF_KERINCI = {
        "di Kerinci",
        "tuan rumah",
        "instansi penyelenggara",
        "diundang",
        "semua diundang",
        "tindak lanjut",
    }

    @pytest.mark.parametrize("written", ["15.01", "Kerinci", "kab. kerinci", "Pemkab Kerinci", " kerinci "])
    def test_everything_that_touches_a_region(self, client, written):
        assert set(titles(ask(client, daerah=written))) == self.OF_KERINCI

    def test_an_agency_by_its_name(self, client):
        found = set(titles(ask(client, daerah="BKD Kabupaten Kerinci")))
        assert found == {"instansi penyelenggara", "diundang", "tindak lanjut"}

    def test_a_province_with_everything_in_it(self, client):
        found = set(titles(ask(client, daerah="15")))
        assert found == self.OF_KERINCI | {"di Merangin"}

    def test_nobody_of_that_name(self, client):
        page = ask(client, daerah="Atlantis")
        assert titles(page) == []
        assert "Tidak ada Rakor yang cocok" in page.content.decode()


class TestTabs:
    @pytest.fixture(autouse=True)
    def rakor(self, jambi):
        for year in (2019, 2024, 2024):
            make.make_rakor(f"Rakor PKH {year}", region=jambi, starts_on=date(year, 3, 4))
        make.make_rakor("Rakor konflik", region=jambi, starts_on=date(2022, 3, 4))

    def test_a_tab_for_each_year_with_its_count(self, client):
        tabs = ask(client).context["tabs"]
        assert [(tab.label, tab.count) for tab in tabs] == [
            ("Semua tahun", 4),
            ("2024", 2),
            ("2022", 1),
            ("2019", 1),
        ]
        assert tabs[0].current

    def test_tabs_count_under_the_other_filters_and_keep_them(self, client):
        tabs = ask(client, q="PKH", tahun="2019").context["tabs"]
        assert [(tab.label, tab.count) for tab in tabs] == [("Semua tahun", 3), ("2024", 2), ("2019", 1)]
        assert [tab.current for tab in tabs] == [False, False, True]
        assert tabs[1].url == "/rakor/?q=PKH&tahun=2024"
        assert tabs[0].url == "/rakor/?q=PKH"

    def test_the_form_carries_the_year(self, client):
        page = ask(client, tahun="2019").content.decode()
        assert '<input type="hidden" name="tahun" value="2019"' in page


class TestPages:
    @pytest.fixture(autouse=True)
    def rakor(self, jambi):
        for number in range(45):
            make.make_rakor(f"Rakor PKH {number:02}", region=jambi)
        make.make_rakor("Rakor konflik", region=jambi)

    def test_twenty_on_a_page(self, client):
        page = ask(client)
        assert len(titles(page)) == 20
        assert "Halaman 1 dari 3" in page.content.decode()

    def test_filters_are_kept_from_page_to_page(self, client):
        page = ask(client, q="PKH", halaman=2).content.decode()
        assert "?q=PKH&amp;halaman=3" in page
        assert "?q=PKH&amp;halaman=1" in page

    @pytest.mark.parametrize("number, rows", [("99", 6), ("x", 20), ("-1", 6), ("0", 6)])
    def test_a_page_that_is_not_there_shows_one_that_is(self, client, number, rows):
        page = ask(client, halaman=number)
        assert page.status_code == 200
        assert len(titles(page)) == rows


class TestBadInput:
    @pytest.fixture(autouse=True)
    def rakor(self, jambi):
        make.make_rakor("Rakor PKH", region=jambi)

    @pytest.mark.parametrize("year", ["abc", "99999999999999999999", "-5", "12", "20 24"])
    def test_a_year_that_is_none_is_said_and_passed_over(self, client, year):
        page = ask(client, tahun=year)
        assert titles(page) == ["Rakor PKH"]
        assert "Tulis tahun dengan empat angka" in page.content.decode()

    @pytest.mark.parametrize("field", ["program", "keadaan"])
    def test_an_unknown_choice_is_said_beside_its_field(self, client, field):
        page = ask(client, **{field: "entah"})
        assert titles(page) == ["Rakor PKH"]
        assert f'id="id_{field}-galat"' in page.content.decode()
        assert "&quot;entah&quot; tidak dikenal. Pilih dari daftar." in page.content.decode()

    @pytest.mark.parametrize("text", ["%", "_", "'", "\\", "x" * 2000, "<script>", "🙂" * 50])
    def test_any_text_is_answered(self, client, text):
        for field in ("q", "daerah"):
            page = ask(client, **{field: text})
            assert page.status_code == 200
            assert "<script" not in page.content.decode()

    def test_what_was_typed_stays_in_the_form(self, client):
        assert 'value="Batang &quot;Hari&quot;"' in ask(client, daerah='Batang "Hari"').content.decode()


def test_without_any_rakor_the_page_says_so(client, db):
    page = client.get("/rakor/").content.decode()
    assert "<h1>Belum ada Rakor tercatat</h1>" in page


def test_a_fixed_number_of_queries(jambi, count_queries):
    def fill(number):
        for _ in range(number):
            rakor = make.make_rakor(region=jambi)
            rakor.programs.add(make.make_program())
            make.make_follow_up(make.make_outcome(rakor), responsible=jambi)

    fill(1)
    few = count_queries("/rakor/")
    fill(30)
    assert count_queries("/rakor/") == few


def test_it_only_reads(client, db):
    assert client.post("/rakor/").status_code == 405
