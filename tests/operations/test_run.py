"""`make run` for real: first start, second start, Ctrl-C, a new demo. Served by gunicorn on loopback."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

import psycopg2
import pytest

from rakor.environment import accounts_file
from tests.operations.test_start import free_port

HOME = Path(__file__).resolve().parents[2]
PATIENCE = 180

# The mark says that each database has its turn; the installations make their own.
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


class Installation:
    """A var folder and a database of their own, driven as `make` drives them."""

    def __init__(self, folder, database_url):
        self.var = folder / "var"
        self.environment = {
            "PATH": os.environ["PATH"],
            "VAR_DIR": str(self.var),
            "ENV_FILE": os.devnull,
            "DATABASE_URL": database_url,
            "PORT": str(free_port()),
        }
        self.url = f"http://127.0.0.1:{self.environment['PORT']}"

    def begin(self, command, **variables):
        return subprocess.Popen(
            [sys.executable, "-m", "deploy.serve", command],
            cwd=HOME,
            env=self.environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def finish(self, command, **variables):
        process = self.begin(command, **variables)
        text, _nothing = process.communicate(timeout=PATIENCE)
        return process.returncode, text

    def serve(self):
        """Run until the log-in page answers, then press Ctrl-C as a terminal does."""
        process = self.begin("run")
        try:
            _status, _headers, page = self.wait_for(process)
        finally:
            os.killpg(process.pid, signal.SIGINT)
            text, _nothing = process.communicate(timeout=30)
        return page, process.returncode, text

    def demo_url(self):
        """The database of the demo, by its address."""
        return self.environment["DATABASE_URL"] or f"sqlite:///{self.var / 'demo.sqlite3'}"

    def wait_for(self, process, **headers):
        """Ask for the log-in page until somebody answers: status, headers, text."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and process.poll() is None:
            try:
                return self.get("/masuk/", **headers)
            except OSError:
                time.sleep(0.1)
        return None, {}, "no answer"

    def get(self, path, **headers):
        with closing(HTTPConnection("127.0.0.1", int(self.environment["PORT"]), timeout=30)) as connection:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode()

    def passwords(self):
        return {account["username"]: account["password"] for account in self.accounts()}

    def accounts(self):
        return json.loads(self.accounts_file().read_text())

    def accounts_file(self):
        return self.var / accounts_file(self.environment["DATABASE_URL"])


@pytest.fixture
def installation(tmp_path):
    """SQLite in the var folder, or a new database on the suite's PostgreSQL."""
    server = os.environ["DATABASE_URL"]
    if not server:
        yield Installation(tmp_path, "")
        return
    name = f"rakor_run_{uuid4().hex[:8]}"
    on_server = psycopg2.connect(server)
    on_server.autocommit = True
    with on_server.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        yield Installation(tmp_path, re.sub(r"/\w+\?", f"/{name}?", server))
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
    on_server.close()


def test_first_start_second_start_and_a_new_demo(installation):
    page, code, text = installation.serve()

    assert '<html lang="id"' in page
    assert "MODE DEMO" in page
    assert code == 0, text
    assert "Traceback" not in text
    assert f"Rakor berjalan di {installation.url}" in text
    accounts = installation.accounts()
    assert len({account["role"] for account in accounts}) == len(accounts) == 11
    for account in accounts:
        assert re.search(rf"{account['username']} +{account['role']} +{re.escape(account['password'])}", text)
    assert installation.accounts_file().stat().st_mode & 0o777 == 0o600
    assert not [path for path in installation.var.iterdir() if path.stat().st_mode & 0o077]

    passwords = installation.passwords()
    _page, code, again = installation.serve()

    assert code == 0, again
    assert "berkas tampilan" not in again
    assert installation.passwords() == passwords
    assert all(password in again for password in passwords.values())

    code, text = installation.finish("run", DEMO="0", DATABASE_URL=installation.demo_url())

    assert code == 2
    assert "berisi akun demo" in text

    code, text = installation.finish("reset-demo")

    assert code == 0, text
    assert installation.passwords().keys() == passwords.keys()
    assert not set(installation.passwords().values()) & set(passwords.values())


def test_office_starts_empty_behind_a_proxy(installation):
    """DEMO=0 with an https address: no accounts, and the proxy's word about https is believed."""
    installation.environment |= {"DEMO": "0", "SITE_URL": "https://rakor.contoh.go.id"}
    process = installation.begin("run")
    try:
        proxied = {"Host": "rakor.contoh.go.id", "X-Forwarded-Proto": "https"}
        status, headers, page = installation.wait_for(process, **proxied)
        other_status, _headers, _page = installation.get("/masuk/", **proxied | {"Host": "contoh.com"})
        plain_status, plain_headers, _page = installation.get("/masuk/", Host="rakor.contoh.go.id")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        text, _nothing = process.communicate(timeout=30)

    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert (plain_status, plain_headers["Location"]) == (301, "https://rakor.contoh.go.id/masuk/")
    assert other_status == 400
    assert "MODE DEMO" not in page
    assert "createsuperuser" in text
    assert not installation.accounts_file().exists()
