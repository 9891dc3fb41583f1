"""What somebody types into addresses and forms to see something break: never an answer of 5xx."""

import os
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.test import Client

from tests import factories as make
from tests.dashboard import rankings
from tests.operations.addresses import lists

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SCRIPT = '"><script>alert(1)</script>'
# Percent-encoded already: some could not be written otherwise.
AWKWARD = [
    *("%", "%00", "%ff%fe", "%ed%a0%80", "%0d%0a"),
    *("a" * 3500, "9" * 300, "-1", "0", "1e999", "NaN", "%C2%B2", "%D9%A1", "%E2%80%AE"),
    *(quote(text) for text in ("'", SCRIPT, "${7*7}{{7*7}}", "../../x", "' OR 1=1 --", "[]", "1,2,3")),
]
# Each list of the admin has some fifteen parameters: two values for each are enough every day.
HARSH = AWKWARD if os.environ.get("DRILL") else ["9" * 40, "%C2%B2'%E2%80%AE"]
NAMES = ["q", "tahun", "program", "daerah", "keadaan", "halaman", "kelompok", "urut", "page", "next"]
PAGES = [
    "/",
    "/peringkat/",
    "/daerah/",
    "/daerah/15/",
    "/rakor/",
    "/tindak-lanjut/",
    "/metodologi/",
    "/masuk/",
]


@pytest.fixture
def visitor(jambi, suri):
    rankings.make_eleven(jambi)
    rankings.publish(rankings.MCP_2018, 2018, rakor=make.make_rakor(slug="rakor-uji"))
    client = Client()
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("value", AWKWARD)
def test_no_value_breaks_a_public_page(visitor, value):
    for path in PAGES:
        response = visitor.get(f"{path}?" + "&".join(f"{name}={value[:300]}" for name in NAMES))
        assert response.status_code < 500, path
        assert "<script>alert" not in response.text
        assert visitor.get(f"{path}?q={value}").status_code < 500, path
        assert visitor.get(f"{path}{value}/").status_code < 500, path


def parameters(one):
    """What a list of the admin reads from its address."""
    yield from ("q", "p", "o", "all", "e", "_popup", "_to_field", "_changelist_filters")
    for entry in one.list_filter:
        field = entry[0] if isinstance(entry, tuple) else getattr(entry, "parameter_name", entry)
        yield from (field, f"{field}__exact", f"{field}__id__exact", f"{field}_from", f"{field}_to")


@pytest.mark.parametrize("path", lists())
def test_no_value_breaks_a_list_of_the_admin(visitor, suri, path):
    visitor.force_login(suri)
    one = next(one for model, one in admin.site._registry.items() if path == list_of(model))
    for name in parameters(one):
        for value in HARSH:
            assert visitor.get(f"{path}?{name}={value}").status_code < 500, (name, value)


def list_of(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


@pytest.mark.parametrize("value", ["9" * 30, "1%00", "-1", "abc", "1'", "%ff", "_2F", "__"])
def test_no_key_breaks_a_page_about_one_record(visitor, suri, value):
    visitor.force_login(suri)
    for path in lists():
        for page in ("change", "delete", "history"):
            assert visitor.get(f"{path}{value}/{page}/").status_code in (302, 400, 403, 404), (path, page)


@pytest.mark.parametrize("value", ["9" * 30, "-1", "abc", "1'", "%00", "a" * 300])
def test_no_value_breaks_the_picking_of_a_record(visitor, suri, value):
    visitor.force_login(suri)
    asked = {
        "app_label": "meetings",
        "model_name": "rakor",
        "field_name": "organiser",
        "term": "",
        "page": "1",
    }
    for name in asked:
        query = "&".join(f"{key}={value if key == name else one}" for key, one in asked.items())
        assert visitor.get(f"/admin/autocomplete/?{query}").status_code < 500, name


def test_what_is_too_much_is_said_kindly(visitor, settings):
    assert visitor.get("/?q=" + "a" * 5000).status_code == 400
    assert visitor.get("/?q=%00").status_code == 400
    assert visitor.get("/rakor/%00/").status_code == 400
    large = visitor.post("/masuk/", {"username": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    many = visitor.post("/masuk/", {f"kolom{number}": "x" for number in range(6000)})
    announced = visitor.generic("POST", "/masuk/", b"x", CONTENT_LENGTH=str(settings.REQUEST_MAX_SIZE + 1))
    for response in (large, many, announced):
        assert (response.status_code, "Kiriman terlalu besar" in response.text) == (413, True)
    assert visitor.generic("POST", "/masuk/", b"x", CONTENT_LENGTH="-5").status_code == 400


@pytest.mark.parametrize("value", ["\0", "\r\n", "a" * 20000, "\u202e", "😀" * 500])
def test_no_value_breaks_signing_in(visitor, value):
    response = visitor.post("/masuk/", {"username": value, "password": value, "next": value[:2000]})
    assert response.status_code < 500
    assert "kata-sandi" not in response.text
