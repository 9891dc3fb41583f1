import pytest

from tests import factories as make
from tests.dashboard.rankings import MCP_2017, MCP_2018, make_eleven, publish, rank_many, record
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)


@pytest.fixture
def three(eleven):
    publish(MCP_2017, 2017)
    publish(MCP_2018, 2018)
    record({"15.01": 1, "15.04": 2, "15.02": 3})


def groups(client, **asked):
    return client.get("/peringkat/", asked).context["groups"]


def titles(client, **asked):
    return [row.title for group in groups(client, **asked) for row in group.rows]


def test_by_program_and_newest_first(client, three):
    assert [group.name for group in groups(client)] == [
        "Penanganan konflik sosial",
        "Pencegahan korupsi (MCP)",
    ]
    assert titles(client) == ["Penanganan konflik sosial Jambi 2022", "MCP Jambi 2018", "MCP Jambi 2017"]
    assert "<h1>Tiga peringkat berlaku</h1>" in read(client, "/peringkat/")


def test_each_shows_its_first_three(client, three):
    conflict, newer, _older = (row for group in groups(client) for row in group.rows)
    assert [(place.label, place.name) for place in conflict.places] == [
        ("I", "Kerinci"), ("II", "Batanghari"), ("III", "Merangin"),
    ]  # fmt: skip
    assert conflict.rest == "Delapan daerah lain tidak diumumkan."
    assert [place.label for place in newer.places] == ["1", "2", "3"]
    assert newer.rest == "Sebelas daerah diperingkat."


def test_simulations_stand_apart_and_are_not_counted(client, three):
    publish(MCP_2018, 2019, kind="simulasi")
    last = groups(client)[-1]
    assert last.is_simulation and [row.title for row in last.rows] == ["MCP Jambi 2019"]
    page = read(client, "/peringkat/")
    assert "<h1>Tiga peringkat berlaku</h1>" in page
    assert "Simulasi: Pencegahan korupsi (MCP)" in page
    assert "Data contoh, bukan data resmi" in page


def test_a_corrected_release_is_listed_once(client, eleven):
    publish(MCP_2018, 2018)
    publish(MCP_2018 | {"15.01": 70}, 2018, reason="Angka Kerinci salah ketik.", edition=2)
    [group] = groups(client)
    [row] = group.rows
    assert row.is_correction
    assert row.places[0].name == "Kerinci"


class TestFilters:
    def test_year(self, client, three):
        assert titles(client, tahun="2017") == ["MCP Jambi 2017"]

    def test_program(self, client, three):
        assert titles(client, program="PKS") == ["Penanganan konflik sosial Jambi 2022"]

    def test_province(self, client, three, kalbar):
        assert len(titles(client, provinsi="15")) == 3
        assert client.get("/peringkat/", {"provinsi": "61"}).context["filter"].form.errors

    def test_kind(self, client, three):
        assert titles(client, jenis="dicatat") == ["Penanganan konflik sosial Jambi 2022"]
        assert "<h1>Satu peringkat cocok dengan saringan</h1>" in read(client, "/peringkat/", jenis="dicatat")

    def test_text(self, client, three):
        assert titles(client, q="konflik jambi") == ["Penanganan konflik sosial Jambi 2022"]

    def test_nothing_fits(self, client, three):
        page = read(client, "/peringkat/", q="zzz")
        assert "Tidak ada peringkat yang cocok" in page and "Hapus saringan" in page

    def test_an_unknown_year_is_named_and_the_rest_still_counts(self, client, three):
        page = read(client, "/peringkat/", tahun="1900", program="MCP")
        assert "1900 bukan" in page or "1900" in page
        assert titles(client, tahun="1900", program="MCP") == ["MCP Jambi 2018", "MCP Jambi 2017"]

    def test_what_was_typed_stays(self, client, three):
        assert 'value="konflik"' in read(client, "/peringkat/", q="konflik")


def test_pages_keep_the_filters(client, jambi):
    make.make_regency("15.01", "Kerinci")
    for year in range(1990, 2015):
        rank_many(1, year)
    page = read(client, "/peringkat/", program="MCP")
    assert "Halaman 1 dari 2" in page
    assert "?program=MCP&amp;halaman=2" in page
    assert len(titles(client, program="MCP", halaman=2)) == 5


def test_a_program_that_is_not_public_has_no_ranking(client, three):
    from programs.models import Program

    Program.objects.filter(code="MCP").update(visibility="terbatas", name="Rahasia")
    assert "Rahasia" not in read(client, "/peringkat/")
    assert titles(client) == ["Penanganan konflik sosial Jambi 2022"]


def test_an_empty_installation_says_what_will_stand_here(client):
    page = read(client, "/peringkat/")
    assert "<h1>Belum ada peringkat</h1>" in page
    assert "dicatat dari sumbernya" in page


@pytest.mark.slow
def test_the_number_of_queries_does_not_grow(client, count_queries):
    make.make_regencies(514)
    rank_many(11, 2001)
    few = count_queries("/peringkat/")
    for year in range(2002, 2006):
        rank_many(514, year)
    assert count_queries("/peringkat/") == few
