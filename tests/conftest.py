"""Starts Django for the suite, and what every test may use: the cast, and guards lifted between tests."""

import os
import threading
from importlib.util import find_spec

import pytest
from django.conf import settings
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as cases

from tests import surroundings

if settings.configured:
    raise pytest.UsageError(
        "Unset DJANGO_SETTINGS_MODULE and leave out --ds: the suite sets its own surroundings."
    )
surroundings.start_django()

has_browser_tools = find_spec("playwright") is not None
collect_ignore = [] if has_browser_tools else ["journeys"]
pytest_plugins = ["tests.cast", "tests.tally", "tests.demo"]
if has_browser_tools:
    pytest_plugins.append("tests.browser")

# Random cases are judged by their result: on a busy machine a deadline fails what is right.
cases.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
cases.register_profile("quick", cases.get_profile("unhurried"), max_examples=10)  # for `make test-fast`
cases.load_profile("unhurried")

HEAVY = {
    "test_attempts.py",
    "test_markers.py",
    "test_personal_numbers.py",
    "test_rakor_versions.py",
    "test_steps.py",
}
"""They draw the admin's longest forms or guess passwords by the hundred, whatever their names say."""

OPENS_PAGES = {"page", "context", "browser"}
ASKS_DATABASE = {"db", "transactional_db", "live_server"}
ON_POSTGRESQL = os.environ.get("TEST_DATABASE", "").startswith("postgresql")


def pytest_collection_modifyitems(config, items):
    """Marks what each test needs, and leaves out what this run has no use for.

    A test that opens a page in Chromium is marked `browser`, and left out without the tools. One that draws
    the admin's screens or starts the program is `slow`. What asks no database runs once, not on each of them.
    """
    left_out = []
    for item in items:
        if opens_page(item):
            item.add_marker("browser")
            if not has_browser_tools:
                left_out.append(item)
        if "admin" in item.path.name or item.path.parent.name == "operations" or item.path.name in HEAVY:
            item.add_marker("slow")
        if ON_POSTGRESQL and not asks_database(item):
            left_out.append(item)
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]
    config.hook.pytest_deselected(items=left_out)


def opens_page(item):
    """Whether it asks for Chromium; a parameter that is merely called `page` does not."""
    given = item.callspec.params if hasattr(item, "callspec") else ()
    return not OPENS_PAGES.isdisjoint(name for name in item.fixturenames if name not in given)


def asks_database(item):
    marked = item.get_closest_marker("django_db") is not None
    return marked or not ASKS_DATABASE.isdisjoint(item.fixturenames)


@pytest.fixture(scope="session", autouse=True)
def guards_lifted_for_flush():
    """A test with real transactions ends by emptying all tables, which the append-only triggers refuse."""
    from tests.append_only import lift

    empty_tables = TransactionTestCase._fixture_teardown

    def teardown(case):
        lift()
        empty_tables(case)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = empty_tables


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with a witness on every table."""
    from tests import witness

    with django_db_blocker.unblock():
        witness.install()


@pytest.fixture(autouse=True)
def every_write_has_its_line(request, monkeypatch):
    """Whatever a test's client sends: each row that it changes is in the ledger (tests/witness.py)."""
    if not asks_database(request.node):
        return
    from tests import witness

    plain = Client.request

    def watched(client, **sent):
        is_alone = threading.current_thread() is threading.main_thread()
        if sent.get("REQUEST_METHOD") in ("GET", "HEAD", "OPTIONS") or not is_alone:
            return plain(client, **sent)
        session = client.session if client.cookies.get(settings.SESSION_COOKIE_NAME) else {}
        with witness.watching(int(session.get("_auth_user_id", 0))):
            return plain(client, **sent)

    monkeypatch.setattr(Client, "request", watched)
