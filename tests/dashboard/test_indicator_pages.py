from datetime import date

import pytest
from django.utils import timezone

from programs.actions import set_target
from programs.models import Difference, Indicator, Part, Program, SettledFigure, Settlement
from tests import factories as make
from tests.dashboard.rankings import MCP_2017, MCP_2018, make_eleven, publish, settle
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db
INDICATOR = "/indikator/nasional/MCP-01/"
COUNTS = "/indikator/nasional/HITUNG/"
HIDDEN, ALONG = "Angka 1–4 tidak ditampilkan.", "Ditutup, agar angka kecil lain tidak terhitung."


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)
    publish(MCP_2017, 2017)
    publish(MCP_2018, 2018)


@pytest.fixture
def counts(db):
    """Heads are counted: of one to four people nothing is told."""
    return make.make_indicator(
        make.make_program("BANTUAN", "Bantuan sosial"),
        "HITUNG",
        "Penerima bantuan",
        measure_unit="orang",
        decimals=0,
        scale_max=None,
        accumulation="sum",
        suppress_small_cells=True,
    )


def row_of(page, code):
    """One unit's row among the figures of the period."""
    return page.split(f'<tr id="d-{code}">')[1].split("</tr>")[0]


def test_the_answer_is_the_heading(client, eleven):
    page = read(client, INDICATOR)
    assert "<h1>Capaian MCP, 2018: 43–67 nilai di 11 daerah, median 55</h1>" in page


def test_every_unit_has_its_figure_and_its_source(client, eleven):
    page = read(client, INDICATOR)
    assert page.count('<tr id="d-') == 11
    assert '<a href="/daerah/15.04/">Kabupaten Batanghari</a>' in row_of(page, "15.04")
    assert "<b>67</b>" in row_of(page, "15.04")
    assert "Pers 2018.1" in row_of(page, "15.04")


def test_another_period_is_chosen_by_its_address(client, eleven):
    page = read(client, INDICATOR, periode="2017-TAHUNAN")
    assert "<b>50</b>" in row_of(page, "15.04")


def test_an_unknown_period_says_so_and_shows_the_newest(client, eleven):
    page = read(client, INDICATOR, periode="1999")
    assert "&quot;1999&quot; tidak dikenal. Pilih dari daftar." in page
    assert "<b>67</b>" in row_of(page, "15.04")


def test_the_trend_stands_in_a_table_too(client, eleven):
    page = read(client, INDICATOR)
    assert 'aria-label="Batanghari: 2017 50; 2018 67"' in page
    assert '<td class="n">50</td><td class="n">67</td>' in page


def test_metadata_of_satu_data(client, eleven):
    Indicator.objects.update(
        concept="Pencegahan",
        interpretation="Makin tinggi makin patuh.",
        classification="Area intervensi",
        frequency="tahunan",
        tolerance_days=30,
    )
    page = read(client, INDICATOR)
    for about, said in [
        ("Konsep", "Pencegahan"),
        ("Interpretasi", "Makin tinggi makin patuh."),
        ("Klasifikasi", "Area intervensi"),
        ("Frekuensi", "Tahunan"),
        ("Skala", "0–100"),
        ("Toleransi tanggal data", "30 hari"),
        ("Sumber", "Pers 2018.1"),
    ]:
        assert f'<dt>{about}</dt><dd class="r-measure">{said}</dd>' in page


def test_the_chain_goes_on(client, eleven):
    rakor = make.make_rakor(region=make.unit_of("15"))
    work = make.make_follow_up(
        make.make_outcome(rakor), "Menaikkan MCP", make.unit_of("15.01"), indicator=Indicator.objects.get()
    )
    page = read(client, INDICATOR)
    assert f'href="{work.get_absolute_url()}">Menaikkan MCP</a>' in page
    assert '<a href="/peringkat/mcp-2018-jambi/">MCP Jambi 2018</a>' in page
    assert '<a href="/program/nasional/MCP/">' in page
    assert 'href="/indikator/nasional/MCP-01/"' in read(client, "/peringkat/mcp-2018-jambi/15.04/")
    assert 'href="/indikator/nasional/MCP-01/"' in read(client, rakor.get_absolute_url())


def test_a_target_that_was_revised_says_so(client, eleven, rina):
    about = {
        "unit": make.unit_of("15.04"),
        "indicator": Indicator.objects.get(),
        "period": make.make_period(2018),
        "by": rina,
    }
    set_target(**about, low=70)
    assert "direvisi" not in read(client, INDICATOR)
    set_target(**about, low=75, reason="Perubahan RKPD")
    row = row_of(read(client, INDICATOR), "15.04")
    assert "75<br>" in row and "direvisi" in row and "RKPD" not in row


def test_only_accepted_figures_are_shown(client, eleven):
    indicator = Indicator.objects.get()
    for state, code, value in (("draf", "15.01", 11), ("dikirim", "15.02", 12)):
        report = make.make_report(make.unit_of(code), indicator.program, make.make_period(2016), state=state)
        make.make_measurement(report, indicator, value)
    page = read(client, INDICATOR)
    assert "2016" not in page


def test_a_figure_that_does_not_exist_says_why(client, counts, kerinci):
    report = make.make_report(kerinci, counts.program, state="diterima")
    make.make_measurement(report, counts, state="not_applicable")
    assert "<td>Tidak berlaku</td>" in read(client, COUNTS)


def test_an_agreed_figure_says_so_and_where(client, counts, kerinci):
    figure = make.make_figure(counts, kerinci, make.make_period(), 90)
    difference = Difference.objects.create(measurement=figure, state="sinkron")
    settlement = Settlement.objects.create(
        reason="Sudah dicocokkan.", settled_at=timezone.now(), settled_by=make.make_user()
    )
    difference.settled = SettledFigure.objects.create(
        settlement=settlement,
        difference=difference,
        value=90,
        cause="lain",
        observation=figure.chosen,
        said="Pusat 91; daerah 90.",
    )
    difference.state = "selesai"
    difference.save()
    outcome = make.make_outcome(make.make_rakor("Rakor sinkronisasi"), settlement=settlement)
    row = row_of(read(client, COUNTS), "15.01")
    assert "angka disepakati" in row
    assert f'<a href="{outcome.get_absolute_url()}">Rakor sinkronisasi</a>' in row
    outcome.visibility = "terbatas"
    outcome.save()
    assert "Rakor sinkronisasi" not in read(client, COUNTS)


def test_an_agency_is_shown_by_its_full_name_and_leads_to_its_region(client, counts, kerinci):
    agency = make.make_agency("15.01-dinsos", "Dinas Sosial Kabupaten Kerinci", parent=kerinci)
    make.make_figure(counts, agency, make.make_period(), 70)
    page = read(client, COUNTS)
    assert '<a href="/daerah/15.01/">Dinas Sosial Kabupaten Kerinci</a>' in row_of(page, "15.01-dinsos")
    assert "di 1 daerah/instansi" in page


# What must not show.


@pytest.mark.parametrize("hide", [Indicator, Program])
def test_what_is_not_public_is_not_found(client, eleven, hide):
    hide.objects.update(visibility="terbatas")
    assert client.get(INDICATOR).status_code == 404


def test_an_address_names_its_owner(client, eleven, jambi):
    assert client.get("/indikator/15/MCP-01/").status_code == 404
    Indicator.objects.update(owner=jambi)
    assert client.get("/indikator/15/MCP-01/").status_code == 200
    assert client.get(INDICATOR).status_code == 404


def test_a_public_indicator_of_a_hidden_program_is_not_linked(client, eleven):
    hidden = make.make_program("GELAP", visibility="terbatas")
    Indicator.objects.update(program=hidden)
    assert INDICATOR not in read(client, "/peringkat/mcp-2018-jambi/15.04/")


def test_a_small_cell_is_covered(client, counts, kerinci, merangin):
    period = make.make_period()
    make.make_figure(counts, kerinci, period, 3)
    make.make_figure(counts, merangin, period, 40)
    page = read(client, COUNTS)
    assert HIDDEN in row_of(page, "15.01")
    assert "<b>3</b>" not in page
    assert "<h1>Penerima bantuan, 2018: 40 orang di 1 daerah</h1>" in page


def test_nought_and_five_are_shown(client, counts, kerinci, merangin):
    for unit, value in ((kerinci, 0), (merangin, 5)):
        make.make_figure(counts, unit, make.make_period(), value)
    page = read(client, COUNTS)
    assert "<b>0</b>" in row_of(page, "15.01") and "<b>5</b>" in row_of(page, "15.02")


def test_the_figure_above_a_small_cell_is_covered_along(client, counts, jambi, kerinci, merangin):
    for unit, value in ((kerinci, 3), (merangin, 40), (jambi, 43)):
        make.make_figure(counts, unit, make.make_period(), value)
    page = read(client, COUNTS)
    assert ALONG in row_of(page, "15") and "43" not in page


def test_a_second_part_of_the_year_and_the_year_are_covered_along(client, counts, kerinci):
    quarters = {"TW1": 2, "TW2": 60, "TW3": 50, "TAHUNAN": 112}
    for code, value in quarters.items():
        make.make_figure(counts, kerinci, make.make_period(2018, code), value)

    def shown(code):
        return row_of(read(client, COUNTS, periode=f"2018-{code}"), "15.01")

    assert HIDDEN in shown("TW1")
    assert ALONG in shown("TW3") and ALONG in shown("TAHUNAN")
    assert "<b>60</b>" in shown("TW2")


def test_what_a_score_page_covers_is_covered_here_too(client, jambi, kerinci):
    """Else the small cell could be computed from the score and the line that hides it."""
    program = make.make_program("MCP")
    small = make.make_indicator(program, "KECIL", decimals=0, suppress_small_cells=True)
    other = make.make_indicator(program, "LAIN", decimals=0)
    instrument = make.make_instrument(program, 2018)
    for indicator, value in ((small, 3), (other, 80)):
        make.make_line(instrument, indicator, weight=50)
        make.make_figure(indicator, kerinci, make.make_period(), value)
    assert "<b>80</b>" in row_of(read(client, "/indikator/nasional/LAIN/"), "15.01")
    settle(make.make_round(instrument, make.make_period(), jambi, as_of=date(2100, 1, 1)))
    assert ALONG in row_of(read(client, "/indikator/nasional/LAIN/"), "15.01")


def test_invented_figures_are_marked(client, eleven):
    assert "Data contoh" not in read(client, INDICATOR).partition("<footer")[0].replace("ditandai", "")
    Indicator.objects.update(is_sample=True)
    assert "Data contoh, bukan data resmi" in read(client, INDICATOR)


@pytest.mark.parametrize(
    ("values", "is_shown"), [((30, 10), True), ((36, 4), False), ((40, 0), True), ((35, 5), True)]
)
def test_rows_below_a_figure_are_shown_where_none_is_a_small_cell(client, kerinci, values, is_shown):
    """One row left out could be computed from the figure, so none is shown; whatever the indicator says."""
    figure = make.make_figure(make.make_indicator(code="RINCI"), kerinci, make.make_period(), 40)
    for name, value in zip(("Danau Kerinci", "Gunung Raya"), values, strict=True):
        Part.objects.create(observation=figure.chosen, kind="kecamatan", label=name, value=value)
    page = read(client, "/indikator/nasional/RINCI/")
    assert ("Danau Kerinci" in page) == ("Gunung Raya" in page) == is_shown
    assert "<b>40</b>" in row_of(page, "15.01")


def test_rows_below_a_covered_figure_are_covered_too(client, counts, kerinci):
    for code, value in (("TW1", 2), ("TW2", 60)):
        figure = make.make_figure(counts, kerinci, make.make_period(2018, code), value)
    Part.objects.create(observation=figure.chosen, kind="kecamatan", label="Danau Kerinci", value=60)
    page = read(client, COUNTS, periode="2018-TW2")
    assert ALONG in row_of(page, "15.01") and "Danau Kerinci" not in page
