"""Places and people in the admin: found by any of their names, changed only within one's own province."""

from datetime import date

import pytest

from accounts.models import User
from records.models import Change
from regions.models import Agency, Assignment, UnitName
from tests import factories as make
from tests.adminform import add_row, empty_rows, errors_of, read_form

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


# People.

ADD_USER = "/admin/accounts/user/add/"


def newcomer(place, **assignment):
    data = {
        "username": "tono",
        "name": "Tono, S.Sos.",
        "email": "",
        "password1": "pohon-besar-62",
        "password2": "pohon-besar-62",
    } | empty_rows("assignments")
    row = {"role": "operator", "scope": "unit", "unit": place.pk if place else "", "starts_on": "1-1-2024"}
    add_row(data, "assignments", row | assignment)
    return data


def test_a_province_admin_makes_an_account_that_works(logged_in, client, rina, kerinci):
    response = logged_in(rina).post(ADD_USER, newcomer(kerinci))
    assert response.status_code == 302, errors_of(response)
    tono = User.objects.get(username="tono")
    assert (tono.is_staff, tono.is_superuser, tono.check_password("pohon-besar-62")) == (True, False, True)
    assert tono.has_perm("programs.submit_report")
    line = Change.objects.about(tono).get()
    assert line.pairs["password"] == [None, None]
    assert "pohon" not in line.changes
    assert Change.objects.about(Assignment.objects.get(user=tono)).get().by == rina


@pytest.mark.parametrize(("assignment", "sentence"), [
    ({"scope": "semua", "unit": ""}, "hanya diberikan oleh superuser"),
    ({"unit": "sambas"}, "Unit ini di luar lingkup Anda"),
    ({"scope": "rakor", "unit": "", "object_ref": "meetings.rakor:999"}, "tidak ada dalam lingkup Anda"),
    ({"scope": "rakor", "unit": "", "object_ref": "accounts.user:1"}, "tidak ada dalam lingkup Anda"),
    ({"scope": "unit", "unit": ""}, "memerlukan unit"),
])  # fmt: skip
def test_nobody_grants_further_than_he_reaches(logged_in, rina, kerinci, sambas, assignment, sentence):
    if assignment.get("unit") == "sambas":
        assignment = assignment | {"unit": sambas.pk}
    response = logged_in(rina).post(ADD_USER, newcomer(kerinci, **assignment))
    assert sentence in " ".join(errors_of(response))
    assert not User.objects.filter(username="tono").exists()


def test_a_rakor_of_ones_own_can_be_given(logged_in, rina, jambi):
    rakor = make.make_rakor(region=jambi)
    data = newcomer(None, role="notulis", scope="rakor", object_ref=f"meetings.rakor:{rakor.pk}")
    response = logged_in(rina).post(ADD_USER, data)
    assert response.status_code == 302, errors_of(response)


def test_an_account_without_assignment_is_refused(logged_in, rina, kerinci):
    data = newcomer(kerinci) | {"assignments-TOTAL_FORMS": "0"}
    response = logged_in(rina).post(ADD_USER, data)
    assert "sekurangnya satu penugasan" in " ".join(errors_of(response))


def test_people_of_another_province_are_not_there(logged_in, rina, dewi, budi):
    client = logged_in(dewi)
    assert client.get(f"/admin/accounts/user/{budi.pk}/change/").status_code == 404
    assert client.get(f"/admin/accounts/user/{budi.pk}/password/").status_code in (403, 404)
    listed = client.get("/admin/accounts/user/").context["cl"].queryset
    assert set(listed.values_list("username", flat=True)) == {"dewi"}


def test_nobody_changes_his_own_rights_nor_a_superusers(logged_in, rina, suri, jambi):
    make.make_assignment(suri, "operator", unit=jambi)
    client = logged_in(rina)
    for person in (rina, suri):
        assert client.post(f"/admin/accounts/user/{person.pk}/change/", {}).status_code == 403
        assert client.get(f"/admin/accounts/user/{person.pk}/password/").status_code == 403


def test_somebody_who_also_serves_elsewhere_is_not_changed_here(logged_in, rina, budi, sambas):
    make.make_assignment(budi, "operator", unit=sambas)
    assert logged_in(rina).post(f"/admin/accounts/user/{budi.pk}/change/", {}).status_code == 403


def test_the_superuser_flag_is_not_taken_from_a_province_admins_form(logged_in, rina, budi):
    client = logged_in(rina)
    url = f"/admin/accounts/user/{budi.pk}/change/"
    data = read_form(client.get(url), "user_form")
    assert "is_superuser" not in data
    assert client.post(url, data | {"is_superuser": "on", "name": "Budi S."}).status_code == 302
    budi.refresh_from_db()
    assert (budi.is_superuser, budi.name) == (False, "Budi S.")


def test_a_password_set_anew_is_in_the_ledger_without_its_value(logged_in, rina, budi):
    url = f"/admin/accounts/user/{budi.pk}/password/"
    data = {"password1": "gunung-tinggi-81", "password2": "gunung-tinggi-81", "usable_password": "true"}
    assert logged_in(rina).post(url, data).status_code == 302
    budi.refresh_from_db()
    assert budi.check_password("gunung-tinggi-81")
    pairs = Change.objects.about(budi).get().pairs
    assert pairs.pop("password") == [None, None]
    assert set(pairs) == {"must_change_password", "session_stamp", "version"}


def test_ending_an_assignment_ends_the_rights(logged_in, rina, budi):
    client = logged_in(rina)
    url = f"/admin/accounts/user/{budi.pk}/change/"
    data = read_form(client.get(url), "user_form") | {"assignments-0-ends_on": "1 Januari 2020"}
    response = client.post(url, data)
    assert response.status_code == 302, errors_of(response)
    assert not User.objects.get(pk=budi.pk).has_perm("meetings.view_rakor")
    line = Change.objects.about(budi.assignments.get()).get()
    assert line.pairs == {"ends_on": ["", "2020-01-01"]}


def test_an_assignment_is_not_erased(logged_in, rina, budi):
    client = logged_in(rina)
    url = f"/admin/accounts/user/{budi.pk}/change/"
    data = read_form(client.get(url), "user_form") | {"assignments-0-DELETE": "on"}
    client.post(url, data)
    assert budi.assignments.count() == 1
    assert client.post(f"/admin/accounts/user/{budi.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(("name", "status"), [
    ("rina", 200), ("suri", 200), ("ani", 200),
    ("wayan", 403), ("nia", 403), ("budi", 403), ("vera", 403), ("pimpin", 403),
])  # fmt: skip
def test_who_sees_people(request, logged_in, name, status):
    client = logged_in(request.getfixturevalue(name))
    assert client.get("/admin/accounts/user/").status_code == status


def test_the_auditor_reads_people_and_writes_none(logged_in, ani, budi):
    client = logged_in(ani)
    assert client.get(f"/admin/accounts/user/{budi.pk}/change/").status_code == 200
    assert client.post(f"/admin/accounts/user/{budi.pk}/change/", {}).status_code == 403
    assert client.get(ADD_USER).status_code == 403


def test_who_never_signed_in_is_found(logged_in, rina, budi, sari):
    User.objects.filter(pk=sari.pk).update(last_login="2026-01-01T00:00Z")
    listed = logged_in(rina).get("/admin/accounts/user/?masuk=belum").context["cl"].queryset
    names = set(listed.values_list("username", flat=True))
    assert "budi" in names
    assert "sari" not in names


def test_people_are_found_by_their_present_role(logged_in, rina, budi, vera):
    listed = logged_in(rina).get("/admin/accounts/user/?peran=verifikator").context["cl"].queryset
    assert set(listed.values_list("username", flat=True)) == {"vera"}
    Assignment.objects.filter(user=vera).update(ends_on=date(2020, 1, 1))
    listed = logged_in(rina).get("/admin/accounts/user/?peran=verifikator").context["cl"].queryset
    assert not listed.exists()


def test_there_are_no_groups_to_promise_rights(suri, logged_in):
    assert logged_in(suri).get("/admin/auth/group/").status_code == 404
