"""The environment the suite runs in, set before Django reads its settings: nothing of the developer's own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.conf import settings

from tests.database import database_url

READ_BY_SETTINGS = [
    "SITE_URL",
    "HOST",
    "PORT",
    "DEMO",
    "DEBUG",
    "VAR_DIR",
    "TIME_ZONE",
    "WORKERS",
    "FORWARDED_ALLOW_IPS",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
    "PPID_NAME",
    "PPID_ADDRESS",
    "PPID_EMAIL",
    "PPID_PHONE",
    "PPID_URL",
]


def start_django():
    """Start Django with the suite's settings.

    The variable that names them does not stay: a worker of pytest-xdist would inherit it and start Django
    before it has its own surroundings.
    """
    folder = prepare()
    os.environ["DJANGO_SETTINGS_MODULE"] = "rakor.settings"
    quicken(folder)
    django.setup()
    del os.environ["DJANGO_SETTINGS_MODULE"]


def prepare():
    """A var folder of its own, a key, the chosen database; gives the folder."""
    for name in READ_BY_SETTINGS:
        os.environ.pop(name, None)
    # Each process makes one: workers of pytest-xdist must not share files.
    folder = Path(tempfile.mkdtemp(prefix="rakor-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "static").mkdir()
    os.environ |= {
        "ENV_FILE": os.devnull,
        "VAR_DIR": str(folder),
        "SECRET_KEY": "only-for-tests-" * 5,
        "LEDGER_KEY": "only-for-seals-" * 5,
        "DATABASE_URL": database_url(),
    }
    return folder


def quicken(folder):
    """What tests do differently: a cheap hasher, plain static files, a database file of their own."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # A file, as in the office: a database in memory has one connection and hides what waits and locks.
        database["TEST"] = {"NAME": str(folder / "test.sqlite3")}
