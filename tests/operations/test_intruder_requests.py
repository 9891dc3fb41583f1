"""What somebody tries who wants more than he may have: at the door, in addresses, in headers."""

import pytest
from django.conf import settings as site
from django.test import Client

from records.models import Change
from tests import factories as make
from tests.operations.addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WITHOUT_A_TOKEN = {
    "/bahasa/": "keeps which language was chosen; a token would put a cookie on every visitor",
    "/tema/": "keeps light or dark; a token would put a cookie on every visitor",
}
ELSEWHERE = [
    "https://jahat.example/",
    "//jahat.example/",
    "///jahat.example",
    "/\\jahat.example",
    "\\\\jahat.example",
    "http:jahat.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " //jahat.example",
    "\t//jahat.example",
    "/%0d%0aLocation:%20https://jahat.example",
    "/\r\nSet-Cookie: sesi=curian",
]


def leaves(response):
    target = response.headers.get("Location", "/")
    return not target.startswith("/") or target.startswith(("//", "/\\"))


# Where an answer leads.


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_redirect_leads_elsewhere(target, suri):
    client = Client()
    for path, data in [("/bahasa/", {"language": "en"}), ("/tema/", {"tema": "gelap"})]:
        assert not leaves(client.post(path, data | {"next": target}))
        assert not leaves(client.post(path, data, headers={"referer": target.strip()}))
    login = {"username": "suri", "password": "kata-sandi-uji", "next": target}
    assert not leaves(client.post("/masuk/", login))
    assert not leaves(client.get("/masuk/", {"next": target}))
    assert not leaves(client.get("/admin/login/", {"next": target}))
    assert not leaves(client.post("/keluar/", {"next": target}))
    assert not leaves(client.post("/admin/logout/", {"next": target}))


def test_no_header_is_slipped_into_an_answer(suri):
    client = Client()
    client.force_login(suri)
    for path in ("/tema/", "/bahasa/", "/keluar/"):
        response = client.post(path, {"next": "/\r\nX-Jahat: ya", "tema": "gelap\r\nX: y", "language": "en"})
        assert not any("\n" in value or "\r" in value for value in response.headers.values())
        assert "X-Jahat" not in response.headers


# Who asks, and how.


@pytest.mark.parametrize(
    "host", ["jahat.example", "testserver.jahat.example", "localhost@jahat.example", "a b", ""]
)
def test_a_forged_host_is_not_answered(host):
    response = Client().get("/", headers={"host": host})
    assert response.status_code == 400
    assert "jahat" not in response.text


@pytest.mark.parametrize(
    "name", ["x-forwarded-host", "x-host", "forwarded", "x-original-url", "x-rewrite-url"]
)
def test_headers_about_another_address_change_nothing(name):
    plain, forged = Client().get("/"), Client().get("/", headers={name: "jahat.example"})
    assert (forged.status_code, forged.content) == (200, plain.content)


def test_a_method_in_a_header_or_field_is_not_believed(suri):
    series = make.make_series()
    client = Client()
    client.force_login(suri)
    address = f"/admin/meetings/series/{series.pk}/delete/"
    for name in ("x-http-method-override", "x-http-method", "x-method-override"):
        assert (
            client.get(address, {"_method": "POST", "post": "yes"}, headers={name: "POST"}).status_code == 200
        )
    assert type(series).objects.filter(pk=series.pk).exists()
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
        assert client.generic(method, f"/admin/meetings/series/{series.pk}/change/").status_code < 500
    assert type(series).objects.filter(pk=series.pk).exists()


def test_every_unsafe_route_needs_the_token(suri):
    client = Client(enforce_csrf_checks=True)
    client.force_login(suri)
    rakor = make.make_rakor(pk=1)
    before = Change.objects.count()
    paths = {path for path, _view in addresses()}
    assert len(paths) > 100
    for method in ("POST", "PUT", "DELETE"):
        answered = {path: client.generic(method, path).status_code for path in paths}
        let_through = {path for path, status in answered.items() if status != 403}
        assert let_through == set(WITHOUT_A_TOKEN), method
    rakor.refresh_from_db()
    assert (rakor.version, Change.objects.count()) == (1, before)


def test_a_session_that_was_planted_is_not_the_one_signed_in(suri):
    planted = Client()
    planted.get("/masuk/")
    session = planted.session
    session["milik"] = "penyusup"
    session.save()
    victim = Client()
    victim.cookies[site.SESSION_COOKIE_NAME] = session.session_key
    victim.post("/masuk/", {"username": "suri", "password": "kata-sandi-uji"})
    assert victim.session.session_key != session.session_key
    planted.cookies[site.SESSION_COOKIE_NAME] = session.session_key
    assert planted.get("/admin/").status_code == 302


def test_a_session_ends_with_signing_out(suri):
    client = Client()
    client.force_login(suri)
    key = client.session.session_key
    client.post("/keluar/")
    client.cookies[site.SESSION_COOKIE_NAME] = key
    assert client.get("/admin/").status_code == 302


# What caches keep, who may frame.


def test_no_cache_keeps_what_somebody_signed_in_reads(rina):
    make.make_rakor(slug="rakor-uji")
    client = Client()
    client.force_login(rina)
    for path in ("/", "/rakor/", "/rakor/rakor-uji/", "/admin/", "/admin/meetings/rakor/", "/tidak-ada/"):
        response = client.get(path)
        assert response["Cache-Control"] == "private, no-store", path
    assert "no-store" in Client().get("/masuk/")["Cache-Control"]


def test_no_page_may_be_framed(rina):
    client = Client()
    client.force_login(rina)
    for path in ("/", "/masuk/", "/admin/", "/admin/meetings/rakor/add/?_popup=1", "/tidak-ada/"):
        response = client.get(path)
        assert response["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], path


# Paths.

TRAVERSALS = [
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/manage.py",
    "....//....//manage.py",
    "..\\..\\manage.py",
    "..%5c..%5cmanage.py",
    "%252e%252e%252fmanage.py",
    "/etc/passwd",
    "%00",
    "css/../../rakor/settings.py",
]
FOLDERS = ["/static/", "/", "/admin/meetings/rakor/dokumen/", "/rakor/", "/media/", "/files/"]


@pytest.mark.parametrize("path", TRAVERSALS)
@pytest.mark.parametrize("before", FOLDERS)
def test_no_path_leads_to_a_file(before, path, suri):
    client = Client()
    client.force_login(suri)
    response = client.get(before + path)
    assert response.status_code in (301, 302, 400, 404)
    assert not leaves(response)
