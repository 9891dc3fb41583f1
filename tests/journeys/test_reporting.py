"""An operator reports on a phone: an odd figure, a photo, sent back, mended, accepted; and with no signal."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from programs.models import Evidence, Report, ReportStep
from regions.models import Unit
from tests import factories as make
from tests.journeys.conftest import PHONE
from tests.records.files import JPEG

YEAR = 2025
RECEIVED, PAID = "Penerima bantuan", "Bantuan tersalur"
PHOTO = {"name": "serah-terima.jpg", "mimeType": "image/jpeg", "buffer": JPEG}
TOO_MANY = "900 di luar rentang lazim 100–500."


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(scope="module")
def owed(site):
    """Both halves of a year of an invented program fall due within days; the year before is known."""
    kerinci = Unit.objects.get(code="15.01")
    program = make.make_program(
        "SIM-BANTUAN", "Bantuan sosial, simulasi", short_name="Simulasi bantuan", is_sample=True
    )
    received = make.make_indicator(
        program,
        "SIM-TERIMA",
        RECEIVED,
        definition="Banyaknya orang yang menerima bantuan sampai akhir semester.",
        measure_unit="orang",
        decimals=0,
        scale_max=None,
        scale_min=None,
        usual_low=100,
        usual_high=500,
        is_sample=True,
    )
    make.make_indicator(program, "SIM-SALUR", PAID, measure_unit="%", is_sample=True)
    make.make_figure(received, kerinci, make.make_period(YEAR - 1, "SM2"), 420)
    schedule = make.make_schedule(program, YEAR, owner=kerinci.parent, units=[kerinci])
    for days, code in ((5, "SM1"), (9, "SM2")):
        due_on = timezone.localdate() + timedelta(days=days)
        make.make_deadline(schedule, make.make_period(YEAR, code), due_on=due_on)
    return program


def report_of(program, code):
    return Report.objects.get(program=program, period__year=YEAR, period__code=code)


def test_an_operator_reports_is_sent_back_mends_and_is_accepted(visit, owed):
    fill_and_send(visit(PHONE, "operator", java_script_enabled=False))
    send_back(visit(PHONE, "verifikator", java_script_enabled=False))
    mend(visit(PHONE, "operator", java_script_enabled=False))
    accept(visit(PHONE, "verifikator", java_script_enabled=False))
    find_it_locked(visit(PHONE, "operator", java_script_enabled=False))
    report = report_of(owed, "SM1")
    steps = ReportStep.objects.filter(report=report).order_by("pk").values_list("kind", "by__username")
    assert [*steps] == [
        ("dikirim", "operator"),
        ("dikembalikan", "verifikator"),
        ("dikirim", "operator"),
        ("diterima", "verifikator"),
    ]


def start(page, semester):
    """From what is due to the empty form."""
    page.get_by_role("navigation").get_by_role("link", name="Laporan").first.click()
    soon = page.get_by_role("region", name="Segera jatuh tempo")
    expect(soon).to_contain_text(f"Simulasi bantuan Semester {semester} {YEAR}")
    name = re.compile(f"Mulai laporan Simulasi bantuan Semester {semester} {YEAR}")
    soon.get_by_role("button", name=name).click()
    expect(page.get_by_role("status").first).to_contain_text("dimulai. Isi angkanya, lalu kirim.")


def line(page, name):
    return page.locator(".r-entry").filter(has=page.get_by_label(name, exact=True))


def fill_and_send(page):
    """A draft first; the odd figure asks for a word and blocks nothing; a photo lies with it."""
    start(page, "I")
    for said in ("420", "orang"):
        expect(line(page, RECEIVED)).to_contain_text(said)
    page.get_by_label(RECEIVED, exact=True).fill("900")
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.get_by_role("status").first).to_have_text("Draf tersimpan.")
    expect(line(page, RECEIVED)).to_contain_text(TOO_MANY)
    page.get_by_label(PAID, exact=True).fill("87,5")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_contain_text("1 angka perlu keterangan")
    expect(page.get_by_role("alert")).to_contain_text(TOO_MANY)
    with_a_note_and_a_photo(page)
    page.get_by_role("button", name="Kirim juga").click()
    expect(page.get_by_role("status").first).to_contain_text("Laporan dikirim.")
    expect(page.get_by_role("link", name="serah-terima.jpg")).to_be_visible()


def with_a_note_and_a_photo(page):
    """The place for a note stands open at the line that was asked about."""
    odd = line(page, RECEIVED)
    odd.get_by_label("Keterangan").fill("Bantuan banjir.")
    odd.get_by_text("Tambah data dukung").click()
    odd.get_by_label("Foto atau berkas").set_input_files(PHOTO)


def send_back(page):
    """With a reason, and a remark at the one line it is about."""
    page.get_by_role("link", name=re.compile(f"Simulasi bantuan Semester I {YEAR}")).first.click()
    for said in (TOO_MANY, "Bantuan banjir.", "87,5"):
        expect(page.get_by_role("main")).to_contain_text(said)
    with page.expect_download() as taken:
        page.get_by_role("link", name="serah-terima.jpg").click()
    assert taken.value.suggested_filename == "serah-terima.jpg"
    seen = page.locator(".r-entry").filter(has_text=RECEIVED)
    seen.get_by_text("Beri catatan").click()
    seen.get_by_label("Catatan untuk pengirim").fill("Hitung orang, bukan paket.")
    page.get_by_label("Alasan dikembalikan").fill("Satu angka keliru satuannya.")
    page.get_by_role("button", name="Kembalikan laporan").click()
    expect(page.get_by_role("status").first).to_contain_text("dikembalikan")


def mend(page):
    page.get_by_role("navigation").get_by_role("link", name="Laporan").first.click()
    returned = page.get_by_role("region", name="Dikembalikan")
    returned.get_by_role("link", name=re.compile(f"Simulasi bantuan Semester I {YEAR}")).click()
    expect(page.get_by_role("main")).to_contain_text("Satu angka keliru satuannya.")
    expect(line(page, RECEIVED)).to_contain_text("Hitung orang, bukan paket.")
    page.get_by_label(RECEIVED, exact=True).fill("450")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("status").first).to_contain_text("Laporan dikirim.")


def accept(page):
    page.get_by_role("link", name=re.compile(f"Simulasi bantuan Semester I {YEAR}")).first.click()
    page.get_by_role("button", name="Terima laporan").click()
    expect(page.get_by_role("status").first).to_contain_text("Laporan diterima.")


def find_it_locked(page):
    """What was accepted is read: the figure and all that happened, and nothing to type in."""
    page.goto("/kerja/laporan/?keadaan=diterima")
    page.get_by_role("link", name=re.compile(f"Simulasi bantuan Semester I {YEAR}")).click()
    for said in ("450", "Dikembalikan", "Diterima", "Hitung orang, bukan paket."):
        expect(page.get_by_role("main")).to_contain_text(said)
    expect(page.get_by_label(RECEIVED, exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("Simpan draf|Kirim"))).to_have_count(0)


def test_what_was_typed_without_a_signal_is_offered_again(visit, owed):
    page = visit(PHONE, "operator")
    start(page, "II")
    address = page.url
    page.get_by_label(RECEIVED, exact=True).fill("310")
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim laporan").click()
    page.wait_for_url(lambda url: url != address)
    page.context.set_offline(False)
    page.goto(address)
    expect(page.get_by_label(RECEIVED, exact=True)).to_have_value("")
    offered = page.get_by_role("status").filter(has_text="belum tersimpan")
    offered.get_by_role("button", name="Pakai").click()
    expect(page.get_by_label(RECEIVED, exact=True)).to_have_value("310")
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.get_by_text("Draf tersimpan.")).to_be_visible()
    expect(page.get_by_label(RECEIVED, exact=True)).to_have_value("310")
    page.reload()
    expect(offered).to_be_hidden()
    assert report_of(owed, "SM2").measurements.get(indicator__name=RECEIVED).value == 310
    assert Evidence.objects.filter(report__program=owed, report__period__code="SM2").count() == 0
