"""The demo, served to a real browser. A journey opens pages through `visit`, which watches every one of them.

Each module has a server and a copy of the demo of its own, into which it may write.
"""

import re

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import copies
from tests.demo import passwords

PHONE, DESKTOP = 390, 1280
WIDTHS = (320, PHONE, 768, DESKTOP)
HEIGHT = 900

expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def site(told, django_db_blocker):
    """The address of the demo, served from a database that a module has to itself."""
    with django_db_blocker.unblock(), told.settings():
        with copies.standing_on(told.database):
            database = copies.copy()
        with copies.standing_on(database):
            server = LiveServer("127.0.0.1")
            yield server.url
            server.stop()
        copies.drop(database)


@pytest.fixture
def db(site):
    """A journey's database is its module's: no transaction around a test, for the server would not see it."""


@pytest.fixture
def watch(site, db):
    """Complaints of the browser about any page that a test opens; there must be none."""
    complaints = []

    def over(context):
        def hear(message):
            missing = message.text.startswith("Failed to load resource")  # counted by `received`
            if message.type in ("error", "warning") and not missing:
                complaints.append(f"console, {message.location['url']}: {message.text}")

        def see(request):
            if not request.url.startswith((site, "data:")):
                complaints.append(f"asks another host: {request.url}")

        def received(response):
            """A page may say no; what a page loads may not be missing."""
            if response.status >= 400 and response.request.resource_type != "document":
                complaints.append(f"{response.status}: {response.url}")

        context.on("console", hear)
        context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
        context.on("request", see)
        context.on("response", received)

    yield over
    assert complaints == []


@pytest.fixture
def visit(browser, site, watch):
    """`visit(width, who="")`: a page in a browser of its own, signed in where a demo account is named."""
    contexts = []

    def open_browser(width=DESKTOP, who="", **options):
        size = {"width": width, "height": HEIGHT}
        options = {"reduced_motion": "reduce", "locale": "id-ID", **options}
        context = browser.new_context(base_url=site, viewport=size, **options)
        contexts.append(context)
        watch(context)
        page = context.new_page()
        if who:
            sign_in(page, who)
        return page

    yield open_browser
    for context in contexts:
        context.close()


def sign_in(page, who):
    """Through the one door, as a person does."""
    page.goto("/masuk/")
    page.get_by_label("Nama pengguna atau surel").fill(who)
    page.get_by_label("Kata sandi", exact=True).fill(passwords()[who])
    page.get_by_role("main").get_by_role("button", name="Masuk").click()
    expect(page).to_have_url(re.compile("/kerja/$"))
