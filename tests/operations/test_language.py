"""The language is the visitor's stored choice; the browser's wish does not count."""

import datetime

import pytest
from django import forms
from django.utils import translation

pytestmark = pytest.mark.django_db

ENGLISH_BROWSER = {"accept-language": "en-US,en;q=0.9"}


def test_english_browser_sees_indonesian(client):
    response = client.get("/masuk/", headers=ENGLISH_BROWSER)

    assert response.headers["Content-Language"] == "id"
    assert '<html lang="id"' in response.text
    assert "Cookie" in response.headers["Vary"]
    assert "Accept-Language" not in response.headers["Vary"]


def test_stored_choice_is_followed_and_can_be_changed_back(client):
    chosen = client.post("/bahasa/", {"language": "en", "next": "/masuk/"})

    assert chosen.headers["Location"] == "/masuk/"
    assert client.get("/masuk/").headers["Content-Language"] == "en"

    client.post("/bahasa/", {"language": "id", "next": "/masuk/"})

    assert client.get("/masuk/", headers=ENGLISH_BROWSER).headers["Content-Language"] == "id"


def test_choice_works_from_a_page_without_a_token(client_with_csrf):
    assert client_with_csrf.post("/bahasa/", {"language": "en"}).status_code == 302


@pytest.mark.parametrize("made_up", ["fr", "xx", "", "id-x", "../../etc"])
def test_unknown_language_in_the_cookie_means_indonesian(client, made_up):
    client.cookies["bahasa"] = made_up

    assert client.get("/masuk/").headers["Content-Language"] == "id"


def test_choice_never_leads_off_the_site(client):
    response = client.post("/bahasa/", {"language": "en", "next": "https://contoh.com/"})

    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("written", ["04/03/2024", "4-3-2024", "2024-03-04"])
def test_forms_read_the_day_first(written):
    with translation.override("id"):
        assert forms.DateField().clean(written) == datetime.date(2024, 3, 4)


@pytest.mark.parametrize("written", ["04/03/2024 09.00", "04-03-2024 09:00"])
def test_forms_read_the_day_first_with_a_time_too(written):
    with translation.override("id"):
        read = forms.DateTimeField().clean(written)

    assert (read.month, read.day, read.hour) == (3, 4, 9)


@pytest.mark.parametrize("written", ["12/25/2024", "25/12/24"])
def test_forms_refuse_months_first_and_two_digit_years(written):
    with translation.override("id"), pytest.raises(forms.ValidationError):
        forms.DateField().clean(written)
