"""What a password may not be, each with a sentence; and what it may."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from accounts.validators import favourites
from tests import factories as make

pytestmark = pytest.mark.django_db


def said(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as refused:
        return " ".join(refused.messages)
    return ""


@pytest.mark.parametrize(
    "password",
    ["Indonesia2024", "s4y4ngku123", "Bismillah99!", "jakarta1234", "ADMIN123admin", "Jambi.2024.!!",
     "merdeka-1945", "sayangsayang", "123admin123456", "rahasia!!!!", "Kalimantan Barat 2024",
     "muaro_jambi01", "p4ssw0rd1234"],
)  # fmt: skip
def test_what_is_tried_first_here_is_refused(password):
    assert "terlalu sering dipakai" in said(password)


@pytest.mark.parametrize(
    "password", ["199001012015031001", "19900101 201503 1 001", "nip-199001012015031001", "1501012005900003x"]
)
def test_numbers_that_stand_on_papers_are_refused(password):
    assert "NIP atau NIK" in said(password)


def test_ones_own_name_address_and_agency_are_refused(dinsos):
    user = make.make_user("wayan.s", name="I Wayan Suardika, S.Sos.", email="dikasuar@jambiprov.go.id")
    make.make_assignment(user, "admin_instansi", unit=dinsos)
    for password in (
        "Suardika-hijau-77",
        "wayan-kuda-hijau",
        "xx-dikasuar-xx9",
        "jambiprov-kuda-1",
        "kuda-SOSIAL-hijau",
    ):
        assert "nama, surel, atau nama instansi" in said(password, user), password


@pytest.mark.parametrize("password", ["kuda9-liar", "pendek-1", "9073518264021"])
def test_short_ones_and_mere_digits(password):
    assert bool(said(password)) == (password != "kuda9-liar")


@pytest.mark.parametrize(
    "password", ["pohon-besar-62", "kuda hijau makan awan", "gunung-tinggi-81", "qmtk-9vhs-wxyz-r4bd"]
)
def test_words_that_have_nothing_to_do_with_each_other_pass(password, budi, dinsos):
    make.make_assignment(budi, unit=dinsos)
    assert said(password, budi) == ""


def test_a_short_name_is_no_reason():
    """ "Ali" stands in "kali", "tali", "sekali"."""
    assert said("sekali-hujan-turun", make.make_user("ali", name="Ali")) == ""


def test_the_list_is_what_the_rule_reads():
    """Small letters without digits: another entry would never be found."""
    assert len(favourites()) > 500
    assert all(word.isascii() and word.isalpha() and word.islower() for word in favourites())


def test_each_rule_says_what_it_wants():
    assert all(password_validators_help_texts())
