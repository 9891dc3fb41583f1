"""What each response carries besides its page."""

import pytest
from django.test import RequestFactory

pytestmark = pytest.mark.django_db

STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}


def policy(response):
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {part[0]: part[1:] for part in parts}


@pytest.mark.parametrize("path", ["/", "/masuk/", "/tidak-ada/", "/administrasi/"])
def test_public_page_allows_its_own_files_only(client, path):
    assert policy(client.get(path)) == STRICT


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/tidak-ada/"])
def test_admin_allows_what_its_scripts_need_and_no_more(client, path):
    allowed = policy(client.get(path))

    assert allowed.pop("script-src") == ["'self'", "'unsafe-eval'"]
    assert allowed.pop("style-src") == ["'self'", "'unsafe-inline'"]
    assert allowed == {
        name: values for name, values in STRICT.items() if name not in ("script-src", "style-src")
    }


@pytest.mark.parametrize("path", ["/", "/masuk/", "/tidak-ada/", "/admin/"])
def test_every_page_keeps_to_itself(client, path):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_public_page_sets_no_cookie(client):
    assert client.get("/").cookies == {}


def test_https_site_redirects_and_sends_hsts(settings):
    from django.http import HttpResponse
    from django.middleware.security import SecurityMiddleware

    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31536000
    settings.ALLOWED_HOSTS = ["rakor.contoh.go.id"]
    answer = SecurityMiddleware(lambda request: HttpResponse())
    asked = {"headers": {"host": "rakor.contoh.go.id"}}

    plain = answer(RequestFactory().get("/rakor/", **asked))
    secure = answer(RequestFactory().get("/rakor/", secure=True, **asked))

    assert plain.headers["Location"] == "https://rakor.contoh.go.id/rakor/"
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"
