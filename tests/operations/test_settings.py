"""The settings as a whole, read again under other surroundings."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture
def read_settings(monkeypatch, tmp_path):
    """Read rakor/settings.py anew with the given variables; gives its names."""

    def read(**variables):
        monkeypatch.setenv("VAR_DIR", str(tmp_path))
        monkeypatch.setenv("DATABASE_URL", "")
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(HOME / "rakor" / "settings.py"))

    return read


def test_https_address_turns_every_lock(read_settings):
    said = read_settings(SITE_URL="https://rakor.contoh.go.id")

    assert said["SECURE_SSL_REDIRECT"] is True
    assert said["SECURE_HSTS_SECONDS"] == 31536000
    assert said["SESSION_COOKIE_SECURE"] is True
    assert said["CSRF_COOKIE_SECURE"] is True
    assert said["LANGUAGE_COOKIE_SECURE"] is True
    assert said["ALLOWED_HOSTS"] == ["rakor.contoh.go.id"]
    assert said["CSRF_TRUSTED_ORIGINS"] == ["https://rakor.contoh.go.id"]


def test_plain_http_on_this_machine_works_without_them(read_settings):
    said = read_settings(SITE_URL="http://127.0.0.1:8001")

    assert said["SECURE_SSL_REDIRECT"] is False
    assert said["SECURE_HSTS_SECONDS"] == 0
    assert said["SESSION_COOKIE_SECURE"] is False


def test_debug_is_off_unless_asked(read_settings):
    assert read_settings()["DEBUG"] is False
    assert read_settings(DEBUG="1")["DEBUG"] is True


def test_demo_has_its_own_database_and_files(read_settings, tmp_path):
    office, demo = read_settings(), read_settings(DEMO="1")

    assert office["DATABASES"]["default"]["NAME"] == str(tmp_path / "rakor.sqlite3")
    assert demo["DATABASES"]["default"]["NAME"] == str(tmp_path / "demo.sqlite3")
    assert office["MEDIA_ROOT"] != demo["MEDIA_ROOT"]


def test_demo_needs_a_loopback_bind(read_settings):
    with pytest.raises(ImproperlyConfigured, match="HOST=0.0.0.0"):
        read_settings(DEMO="1", HOST="0.0.0.0")


def test_uploads_lie_outside_what_is_served(read_settings):
    said = read_settings()

    assert not said["MEDIA_ROOT"].is_relative_to(said["STATIC_ROOT"])
    assert "MEDIA_URL" not in said


def test_env_file_is_read_and_the_environment_wins(read_settings, tmp_path):
    (tmp_path / "env").write_text('PPID_NAME="PPID Kabupaten"\nPPID_PHONE=0741\n')

    said = read_settings(ENV_FILE=str(tmp_path / "env"), PPID_PHONE="0742")

    assert said["PPID"]["name"] == "PPID Kabupaten"
    assert said["PPID"]["phone"] == "0742"


def test_example_names_every_variable():
    """A variable that settings or start-up read is explained in .env.example, and the other way round."""
    example = {
        line.partition("=")[0]
        for line in (HOME / ".env.example").read_text().splitlines()
        if line[:1].isupper()
    }
    sources = ["rakor/settings.py", "deploy/gunicorn.conf.py", "deploy/doorstep.py", "deploy/serve.py"]
    text = "".join((HOME / name).read_text() for name in sources)
    asked = {name for name in example if f'"{name}"' in text}

    assert asked == example
    from tests.surroundings import READ_BY_SETTINGS

    assert example == {*READ_BY_SETTINGS, "DATABASE_URL", "SECRET_KEY", "LEDGER_KEY"}


@pytest.mark.slow
def test_django_finds_nothing_to_say_about_production():
    """`check --deploy` in a process of its own, with the variables an office would set."""
    variables = {
        "SITE_URL": "https://rakor.contoh.go.id",
        "SECRET_KEY": "4hT9-kdU2_xWq7nLz0PvB3mRc8JsYf1aEgOi6DuNVtXbH5CQ",
        "DATABASE_URL": "postgresql://rakor:rahasia@localhost/rakor",
        "ENV_FILE": "/dev/null",
    }
    variables["SECRET_KEY"] += variables["SECRET_KEY"][::-1]
    variables["LEDGER_KEY"] = variables["SECRET_KEY"].swapcase()
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "DEBUG"],
        cwd=HOME,
        env=variables,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
