import pytest

from accounts import letters


@pytest.fixture
def hasher(settings):
    """Every password is hashed by a hasher that counts."""
    settings.PASSWORD_HASHERS = ["tests.accounts.door.CountingHasher"]


@pytest.fixture
def mail(settings, monkeypatch):
    """Letters can be sent, and are sent before the answer instead of beside it."""
    settings.SENDS_MAIL = True
    monkeypatch.setattr(letters, "send_reset", lambda user: letters.deliver_reset(user, "id"))
