"""An operator's day on a phone without JavaScript, and the second person's answer; nobody needs the admin."""

import re

import pytest
from playwright.sync_api import expect

from meetings.models import FollowUp
from programs.models import Report
from tests.journeys.conftest import PHONE
from tests.records.files import PDF

WORK = "Melengkapi data dukung rencana aksi"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_returned_report_is_mended_sent_and_accepted(visit):
    mend_and_send(visit(PHONE, "operator", java_script_enabled=False))
    accept(visit(PHONE, "verifikator", java_script_enabled=False))
    report = Report.objects.get(unit__code="15.01", program__code="SIM-PKS", period__year=2024)
    assert (report.state, report.submitted_by.username, report.accepted_by.username) == (
        "diterima",
        "operator",
        "verifikator",
    )


def mend_and_send(page):
    """The first try can be read in two ways; what else was typed is kept meanwhile."""
    expect(page).to_have_url(re.compile("/kerja/$"))
    page.get_by_role("link", name="dikembalikan").first.click()
    expect(page.get_by_role("main")).to_contain_text("Aksi selesai 19 melebihi jumlah aksi 17")
    page.get_by_label("Capaian rencana aksi", exact=True).fill("17")
    page.get_by_label("Penyelesaian konflik", exact=True).fill("1.003")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_contain_text("1 isian perlu diperbaiki")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Penyelesaian konflik", exact=True)).to_have_value("1.003")
    expect(page.get_by_label("Capaian rencana aksi", exact=True)).to_have_value("17")
    page.get_by_label("Penyelesaian konflik", exact=True).fill("")
    page.get_by_text("Tidak ada angka? Beri keterangan Penyelesaian konflik").click()
    line = page.locator(".r-entry").filter(has_text="Penyelesaian konflik")
    line.get_by_label("Keadaan").select_option("Tidak berlaku")
    line.get_by_label("Keterangan").fill("Tidak ada konflik pada 2024.")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_role("alert")).to_contain_text("3 angka perlu keterangan")
    page.get_by_role("button", name="Kirim juga").click()
    expect(page.get_by_role("status")).to_have_text("Laporan dikirim. Orang lain memeriksa dan menerimanya.")
    expect(page.get_by_role("button", name="Kirim laporan")).to_have_count(0)


def accept(page):
    page.get_by_role("link", name=re.compile("Kerinci menunggu pemeriksaan")).click()
    content = page.get_by_role("main")
    for said in ("17", "Tidak berlaku", "Tidak ada konflik pada 2024.", "Laporan Kerinci (15.01)"):
        expect(content).to_contain_text(said)
    page.get_by_role("button", name="Terima laporan").click()
    expect(page.get_by_role("status")).to_contain_text("Laporan diterima.")


def test_a_follow_up_is_claimed_with_evidence_and_found_done(visit):
    claim(visit(PHONE, "operator", java_script_enabled=False))
    find_done(visit(PHONE, "verifikator", java_script_enabled=False))
    reviews = FollowUp.objects.get(what=WORK).reviews.order_by("pk")
    assert list(reviews.values_list("kind", "by__username")) == [
        ("diajukan", "operator"),
        ("sesuai", "verifikator"),
    ]


def claim(page):
    page.get_by_role("link", name=WORK).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORK)
    page.get_by_label("Catatan").fill("Data dukung lengkap.")
    page.get_by_label("Bukti", exact=True).set_input_files(
        {"name": "data dukung.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.get_by_role("button", name="Ajukan selesai").click()
    expect(page.get_by_role("status")).to_contain_text("Tercatat pada TL-")
    expect(page.get_by_role("link", name="data dukung.pdf")).to_be_visible()


def find_done(page):
    page.get_by_role("link", name=WORK).click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="data dukung.pdf").click()
    assert taken.value.suggested_filename == "data dukung.pdf"
    page.get_by_label("Hasil").select_option("Sesuai rekomendasi")
    page.get_by_role("button", name="Simpan hasil pemeriksaan").click()
    expect(page.get_by_role("main")).to_contain_text("Selesai")


def test_one_goes_between_the_rooms(visit):
    page = visit(PHONE, "admin-provinsi")
    page.get_by_role("link", name="Ruang admin").click()
    expect(page).to_have_url(re.compile("/admin/$"))
    page.goto("/")
    page.get_by_role("link", name="Ruang kerja").click()
    expect(page).to_have_url(re.compile("/kerja/$"))
    page.get_by_role("button", name="Keluar").click()
    page.goto("/kerja/")
    expect(page).to_have_url(re.compile(r"/masuk/\?next=/kerja/"))
