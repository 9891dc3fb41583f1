"""User names: one spelling each, and never an address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_user_name_is_given_once_in_whatever_letters():
    make.make_user("budi")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.make_user("BUDI")
    with pytest.raises(ValidationError, match="sudah dipakai"):
        User(username="Budi", password="x").full_clean()


def test_a_user_name_is_no_address():
    with pytest.raises(IntegrityError), transaction.atomic():
        make.make_user("budi@contoh.go.id")
    with pytest.raises(ValidationError, match="Nama pengguna"):
        User(username="budi@contoh.go.id", password="x").full_clean()


def test_an_empty_address_is_nobodys():
    make.make_user("budi")
    assert User.objects.by_login("") is None
    assert User.objects.by_login("@") is None
