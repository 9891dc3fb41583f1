"""/kerja/sinkronisasi/: which figures differ, for whom, in which order, and what narrows the list."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import Difference
from tests import factories as make

pytestmark = pytest.mark.django_db

DESK = "/kerja/sinkronisasi/"


@pytest.fixture
def pkh(dinsos, jambi):
    program = make.make_program(
        "PKH", "Program keluarga harapan", short_name="PKH", agency=dinsos, owner=jambi
    )
    make.make_indicator(
        program, "KPM", name="Penerima PKH", measure_unit="KPM", scale_min=None, scale_max=None, decimals=0
    )
    return program


@pytest.fixture
def kpm(pkh):
    return pkh.indicators.get()


@pytest.fixture
def apart(kpm, kerinci, merangin, sambas):
    """Kerinci 100 to 110, Merangin 200 to 202, and Sambas of another province."""
    period = make.make_period(2024)
    return [
        make.make_apart(kpm, unit, period, value, other)
        for unit, value, other in ((kerinci, 100, 110), (merangin, 200, 202), (sambas, 10, 20))
    ]


def titles(page):
    return re.findall(r"<p>((?:Kabupaten|Kota) [^·<]+) · ", page)


class TestReach:
    def test_the_heading_answers_and_the_tabs_count(self, page_of, apart, kpm, kerinci, rina):
        make.make_apart(kpm, kerinci, make.make_period(2023), 5, 5, state="sinkron")
        page = page_of(rina, DESK)
        assert "<h1>2 angka belum sinkron dari 3 yang bersumber lebih dari satu</h1>" in page
        assert 'Belum sinkron <span class="r-num">2</span>' in page
        assert 'Sinkron <span class="r-num">1</span>' in page

    def test_everybody_finds_what_lies_within_reach(
        self, page_of, apart, wayan, vera, pimpin, budi, sari, dewi
    ):
        for person, units in (
            (wayan, ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            (vera, ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            (pimpin, ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            (budi, ["Kabupaten Kerinci"]),
            (sari, ["Kabupaten Merangin"]),
            (dewi, ["Kabupaten Sambas"]),
        ):
            assert titles(page_of(person, DESK)) == units, person

    def test_who_only_takes_minutes_has_no_desk(self, logged_in, nia):
        assert logged_in(nia).get(DESK).status_code == 403

    def test_nothing_to_settle_is_said(self, page_of, kpm, rina):
        page = page_of(rina, DESK)
        assert "<h1>Tidak ada angka yang bersumber lebih dari satu</h1>" in page
        assert "Tidak ada yang belum sinkron" in page


class TestRow:
    def test_it_shows_both_sources_the_gap_and_the_age(self, page_of, apart, budi):
        Difference.objects.update(opened_at=timezone.now() - timedelta(days=12), likely_cause="parsial")
        page = page_of(budi, DESK)
        (difference,) = [one for one in apart if one.measurement.unit.code == "15.01"]
        reference, other = difference.measurement.observations.order_by("pk")
        assert f'{reference.source} <span class="r-muted">(acuan)</span></dt><dd><b>100</b>' in page
        assert f"{other.source}</dt><dd><b>110</b><span>+10 (10,00%)</span>" in page
        assert "<b>+10\N{NO-BREAK SPACE}KPM</b><span>10,00%</span>" in page
        assert "terbuka 12 hari · Dugaan penyebab: Pengisian parsial" in page
        assert f'href="/kerja/angka/{difference.measurement_id}/"' in page

    def test_a_unit_of_another_kind_is_apart_from_a_difference(self, page_of, apart, budi):
        Difference.objects.update(state="tidak_setara", gap=None, gap_percent=None)
        for difference in apart:
            difference.comparisons.update(verdict="beda_satuan", gap=None, gap_percent=None)
        assert "tidak setara: satuan" in page_of(budi, DESK + "?keadaan=tidak_setara")
        assert "Kerinci" not in page_of(budi, DESK).partition("<main")[2].partition("</main>")[0]


class TestFilters:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("", ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            ("?daerah=merangin", ["Kabupaten Merangin"]),
            ("?selisih=1", ["Kabupaten Kerinci"]),
            ("?selisih=0,5", ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            ("?umur=3", ["Kabupaten Merangin"]),
            ("?urut=umur", ["Kabupaten Merangin", "Kabupaten Kerinci"]),
            ("?keadaan=sinkron", []),
            ("?keadaan=ngawur&urut=ngawur", ["Kabupaten Kerinci", "Kabupaten Merangin"]),
            ("?umur=banyak", ["Kabupaten Kerinci", "Kabupaten Merangin"]),
        ],
    )
    def test_each(self, page_of, apart, merangin, rina, asked, found):
        since = timezone.now() - timedelta(days=4)
        Difference.objects.filter(measurement__unit=merangin).update(opened_at=since)
        assert titles(page_of(rina, DESK + asked)) == found

    def test_program_period_and_indicator(self, page_of, apart, pkh, kpm, rina):
        other = make.make_program("LAIN", "Program lain", short_name="Lain", owner=pkh.owner)
        for asked in (
            f"?program={other.pk}",
            f"?periode={make.make_period(2020).pk}",
            f"?indikator={make.make_indicator(other).pk}",
        ):
            assert titles(page_of(rina, DESK + asked)) == [], asked
        for asked in (f"?program={pkh.pk}", f"?indikator={kpm.pk}", f"?periode={make.make_period(2024).pk}"):
            assert len(titles(page_of(rina, DESK + asked))) == 2, asked

    def test_a_wrong_number_is_named_beside_its_field(self, page_of, apart, rina):
        assert 'class="r-err" id="id_umur-galat"' in page_of(rina, DESK + "?umur=banyak")


def test_two_shares_lie_points_apart(page_of, kpm, apart, rina):
    type(kpm).objects.filter(pk=kpm.pk).update(measure_unit="%")
    assert "<b>+10\N{NO-BREAK SPACE}poin</b><span>10,00%</span>" in page_of(rina, DESK)
