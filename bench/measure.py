"""Measures on one database, in a process of its own: `python -m bench.measure sqlite`. Writes JSON.

The database, its files and its keys live in a folder that is gone at the end.
"""

import argparse
import json
import os
import secrets
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import django

ROUNDS = 9


def main():
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="rakor-bench-") as folder:
        start_django(asked.database, Path(folder))
        json.dump(results(asked), sys.stdout)


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench.measure")
    parser.add_argument("database", choices=["sqlite", "postgresql"])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--size", type=json.loads, default={}, help='{"units": 20, "years": 1, …}')
    return parser.parse_args()


def start_django(database, folder):
    """Settings as an office has them, in a folder of their own."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "rakor.settings",
        "ENV_FILE": os.devnull,
        "VAR_DIR": str(folder),
        "SECRET_KEY": secrets.token_urlsafe(60),
        "LEDGER_KEY": secrets.token_urlsafe(60),
        "DATABASE_URL": postgresql() if database == "postgresql" else "",
        "DEMO": "0",
        "DEBUG": "",
        "SITE_URL": "",
    }
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STATIC_ROOT.mkdir()
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def postgresql():
    """A server of its own, as the suite starts one."""
    from tests.database import start_postgresql

    return start_postgresql()


def results(asked):
    from django.db import connection

    from bench.country import Size, fill, take_stock
    from bench.pages import asked_of
    from bench.rows import measure

    size = Size(**asked.size)
    country = fill(size)
    take_stock()
    measured = [measure(one, country.admin, rounds=asked.rounds) for one in asked_of(country)]
    return {
        "database": f"{connection.display_name} {version(connection)}",
        "rounds": asked.rounds,
        "size": asdict(size),
        "rows": [
            asdict(row) | {name: getattr(row, name) for name in ("ratio", "ratio_to_all", "is_within")}
            for row in measured
        ],
    }


def version(connection):
    return ".".join(map(str, connection.get_database_version()))


if __name__ == "__main__":
    main()
