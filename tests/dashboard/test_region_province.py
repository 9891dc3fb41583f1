import pytest

from evaluations.models import Score
from tests import factories as make
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db


def see(client, address="/daerah/15/"):
    return client.get(address).context


@pytest.fixture
def regencies(jambi):
    return [
        make.make_regency(code, name, province=jambi, tile_column=column, tile_row=1)
        for column, (code, name) in enumerate((("15.01", "Kerinci"), ("15.04", "Batanghari")), 1)
    ]


@pytest.fixture
def pks(jambi, regencies):
    release = make.make_release(
        "pks-2022",
        program=make.make_program(short_name="Konflik sosial"),
        period=make.make_period(2022),
        region=jambi,
        title="Kinerja Timdu Jambi 2022",
        subject="penanganan konflik sosial",
    )
    make.make_score(release, regencies[0], rank=1)
    make.make_score(release, regencies[1], rank=2)
    return release


def test_it_works(client, jambi, pks):
    page = read(client, "/daerah/15/")
    assert "<h1>Provinsi Jambi</h1>" in page
    assert "15 · 2 kabupaten/kota" in page
    assert "Kerinci peringkat\N{NO-BREAK SPACE}I pada Kinerja Timdu Jambi 2022." in page
    assert '<a href="/daerah/15.01/">Kerinci</a></th><td>Konflik sosial 2022: I</td>' in page


def test_the_newest_ranking_is_on_the_map(client, pks):
    figure = see(client)["listing"].map.figure
    assert [(tile.place.name, tile.place.value) for tile in figure.map.tiles] == [
        ("Kerinci", "I"),
        ("Batanghari", "II"),
    ]
    assert '<a class="r-more" href="/peringkat/pks-2022/">' in read(client, "/daerah/15/")


def test_without_a_grid_the_list_stands_alone(client, jambi):
    release = make.make_release(region=jambi)
    make.make_score(release, make.make_regency("15.01", "Kerinci", province=jambi), rank=1)
    assert see(client)["listing"].map is None
    assert "Kerinci" in read(client, "/daerah/15/")


def test_its_rankings_newest_first_without_simulations(client, jambi, pks):
    make.make_release(region=jambi, title="MCP 2018", period=make.make_period(2018))
    round_ = make.make_round(region=jambi, kind="simulasi")
    make.make_release(
        region=jambi, title="Simulasi", kind="simulasi", round=round_, instrument=round_.instrument
    )
    rows = see(client)["listing"].rankings
    assert [row.title for row in rows] == ["Kinerja Timdu Jambi 2022", "MCP 2018"]


def test_work_of_everything_in_it(client, jambi, kalbar, regencies):
    outcome = make.make_outcome(make.make_rakor(region=kalbar))
    kesbangpol = make.make_agency("15.01-kesbangpol", "Kesbangpol Kerinci", parent=regencies[0])
    for unit in (jambi, regencies[0], kesbangpol, kalbar):
        make.make_follow_up(outcome, f"Milik {unit.name}", unit)
    assert {row.what for row in see(client)["work"].rows} == {
        "Milik Jambi",
        "Milik Kerinci",
        "Milik Kesbangpol Kerinci",
    }


def test_all_of_its_work_is_one_tap_away(client, jambi, regencies):
    outcome = make.make_outcome(make.make_rakor(region=jambi))
    kesbangpol = make.make_agency("15.01-kesbangpol", "Kesbangpol Kerinci", parent=regencies[0])
    for unit in (jambi, regencies[0], kesbangpol):
        make.make_follow_up(outcome, responsible=unit)
    assert '<a class="r-more" href="/tindak-lanjut/?daerah=15">' in read(client, "/daerah/15/")
    assert see(client, "/tindak-lanjut/?daerah=15")["listed"].paginator.count == 3


def test_its_rakor(client, jambi, kalbar, regencies):
    make.make_rakor("Rakor provinsi", region=jambi)
    make.make_rakor("Rakor kabupaten", region=regencies[0])
    make.make_rakor("Rakor lain", region=kalbar)
    assert {row.title for row in see(client)["met"]} == {"Rakor provinsi", "Rakor kabupaten"}


def test_a_province_with_nothing_yet_lists_its_regencies(client, regencies):
    page = read(client, "/daerah/15/")
    assert "Belum ada peringkat yang tercatat untuk provinsi ini." in page
    assert '<a href="/daerah/15.04/">Batanghari</a>' in page


def test_a_fixed_number_of_queries(jambi, count_queries):
    everywhere = make.make_regencies(514, province=jambi)

    def fill(number, regencies):
        for _ in range(number):
            rakor = make.make_rakor(region=jambi)
            release = make.make_release(region=jambi, announced_at=rakor)
            Score.objects.bulk_create(
                Score(release=release, unit_id=unit.pk, rank=rank) for rank, unit in enumerate(regencies, 1)
            )
            follow_up = make.make_follow_up(
                make.make_outcome(rakor), responsible=regencies[0], indicator=make.make_indicator()
            )
            follow_up.supporting.add(jambi)

    fill(1, everywhere[:11])
    few = count_queries("/daerah/15/")
    fill(5, everywhere)
    assert count_queries("/daerah/15/") == few
