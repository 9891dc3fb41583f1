"""What every public page has around it: title, description, address, navigation, foot, themes, languages."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings

from dashboard.pages import Page, crumbs
from tests.dashboard.rankings import MCP_2018, NBSP, make_eleven, publish
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db

PAGES = ["/", "/peringkat/", "/daerah/", "/rakor/", "/tindak-lanjut/", "/metodologi/", "/masuk/"]


@pytest.fixture
def ranking(jambi):
    make_eleven(jambi)
    return publish(MCP_2018, 2018)


@pytest.fixture
def pages(ranking):
    return [*PAGES, "/peringkat/mcp-2018-jambi/", "/peringkat/mcp-2018-jambi/15.04/", "/daerah/15.04/"]


def test_each_page_describes_itself(client, pages, settings):
    titles = set()
    for address in pages:
        page = read(client, address)
        [title] = re.findall("<title>(.*?) · Rakor</title>", page)
        titles.add(title if address != "/" else "")
        assert title and f'<meta property="og:title" content="{title}">' in page, address
        assert re.search('<meta name="description" content="[^"]{20,}">', page), address
        assert '<meta property="og:description"' in page, address
        assert f'<link rel="canonical" href="{settings.SITE_URL}{address}">' in page, address
    assert len(titles) == len(pages)


def test_each_page_has_one_heading_and_its_landmarks(client, pages):
    for address in pages:
        page = read(client, address)
        assert page.count("<h1") == 1, address
        for landmark in ("<header", "<nav", "<main", "<footer"):
            assert landmark in page, (address, landmark)
        assert '<a class="r-skip" href="#isi">' in page and 'id="isi"' in page
        levels = [int(level) for level in re.findall("<h([1-6])", page)]
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), address


def test_no_id_stands_twice(client, pages):
    for address in pages:
        ids = re.findall(r'\sid="([^"]+)"', read(client, address))
        assert len(ids) == len(set(ids)), address


def test_no_link_on_a_page_leads_nowhere(client, pages):
    addresses = {
        address.partition("#")[0]
        for page in pages
        for address in re.findall(r'href="(/[^"]*)"', client.get(page).content.decode())
    }
    for address in sorted(addresses):
        if not address.startswith(("/static/", "/admin/")):
            assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_anchors_on_the_same_page_exist(client, pages):
    for address in pages:
        page = read(client, address)
        for anchor in re.findall(r'href="#([^"]+)"', page):
            assert f'id="{anchor}"' in page, (address, anchor)


def test_a_page_asks_nobody_else(client, pages):
    """No script, no style of its own, nothing from another host."""
    for address in pages:
        page = client.get(address).content.decode()
        assert "<script" not in page and "<style" not in page and " style=" not in page, address
        assert not re.findall(r'<(?:link|img|iframe|source)[^>]+(?:src|href)="https?://(?!127)', page), (
            address
        )
        assert not re.findall(r'\son[a-z]+="', page), address


def test_visitors_get_no_cookie(client, pages):
    for address in pages:
        if address != "/masuk/":
            assert not client.get(address).cookies, address


class TestNavigation:
    def current(self, client, address):
        return re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', read(client, address).split("</nav>")[0])

    def test_the_open_room_is_marked(self, client, ranking):
        assert self.current(client, "/peringkat/") == [("/peringkat/", "page")]
        assert self.current(client, "/peringkat/mcp-2018-jambi/") == [("/peringkat/", "true")]

    def test_the_first_page_is_in_no_room(self, client):
        assert self.current(client, "/") == []

    def test_officials_find_their_way_in_and_back(self, client, logged_in, suri):
        assert '<a href="/masuk/">Masuk</a>' in read(client, "/")
        page = read(logged_in(suri), "/")
        assert 'href="/kerja/"' in page and "Ruang kerja" in page


def test_the_path_above_a_page(client, ranking):
    page = read(client, "/peringkat/mcp-2018-jambi/15.04/")
    assert (
        '<li><a href="/">Beranda</a></li><li><a href="/peringkat/">Peringkat</a></li>'
        '<li><a href="/peringkat/mcp-2018-jambi/">MCP Jambi 2018</a></li>'
        '<li aria-current="page">Batanghari</li>'
    ) in page


def test_the_demo_says_so_on_every_page(client, pages):
    for address in pages:
        assert "MODE DEMO" not in client.get(address).text
    with override_settings(DEMO=True):
        for address in [*pages, "/tidak-ada/"]:
            assert "MODE DEMO" in client.get(address).text, address


def test_the_information_officer_is_in_the_foot(client):
    ppid = {
        "name": "PPID Jambi",
        "address": "Telanaipura",
        "email": "ppid@x.id",
        "phone": "0741 1234",
        "url": "",
    }
    with override_settings(PPID=ppid):
        page = read(client, "/metodologi/")
    assert '<a href="mailto:ppid@x.id">ppid@x.id</a>' in page
    assert '<a href="tel:07411234">0741 1234</a>' in page
    assert "Permohonan informasi" not in page
    assert "Kontak PPID belum diisi." in read(client, "/metodologi/")


def test_theme_and_language_are_chosen_without_a_token(client):
    """A page with a token in it is one of a kind: nobody could keep it ready."""
    strict = client_class(client)
    page = read(strict, "/metodologi/?a=1")
    assert "csrfmiddlewaretoken" not in page
    assert 'name="next" value="/metodologi/?a=1"' in page
    answer = strict.post("/tema/", {"tema": "gelap", "next": "/metodologi/?a=1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/metodologi/?a=1")
    assert strict.post("/bahasa/", {"language": "en", "next": "/"}).status_code == 302
    assert '<html lang="en" data-theme="dark">' in read(strict, "/metodologi/")


def client_class(client):
    return type(client)(enforce_csrf_checks=True)


def test_the_chosen_theme_is_marked(client):
    client.cookies["tema"] = "gelap"
    assert '<button name="tema" value="gelap" aria-current="true">' in read(client, "/")


def test_paper_says_where_it_came_from(client, settings):
    assert f"<b>Rakor</b><span>{settings.SITE_URL}/metodologi/</span>" in read(client, "/metodologi/")


@pytest.mark.parametrize("code", ["400", "403", "404", "413", "429", "500"])
def test_error_pages_speak_and_lead_on(code):
    page = render_to_string(f"{code}.html", {"request": RequestFactory().get("/"), "minutes": 15})
    assert page.count("<h1>") == 1
    assert 'href="/daerah/"' in page and 'href="/rakor/"' in page
    assert re.search("<title>[^<]+ · Rakor</title>", page)


@pytest.mark.parametrize(
    "address",
    ["/daerah/1501/", "/daerah/99.99/", "/rakor/tidak-ada/", "/peringkat/x/15.1/", "/peringkat/x/15/"],
)
def test_unknown_codes_are_friendly(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.text and "r-foot" in response.text


class TestLogIn:
    def test_a_wrong_password_keeps_the_name(self, client, budi):
        page = client.post("/masuk/", {"username": "budi", "password": "salah"})
        assert 'role="alert"' in page.text and 'value="budi"' in page.text
        assert "salah" not in re.sub("<[^>]*>", "", page.text).split("Belum dapat masuk")[0]

    def test_the_right_one_leads_where_one_wanted_to_go(self, client, budi):
        asked = {"username": "budi", "password": "kata-sandi-uji", "next": "/rakor/"}
        assert client.post("/masuk/", asked).headers["Location"] == "/rakor/"

    def test_a_form_without_its_token_is_refused_in_the_sites_words(self, client, budi):
        strict = client_class(client)
        page = strict.post("/masuk/", {"username": "budi", "password": "kata-sandi-uji"})
        assert page.status_code == 403
        assert "Formulir sudah kedaluwarsa" in page.text


def test_titles_hold_plain_spaces():
    page = Page(title=f"peringkat{NBSP}1", description=f"7{NBSP}November", crumbs=crumbs(("A", "/a/"), "B"))
    assert (page.title, page.description) == ("peringkat 1", "7 November")
    assert [(crumb.label, crumb.url) for crumb in page.crumbs] == [("A", "/a/"), ("B", "")]
