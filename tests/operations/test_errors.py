"""Error pages: the site's own layout, Indonesian, and no question to the database."""

import pytest
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.test import RequestFactory

from rakor import errors

HANDLERS = [
    (400, errors.bad_request),
    (403, errors.permission_denied),
    (404, errors.not_found),
    (413, errors.too_large),
    (500, errors.server_error),
]


@pytest.mark.parametrize(("status", "handler"), HANDLERS)
def test_error_page_stands_without_a_database(status, handler):
    """No `django_db` mark: a query would end this test."""
    response = handler(RequestFactory().get("/rusak/"))

    assert response.status_code == status
    assert '<html lang="id"' in response.text
    assert "<h1>" in response.text


def test_too_many_says_how_long():
    response = errors.too_many(RequestFactory().get("/masuk/"), minutes=14.2)

    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert "Tunggu 15 menit" in response.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (SuspiciousOperation, 400),
        (RequestDataTooBig, 413),
        (TooManyFieldsSent, 413),
        (TooManyFilesSent, 413),
        (PermissionDenied, 403),
        (ValueError, 500),
    ],
)
def test_what_a_view_raises_ends_in_that_page(client, monkeypatch, open_to_everybody, error, status):
    def broken(request):
        raise error("rahasia dalam")

    monkeypatch.setattr("rakor.theme.stored_theme", lambda request: "")
    client.raise_request_exception = False
    from django.test import override_settings
    from django.urls import path

    class Addresses:
        urlpatterns = [path("rusak/", broken, name=open_to_everybody("rusak"))]

    with override_settings(ROOT_URLCONF=Addresses):
        from rakor import urls

        Addresses.urlpatterns += urls.urlpatterns
        for name in ("handler400", "handler403", "handler404", "handler500"):
            setattr(Addresses, name, getattr(urls, name))
        response = client.get("/rusak/")

    assert response.status_code == status
    assert "rahasia dalam" not in response.text
    assert '<html lang="id"' in response.text


def test_broken_layout_still_gives_a_sentence(monkeypatch, caplog):
    def broken(request):
        raise OSError("no template")

    monkeypatch.setattr(errors, "site", broken)
    response = errors.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert "galat" in response.text
    assert "error page itself failed" in caplog.text


@pytest.mark.django_db
def test_unknown_address_is_a_page_of_the_site(client):
    response = client.get("/tidak-ada/")

    assert response.status_code == 404
    assert '<html lang="id"' in response.text


@pytest.mark.django_db
def test_form_without_a_token_is_refused_in_words(client_with_csrf):
    response = client_with_csrf.post("/masuk/", {"username": "siapa", "password": "saja"})

    assert response.status_code == 403
    assert '<html lang="id"' in response.text
