"""The five stories, walked by clicking from page to page, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESKTOP, PHONE

FOLD = 844
"""What a phone shows before the first scroll."""

BOTH = pytest.mark.parametrize("width", [PHONE, DESKTOP])

# story: where it starts, then (link, where it leads, what is read there), one after the other.
WALKS = {
    "PKS": (
        "/",
        [
            (
                "Rakor di Muaro Jambi",
                "/rakor/2022-11-07-pks-jambi/",
                "Bupati Muaro Jambi, melalui Asisten III",
            ),
            ("TL-2022-0002", "#TL-2022-0002", "Laporan rencana aksi yang disampaikan"),
            ("Rumusan 2", "#r2", "dinyatakan sesuai target"),
            ("Laporan rencana aksi yang disampaikan", "/indikator/nasional/PKS-LAPOR/", "caturwulan"),
            ("Penanganan konflik sosial", "/program/nasional/PKS/", "Capaian rencana aksi"),
            ("Semua peringkat", "/peringkat/?program=PKS", "peringkat cocok dengan saringan"),
            ("Capaian kinerja Timdu", "/peringkat/pks-2022-jambi/", "tidak diumumkan"),
            ("diumumkan , Kerinci", "/peringkat/pks-2022-jambi/15.01/", "Tidak ada rincian"),
            ("Rakor", "/rakor/2022-11-07-pks-jambi/", "Rumusan hasil"),
        ],
    ),
    "MCP": (
        "/",
        [
            (
                "Angka Batanghari 67",
                "/peringkat/mcp-2018-jambi/15.04/#angka",
                "Rakor KPK di Jambi, 12-3-2019",
            ),
            ("Peringkat MCP Jambi 2018", "/peringkat/mcp-2018-jambi/#d-15.04", "naik dari peringkat 7"),
            ("Rakor di Jambi", "/rakor/2019-03-12-kpk-jambi/", "rumusan hasil rapat tidak dimuat"),
            ("MCP Jambi 2017", "/peringkat/mcp-2017-jambi/", "Kota Jambi peringkat 1 dari 11"),
            ("Rakor", "/rakor/2019-03-12-kpk-jambi/", "Rumah Dinas Gubernur"),
        ],
    ),
    "BKD": (
        "/rakor/",
        [
            ("Rakor manajemen kepegawaian", "/rakor/2019-04-09-bkd-jambi/", "2019 disimpulkan"),
            ("Permasalahan: Sisa tenaga honorer K2", "#p", "Kementerian PANRB"),
            ("TL-2019-0002", "#TL-2019-0002", "Melewati batas waktu"),
            ("Rumusan 4", "#r4", "P3K angkatan pertama"),
            ("Provinsi Jambi", "/daerah/15/", "Rakor manajemen kepegawaian"),
            ("Rakor manajemen kepegawaian", "/rakor/2019-04-09-bkd-jambi/", "Belum ditetapkan"),
        ],
    ),
    "ASN": (
        "/rakor/",
        [
            ("Monitoring dan evaluasi", "/rakor/2021-09-02-kinerja-asn-tanjab-barat/", "Pihak kesatu (10)"),
            ("TL-2021-0001", "#TL-2021-0001", "sekitar 50"),
            ("Selisih nilai kinerja", "/indikator/nasional/ASN-SELISIH/", "SAKIP"),
            ("Menyelaraskan sasaran kinerja", "/tindak-lanjut/?q=TL-2021-0001", "Menyelaraskan"),
            ("Rumusan 1", "/rakor/2021-09-02-kinerja-asn-tanjab-barat/#r1", "kerja nyata"),
            ("Kabupaten Tanjung Jabung Barat", "/daerah/15.06/", "peringkat 2"),
        ],
    ),
    "Dinsos": (
        "/",
        [
            ("Rakor Dinas Sosial se-Kalimantan Barat", "/rakor/2024-08-01-dinsos-kalbar/", "masih parsial"),
            ("TL-2024-0001", "#TL-2024-0001", "14 diundang"),
            (
                "Data PPKS yang dimutakhirkan",
                "/indikator/nasional/PPKS-MUTAKHIR/",
                "diperbarui pada tahun berjalan",
            ),
            ("Memutakhirkan data PPKS", "/tindak-lanjut/?q=TL-2024-0002", "Kabupaten Kubu Raya"),
            ("Kabupaten Kubu Raya", "/daerah/61.12/", "Memutakhirkan data PPKS"),
            ("Rakor Dinas Sosial se-Kalimantan Barat", "/rakor/2024-08-01-dinsos-kalbar/", "Bulog"),
        ],
    ),
    "PKH": (
        "/",
        [
            ("Rakor PKH Kabupaten Muaro Jambi", "/rakor/2024-03-04-pkh-muaro-jambi/", "Rp500.000 per bulan"),
            ("TL-2024-0005", "#TL-2024-0005", "tahun 2004"),
            ("Rumusan 3", "#r3", "54 orang"),
            (
                "Verifikasi dan validasi data selesai",
                "/indikator/nasional/PKH-VERVAL/",
                "diverifikasi dan divalidasi",
            ),
            ("Menuntaskan verifikasi", "/tindak-lanjut/?q=TL-2024-0005", "melewati batas waktu"),
            ("Dinas Sosial Kabupaten Muaro Jambi", "/daerah/15.05/", "Rakor PKH"),
        ],
    ),
}


@BOTH
@pytest.mark.parametrize("story", WALKS)
def test_a_story_is_walked_by_its_links(visit, story, width):
    page = visit(width)
    start, steps = WALKS[story]
    page.goto(start)
    for name, address, said in steps:
        page.get_by_role("main").get_by_role("link", name=name).first.click()
        expect(page).to_have_url(re.compile(re.escape(address)))
        expect(page.get_by_role("main")).to_contain_text(said, ignore_case=True)
        anchor = page.evaluate("location.hash.slice(1)")
        if anchor:
            expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


@BOTH
def test_the_first_ten_seconds(visit, width):
    page = visit(width)
    page.set_viewport_size({"width": width, "height": FOLD})
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Kerinci peringkat I penanganan konflik sosial se-Provinsi Jambi, 2022"
    )
    for said in ("Batanghari", "Merangin", "Delapan daerah lain tidak diumumkan.", "Senin, 7 November 2022"):
        expect(page.get_by_text(said).first).to_be_in_viewport()
    expect(page.get_by_text("Sumber: Berita Badan Kesbangpol Kabupaten Kerinci")).to_be_in_viewport()


@BOTH
def test_cari_daerah_saya(visit, width):
    page = visit(width)
    page.goto("/")
    page.get_by_label("Cari daerah saya").fill("Batanghari")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/daerah/15.04/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kabupaten Batanghari")


@BOTH
def test_an_unknown_address_is_friendly(visit, width):
    page = visit(width)
    response = page.goto("/daerah/99.99/")
    assert response.status == 404
    page.get_by_role("main").get_by_role("link", name="Cari daerah").click()
    expect(page).to_have_url(re.compile("/daerah/$"))
