"""Variables of the environment: what is taken, what is refused and with which words."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from rakor import environment


@pytest.mark.parametrize(
    ("url", "host", "is_https", "is_loopback"),
    [
        ("https://rakor.contoh.go.id", "rakor.contoh.go.id", True, False),
        ("https://rakor.contoh.go.id/", "rakor.contoh.go.id", True, False),
        ("http://127.0.0.1:8000", "127.0.0.1", False, True),
        ("http://localhost:9000", "localhost", False, True),
        ("http://[::1]:8000", "::1", False, True),
        ("https://10.1.2.3", "10.1.2.3", True, False),
    ],
)
def test_site_url_is_read(url, host, is_https, is_loopback):
    site = environment.read_site(url)

    assert (site.host, site.is_https, site.is_loopback) == (host, is_https, is_loopback)
    assert site.url == url.rstrip("/")


@pytest.mark.parametrize("url", ["http://rakor.contoh.go.id", "http://10.1.2.3:8000", "http://0.0.0.0:8000"])
def test_plain_http_is_refused_off_this_machine(url):
    with pytest.raises(ImproperlyConfigured, match=f"SITE_URL={url.replace('http', 'https')}"):
        environment.read_site(url)


@pytest.mark.parametrize(
    "url", ["rakor.contoh.go.id", "ftp://x", "https://", "https://x/rakor", "https://x?a=1"]
)
def test_site_url_that_is_no_address_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="bukan alamat situs"):
        environment.read_site(url)


def test_only_the_site_itself_is_answered_in_the_open():
    assert environment.allowed_hosts(environment.read_site("https://rakor.contoh.go.id")) == [
        "rakor.contoh.go.id"
    ]
    assert "localhost" in environment.allowed_hosts(environment.read_site("http://127.0.0.1:8000"))


def test_demo_is_allowed_on_this_machine():
    site = environment.read_site("http://localhost:8000")

    assert environment.refuse_demo_in_the_open(site, "127.0.0.1") is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://127.0.0.1:8000", "0.0.0.0"),
        ("https://rakor.contoh.go.id", "127.0.0.1"),
        ("http://[::1]:8", "10.0.0.5"),
    ],
)
def test_demo_is_refused_in_the_open(url, host):
    with pytest.raises(ImproperlyConfigured, match="make run DEMO=0"):
        environment.refuse_demo_in_the_open(environment.read_site(url), host)


KEY_READERS = {"SECRET_KEY": environment.read_secret_key, "LEDGER_KEY": environment.read_ledger_key}


@pytest.mark.parametrize("name", KEY_READERS)
def test_a_key_comes_from_the_environment_or_the_file(tmp_path, name):
    read, stored = KEY_READERS[name], tmp_path / "key"
    stored.write_text("f" * 60 + "\n")

    assert read("e" * 60, stored) == "e" * 60
    assert read("", stored) == "f" * 60


@pytest.mark.parametrize("name", KEY_READERS)
@pytest.mark.parametrize(("value", "said"), [("", "belum ada"), ("rahasia", "terlalu pendek")])
def test_a_key_has_no_default(tmp_path, name, value, said):
    with pytest.raises(ImproperlyConfigured, match=f"{name} {said}.*deploy/start.py secret-key"):
        KEY_READERS[name](value, tmp_path / "key")


def test_sqlite_is_ready_for_several_processes(tmp_path):
    database = environment.read_database("", tmp_path / "rakor.sqlite3")

    assert database["NAME"] == str(tmp_path / "rakor.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_postgresql_connections_are_kept_and_checked(tmp_path):
    database = environment.read_database("postgresql://ani:s%40ndi@db:5433/rakor?sslmode=require", tmp_path)

    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db", 5433, "rakor")
    assert (database["USER"], database["PASSWORD"]) == ("ani", "s@ndi")
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["CONN_MAX_AGE"] == 60
    assert database["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("url", ["mysql://x/y", "rakor", "://", "postgres//salah"])
def test_other_databases_are_refused(url, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL tidak terbaca"):
        environment.read_database(url, tmp_path)


def test_password_is_not_repeated_in_the_refusal(tmp_path):
    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.read_database("mysql://ani:sangatrahasia@db/rakor", tmp_path)

    assert "sangatrahasia" not in str(refusal.value)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "Asia"])
def test_unknown_time_zone_is_refused(zone):
    with pytest.raises(ImproperlyConfigured, match="Asia/Jayapura"):
        environment.read_time_zone(zone)


class Said:
    """Stands in for environ.Env with one value."""

    def __init__(self, value):
        self.value = value

    def str(self, name, default):
        return self.value or default


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("ya", True), ("True", True), ("", False), ("0", False)]
)
def test_flags_are_read(value, meant):
    assert environment.read_flag(Said(value), "DEMO") is meant


def test_flag_that_is_neither_is_refused():
    with pytest.raises(ImproperlyConfigured, match="tulis DEMO=1 atau DEMO=0"):
        environment.read_flag(Said("mungkin"), "DEMO")
