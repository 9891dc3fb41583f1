"""A ministry's sheet brings a second source: what differs is settled, or left to a Rakor, and then counts."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from dashboard.demo import sheets
from meetings.choices import RakorState
from programs.models import Indicator, Program, Settlement
from records.sheet_files import XLSX, csv_file, xlsx_file
from regions.models import Regency
from tests import factories as make
from tests.journeys import desk
from tests.journeys.conftest import DESKTOP, PHONE

CODE, TITLE = "PPKS-MUTAKHIR", "Data PPKS yang dimutakhirkan"
KEY = ("kode_wilayah", "kode_indikator", "tahun", "periode")
COLUMNS = (*KEY, "realisasi", "sumber", "per_tanggal", "satuan")
OWN = {"61.01": "80", "61.03": "75", "61.04": "62"}
MINISTRY = {"61.01": "64", "61.03": "71", "61.04": "58"}
"""What three of the fourteen say of themselves, and what the ministry says; of the others they agree."""

RAKOR = "Rakor sinkronisasi data PPKS se-Kalimantan Barat"
OUTCOME = "Data PPKS Ketapang memakai angka kabupatennya."
MINUTES = ("BA-UJI/07/2024", "BA-UJI/08/2024")
METHOD = "Pemutakhiran PPKS 2024, simulasi"
ROUND = {
    "instrument": METHOD,
    "region": "Provinsi Kalimantan Barat",
    "period": "Semester II 2024",
    "kind": "Simulasi",
}


@pytest.fixture(scope="module")
def province(site):
    """Its regencies reported and were accepted, a Rakor is called for today, the method is settled."""
    admin, verifier = (User.objects.get(username=name) for name in ("admin-instansi", "verifikator-kalbar"))
    own = csv_file(COLUMNS, rows_of("Dinas Sosial {}", OWN))
    batch = sheets.bring(None, "ppks-kabkota-sm2-2024.csv", date(2025, 1, 8), by=admin, content=own)
    sheets.accept([batch], date(2025, 1, 15), by=verifier)
    program = Program.objects.get(code="PPKS")
    region = program.agency.parent
    rakor = make.make_rakor(
        RAKOR,
        region=region,
        organiser=program.agency,
        starts_on=timezone.localdate(),
        state=RakorState.SCHEDULED,
    )
    rakor.programs.set([program])
    instrument = make.make_instrument(program, 2024, name=METHOD, owner=region)
    make.make_line(instrument, Indicator.objects.get(code=CODE), name=TITLE)


def rows_of(source, said):
    """What a source says of all fourteen: of those not in `said` 81, 82 and so on."""
    for number, unit in enumerate(Regency.objects.filter(code__startswith="61.").order_by("code"), 81):
        value = Decimal(said.get(unit.code, number))
        yield unit.code, CODE, 2024, "SM2", value, source.format(unit.name), "31 Desember 2024", "%"


def test_three_of_fourteen_differ_and_the_ranking_uses_what_was_agreed(visit, province):
    import_the_sheet(visit(who="admin-instansi"))
    accept_the_import(visit(who="verifikator-kalbar"))
    try_to_settle_what_one_brought(visit(who="admin-instansi"))
    settle_two_together(visit(PHONE, "verifikator-kalbar"))
    carry_the_third(visit(who="admin-instansi"))
    hold_the_rakor(visit(who="admin-instansi"))
    settle_in_its_outcome(visit(who="verifikator-kalbar"))
    assert list(Settlement.objects.order_by("pk").values_list("minutes_number", flat=True))[-2:] == [*MINUTES]
    desk.compute_round(visit(who="admin-instansi"), METHOD, **ROUND)
    desk.publish_round(visit(who="verifikator-kalbar"), METHOD, announced={"announced_at": RAKOR})
    for width in (PHONE, DESKTOP):
        read_what_counts(visit(width))


def import_the_sheet(page):
    """As it came from the ministry: each figure with its day and its unit of measure."""
    content = xlsx_file(COLUMNS, rows_of("Kementerian Sosial", MINISTRY))
    page.goto("/admin/programs/report/import/")
    page.locator("input[type=file]").set_input_files(
        {"name": "ppks-kemensos-sm2-2024.xlsx", "mimeType": XLSX, "buffer": content}
    )
    desk.press(page, "Periksa lembar")
    expect(page.get_by_role("table", name="Baris lembar")).to_contain_text("Di samping")
    desk.press(page, "Simpan sebagai pembanding")
    desk.expect_message(page, "14 angka di samping sumber lain")


def accept_the_import(page):
    desk.open_list(page, "records/importbatch")
    page.get_by_role("link", name="ppks-kemensos-sm2-2024.xlsx").click()
    desk.act(page, "Terima impor", "Impor diterima.")


def open_the_desk(page, state=""):
    """What stands there of this program and half-year; without `state` what is still open."""
    # On a telephone the menu's link goes away as the style sheet comes.
    page.wait_for_load_state()
    page.get_by_role("link", name="Sinkronisasi", exact=True).locator("visible=true").first.click()
    page.get_by_text("Saring dan urutkan").click()
    page.get_by_label("Program", exact=True).select_option("Pemerlu pelayanan kesejahteraan sosial")
    page.get_by_label("Periode").select_option("Semester II 2024")
    page.get_by_role("button", name="Tampilkan").click()
    if state:
        page.get_by_role("link", name=state).click()


def choose(page, *names):
    for name in names:
        page.get_by_label(re.compile(f"^Pilih {TITLE}, .*{name}")).check()


def try_to_settle_what_one_brought(page):
    """Three stand there; who brought a figure in does not settle on it, and what was typed is kept."""
    open_the_desk(page)
    expect(page.locator(".r-diff")).to_have_count(3)
    choose(page, "Sambas")
    page.get_by_role("button", name="Selesaikan yang dipilih").click()
    page.get_by_label(re.compile("Dinas Sosial Sambas: 80")).check()
    page.get_by_label("Penyebab").select_option("Pengisian parsial")
    page.get_by_label("Alasan").fill("Angka kabupaten lebih baru.")
    page.get_by_role("button", name="Selesaikan", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Anda masukkan sendiri")
    expect(page.get_by_label("Alasan")).to_have_value("Angka kabupaten lebih baru.")


def settle_two_together(page):
    """One on the regency's figure, one on the ministry's, with one berita acara."""
    open_the_desk(page)
    choose(page, "Sambas", "Sanggau")
    page.get_by_role("button", name="Selesaikan yang dipilih").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 angka diselesaikan bersama")
    page.get_by_label(re.compile("Dinas Sosial Sambas: 80")).check()
    page.get_by_label(re.compile("Kementerian Sosial: 71")).check()
    for cause in page.get_by_label("Penyebab").all():
        cause.select_option("Pengisian parsial")
    page.get_by_label("Alasan").fill("Dicocokkan menurut nama dan alamat.")
    page.get_by_label("Nomor berita acara").fill(MINUTES[0])
    page.get_by_role("button", name="Selesaikan", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("2 angka diselesaikan.")


def carry_the_third(page):
    """One click, the next Rakor is offered first; its page shows what it will go through."""
    open_the_desk(page)
    expect(page.locator(".r-diff")).to_have_count(1)
    choose(page, "Ketapang")
    expect(page.get_by_label("Rakor yang akan datang").locator("option").first).to_contain_text(RAKOR)
    page.get_by_role("button", name="Bawa ke Rakor").click()
    expect(page.get_by_role("status")).to_contain_text(f"1 angka dibawa ke {RAKOR}")
    content = page.get_by_role("main")
    for said in ("Sinkronisasi data", "Data PPKS Semester II 2024 belum sinkron: 1 angka"):
        expect(content).to_contain_text(said)


def hold_the_rakor(page):
    """It took place, and what was agreed there is written down."""
    desk.open_list(page, "meetings/rakor")
    page.get_by_role("link", name=RAKOR).click()
    expect(desk.field(page, "title")).to_have_value(RAKOR)
    desk.open_tab(page, "Rumusan hasil")
    desk.add_row(page, "Rumusan hasil")
    desk.fill(page, {"outcomes-0-kind": "Penyelesaian selisih data", "outcomes-0-text": OUTCOME})
    desk.save(page)
    page.get_by_role("link", name=RAKOR).last.click()
    desk.act(page, "Tandai dilaksanakan", "Rakor ditandai dilaksanakan.")


def settle_in_its_outcome(page):
    open_the_desk(page, "Dibawa ke Rakor")
    choose(page, "Ketapang")
    page.get_by_role("button", name="Selesaikan yang dipilih").click()
    page.get_by_label(re.compile("Dinas Sosial Ketapang: 62")).check()
    page.get_by_label("Penyebab").select_option("Tanggal data berbeda")
    page.get_by_label("Alasan").fill("Disepakati pada Rakor.")
    page.get_by_label("Nomor berita acara").fill(MINUTES[1])
    desk.fill(page, {"rumusan": f"Rumusan 1, {RAKOR}"})
    page.get_by_role("button", name="Selesaikan", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("1 angka diselesaikan.")
    find_it_in_the_outcome(page)


def find_it_in_the_outcome(page):
    """From the figure to the berita acara, and to the words of the Rakor that settled it."""
    row = page.locator(".r-diff").filter(has_text="Semester II 2024").filter(has_text="Ketapang")
    row.get_by_role("link", name=TITLE).click()
    content = page.get_by_role("main")
    expect(content).to_contain_text(f"Berita acara {MINUTES[1]}")
    content.get_by_role("link", name=f"Rumusan 1, {RAKOR}").click()
    expect(content).to_contain_text(OUTCOME)
    settled = content.get_by_role("list", name="Angka yang disepakati")
    expect(settled).to_contain_text("62")
    expect(settled).to_contain_text("Ketapang")


def read_what_counts(page):
    """Three figures were agreed, each with its berita acara; about the others nobody had to."""
    page.goto("/peringkat/?program=PPKS")
    content = page.get_by_role("main")
    content.get_by_role("link", name=re.compile("Semester II 2024")).first.click()
    ranking = page.url
    expect(content).to_contain_text("Data contoh")
    for name, value, minutes in (
        ("Sambas", "80", MINUTES[0]),
        ("Sanggau", "71", MINUTES[0]),
        ("Ketapang", "62", MINUTES[1]),
    ):
        page.goto(ranking)
        content.get_by_role("link", name=f"{value}, rincian penilaian {name}").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        expect(content).to_contain_text(f"Angka disepakati, berita acara nomor {minutes}")
    page.goto(ranking)
    content.get_by_role("link", name=re.compile("rincian penilaian Mempawah")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mempawah")
    expect(content).not_to_contain_text("disepakati")
