"""No public page tells a count of one to four people: no figure, no subtraction, no picture gives it."""

import re
from datetime import date
from decimal import Decimal

import pytest

from evaluations.models import Score
from programs.models import Indicator, Target
from tests import factories as make
from tests.dashboard.rankings import MCP_2018, make_eleven, publish, settle
from tests.dashboard.reading import read
from tests.house.crawling import crawl

pytestmark = pytest.mark.django_db

PAGE = "/peringkat/odha-2024-jambi/15.01/"
TARGET, WEIGHT = 29, Decimal("37")
# 3 of 29 is a capaian of 10.34, 3.83 points of 37, 33.17 open; 4, 2 and 1 give no other such figures.
TELLTALES = ("10,34", "3,83", "33,17", "10.34", "3.83", "89,66")


@pytest.fixture
def odha(jambi, kerinci, merangin):
    """Three lines; Kerinci has three people in the first, Merangin none."""
    program = make.make_program("ODHA", "Layanan ODHA", short_name="ODHA")
    instrument = make.make_instrument(program, 2024)
    period, report_by = make.make_period(2024), {}
    for name, weight, figures in (
        ("Orang dilayani", WEIGHT, (3, 0)),
        ("Puskesmas siap", 43, (21, 22)),
        ("Rencana aksi", 20, (13, 9)),
    ):
        indicator = make.make_indicator(program, name=name, scale_min=None, scale_max=None)
        indicator.suppress_small_cells = name == "Orang dilayani"
        indicator.save()
        make.make_line(instrument, indicator, weight=weight, formula="ratio")
        for unit, value in zip((kerinci, merangin), figures, strict=True):
            figure = make.make_figure(indicator, unit, period, value)
            report_by[unit.pk] = figure.report
            Target.objects.create(
                unit=unit,
                indicator=indicator,
                period=period,
                low=TARGET,
                set_at=figure.report.accepted_at,
                set_by=make.make_user(),
            )
    rakor = make.make_rakor("Rakor ODHA", region=jambi)
    return settle(make.make_round(instrument, period, jambi, as_of=date(2100, 1, 1)), rakor)


def rows(client, address=PAGE):
    return {row.name: row for row in client.get(address).context["lines"]}


def test_the_cell_is_covered_with_everything_that_gives_it_back(client, odha):
    cell = rows(client)["Orang dilayani"]
    assert (cell.value, cell.achievement, cell.points, cell.points_open) == ("", "–", "–", "–")
    assert (cell.won, cell.uncapped, cell.is_full, cell.origins) == ("0%", "", False, ())
    assert cell.covered == "Angka 1–4 tidak ditampilkan."
    assert cell.covered in read(client, PAGE)


def test_a_second_line_is_covered_so_that_nothing_can_be_subtracted(client, odha):
    held = rows(client)
    assert "agar angka kecil" in held["Puskesmas siap"].covered
    assert (held["Puskesmas siap"].value, held["Puskesmas siap"].points) == ("", "–")
    assert (held["Rencana aksi"].value, held["Rencana aksi"].points) == ("13", "8,97")
    totals = client.get(PAGE).context["totals"]
    assert (totals.weight, totals.points, totals.points_open) == ("100", "–", "–")


def test_the_score_and_what_is_shown_leave_every_count_possible(client, odha):
    """For each count from 1 to 4 some value of the line covered along gives the very score that is shown."""
    score = Score.objects.get(release=odha, unit__code="15.01").score
    shown = Decimal(13) / TARGET * 20
    for people in (1, 2, 3, 4):
        rest = score - shown - Decimal(people) / TARGET * WEIGHT
        assert 0 <= rest <= 43


def test_no_page_of_the_site_tells_it(client, odha):
    pages = crawl("/", PAGE)
    assert PAGE in pages and len(pages) > 8
    assert not [(address, told) for address, page in pages.items() for told in TELLTALES if told in page.text]


def test_zero_is_shown(client, odha):
    line = rows(client, "/peringkat/odha-2024-jambi/15.02/")["Orang dilayani"]
    assert (line.value, line.achievement, line.covered) == ("0", "0,00", "")


def test_from_five_on_everything_is_shown(client, odha):
    """The release is what it is; the same lines are read without the rule."""
    Indicator.objects.update(suppress_small_cells=False)
    held = rows(client)
    assert (held["Orang dilayani"].value, held["Orang dilayani"].achievement) == ("3", "10,34")
    assert "3,83" in read(client, PAGE)


class TestRuleMadeAfterwards:
    """An indicator is said to cover small cells when a ranking by it alone stands published already."""

    @pytest.fixture
    def published(self, jambi):
        make_eleven(jambi)
        publish(MCP_2018 | {"15.01": 7}, 2017)
        publish(MCP_2018 | {"15.01": 3}, 2018, rakor=make.make_rakor("Rakor MCP", region=jambi))
        Indicator.objects.update(suppress_small_cells=True)

    def test_the_page_of_the_score_tells_neither_figure_nor_score(self, client, published):
        page = read(client, "/peringkat/mcp-2018-jambi/15.01/")
        main = page.split("<main")[1].split("</main>")[0]
        assert not re.search(r"(?<![\d.,–-])3(?:,0+)?(?![\d.,–])", re.sub(r"<[^>]*>|2018|#", " ", main))
        assert "<h1>Kabupaten Kerinci peringkat\N{NO-BREAK SPACE}11 dari 11</h1>" in page

    def test_the_first_page_tells_neither_where_that_region_is_first(self, client, published, jambi):
        Indicator.objects.update(suppress_small_cells=False)
        few = dict.fromkeys(MCP_2018, 0) | {"15.01": 3}
        publish(few, 2019, rakor=make.make_rakor("Rakor 2019", region=jambi))
        Indicator.objects.update(suppress_small_cells=True)
        said = " ".join(str(step.text) for step in client.get("/").context["steps"])
        assert "Kerinci: satu butir berangka" in said and "Nilai ditutup" in said

    def test_nor_does_a_comparison_tell_last_year_s(self, client, published, jambi):
        publish(MCP_2018 | {"15.01": 99}, 2019, rakor=make.make_rakor("Rakor 2019", region=jambi))
        steps = client.get("/").context["steps"]
        said = " ".join(str(step.text) for step in steps)
        assert "Kerinci <strong>99</strong>" in said and "tahun 2018" not in said
