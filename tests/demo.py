"""The demo, told once for each process: a database of its own beside the test database.

A module that asks for `demo` stands on it, and what its tests change is taken back; a journey that serves it
gets a copy, which it may write into.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests import copies


@dataclass(frozen=True)
class Told:
    """Where the demo stands: its database, and the file with the passwords of its accounts."""

    database: str
    accounts: Path

    def settings(self):
        return override_settings(DEMO=True, DEMO_ACCOUNTS_FILE=self.accounts)


def passwords():
    """{user name: password} as this installation made them."""
    rows = json.loads(settings.DEMO_ACCOUNTS_FILE.read_text(encoding="utf-8"))
    return {row["username"]: row["password"] for row in rows}


def count_rows():
    """{model: number of rows} of the whole database."""
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


@pytest.fixture(scope="session")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """Everything that `make run` loads on its first start, in a copy of the empty test database."""
    accounts = tmp_path_factory.mktemp("demo") / "demo-accounts.json"
    with django_db_blocker.unblock():
        told = Told(copies.copy(), accounts)
        with told.settings(), copies.standing_on(told.database):
            call_command("load_regions", verbosity=0)
            call_command("load_demo", verbosity=0)
    yield told
    with django_db_blocker.unblock():
        copies.drop(told.database)


@pytest.fixture(scope="module")
def demo(told, django_db_blocker):
    """The demo's database for a module. Each test runs in a savepoint inside this one transaction."""
    standing = copies.standing_on(told.database)
    with django_db_blocker.unblock(), told.settings(), standing, transaction.atomic():
        yield
        transaction.set_rollback(True)
