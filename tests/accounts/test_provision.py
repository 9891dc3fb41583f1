"""A new account: it works, its password can be read out, and a bad one is refused."""

import re

import pytest
from django.core.exceptions import ValidationError

from accounts.provision import make_account, readable_password

pytestmark = pytest.mark.django_db


def test_an_account_signs_in_with_the_password_given_back():
    user, password = make_account("tono", "Tono, S.Sos.")
    user.refresh_from_db()
    assert user.check_password(password)
    assert (user.name, user.is_staff, user.is_superuser) == ("Tono, S.Sos.", True, False)


def test_a_given_password_and_further_fields_are_kept():
    user, password = make_account("tono", "Tono", "kata-sandi-saya", email="tono@example.go.id")
    assert password == "kata-sandi-saya"
    assert user.email == "tono@example.go.id"


def test_passwords_differ_and_are_easily_read_out():
    passwords = {readable_password() for _again in range(200)}
    assert len(passwords) == 200
    assert all(re.fullmatch(r"[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}", one) for one in passwords)


def test_a_user_name_is_not_given_twice_nor_an_impossible_one():
    make_account("tono", "Tono")
    for taken in ("tono", "dua kata", ""):
        with pytest.raises(ValidationError):
            make_account(taken, "Tono")
