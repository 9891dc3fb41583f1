"""Every public page of the demo, reached by links from the home page; and the chain, walked both ways."""

import re

import pytest

from dashboard.urls import urlpatterns
from programs.models import Indicator
from rakor.lib.personal import find
from regions.models import Unit
from tests.house.crawling import Reader, crawl, inside

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.slow]

STORY_PROVINCES = ("15", "61")
AN_EMPTY_PROVINCE = "34"
"""Provinces without anything recorded are all alike; the smallest stands for them."""

REGION = re.compile(r"/daerah/(\d\d)(?:\.\d\d)?/")


def is_like_another(address):
    region = REGION.fullmatch(address)
    return bool(region) and region[1] not in (*STORY_PROVINCES, AN_EMPTY_PROVINCE)


@pytest.fixture(scope="module")
def pages(demo):
    return crawl("/", leave_out=is_like_another)


def wrong(pages, complaint):
    """What `complaint(page)` says about each page, with the page; tests expect nothing."""
    return {address: said for address, page in pages.items() if (said := complaint(page))}


def test_every_page_answers(pages):
    assert len(pages) > 130
    assert not wrong(pages, lambda page: page.status != 200 and f"{page.status} from {page.found_on}")


def test_every_kind_of_page_is_reached(pages):
    """Earlier releases are linked once there is a correction; the demo has none."""
    reached = [address.partition("?")[0].lstrip("/") for address in pages]
    never = [one.name for one in urlpatterns if not any(one.pattern.match(path) for path in reached)]
    assert never == ["release-version"]


def test_regions_that_were_left_out_exist(pages):
    linked = {link for page in pages.values() for link in page.links() if is_like_another(link)}
    known = set(Unit.objects.regions().values_list("code", flat=True))
    assert {link.split("/")[2] for link in linked} <= known
    assert {f"/daerah/{code}/" for code in known if len(code) == 2} <= linked | pages.keys()


def test_no_anchor_leads_nowhere(pages):
    def missing(page):
        found = []
        for link in page.links():
            address, _, anchor = link.partition("#")
            if anchor and address in pages and anchor not in pages[address].content.ids:
                found.append(link)
        return found

    assert not wrong(pages, missing)


def test_one_heading_above_all_and_no_level_is_skipped(pages):
    def complaint(page):
        levels = page.content.headings
        steps = zip(levels, levels[1:], strict=False)
        if levels.count(1) != 1 or any(after - before > 1 for before, after in steps):
            return levels
        return None

    assert not wrong(pages, complaint)


def test_title_description_and_language(pages):
    def complaint(page):
        meta, title = page.content.meta, page.content.title
        if not title.endswith(" · Rakor") or len(title) < 10:
            return "title"
        if len(meta.get("description", "")) < 20:
            return "description"
        if f"{meta.get('og:title')} · Rakor" != title or not meta.get("og:description"):
            return "Open Graph"
        return "language" if page.content.language != "id" else None

    assert not wrong(pages, complaint)


def test_no_two_pages_share_a_title(pages):
    """The home page carries the newest ranking's; a filtered list is the same page."""
    titles = {}
    for address, page in pages.items():
        if "?" not in address and address != "/":
            titles.setdefault(page.content.title, []).append(address)
    assert not [same for same in titles.values() if len(same) > 1]


def test_nothing_inline_nothing_from_elsewhere(pages):
    assert not wrong(pages, lambda page: page.content.inline)
    assert not wrong(
        pages, lambda page: [one for one in page.content.loaded if not one.startswith("/static/")]
    )


def test_no_id_stands_twice(pages):
    def twice(page):
        ids = page.content.ids
        return [one for one in set(ids) if ids.count(one) > 1]

    assert not wrong(pages, twice)


def test_every_page_says_that_this_is_the_demo(pages):
    assert not wrong(pages, lambda page: "MODE DEMO" not in page.text)


DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
"""A SHA-256, which holds every run of digits sooner or later."""
LONG_NUMBER = re.compile(r"(?<![0-9a-z])(?:[0-9]{16}|[0-9]{18})(?![0-9a-z])")


def test_no_page_holds_what_belongs_to_a_person(pages, settings):
    """Neither NIP nor NIK, telephone or e-mail: in no text, title, address or picture of any page."""
    assert not settings.PPID["email"]
    assert not wrong(pages, lambda page: find(DIGEST.sub("", page.text)))
    assert not wrong(pages, lambda page: LONG_NUMBER.findall(page.text))


# The chain. Each pair is a link: from the page to exactly that address, anchor and all.

PKS, MCP = "/rakor/2022-11-07-pks-jambi/", "/rakor/2019-03-12-kpk-jambi/"
BKD, ASN = "/rakor/2019-04-09-bkd-jambi/", "/rakor/2021-09-02-kinerja-asn-tanjab-barat/"
DINSOS, PKH = "/rakor/2024-08-01-dinsos-kalbar/", "/rakor/2024-03-04-pkh-muaro-jambi/"
PKS_2022, MCP_2018 = "/peringkat/pks-2022-jambi/", "/peringkat/mcp-2018-jambi/"

WALKS = {
    "PKS, from the Rakor on": [
        ("/", PKS),
        (PKS, f"{PKS}#r2"),
        (f"{PKS}#r2", f"{PKS}#TL-2022-0002"),
        (PKS, "indicator PKS-LAPOR"),
        ("/metodologi/", "/peringkat/?program=PKS"),
        ("/peringkat/?program=PKS", PKS_2022),
        (PKS_2022, f"{PKS_2022}15.01/"),
        (f"{PKS_2022}15.01/", f"{PKS_2022}#piagam"),
        (f"{PKS_2022}15.01/", "/daerah/15.01/"),
        ("/daerah/15.01/", "/daerah/15.01/#penghargaan"),
    ],
    "PKS, and back": [
        ("/daerah/15.01/", PKS_2022),
        (f"{PKS_2022}15.01/", f"{PKS_2022}#d-15.01"),
        (PKS_2022, PKS),
        ("/peringkat/?program=PKS", "/metodologi/"),
        ("/metodologi/", "/tindak-lanjut/?program=PKS"),
        ("/tindak-lanjut/?program=PKS", f"{PKS}#r2"),
        (f"{PKS}#TL-2022-0002", f"{PKS}#r2"),
        ("/daerah/15.01/", PKS),
        (PKS, PKS_2022),
    ],
    "MCP, from the Rakor on": [
        ("/", MCP),
        (MCP, MCP_2018),
        (MCP_2018, f"{MCP_2018}15.04/"),
        (f"{MCP_2018}15.04/", f"{MCP_2018}15.04/#angka"),
        (f"{MCP_2018}15.04/", "indicator MCP"),
        ("/metodologi/", MCP_2018),
        (f"{MCP_2018}15.04/", "/daerah/15.04/"),
    ],
    "MCP, and back": [
        ("/daerah/15.04/", f"{MCP_2018}15.04/"),
        (f"{MCP_2018}15.04/", f"{MCP_2018}#d-15.04"),
        (f"{MCP_2018}15.04/", MCP),
        (MCP_2018, MCP),
        (MCP_2018, "/peringkat/mcp-2017-jambi/"),
        ("/peringkat/mcp-2017-jambi/", MCP),
        ("/daerah/15.04/", MCP),
    ],
    "BKD": [
        ("/rakor/", BKD),
        (f"{BKD}#r4", f"{BKD}#TL-2019-0002"),
        (f"{BKD}#TL-2019-0002", f"{BKD}#r4"),
        ("/tindak-lanjut/", f"{BKD}#r4"),
        (BKD, "/daerah/15/"),
        ("/daerah/15/", BKD),
    ],
    "ASN": [
        (f"{ASN}#r1", f"{ASN}#TL-2021-0001"),
        (ASN, "indicator ASN-SELISIH"),
        ("/metodologi/", "/tindak-lanjut/?program=KINERJA-ASN"),
        ("/tindak-lanjut/?program=KINERJA-ASN", f"{ASN}#r1"),
        (ASN, "/daerah/15.06/"),
        ("/daerah/15.06/", ASN),
    ],
    "Dinsos": [
        (f"{DINSOS}#r1", f"{DINSOS}#TL-2024-0001"),
        (DINSOS, "indicator PPKS-MUTAKHIR"),
        ("/metodologi/", "/tindak-lanjut/?program=PPKS"),
        ("/tindak-lanjut/?program=PPKS", f"{DINSOS}#r1"),
        (DINSOS, "/daerah/61.01/"),
        ("/daerah/61.01/", f"{DINSOS}#r1"),
        ("/daerah/61/", DINSOS),
    ],
    "PKH": [
        (f"{PKH}#r1", f"{PKH}#TL-2024-0004"),
        (PKH, "indicator PKH-VERVAL"),
        ("/metodologi/", "/tindak-lanjut/?program=PKH"),
        ("/tindak-lanjut/?program=PKH", f"{PKH}#r3"),
        (PKH, "/daerah/15.05/"),
        ("/daerah/15.05/", PKH),
    ],
}


def part_of(page, anchor):
    """The list item or row with this id, as text; the whole page without an anchor."""
    if not anchor:
        return page.text
    head, found, rest = page.text.partition(f' id="{anchor}"')
    assert found, anchor
    tag = head[head.rindex("<") :].split()[0].strip("<")
    return rest.partition(f"</{tag}>")[0]


@pytest.mark.parametrize("walk", WALKS)
def test_the_chain_is_walked_by_links(pages, walk):
    for here, there in WALKS[walk]:
        if there.startswith("indicator "):
            there = Indicator.objects.get(code=there.split()[1]).get_absolute_url()
        address, _, anchor = here.partition("#")
        content = Reader()
        content.feed(part_of(pages[address], anchor))
        assert there in {inside(address, href) for href in content.links}, (here, there)
