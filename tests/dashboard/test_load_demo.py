"""`load_demo`: only in demo mode, only into its own database, with accounts of this machine's own."""

import stat

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from meetings.models import Rakor
from tests import factories as make
from tests.demo import count_rows, passwords

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def demo_mode(settings, tmp_path):
    settings.DEMO = True
    settings.DEMO_ACCOUNTS_FILE = tmp_path / "var" / "demo-accounts.json"
    return settings


@pytest.fixture
def regions():
    call_command("load_regions", verbosity=0)


def test_it_is_for_the_demo_only(settings, regions):
    settings.DEMO = False
    with pytest.raises(CommandError, match="make run DEMO=1"):
        call_command("load_demo")
    assert not Rakor.objects.exists()


def test_regions_come_first(demo_mode):
    with pytest.raises(CommandError, match="manage.py load_regions"):
        call_command("load_demo")
    assert not demo_mode.DEMO_ACCOUNTS_FILE.exists()


@pytest.mark.parametrize(
    "stranger", [make.make_user, make.make_program, lambda: make.make_rakor(), make.make_agency]
)
def test_it_refuses_a_database_with_anything_else_in_it(demo_mode, regions, stranger):
    stranger()
    before = count_rows()
    with pytest.raises(CommandError, match="make reset-demo"):
        call_command("load_demo")
    assert count_rows() == before
    assert not demo_mode.DEMO_ACCOUNTS_FILE.exists()


def test_it_says_that_it_is_loaded(demo_mode, regions, capsys):
    call_command("load_demo")
    assert capsys.readouterr().out == "Data demo dimuat.\n"


def test_each_installation_makes_its_own_passwords(demo_mode, regions):
    first = load_and_take_back()
    demo_mode.DEMO_ACCOUNTS_FILE.chmod(0o644)
    second = load_and_take_back()
    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())
    assert stat.S_IMODE(demo_mode.DEMO_ACCOUNTS_FILE.stat().st_mode) == 0o600


def load_and_take_back():
    with transaction.atomic():
        call_command("load_demo", verbosity=0)
        made = passwords()
        transaction.set_rollback(True)
    return made
