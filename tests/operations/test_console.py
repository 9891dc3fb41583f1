"""Chromium's console stays empty: the policy blocks nothing that a page needs, and no page asks others."""

import pytest

ADMIN = ["/admin/", "/admin/accounts/user/", "/admin/accounts/user/add/", "/admin/meetings/rakor/add/"]
PUBLIC = ["/", "/peringkat/", "/daerah/", "/rakor/", "/tindak-lanjut/", "/metodologi/", "/masuk/"]


@pytest.fixture
def said(page):
    """What the console says and which hosts are asked while the test opens pages."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request", lambda request: heard.append(request.url) if "://localhost" not in request.url else None
    )
    return heard


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("sari", password="sandi-untuk-uji")


def test_admin_runs_within_its_policy(live_server, page, said, superuser):
    page.goto(f"{live_server.url}/masuk/?next=/admin/")
    page.locator("#id_username").fill("sari")
    page.locator("#id_password").fill("sandi-untuk-uji")
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/admin/")
    for path in ADMIN:
        assert page.goto(live_server.url + path).status == 200
        assert page.url == live_server.url + path

    # Unfold's own scripts ran.
    assert page.evaluate("typeof window.Alpine") == "object"
    assert said == []


def test_public_pages_need_nothing_from_anybody(live_server, page, said):
    for path in PUBLIC:
        assert page.goto(live_server.url + path).status == 200

    assert said == []


def test_blocked_script_would_be_heard(live_server, page, said):
    """The listener itself works: an inline script on a public page is refused and reported."""
    page.goto(live_server.url + "/masuk/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.text = "window.broken = true";
        document.body.append(script);
    }""")

    assert any("Content Security Policy" in text for text in said)
    assert page.evaluate("typeof window.broken") == "undefined"
