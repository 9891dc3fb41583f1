"""The main job, from a meeting to a ranking: each person in a browser of his or her own."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from programs.models import Indicator, Measurement
from tests import factories as make
from tests.journeys import desk
from tests.journeys.conftest import DESKTOP, PHONE

SHEETS = Path(__file__).resolve().parents[1] / "data"
ROUND = "MCP 2019 · Jambi · Tahun 2019"
TITLE = "Rakor evaluasi MCP se-Provinsi Jambi"
FIRST_OUTCOME = "Inspektorat melengkapi bukti dukung setiap triwulan."
SECOND_OUTCOME = "Target 2020 dibahas pada triwulan pertama."


@pytest.fixture(scope="module")
def method(site):
    """How MCP 2019 is judged was settled before: the index as it is, one line."""
    indicator = Indicator.objects.get(code="MCP")
    instrument = make.make_instrument(indicator.program, 2019, name="MCP 2019")
    make.make_line(instrument, indicator, name="Capaian MCP")


def test_from_a_meeting_to_a_ranking(visit, method):
    log_the_meeting(visit(who="notulis"))
    import_the_sheet(visit(who="admin-provinsi"))
    accept_the_reports(visit(who="verifikator"))
    compute(visit(who="admin-provinsi"))
    determine_and_publish(visit(who="verifikator"))
    for width in (PHONE, DESKTOP):
        read_it_all(visit(width))


def log_the_meeting(page):
    """An official logs a Rakor with two follow-ups, in one go, and closes it."""
    desk.add_new(page, "meetings/rakor")
    desk.fill(
        page,
        {
            "title": TITLE,
            "starts_on": "12-03-2020",
            "starts_time": "09.00",
            "venue": "Aula Bappeda",
            "place": "Jambi",
            "state": "Dilaksanakan",
            "summary": "Capaian pencegahan korupsi 2019 dievaluasi.",
        },
    )
    desk.pick(page, "programs", "MCP")
    who_and_what(page)
    what_was_agreed(page)
    desk.save(page)
    desk.expect_message(page, TITLE)
    page.get_by_role("link", name=TITLE).last.click()
    desk.press(page, "Tutup Rakor")
    expect(page.locator("#content")).to_contain_text("hanya dapat dibaca")
    desk.press(page, "Tutup Rakor")
    desk.expect_message(page, "Rakor ditutup.")


def who_and_what(page):
    desk.open_tab(page, "Peran")
    desk.fill(
        page,
        {"roles-0-kind": "Membuka", "roles-0-office": "Gubernur Jambi", "roles-0-name": "Fachrori Umar"},
    )
    desk.add_row(page, "Peran")
    desk.fill(page, {"roles-1-kind": "Narasumber", "roles-1-office": "Inspektur Provinsi Jambi"})
    desk.open_tab(page, "Permasalahan")
    desk.fill(
        page, {"issues-0-title": "Bukti dukung terlambat", "issues-0-cause": "Unggahan tidak terjadwal"}
    )
    desk.pick(page, "issues-0-competent_unit", "Provinsi Jambi")
    desk.open_tab(page, "Agenda")
    desk.fill(page, {"agenda-0-title": "Paparan capaian", "agenda-0-speaker": "Inspektur"})
    desk.open_tab(page, "Undangan")
    desk.pick(page, "invitations-0-unit", "Kerinci")
    desk.fill(page, {"invitations-0-expected": "5", "invitations-0-attended": "4"})
    desk.fill(page, {"invitations-0-attendance": "Hadir"})
    desk.add_row(page, "Undangan")
    desk.fill(page, {"invitations-1-group": "Inspektorat", "invitations-1-attended": "11"})


def what_was_agreed(page):
    """Who spoke and which problem it is about were only typed on the same form."""
    desk.open_tab(page, "Rumusan hasil")
    desk.fill(
        page,
        {
            "outcomes-0-kind": "Keputusan",
            "outcomes-0-by_role": "Fachrori Umar",
            "outcomes-0-text": FIRST_OUTCOME,
            "outcomes-0-issue": "Bukti dukung terlambat",
            "outcomes-0-follow_ups-0-what": "Menjadwalkan unggahan bukti dukung",
            "outcomes-0-follow_ups-0-due_on": "30-06-2020",
        },
    )
    desk.pick(page, "outcomes-0-follow_ups-0-responsible", "Kabupaten Kerinci")
    desk.pick(page, "outcomes-0-follow_ups-0-indicator", "Capaian MCP")
    desk.add_row(page, "Rumusan hasil")
    desk.fill(
        page,
        {
            "outcomes-1-kind": "Rekomendasi",
            "outcomes-1-text": SECOND_OUTCOME,
            "outcomes-1-follow_ups-0-what": "Mengusulkan target 2020",
            "outcomes-1-follow_ups-0-due_on": "31-03-2020",
        },
    )
    desk.pick(page, "outcomes-1-follow_ups-0-responsible", "Kabupaten Merangin")


def import_the_sheet(page):
    """The first sheet has one bad cell, which is named; nothing is stored. The mended one goes through."""
    page.goto("/admin/programs/report/import/")
    page.locator("input[type=file]").set_input_files(SHEETS / "standar-satu-salah.xlsx")
    desk.press(page, "Periksa lembar")
    problem = page.get_by_role("table", name="Masalah pada lembar").get_by_role("row").last
    for said in ("4", "realisasi", "F4", '"tujuh" bukan angka.'):
        expect(problem).to_contain_text(said)
    expect(page.get_by_role("button", name="Simpan dan kirim laporan")).to_have_count(0)
    assert not Measurement.objects.filter(period__year=2019).exists()
    page.locator("input[type=file]").set_input_files(SHEETS / "standar-diperbaiki.xlsx")
    desk.press(page, "Periksa lembar")
    expect(page.get_by_role("table", name="Baris lembar")).to_contain_text("68,5")
    desk.press(page, "Simpan dan kirim laporan")
    desk.expect_message(page, "4 angka baru")


def accept_the_reports(page):
    """Three of 2019 at once, named with their figures; the one that equals its target by itself."""
    page.goto("/admin/programs/report/?state__exact=dikirim")
    for row in page.get_by_role("row").filter(has_text="2019").all():
        row.locator("input[name=_selected_action]").check()
    page.locator("select[name=action]:visible").select_option(label="Terima laporan yang dipilih")
    desk.press(page, re.compile("^(Jalankan|Pilih|Go|Lakukan)"))
    chosen = page.get_by_role("table", name="Laporan yang dipilih")
    for figure in ("57,25", "61,5", "68,5"):
        expect(chosen).to_contain_text(figure)
    expect(chosen).not_to_contain_text("Sarolangun")
    desk.press(page, "Terima laporan")
    desk.expect_message(page, "3 laporan diterima.")
    page.get_by_role("row").filter(has_text="2019").get_by_role("link", name="Sarolangun").click()
    desk.act(page, "Terima laporan", "Laporan diterima.")


def compute(page):
    """Who computed sees the ranking, and may not determine it."""
    desk.compute_round(page, ROUND, instrument="MCP 2019", region="Provinsi Jambi", period="2019")
    desk.open_tab(page, "Nilai")
    first = page.get_by_role("row").filter(has_text="Sarolangun").last
    expect(first).to_contain_text("70")
    desk.press(page, "Tetapkan")
    desk.press(page, "Tetapkan")
    desk.expect_refusal(page, "bukan yang menghitung")


def determine_and_publish(page):
    """A second person does both; only then is there anything to read."""
    announced = {"announced_at": TITLE, "source_name": "Paparan KPK, Maret 2020"}
    desk.publish_round(page, ROUND, basis={"basis_number": "050/12/2020"}, announced=announced)


def read_it_all(page):
    """A visitor, from the list of rankings to the first regency and to the meeting it came from."""
    page.goto("/peringkat/")
    content = page.get_by_role("main")
    content.get_by_role("link", name="MCP Jambi 2019").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sarolangun peringkat 1 dari 4")
    expect(content).to_contain_text("Paparan KPK, Maret 2020")
    content.get_by_role("link", name="Sarolangun", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kabupaten Sarolangun")
    content.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    for said in (
        FIRST_OUTCOME,
        SECOND_OUTCOME,
        "Kabupaten Kerinci",
        "Hadir, 4 dari 5 orang",
        "Fachrori Umar",
    ):
        expect(content).to_contain_text(said)
    expect(content.get_by_role("row").filter(has_text="TL-2020-000")).to_have_count(2)
    content.get_by_role("link", name="MCP Jambi 2019").first.click()
    expect(page).to_have_url(re.compile("/peringkat/mcp-2019-jambi/$"))
