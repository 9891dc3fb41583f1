"""Every kind of page for everybody: axe, no sideways scroll, the keyboard alone, paper, and no JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.dashboard.rankings import rank_many
from tests.demo import passwords
from tests.journeys.conftest import DESKTOP, HEIGHT, PHONE, WIDTHS

AXE = Path(__file__).parent.joinpath("axe", "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async (rules) => {
  const only = rules.length ? { runOnly: rules } : {};
  const found = await axe.run(document, { ...only, resultTypes: ["violations"], preload: false });
  const said = (node) => [...node.any, ...node.all, ...node.none][0]?.message;
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} (${rule.impact}): ${node.target.join(" ")}: ${said(node)}`));
}"""
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules whose answer a dark theme can change; the others were asked in the light."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""For the officials' screens, whose frame is Unfold's: the norm, without axe's own advice on landmarks."""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

PUBLIC = [
    "/",
    "/peringkat/",
    "/peringkat/pks-2022-jambi/",
    "/peringkat/pks-2022-jambi/15.01/",
    "/peringkat/mcp-2018-jambi/",
    "/peringkat/mcp-2018-jambi/15.04/",
    "/peringkat/sim-pks-2023-jambi-simulasi/",
    "/peringkat/sim-pks-2023-jambi-simulasi/15.09/",
    "/peringkat/mcp-2024/",
    "/peringkat/?q=tidak-ada",
    "/daerah/",
    "/daerah/?q=tanjung",
    "/daerah/15/",
    "/daerah/15.04/",
    "/daerah/34.01/",
    "/rakor/",
    "/rakor/?q=tidak-ada",
    "/rakor/2019-04-09-bkd-jambi/",
    "/rakor/2021-09-02-kinerja-asn-tanjab-barat/",
    "/rakor/2022-11-07-pks-jambi/",
    "/rakor/2024-03-04-pkh-muaro-jambi/",
    "/tindak-lanjut/",
    "/tindak-lanjut/?daerah=15.01&program=PKS",
    "/program/",
    "/program/nasional/PPKS/",
    "/indikator/nasional/PPKS-21/",
    "/metodologi/",
    "/masuk/",
    "/tidak-ada/",
]


OFFICIALS = [
    ("pimpinan", "/admin/"),
    ("notulis", "/admin/meetings/rakor/"),
    ("notulis", "/admin/meetings/rakor/add/"),
    ("notulis", "/admin/meetings/rakor/ first row"),
    ("operator", "/admin/meetings/followup/ first row"),
    ("admin-provinsi", "/admin/programs/report/import/"),
    ("verifikator", "/admin/programs/report/"),
    ("verifikator", "/admin/programs/report/ first row"),
    ("admin-instansi", "/admin/programs/indicator/ first row"),
    ("admin-provinsi", "/admin/evaluations/round/ first row"),
    ("admin-provinsi", "/admin/evaluations/release/record"),
    ("admin-provinsi", "/admin/accounts/user/"),
    ("admin-provinsi", "/admin/accounts/user/ first row"),
    ("admin-provinsi", "/admin/accounts/user/add/"),
    ("admin-provinsi", "/admin/accounts/user/impor/"),
    ("apip", "/admin/records/change/"),
    ("superuser", "/admin/regions/regency/ first row"),
]


WORK = [
    ("operator", "/kerja/"),
    ("verifikator", "/kerja/"),
    ("apip", "/kerja/"),
    ("operator", "/kerja/laporan/"),
    ("operator", "/kerja/tindak-lanjut/"),
    ("operator", "/kerja/tindak-lanjut/ first row"),
    ("verifikator", "/kerja/tindak-lanjut/?keadaan=berjalan first row"),
    ("pimpinan", "/kerja/rakor/"),
    ("pimpinan", "/kerja/rakor/ first row"),
]

DESKS = [
    ("operator-kalbar", "/kerja/laporan/?keadaan=dikembalikan", ".r-reports th a"),
    ("operator-kalbar", "/kerja/laporan/?keadaan=dikembalikan", ".r-reports th a", "a[href*=rincian]"),
    ("verifikator-kalbar", "/kerja/laporan/?keadaan=dikirim"),
    ("verifikator-kalbar", "/kerja/laporan/?keadaan=dikirim", ".r-reports th a"),
    ("verifikator-kalbar", "/kerja/pelaporan/"),
    ("verifikator-kalbar", "/kerja/pemberitahuan/"),
    ("admin-instansi", "/kerja/sinkronisasi/"),
    ("admin-instansi", "/kerja/sinkronisasi/", ".r-diff h2 a"),
    ("admin-instansi", "/kerja/sinkronisasi/", ".r-diff__pick", "button[formaction]"),
    ("admin-instansi", "/kerja/sinkronisasi/tingkat/"),
    ("pimpinan", "/kerja/program/"),
    ("verifikator-kalbar", "/kerja/program/", "a.r-item:has-text('kesejahteraan')"),
    (
        "verifikator-kalbar",
        "/kerja/program/",
        "a.r-item:has-text('kesejahteraan')",
        "main a[href*=indikator]",
    ),
]
"""Who, where he begins, and what he presses there, one after the other."""


@pytest.fixture(scope="module")
def long_ranking(site):
    """/peringkat/mcp-2024/: more places than any province has, shown as one long table."""
    return rank_many(100)


def complaints_of(page, scheme, rules=(), widths=WIDTHS):
    """What axe and the ruler say at these widths: each complaint with where it was first found."""
    found = {}
    page.emulate_media(color_scheme=scheme)
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        said = page.evaluate(RUN_AXE, list(rules))
        if page.evaluate(OVERFLOW) > 0:
            said.append("scrolls sideways")
        for complaint in said:
            found.setdefault(complaint, f"{scheme}, {width} px")
    return found


@pytest.mark.parametrize("address", PUBLIC)
def test_axe_finds_nothing(visit, long_ranking, address):
    page = visit()
    page.goto(address)
    page.evaluate(AXE)
    light = complaints_of(page, "light")
    assert complaints_of(page, "dark", OF_COLOUR) | light == {}


@pytest.mark.parametrize("who, address", OFFICIALS)
def test_axe_finds_nothing_on_officials_screens(visit, who, address):
    page = visit(who=who)
    address, _, row = address.partition(" ")
    page.goto(address)
    if row:
        page.locator("#result_list").get_by_role("rowheader").get_by_role("link").first.click()
        expect(page).to_have_url(re.compile("/change/"))
    found = {}
    for scheme, rules in (("light", WCAG), ("dark", OF_COLOUR)):
        page.emulate_media(color_scheme=scheme)
        page.reload()
        page.evaluate(AXE)
        found |= complaints_of(page, scheme, rules)
    assert found == {}


@pytest.mark.parametrize("who, address", WORK)
def test_axe_finds_nothing_in_the_work_room(visit, who, address):
    page = visit(who=who)
    address, _, row = address.partition(" ")
    page.goto(address)
    if row:
        page.locator("a.r-task, a.r-item").first.click()
        expect(page).to_have_url(re.compile(r"/kerja/[\w-]+/[\w-]+/$"))
    page.evaluate(AXE)
    assert complaints_of(page, "light") | complaints_of(page, "dark", OF_COLOUR) == {}


@pytest.mark.parametrize("who, address, presses", [(who, at, rest) for who, at, *rest in DESKS])
def test_axe_finds_nothing_at_the_desks_of_reports_and_figures(visit, who, address, presses):
    """With all that is folded laid open."""
    page = visit(who=who)
    page.goto(address)
    for pressed in presses:
        page.locator(pressed).first.click()
    if presses:
        expect(page).not_to_have_url(re.compile(f"{re.escape(address)}$"))
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)
    assert complaints_of(page, "light", widths=(PHONE, DESKTOP)) == {}


class TestKeyboard:
    def focused(self, page):
        return page.evaluate("document.activeElement.innerText?.trim() || document.activeElement.id")

    def press_until(self, page, wanted):
        """Tab on as a person would; nothing may trap the focus, and every stop shows its ring."""
        for _press in range(60):
            if self.focused(page) == wanted:
                return
            page.keyboard.press("Tab")
            ring = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(ring) != "none", self.focused(page)
        pytest.fail(f"{wanted} is not reached")

    def test_the_first_stop_skips_to_the_content(self, visit):
        page = visit()
        page.goto("/")
        page.keyboard.press("Tab")
        assert self.focused(page) == "Langsung ke isi"
        expect(page.get_by_role("link", name="Langsung ke isi")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = "document.getElementById('isi').contains(document.activeElement)"
        assert page.evaluate(inside)

    def test_signing_in(self, visit):
        page = visit()
        page.goto("/")
        self.press_until(page, "Masuk")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/masuk/"))
        self.press_until(page, "id_username")
        page.keyboard.type("pimpinan")
        page.keyboard.press("Tab")
        page.keyboard.type(passwords()["pimpinan"])
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/kerja/$"))

    @pytest.mark.parametrize("width", [PHONE, DESKTOP])
    def test_searching_a_region(self, visit, width):
        page = visit(width)
        page.goto("/metodologi/")
        self.press_until(page, "Cari")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/#cari$"))
        self.press_until(page, "cari")
        page.keyboard.type("Batanghari")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/daerah/15.04/$"))


@pytest.mark.parametrize(
    "address", ["/peringkat/mcp-2018-jambi/", "/rakor/2024-03-04-pkh-muaro-jambi/", "/tindak-lanjut/"]
)
def test_on_paper_only_the_content_is_left(visit, address):
    page = visit()
    page.goto(address)
    print_head = page.locator(".r-print")
    expect(print_head).to_be_hidden()
    page.emulate_media(media="print")
    for navigation in page.get_by_role("navigation").all():
        expect(navigation).to_be_hidden()
    for one in page.locator(".r-top, .r-demo, .r-skip, form, .r-noprint").all():
        expect(one).to_be_hidden()
    expect(print_head).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()


class TestWithoutJavaScript:
    def test_the_chain_is_walked(self, visit):
        page = visit(PHONE, java_script_enabled=False)
        page.goto("/")
        for name, address in [
            ("Peringkat MCP Jambi 2018 selengkapnya", "/peringkat/mcp-2018-jambi/"),
            ("67, rincian penilaian Batanghari", "/peringkat/mcp-2018-jambi/15.04/"),
            ("Capaian MCP", "/indikator/nasional/MCP/"),
            ("MCP Jambi 2018", "/peringkat/mcp-2018-jambi/"),
            ("Rakor di Jambi", "/rakor/2019-03-12-kpk-jambi/"),
        ]:
            page.get_by_role("main").get_by_role("link", name=name).first.click()
            expect(page).to_have_url(re.compile(re.escape(address)))

    def test_lists_are_filtered(self, visit):
        page = visit(PHONE, java_script_enabled=False)
        page.goto("/tindak-lanjut/")
        page.get_by_label("Daerah atau instansi").fill("Kubu Raya")
        page.get_by_role("button", name="Tampilkan").click()
        expect(page.get_by_role("main")).to_contain_text("Selesai terlambat 21 hari")
        expect(page.get_by_role("row").filter(has_text="TL-")).to_have_count(1)

    def test_somebody_signs_in_and_out(self, visit):
        page = visit(java_script_enabled=False, who="operator")
        expect(page).to_have_url(re.compile("/kerja/$"))
        page.goto("/")
        expect(page.get_by_role("link", name="Ruang kerja")).to_be_visible()

    def test_the_dark_theme_is_chosen(self, visit):
        page = visit(java_script_enabled=False)
        page.goto("/rakor/")
        page.get_by_role("button", name="Gelap").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(page).to_have_url(re.compile("/rakor/$"))
