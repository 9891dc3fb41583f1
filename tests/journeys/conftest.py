"""The demo, served to a real browser. A journey opens pages through `visit`, which watches every one of them.

What the demo's server and data cost is paid once for a module; a module that writes stands alone.
"""

import re

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import append_only
from tests.demo import passwords, tell

PHONE, DESKTOP = 390, 1280
WIDTHS = (320, PHONE, 768, DESKTOP)
HEIGHT = 900

expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The address of the demo, served from a database that a module has to itself."""
    file = tmp_path_factory.mktemp("demo") / "demo-accounts.json"
    with django_db_blocker.unblock(), override_settings(DEMO=True, DEMO_ACCOUNTS_FILE=file):
        tell()
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        append_only.lift()
        call_command("flush", interactive=False, verbosity=0)


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
    page.get_by_label("Nama pengguna").fill(who)
    page.get_by_label("Sandi", exact=True).fill(passwords()[who])
    page.get_by_role("main").get_by_role("button", name="Masuk").click()
    expect(page).to_have_url(re.compile("/admin/"))
