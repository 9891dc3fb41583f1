import pytest
from django.test import Client

from accounts.routes import PUBLIC, ROUTES


@pytest.fixture
def open_to_everybody(monkeypatch):
    """`open_to_everybody(name)`: a page that a test adds has a row like every page; gives the name back."""

    def add(name):
        monkeypatch.setitem(ROUTES, name, PUBLIC)
        return name

    return add


@pytest.fixture
def client_with_csrf():
    """A browser whose forms are checked for their token, as in production."""
    return Client(enforce_csrf_checks=True)
