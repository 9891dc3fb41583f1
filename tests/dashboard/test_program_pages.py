from datetime import date

import pytest

from programs.models import Deadline, Indicator, Program, Schedule
from tests import factories as make
from tests.dashboard.rankings import MCP_2018, make_eleven, publish
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db
PROGRAM = "/program/nasional/MCP/"


@pytest.fixture
def eleven(jambi):
    make_eleven(jambi)
    publish(MCP_2018, 2018)


@pytest.fixture
def calendar(eleven):
    """MCP is asked of every regency: by 31 January 2019, and for 2050."""
    program = Program.objects.get()
    schedules = [Schedule.objects.create(program=program, year=year) for year in (2018, 2050)]
    for schedule in schedules:
        period = make.make_period(schedule.year)
        Deadline.objects.create(schedule=schedule, period=period, due_on=date(schedule.year + 1, 1, 31))
    return schedules


def cells_of(page, name):
    """The states of one unit, as they are read aloud."""
    row = page.split(f">{name}</a></th>")[1].split("</tr>")[0]
    return [part.split("</span>")[0] for part in row.split('<span class="r-sr">')[1:]]


def test_the_list_leads_to_every_public_program(client, eleven):
    make.make_program("GELAP", "Program rahasia", visibility="terbatas")
    page = read(client, "/program/")
    assert "<h1>1 program</h1>" in page
    assert f'href="{PROGRAM}"' in page
    assert "1 indikator, laporan terbaru 2018" in page
    assert "rahasia" not in page


def test_every_page_leads_to_the_list(client, db):
    assert '<a href="/program/">Program dan indikator</a>' in read(client, "/")


def test_an_empty_list_says_what_will_stand_here(client, db):
    assert "Program berdiri di sini setelah dicatat" in read(client, "/program/")


def test_the_answer_is_the_heading(client, calendar):
    page = read(client, PROGRAM)
    assert "<h1>Pencegahan korupsi (MCP): 11 dari 11 laporan 2018 diterima</h1>" in page


def test_without_a_calendar_nobody_is_missing(client, eleven):
    page = read(client, PROGRAM)
    assert "<h1>Pencegahan korupsi (MCP): 11 laporan 2018 diterima</h1>" in page
    assert "belum ada laporan diterima" not in page


def test_its_indicators_with_their_newest_figures(client, eleven):
    page = read(client, PROGRAM)
    assert '<a href="/indikator/nasional/MCP-01/">Capaian MCP</a>' in page
    assert '<td>2018, 11 daerah</td><td class="n">43–67</td>' in page


def test_no_range_is_told_where_it_may_be_a_small_cell(client, eleven):
    Indicator.objects.update(suppress_small_cells=True)
    assert '<td>2018, 11 daerah</td><td class="n">–</td>' in read(client, PROGRAM)


def test_the_map_knows_accepted_reports_only(client, calendar, eleven):
    program = Program.objects.get()
    nadir = make.make_regency("15.73", "Kota Baru", province=make.unit_of("15"))
    make.make_report(nadir, program, make.make_period(2018), state="dikirim")
    page = read(client, PROGRAM)
    assert cells_of(page, "Kabupaten Kerinci") == ["laporan diterima"]
    assert cells_of(page, "Kota Baru") == ["belum ada laporan diterima"]
    assert "dikirim" not in page.lower() and "terlambat" not in page.lower()
    assert "11 dari 12 laporan" in page


def test_what_is_not_due_yet_is_not_missing(client, calendar):
    page = read(client, PROGRAM, tahun="2050")
    assert cells_of(page, "Kabupaten Kerinci") == ["belum jatuh tempo, paling lambat 31\xa0Januari 2051"]


def test_the_calendar_is_told(client, calendar):
    page = read(client, PROGRAM)
    assert '<th scope="row">Tahun 2018</th><td>31\xa0Januari 2019</td>' in page


def test_a_province_s_own_calendar_goes_before_the_national_one(client, calendar):
    own = Schedule.objects.create(program=Program.objects.get(), year=2018, owner=make.unit_of("15"))
    own.units.add(make.unit_of("15.01"))
    Deadline.objects.create(schedule=own, period=make.make_period(2018), due_on=date(2019, 2, 15))
    page = read(client, PROGRAM)
    assert "1 dari 1 laporan 2018 diterima" in page
    assert "15\xa0Februari 2019 (Provinsi Jambi)" in page


def test_an_agency_that_is_asked_has_its_row(client, eleven):
    agency = make.make_agency("15.01-bkd", "BKPSDM Kabupaten Kerinci", parent=make.unit_of("15.01"))
    schedule = Schedule.objects.create(program=Program.objects.get(), year=2018)
    schedule.units.add(agency)
    Deadline.objects.create(schedule=schedule, period=make.make_period(2018), due_on=date(2019, 1, 31))
    page = read(client, PROGRAM)
    assert cells_of(page, "BKPSDM Kabupaten Kerinci") == ["belum ada laporan diterima"]
    assert '<a href="/daerah/15.01/">BKPSDM Kabupaten Kerinci</a>' in page


def test_the_chain_goes_on(client, eleven):
    rakor = make.make_rakor(region=make.unit_of("15"))
    rakor.programs.add(Program.objects.get())
    page = read(client, PROGRAM)
    assert '<a href="/peringkat/mcp-2018-jambi/">MCP Jambi 2018</a>' in page
    assert f'<a href="{rakor.get_absolute_url()}">' in page
    assert f'<a href="{PROGRAM}">' in read(client, rakor.get_absolute_url())
    for address in ("/metodologi/", "/peringkat/mcp-2018-jambi/", "/peringkat/mcp-2018-jambi/15.04/"):
        assert f'<a href="{PROGRAM}">' in read(client, address), address


# What must not show.


def test_a_program_that_is_not_public_is_not_found(client, eleven):
    Program.objects.update(visibility="terbatas")
    assert client.get(PROGRAM).status_code == 404


def test_an_indicator_that_is_not_public_is_not_named(client, eleven):
    Indicator.objects.update(visibility="terbatas", name="Indikator rahasia")
    assert "rahasia" not in read(client, PROGRAM)


def test_a_rakor_that_is_not_public_is_not_named(client, eleven):
    rakor = make.make_rakor("Rakor rahasia", region=make.unit_of("15"), visibility="terbatas")
    rakor.programs.add(Program.objects.get())
    assert "Rakor rahasia" not in read(client, PROGRAM)
