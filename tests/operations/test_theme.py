"""Light, dark, or as the device likes it."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("choice", "attribute"), [("gelap", 'data-theme="dark"'), ("terang", 'data-theme="light"')]
)
def test_choice_is_kept_and_shown(client, choice, attribute):
    response = client.post("/tema/", {"tema": choice, "next": "/masuk/"})

    assert response.headers["Location"] == "/masuk/"
    assert attribute in client.get("/masuk/").text


def test_nothing_chosen_leaves_it_to_the_device(client):
    client.post("/tema/", {"tema": "gelap"})
    client.post("/tema/", {"tema": ""})

    assert "data-theme" not in client.get("/masuk/").text


def test_unknown_theme_is_nothing_chosen(client):
    client.cookies["tema"] = '"><script>'

    assert "data-theme" not in client.get("/masuk/").text


def test_choice_never_leads_off_the_site(client):
    assert client.post("/tema/", {"next": "//contoh.com/"}).headers["Location"] == "/"


def test_reading_the_address_changes_nothing(client):
    assert client.get("/tema/").status_code == 405


def test_choice_works_from_a_page_without_a_token(client_with_csrf):
    assert client_with_csrf.post("/tema/", {"tema": "gelap"}).status_code == 302
