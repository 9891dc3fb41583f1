"""The demo once loaded: it stays as it is, and has one account for each role and three of elsewhere."""

import json
import stat

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import RequestFactory

from accounts.choices import Role
from accounts.models import User
from meetings.models import Rakor
from regions.models import Unit
from tests.demo import count_rows, passwords

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.slow]


def test_a_second_run_changes_nothing(settings):
    rows, accounts = count_rows(), settings.DEMO_ACCOUNTS_FILE.read_bytes()
    hashes = dict(User.objects.values_list("username", "password"))
    versions = dict(Rakor.objects.values_list("slug", "version"))
    call_command("load_demo")
    assert count_rows() == rows
    assert settings.DEMO_ACCOUNTS_FILE.read_bytes() == accounts
    assert dict(User.objects.values_list("username", "password")) == hashes
    assert dict(Rakor.objects.values_list("slug", "version")) == versions


def test_one_account_for_each_of_the_eight_roles_and_three_of_elsewhere(settings):
    rows = json.loads(settings.DEMO_ACCOUNTS_FILE.read_text(encoding="utf-8"))
    assert [row["role"] for row in rows[:8]] == ["Superuser", *Role.labels]
    elsewhere = ["operator-kalbar", "verifikator-kalbar", "admin-kemensos"]
    assert [row["username"] for row in rows[8:]] == elsewhere
    assert len({row["username"] for row in rows}) == len({row["password"] for row in rows}) == 11


def test_each_signs_in_and_holds_its_role():
    for username, password in passwords().items():
        user = authenticate(RequestFactory().post("/masuk/"), username=username, password=password)
        assert user.is_staff
        assert user.is_superuser == (username == "superuser")
        assert user.assignments.count() == (not user.is_superuser)


def test_the_file_is_for_its_owner_alone(settings):
    assert stat.S_IMODE(settings.DEMO_ACCOUNTS_FILE.stat().st_mode) == 0o600


def test_no_password_stands_in_the_database():
    kept = set(User.objects.values_list("password", flat=True))
    assert not kept & set(passwords().values())


def test_every_region_of_the_country_is_there():
    assert Unit.objects.regencies().count() == 514
    assert Unit.objects.provinces().count() == 38
