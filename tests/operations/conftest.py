import pytest
from django.test import Client


@pytest.fixture
def client_with_csrf():
    """A browser whose forms are checked for their token, as in production."""
    return Client(enforce_csrf_checks=True)
