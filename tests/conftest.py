"""Starts Django for the suite, and what every test may use: the cast, and guards lifted between tests."""

from importlib.util import find_spec

import pytest
from django.conf import settings
from django.test import TransactionTestCase

from tests import surroundings

if settings.configured:
    raise pytest.UsageError(
        "Unset DJANGO_SETTINGS_MODULE and leave out --ds: the suite sets its own surroundings."
    )
surroundings.start_django()

has_browser_tools = find_spec("playwright") is not None
collect_ignore = [] if has_browser_tools else ["journeys"]
pytest_plugins = ["tests.cast", "tests.demo"]
if has_browser_tools:
    pytest_plugins.append("tests.browser")


OPENS_PAGES = {"page", "context", "browser"}


def pytest_collection_modifyitems(config, items):
    """Every test that opens a page in Chromium is marked `browser`; without the tools it is left out."""
    in_browser = [item for item in items if not OPENS_PAGES.isdisjoint(item.fixturenames)]
    for item in in_browser:
        item.add_marker("browser")
    if in_browser and not has_browser_tools:
        items[:] = [item for item in items if item not in in_browser]
        config.hook.pytest_deselected(items=in_browser)


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
