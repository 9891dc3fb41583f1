"""A site behind https by the Mozilla Observatory's rules: 100 points or more, on errors too."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from rakor import errors
from tests.house import country
from tests.house.crawling import crawl
from tests.operations.observatory import score

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HOST = "rakor.contoh.go.id"


@pytest.fixture
def over_https(settings):
    """Settings as SITE_URL=https://… makes them (tests/operations/test_settings.py reads that they are)."""
    settings.ALLOWED_HOSTS = [HOST]
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.LANGUAGE_COOKIE_SECURE = True
    return Client(headers={"host": HOST})


class Secure(Client):
    """A browser that asks over https only."""

    def get(self, *args, **kwargs):
        return super().get(*args, secure=True, **kwargs)


def points(client, address):
    return score(client.get(address, secure=True), client.get(address))


def test_every_public_page_is_above_a_hundred(over_https):
    country.found(11)
    pages = crawl("/", "/masuk/", client=Secure(headers={"host": HOST}))
    assert len(pages) > 30
    found = {address: points(over_https, address) for address in pages}
    assert min(found.values()) >= 100, sorted(found.items(), key=lambda one: one[1])[:5]


def test_every_error_page_too(over_https, settings, open_to_everybody):
    def raises(error):
        def view(request):
            raise error

        return view

    class Addresses:
        urlpatterns = [
            path(f"{name}/", view, name=open_to_everybody(name))
            for name, view in {
                "400": raises(BadRequest),
                "403": raises(PermissionDenied),
                "413": raises(RequestDataTooBig),
                "429": lambda request: errors.too_many(request, minutes=15),
                "500": raises(ValueError),
            }.items()
        ]

    from rakor import urls

    Addresses.urlpatterns += urls.urlpatterns
    for status in (400, 403, 404, 500):
        setattr(Addresses, f"handler{status}", getattr(urls, f"handler{status}"))
    settings.ROOT_URLCONF = Addresses
    over_https.raise_request_exception = False
    for status in (400, 403, 404, 413, 429, 500):
        response = over_https.get(f"/{status}/", secure=True)
        assert response.status_code == status
        assert points(over_https, f"/{status}/") >= 100, status
        assert '<html lang="id"' in response.text


def test_an_answer_given_before_anything_else_carries_the_headers_too(over_https):
    forged = over_https.get("/", secure=True, headers={"host": "jahat.example"})
    assert forged.status_code == 400
    assert "frame-ancestors 'none'" in forged["Content-Security-Policy"]
    assert (forged["X-Content-Type-Options"], forged["X-Frame-Options"]) == ("nosniff", "DENY")
    moved = over_https.get("/rakor/")
    assert moved["Location"] == f"https://{HOST}/rakor/"
    assert moved["X-Content-Type-Options"] == "nosniff"


def test_the_admin_loses_ten_points_for_its_scripts_and_no_more(over_https, suri):
    over_https.force_login(suri)
    assert points(over_https, "/admin/") == 100 - 10 + 5 + 5 + 5 + 10


def test_the_rules_find_what_is_wrong():
    """Else the tests above prove nothing."""
    bare = HttpResponse()
    assert score(bare) == 100 - 25 - 20 - 5 - 20
    bare["Access-Control-Allow-Origin"] = "*"
    bare.set_cookie("sesi", "x")
    assert score(bare) == 100 - 25 - 20 - 5 - 20 - 50 - 40
