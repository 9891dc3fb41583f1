"""The locked libraries: the agreed five, all with hashes, none with this or that machine's address."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize(
    "name", ["django", "django-filter", "django-import-export", "psycopg2-binary", "pytest-django"]
)
def test_library_of_the_card_is_locked(name):
    assert re.search(rf"^{name}==[\d.]+ ", (HOME / "requirements.txt").read_text(), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_an_exact_version_with_hashes(lock):
    entries = re.split(r"\n(?=[a-z])", (HOME / lock).read_text())[1:]

    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_machine_address_is_written_down(lock):
    text = (HOME / lock).read_text()

    assert "--index-url" not in text
    assert "--find-links" not in text
    assert "://" not in text


@pytest.mark.parametrize("source", ["requirements.in", "requirements-dev.in"])
def test_each_library_says_why_it_is_there(source):
    lines = [line for line in (HOME / source).read_text().splitlines() if line[:1].isalpha()]

    assert lines
    assert all(re.search(r"\s# \S", line) for line in lines)
