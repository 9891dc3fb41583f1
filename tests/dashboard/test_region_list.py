import pytest

from tests import factories as make
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db


def found(client, text):
    return [row.name for row in client.get("/daerah/", {"q": text}).context["rows"]]


def ranked(unit, rank, subject="MCP", year=2018, **fields):
    release = make.make_release(
        region=unit.parent,
        program=make.make_program(short_name=subject),
        period=make.make_period(year),
        subject=subject,
        **fields,
    )
    make.make_score(release, unit, rank=rank)
    return release


def test_it_works(client, jambi, kerinci, merangin, sambas):
    ranked(kerinci, 1, "Konflik sosial", 2022)
    page = read(client, "/daerah/")
    assert "<h1>3 kabupaten/kota di 2 provinsi</h1>" in page
    assert "1 provinsi sudah mempunyai peringkat" in page
    assert '<a href="/daerah/15.01/">Kerinci</a></th><td>Konflik sosial 2022: I</td>' in page
    assert '<a href="/daerah/15.02/">Merangin</a></th><td>Belum ada</td>' in page


def test_provinces_with_something_come_first_and_the_others_are_links(client, kerinci, sambas):
    make.make_rakor(region=sambas.parent)
    context = client.get("/daerah/").context
    assert [group.name for group in context["groups"]] == ["Kalimantan Barat"]
    assert [link.label for link in context["others"]] == ["Jambi"]


def test_provinces_with_a_ranking_come_before_those_without(client, kerinci, sambas):
    make.make_rakor(region=kerinci.parent)
    ranked(sambas, 1)
    names = [group.name for group in client.get("/daerah/").context["groups"]]
    assert names == ["Kalimantan Barat", "Jambi"]


@pytest.mark.parametrize("what", ["ranking", "rakor", "regency's rakor", "follow-up", "agency's follow-up"])
def test_what_counts_as_something(client, kerinci, what):
    jambi = kerinci.parent
    elsewhere = make.make_province("61", "Kalimantan Barat")
    agency = make.make_agency("15.01-bkd", "BKD Kerinci", parent=kerinci)
    make_it = {
        "ranking": lambda: ranked(kerinci, 1),
        "rakor": lambda: make.make_rakor(region=jambi),
        "regency's rakor": lambda: make.make_rakor(region=kerinci),
        "follow-up": lambda: make.make_follow_up(
            make.make_outcome(make.make_rakor(region=elsewhere)), responsible=kerinci
        ),
        "agency's follow-up": lambda: make.make_follow_up(
            make.make_outcome(make.make_rakor(region=elsewhere)), responsible=agency
        ),
    }
    make_it[what]()
    assert "Jambi" in [group.name for group in client.get("/daerah/").context["groups"]]


def test_the_newest_rank_of_each_program_and_no_simulation(client, kerinci):
    program = make.make_program(short_name="MCP")
    for year, rank in ((2017, 7), (2018, 1)):
        release = make.make_release(
            region=kerinci.parent, program=program, period=make.make_period(year), subject="MCP"
        )
        make.make_score(release, kerinci, rank=rank)
    round_ = make.make_round(region=kerinci.parent, kind="simulasi")
    simulation = make.make_release(
        region=kerinci.parent, kind="simulasi", round=round_, instrument=round_.instrument
    )
    make.make_score(simulation, kerinci, rank=3)
    [row] = client.get("/daerah/").context["groups"][0].rows
    assert row.ranks == "MCP 2018: I"


def test_computed_ranks_say_of_how_many(client, kerinci):
    round_ = make.make_round(region=kerinci.parent)
    release = make.make_release(
        region=kerinci.parent,
        round=round_,
        instrument=round_.instrument,
        program=round_.instrument.program,
        period=round_.period,
        places=11,
    )
    make.make_score(release, kerinci, rank=6)
    [row] = client.get("/daerah/").context["groups"][0].rows
    assert row.ranks == "MCP 2018: 6\N{NO-BREAK SPACE}dari\N{NO-BREAK SPACE}11"


class TestSearch:
    @pytest.fixture(autouse=True)
    def regions(self, jambi, kalbar):
        for code, name in (("15.04", "Batanghari"), ("15.05", "Muaro Jambi"), ("15.71", "Kota Jambi")):
            make.make_regency(code, name, province=jambi)
        make.make_regency("61.71", "Kota Pontianak", province=kalbar)
        mempawah = make.make_regency("61.02", "Mempawah", province=kalbar)
        make.make_unit_name(mempawah, "Kabupaten Pontianak", kind="lama")
        make.make_agency("15-dinsos", "Dinas Sosial Provinsi Jambi", parent=jambi)

    @pytest.mark.parametrize(
        "text, names",
        [
            ("jambi", ["Jambi", "Kota Jambi", "Muaro Jambi"]),
            ("Pontianak", ["Kota Pontianak", "Mempawah"]),
            ("61", ["Kalimantan Barat", "Mempawah", "Kota Pontianak"]),
            ("kota", ["Kota Jambi", "Kota Pontianak"]),
        ],
    )
    def test_by_name_alias_or_code_the_closest_first(self, client, text, names):
        assert found(client, text) == names

    @pytest.mark.parametrize(
        "text, address",
        [
            ("batanghari", "/daerah/15.04/"),
            ("Batang Hari", "/daerah/15.04/"),
            ("Kabupaten Batanghari", "/daerah/15.04/"),
            ("kab.batang", "/daerah/15.04/"),
            ("  Pemkab   Muaro Jambi ", "/daerah/15.05/"),
            ("Provinsi Jambi", "/daerah/15/"),
            ("prov. kalimantan", "/daerah/61/"),
            ("15.71", "/daerah/15.71/"),
        ],
    )
    def test_the_only_one_that_fits_is_opened(self, client, text, address):
        response = client.get("/daerah/", {"q": text})
        assert (response.status_code, response.get("Location")) == (302, address)

    def test_nothing_found_is_said_kindly_with_a_way_on(self, client):
        page = read(client, "/daerah/", q="Atlantis")
        assert "<h1>Tidak ada daerah bernama &quot;Atlantis&quot;</h1>" in page
        assert "Tulis sebagian namanya saja" in page
        assert 'value="Atlantis"' in page
        assert '<a href="/daerah/">' in page

    def test_agencies_are_no_regions(self, client):
        assert found(client, "Dinas Sosial") == []

    @pytest.mark.parametrize("text", ["", "   "])
    def test_nothing_typed_is_the_list(self, client, text):
        assert "groups" in client.get("/daerah/", {"q": text}).context

    def test_what_cannot_be_a_name_is_said(self, client):
        page = read(client, "/daerah/", q="x" * 500)
        assert 'class="r-err"' in page

    @pytest.mark.parametrize("text", ["%", "_", "'\"", "<b>", "kab.", "prov"])
    def test_any_other_text_is_answered(self, client, text):
        assert client.get("/daerah/", {"q": text}).status_code in (200, 302)


@pytest.mark.slow
class TestAll514:
    """Every region can be found, and the list does not slow down for them."""

    @pytest.fixture
    def everywhere(self, db):
        regencies = make.make_regencies(514)
        assert len({regency.parent_id for regency in regencies}) == 8
        return regencies

    def test_all_are_within_two_steps(self, client, everywhere, count_queries):
        kerinci = make.make_regency("15.70", "Kerinci", province=everywhere[-1].parent)
        ranked(kerinci, 1)
        few = count_queries("/daerah/")
        for province in {regency.parent for regency in everywhere}:
            make.make_rakor(region=province)
            ranked(next(regency for regency in everywhere if regency.parent == province), 1)
        assert count_queries("/daerah/") == few
        pages = [client.get("/daerah/", {"halaman": number}).context["groups"] for number in (1, 2)]
        assert [len(groups) for groups in pages] == [5, 3]
        assert sum(len(group.rows) for groups in pages for group in groups) == 515

    def test_a_search_that_finds_many_has_pages(self, client, everywhere, count_queries):
        page = read(client, "/daerah/", q="Kabupaten Nomor")
        assert "514 daerah cocok dengan &quot;Kabupaten Nomor&quot;" in page
        assert "Halaman 1 dari 11" in page
        many = count_queries("/daerah/?q=Nomor")
        assert many == count_queries("/daerah/?q=Nomor+51")


def test_without_any_regions_the_page_still_stands(client, db):
    assert client.get("/daerah/").status_code == 200
