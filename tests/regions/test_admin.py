"""Places in the admin: found by any of their names, changed only within one's own province."""

import pytest

from records.models import Change
from regions.models import Agency, UnitName
from tests import factories as make
from tests.adminform import add_row, empty_rows, errors_of

pytestmark = pytest.mark.django_db


def pick(client, text, app="meetings", model="rakor", field="organiser"):
    query = {"app_label": app, "model_name": model, "field_name": field, "term": text}
    return [one["text"] for one in client.get("/admin/autocomplete/", query).json()["results"]]


# Picking a unit.


@pytest.fixture
def places(jambi, kerinci, merangin, kalbar):
    make.make_regency("15.71", "Kota Jambi", province=jambi)
    make.make_agency("15-bkd", "Badan Kepegawaian Daerah Provinsi Jambi", parent=jambi, abbreviation="BKD")
    make.make_agency("15.01-dinsos", "Dinas Sosial", parent=kerinci)
    make.make_agency("15.02-dinsos", "Dinas Sosial", parent=merangin)
    make.make_unit_name(merangin, "Bumi Tali Undang Tambang Teliti")


def test_namesakes_are_told_apart(logged_in, places, nia):
    client = logged_in(nia)
    assert pick(client, "dinas sosial") == ["Dinas Sosial (Kerinci)", "Dinas Sosial (Merangin)"]
    assert pick(client, "dinas merangin") == ["Dinas Sosial (Merangin)"]


def test_the_nearest_name_comes_first(logged_in, places, nia):
    assert pick(logged_in(nia), "jambi")[:3] == [
        "Provinsi Jambi",
        "Badan Kepegawaian Daerah Provinsi Jambi",
        "Kota Jambi, Jambi",
    ]


@pytest.mark.parametrize("typed", ["BKD", "kepegawaian", "15-bkd", "badan jambi"])
def test_a_unit_is_found_by_name_abbreviation_code_or_several_words(logged_in, places, nia, typed):
    assert "Badan Kepegawaian Daerah Provinsi Jambi" in pick(logged_in(nia), typed)


def test_a_unit_is_found_by_an_old_name(logged_in, places, nia):
    assert pick(logged_in(nia), "tali undang")[0] == "Kabupaten Merangin, Jambi"


def test_only_regions_are_offered_where_a_region_is_asked(logged_in, places, nia):
    assert pick(logged_in(nia), "dinas sosial", field="region") == []


def test_people_are_not_picked_by_who_may_not_see_people(logged_in, nia):
    query = {"app_label": "regions", "model_name": "assignment", "field_name": "user", "term": "a"}
    assert logged_in(nia).get("/admin/autocomplete/", query).status_code == 403


# Agencies.

AGENCY = {
    "name": "Dinas Kesehatan",
    "abbreviation": "Dinkes",
    "agency_kind": "perangkat_daerah",
    "code": "",
    "address": "",
} | empty_rows("names")


def test_an_agency_gets_its_code_from_region_and_abbreviation(logged_in, rina, kerinci):
    response = logged_in(rina).post("/admin/regions/agency/add/", AGENCY | {"parent": kerinci.pk})
    assert response.status_code == 302, errors_of(response)
    agency = Agency.objects.get()
    assert (agency.code, agency.kind) == ("15.01-dinkes", "instansi")
    assert Change.objects.about(agency).get().action == "buat"


def test_a_second_of_the_same_abbreviation_gets_a_number(logged_in, rina, kerinci):
    client = logged_in(rina)
    for _twice in range(2):
        client.post("/admin/regions/agency/add/", AGENCY | {"parent": kerinci.pk})
    assert set(Agency.objects.values_list("code", flat=True)) == {"15.01-dinkes", "15.01-dinkes-2"}


def test_a_national_agency_stands_alone(logged_in, rina):
    response = logged_in(rina).post(
        "/admin/regions/agency/add/", AGENCY | {"name": "KASN", "abbreviation": ""}
    )
    assert response.status_code == 302, errors_of(response)
    assert Agency.objects.get().code == "kasn"


def test_an_agency_of_another_province_is_refused(logged_in, dewi, kerinci):
    response = logged_in(dewi).post("/admin/regions/agency/add/", AGENCY | {"parent": kerinci.pk})
    assert any("di luar lingkup Anda" in text for text in errors_of(response))


def test_the_province_admin_changes_own_agencies_only(logged_in, rina, dewi, dinsos):
    url = f"/admin/regions/agency/{dinsos.pk}/change/"
    data = AGENCY | {"parent": dinsos.parent_id, "code": dinsos.code, "name": "Dinas Sosial P3A"}
    data["seen_version"] = dinsos.version
    assert logged_in(dewi).get(url).status_code == 200
    assert logged_in(dewi).post(url, data).status_code == 403
    assert logged_in(rina).post(url, data).status_code == 302
    assert Agency.objects.get().name == "Dinas Sosial P3A"


def test_regions_are_read_and_only_their_other_names_written(logged_in, rina, dewi, kerinci):
    url = f"/admin/regions/regency/{kerinci.pk}/change/"
    names = empty_rows("names") | {"seen_version": kerinci.version}
    add_row(names, "names", {"name": "Sakti Alam Kerinci", "kind": "sebutan", "unit": kerinci.pk})
    assert logged_in(dewi).post(url, names).status_code == 403
    response = logged_in(rina).post(url, names | {"name": "Lain", "code": "15.99"})
    assert response.status_code == 302, errors_of(response)
    kerinci.refresh_from_db()
    assert (kerinci.name, kerinci.code) == ("Kerinci", "15.01")
    assert Change.objects.about(UnitName.objects.get()).get().by == rina


@pytest.mark.parametrize("name", ["budi", "nia", "vera", "pimpin", "wayan"])
def test_others_read_places_and_write_none(request, logged_in, kerinci, dinsos, name):
    client = logged_in(request.getfixturevalue(name))
    for page in ("province", "regency", "agency"):
        assert client.get(f"/admin/regions/{page}/").status_code == 200
    assert client.get(f"/admin/regions/regency/{kerinci.pk}/change/").status_code == 200
    assert client.post(f"/admin/regions/regency/{kerinci.pk}/change/", {}).status_code == 403
    assert client.get("/admin/regions/agency/add/").status_code == 403
    assert client.post(f"/admin/regions/agency/{dinsos.pk}/change/", {}).status_code == 403


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Provinsi Jambi", "Provinsi Jambi"),
        ("Kabupaten Kerinci", "Kabupaten Kerinci, Jambi"),
        ("kab. kerinci", "Kabupaten Kerinci, Jambi"),
        ("Jambi", "Provinsi Jambi"),
    ],
)
def test_a_unit_is_found_by_what_the_list_calls_it(logged_in, rina, kerinci, dinsos, typed, first):
    asked = {"app_label": "meetings", "model_name": "rakor", "field_name": "organiser", "term": typed}
    answer = logged_in(rina).get("/admin/autocomplete/", asked)
    assert answer.json()["results"][0]["text"] == first
