"""What the start does to a demo's database, and never to another."""

import json

import pytest

from deploy import demo
from deploy.doorstep import Stop

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts_file(settings, tmp_path):
    """The demo's accounts as `load_demo` leaves them, for a database that DATABASE_URL names."""
    settings.DEMO = True
    settings.DATABASE_URL = "postgresql://localhost/somewhere"
    settings.VAR_DIR = tmp_path
    settings.DEMO_ACCOUNTS_FILE = tmp_path / "demo-accounts.json"
    rows = [{"username": "operator", "role": "Operator", "password": "dari-layar-demo"}]
    settings.DEMO_ACCOUNTS_FILE.write_text(json.dumps(rows))
    return settings.DEMO_ACCOUNTS_FILE


def test_only_a_demo_is_made_anew(settings):
    settings.DEMO = False

    with pytest.raises(Stop, match="make reset-demo DEMO=1"):
        demo.clear()


def test_database_without_the_demos_accounts_is_not_emptied(accounts_file, django_user_model):
    django_user_model.objects.create_user("kepala", password="milik-kantor")

    with pytest.raises(Stop, match="bukan basis data demo"):
        demo.clear()

    assert django_user_model.objects.get().username == "kepala"
    assert accounts_file.exists()


def test_database_is_not_emptied_where_no_accounts_are_known(accounts_file):
    accounts_file.unlink()

    with pytest.raises(Stop, match="bukan basis data demo"):
        demo.clear()


def test_database_where_a_demo_password_opens_is_not_served_as_an_offices(accounts_file, django_user_model):
    django_user_model.objects.create_user("operator", password="dari-layar-demo")

    with pytest.raises(Stop, match="berisi akun demo"):
        demo.refuse_demo_database()


def test_office_may_have_an_operator_of_its_own(accounts_file, django_user_model):
    django_user_model.objects.create_user("operator", password="milik-kantor")

    assert demo.refuse_demo_database() is None


def test_accounts_are_printed_in_columns(accounts_file, capsys):
    demo.print_accounts()

    assert "  operator  Operator  dari-layar-demo" in capsys.readouterr().err.splitlines()
