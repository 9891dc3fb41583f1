import pytest

from evaluations.choices import Formula
from evaluations.models import Instrument
from programs.models import Indicator
from tests import factories as make
from tests.dashboard.rankings import MCP_2018, make_eleven, publish, rank_many
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)


def test_it_is_built_from_the_instrument(client, eleven):
    publish(MCP_2018, 2018, bands=[("Merah", 0), ("Kuning", 25), ("Biru", 50), ("Hijau", 75)])
    page = read(client, "/metodologi/")
    instrument = Instrument.objects.get()
    assert f'id="instrumen-{instrument.pk}"' in page
    assert '<a href="/peringkat/mcp-2018-jambi/">MCP Jambi 2018</a>' in page
    assert "Nilai dibulatkan ke 2 angka desimal, lalu diperingkat." in page
    assert "Dihitung 0" in page and "Dikeluarkan, bobot dibagi ulang" in page
    assert "Berbagi peringkat: 1, 2, 2, 4." in page
    assert "di bawah 60 % tidak diperingkat" in page
    assert page.index("Hijau") < page.index("Merah")
    assert "mulai 75" in page


def test_without_bands_it_says_so(client, eleven):
    publish(MCP_2018, 2018)
    assert "Tidak ada: instrumen ini tidak memakai predikat." in read(client, "/metodologi/")


def test_a_bound_that_lies_outside(client):
    instrument = rank_many(2).instrument
    instrument.bands.create(label="D", lower=0, is_lower_inside=False)
    instrument.bands.create(label="A", lower=80, is_lower_inside=False)
    page = read(client, "/metodologi/")
    assert "di atas 80" in page
    assert "mulai 0" in page, "the lowest band always includes the scale's minimum"


def test_tie_breaks_are_printed(client):
    instrument = rank_many(2).instrument
    instrument.lines.update(tie_order=1)
    Instrument.objects.update(tie_by_report_time=True)
    said = "Dipisahkan menurut capaian Capaian MCP, laporan lengkap yang lebih awal;"
    assert said in read(client, "/metodologi/")


def test_each_indicator_has_its_place(client, eleven):
    publish(MCP_2018, 2018)
    indicator = Indicator.objects.get()
    indicator.definition = "Persentase rencana aksi yang dipenuhi."
    indicator.save()
    page = read(client, "/metodologi/")
    assert f'id="indikator-{indicator.pk}"' in page
    assert "Persentase rencana aksi yang dipenuhi." in page
    assert f'<a href="#indikator-{indicator.pk}">Capaian MCP</a>' in page


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("ratio", "Target 80, realisasi 92: capaian 115,00, dihitung 100,00."),
        ("inverse_difference", "Target 60, realisasi 129,03: capaian 0,00."),
        ("inverse_ratio", "Target 60, realisasi 129,03: capaian 46,50."),
        ("range", "Target 7–8, realisasi 9: capaian 87,50."),
        ("present", "Ada: capaian 100,00."),
        ("value", "Nilai 3,43 pada skala 1–5: capaian 60,75."),
        ("timeliness", "2 dari 3 laporan tepat waktu: capaian 66,67."),
        ("completeness", "5 dari 6 laporan lengkap: capaian 83,33."),
        ("rubric", "Dua penilai memberi 3 dan 4 pada skala 0–4: capaian 87,50."),
    ],
)
def test_worked_examples_are_those_of_the_rules(formula, said):
    from dashboard.selectors.formulas import example

    assert example(Formula(formula)) == said


def test_every_formula_has_a_meaning_and_an_example():
    from dashboard.selectors.formulas import EXAMPLES, MEANINGS

    assert set(MEANINGS) == set(EXAMPLES) == set(Formula)


def test_an_instrument_that_has_published_nothing_is_not_shown(client, eleven):
    make.make_instrument(name="Instrumen rahasia")
    assert "Instrumen rahasia" not in read(client, "/metodologi/")


def test_what_is_not_public_is_not_shown(client, eleven):
    publish(MCP_2018, 2018)
    Indicator.objects.update(visibility="terbatas", name="Indikator rahasia", definition="Rahasia")
    page = read(client, "/metodologi/")
    assert "Indikator rahasia" not in page
    assert "MCP 2018" in page
    hidden = make.make_program(name="Program rahasia", visibility="terbatas")
    make.make_indicator(hidden, name="Angka rahasia")
    assert "rahasia" not in read(client, "/metodologi/")


def test_a_second_edition_says_so(client, eleven):
    publish(MCP_2018, 2018)
    publish(MCP_2018, 2018, reason="Instrumen diperbaiki.", edition=2)
    page = read(client, "/metodologi/")
    assert "MCP 2018, versi 2" in page


def test_how_follow_ups_are_counted(client):
    page = read(client, "/metodologi/")
    assert 'id="tindak-lanjut"' in page
    assert "Tanpa batas waktu, yang selesai dihitung tepat waktu." in page


def test_an_empty_installation_says_what_will_stand_here(client):
    page = read(client, "/metodologi/")
    for said in ("Belum ada rumus", "Belum ada instrumen", "Belum ada indikator"):
        assert said in page


@pytest.mark.slow
def test_the_number_of_queries_does_not_grow(client, count_queries):
    make.make_regencies(514)
    rank_many(11, 2001)
    few = count_queries("/metodologi/")
    for year in range(2002, 2005):
        rank_many(514, year)
    assert count_queries("/metodologi/") == few
