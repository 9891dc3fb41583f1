"""/kerja/sinkronisasi/tingkat/: how many figures agree, by program, period and unit, and who disagrees."""

import pytest

from dashboard.selectors.sync import of_one_kind, percent_words, public_sync
from programs.models import Indicator, Program, Report
from programs.sync import Group, Rate
from tests import factories as make

pytestmark = pytest.mark.django_db

RATES = "/kerja/sinkronisasi/tingkat/"


@pytest.fixture
def compared(kpm, kerinci, merangin):
    """2023: one of two agrees; 2024: both do, one of them settled. One more cannot be compared."""
    ministry, bulog = make.make_source("Kemensos"), make.make_source("Bulog")
    for unit, year, other, state in (
        (kerinci, 2023, 110, "terbuka"),
        (merangin, 2023, 100, "sinkron"),
        (merangin, 2024, 100, "sinkron"),
    ):
        measurement = make.make_figure(kpm, unit, make.make_period(year), 100, source=bulog)
        said = make.make_observation(measurement, other, source=ministry)
        make.make_difference(measurement, said, state=state)
    make.make_settled(make.make_apart(kpm, kerinci, make.make_period(2024), 100, 110, gap=10), 110)
    make.make_apart(
        kpm, kerinci, make.make_period(2022), 1, 2, state="tidak_setara", gap=None, gap_percent=None
    )


class TestPage:
    def test_it_says_how_many_agree(self, page_of, compared, rina):
        page = page_of(rina, RATES)
        assert "<h1>Tingkat sinkron 75%: 3 dari 4 angka yang bersumber lebih dari satu</h1>" in page
        assert "Tingkat sinkron naik dari 50% (Tahun 2023) ke 100% (Tahun 2024)" in page
        assert (
            'Tahun 2023</a></th><td class="n"><b>50%</b></td><td class="n">1</td><td class="n">1</td>' in page
        )
        assert '<b>tanpa banding</b></td><td class="n">0</td><td class="n">0</td><td class="n">1</td>' in page

    def test_which_sources_disagree(self, page_of, compared, rina):
        page = page_of(rina, RATES)
        assert '<th scope="row">Bulog</th><td>Kemensos</td><td class="n">1 dari 3 angka</td>' in page
        assert '<td class="n">10%</td>' in page

    def test_the_region_that_agrees_least_comes_first(self, page_of, compared, rina):
        units = page_of(rina, RATES).partition('id="h-daerah"')[2]
        assert units.index("Kerinci") < units.index("Merangin")

    def test_it_counts_what_its_reader_reads(self, page_of, compared, sari, dewi):
        assert "<h1>Tingkat sinkron 100%: 2 dari 2 angka" in page_of(sari, RATES)
        assert "<h1>Belum ada angka yang dapat dibandingkan</h1>" in page_of(dewi, RATES)

    def test_it_is_narrowed(self, page_of, compared, rina):
        asked = f"?periode={make.make_period(2023).pk}"
        assert "Tingkat sinkron 50%: 1 dari 2 angka" in page_of(rina, RATES + asked)
        assert "Tingkat sinkron 100%: 2 dari 2 angka" in page_of(rina, RATES + "?daerah=merangin")

    def test_the_desk_says_it_too(self, page_of, compared, rina):
        page = page_of(rina, "/kerja/sinkronisasi/")
        assert "Tingkat sinkron 75%." in page and f'href="{RATES}"' in page

    def test_who_has_no_desk_has_no_rates(self, logged_in, nia):
        assert logged_in(nia).get(RATES).status_code == 403


def test_a_trend_is_of_periods_of_one_kind():
    year, half = (
        Group(1, "TAHUNAN", "Tahun 2022", Rate(1, 1)),
        Group(2, "SM1", "Semester I 2023", Rate(1, 0)),
    )
    assert of_one_kind([]) == []
    assert of_one_kind([year, half]) == [half]
    assert of_one_kind([year, half, year]) == [year, year]


def test_all_but_one_is_not_all():
    assert [percent_words(Rate(agreed, apart)) for agreed, apart in ((5000, 0), (4999, 1), (0, 0))] == [
        "100%",
        "99,9%",
        "",
    ]


class TestPublic:
    @pytest.fixture
    def program(self, compared):
        return Program.objects.get(code="PKH")

    def test_the_rate_as_a_figure(self, program):
        said = "3 dari 4 angka yang bersumber lebih dari satu sudah sinkron (75%)."
        assert public_sync(program) == said

    def test_only_accepted_reports_count(self, program, merangin):
        Report.objects.filter(unit=merangin).update(state="dikirim")
        assert public_sync(program).startswith("1 dari 2 angka")

    @pytest.mark.parametrize("kind", [Indicator, Program])
    def test_what_is_not_public_is_not_counted(self, program, kind):
        kind.objects.update(visibility="terbatas")
        assert public_sync(program) == ""
