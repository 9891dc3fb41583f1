"""What belongs to a person is planted everywhere and found on no public page and before no stranger."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from accounts.choices import Role, Scope
from programs.models import Target
from rakor.lib.personal import find
from records import ledger
from records.choices import Action
from regions.personal.export import fields_to_people
from tests import factories as make
from tests.cast import person
from tests.dashboard import rankings
from tests.dashboard.hidden import plant
from tests.factories import unit_of
from tests.house.crawling import crawl
from tests.house.handled import handle
from tests.house.markers import MARKERS, mark_everything, markers_in
from tests.house.personal_fields import INNER

pytestmark = pytest.mark.django_db


@pytest.fixture
def marked(jambi):
    """A province with rankings, a Rakor, reports, an import, a ledger; gives the people behind it all."""
    rankings.make_eleven(jambi)
    shown = plant(unit_of("15.01"))
    release = rankings.publish(rankings.MCP_2018, 2018, rakor=shown)
    batch = make.make_batch()
    report = make.make_report(unit_of("15.02"), release.program, make.make_period(2020))
    make.make_measurement(report, release.instrument.lines.get().indicator, 61)
    Target.objects.create(
        unit=report.unit,
        indicator=report.measurements.get().indicator,
        period=report.period,
        low=70,
        set_at=release.published_at,
        set_by=make.make_user(),
    )
    handle(report)
    make.make_file("bukti.pdf", stored_by=make.make_user())
    make.make_assignment(make.make_user(), unit=report.unit)
    for one in (shown, batch, report):
        ledger.write(one, Action.CHANGE, by=make.make_user(), reason="alasan")
    return mark_everything()


def test_the_marks_are_there_to_be_found(marked):
    """Else the tests below prove nothing."""
    for label, names in INNER.items():
        for name in names.split():
            held = apps.get_model(label)._base_manager.values_list(name, flat=True)
            assert held and all(markers_in(text) for text in held), (label, name)
    assert len([field for field in fields_to_people() if names_one_of(field, marked)]) > 12
    assert [found.kind for found in find(" ".join(MARKERS))] == ["nip", "nik", "phone", "email"]


def names_one_of(field, people):
    return field.model._base_manager.filter(**{f"{field.name}__in": people}).exists()


@pytest.mark.slow
def test_no_public_page_shows_one(marked):
    pages = crawl("/", "/masuk/", "/peringkat/mcp-2018-jambi/1/")
    assert len(pages) > 30
    assert {address: held for address, page in pages.items() if (held := markers_in(page.text))} == {}


@pytest.fixture(params=["dewi", "lina"])
def stranger(request, sambas, dewi):
    """Dewi runs another province, Lina reports there: neither looks after these people."""
    lina = person("lina", "Lina", Role.OPERATOR, Scope.OWN_UNIT, sambas)
    client = Client()
    client.force_login({"dewi": dewi, "lina": lina}[request.param])
    return client


def test_no_list_of_the_admin_shows_one_to_a_stranger(marked, stranger):
    opened = 0
    for model in admin.site._registry:
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        answer = stranger.get(address)
        opened += answer.status_code == 200
        assert markers_in(answer.text) == [], address
    assert opened > 5


def test_no_page_of_the_desk_shows_one_to_a_stranger(marked, stranger):
    """/kerja/ and everything that its pages lead to, as far as it is the desk's."""
    pages = crawl("/kerja/", client=stranger, leave_out=lambda address: not address.startswith("/kerja/"))
    assert pages["/kerja/"].status == 200
    assert {address: held for address, page in pages.items() if (held := markers_in(page.text))} == {}


def test_no_page_of_a_person_opens_to_a_stranger(marked, stranger):
    for other in marked:
        for page in ("change", "history", "delete"):
            answer = stranger.get(reverse(f"admin:accounts_user_{page}", args=[other.pk]))
            assert answer.status_code in (403, 404), page
            assert markers_in(answer.text) == [], page


def test_no_suggestion_while_typing_names_one_to_a_stranger(marked, stranger):
    asked = {"app_label": "regions", "model_name": "assignment", "field_name": "user", "term": "p"}
    assert markers_in(stranger.get("/admin/autocomplete/", asked).text) == []
