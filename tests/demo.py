"""The demo, told once for all tests of a module; what a test changes is taken back after it."""

import json

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings


def tell():
    """Everything that `make run` loads on its first start. Needs settings.DEMO."""
    call_command("load_regions", verbosity=0)
    call_command("load_demo", verbosity=0)


def passwords():
    """{user name: password} as this installation made them."""
    rows = json.loads(settings.DEMO_ACCOUNTS_FILE.read_text(encoding="utf-8"))
    return {row["username"]: row["password"] for row in rows}


def count_rows():
    """{model: number of rows} of the whole database."""
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo's database for a module. Each test runs in a savepoint inside this one transaction."""
    file = tmp_path_factory.mktemp("demo") / "demo-accounts.json"
    chosen = override_settings(DEMO=True, DEMO_ACCOUNTS_FILE=file)
    with django_db_blocker.unblock(), chosen, transaction.atomic():
        tell()
        yield
        transaction.set_rollback(True)
