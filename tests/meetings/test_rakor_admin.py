"""Logging a whole Rakor in one save, and what the form refuses, keeping what was typed."""

from datetime import date

import pytest
from django.utils import timezone

from meetings.admin.rakor_form import first_values
from meetings.models import FollowUp, Invitation, Outcome, Rakor, Role
from records.models import Change
from tests import factories as make
from tests.adminform import add_row, errors_of, read_form, reader_of

pytestmark = pytest.mark.django_db

ADD = "/admin/meetings/rakor/add/"
FORM = "rakor_form"


def change_url(rakor):
    return f"/admin/meetings/rakor/{rakor.pk}/change/"


# One save.


def test_the_bkd_story_is_logged_in_one_save(client, bkd_story, nia, bkd, jambi):
    response = client.post(ADD, bkd_story)
    assert response.status_code == 302, errors_of(response)
    rakor = Rakor.objects.get()
    assert (rakor.starts_on, rakor.organiser_id, rakor.state) == (date(2019, 4, 9), bkd.pk, "dilaksanakan")
    assert (rakor.slug, rakor.created_by) == ("2019-04-09-rakor-manajemen-kepegawaian", nia)
    governor = rakor.roles.get()
    direction, decision = rakor.outcomes.order_by("number")
    assert (direction.number, direction.by_role, decision.number) == (1, governor, 2)
    assert decision.issue == rakor.issues.get()
    assert rakor.agenda.get().speaker == governor
    assert rakor.invitations.get(unit=None).regencies_of_id == jambi.pk
    assert list(decision.follow_ups.order_by("id").values_list("reference", "due_on")) == [
        ("TL-2019-0001", date(2019, 5, 31)),
        ("TL-2019-0002", date(2019, 6, 28)),
    ]


def test_every_row_of_that_save_is_in_the_ledger_under_one_request(client, bkd_story, nia):
    client.post(ADD, bkd_story)
    lines = Change.objects.all()
    assert set(lines.values_list("by", flat=True)) == {nia.pk}
    assert len(set(lines.values_list("request_id", flat=True))) == 1
    counted = {}
    for kind in lines.values_list("object_type", flat=True):
        counted[kind] = counted.get(kind, 0) + 1
    assert counted == {
        "meetings.rakor": 1,
        "meetings.role": 1,
        "meetings.agendaitem": 1,
        "meetings.issue": 1,
        "meetings.invitation": 2,
        "meetings.outcome": 2,
        "meetings.followup": 2,
    }


def test_saving_without_a_change_writes_nothing(client, bkd_story):
    client.post(ADD, bkd_story)
    rakor, lines = Rakor.objects.get(), Change.objects.count()
    data = read_form(client.get(change_url(rakor)), FORM)
    response = client.post(change_url(rakor), data)
    assert response.status_code == 302, errors_of(response)
    assert Change.objects.count() == lines
    assert Rakor.objects.get().version == rakor.version


def test_a_row_added_changed_and_removed_later_leaves_its_lines(client, bkd_story, kasn):
    client.post(ADD, bkd_story)
    rakor = Rakor.objects.get()
    before = Change.objects.latest("id").pk
    data = read_form(client.get(change_url(rakor)), FORM)
    row = next(f"invitations-{n}" for n in (0, 1) if data[f"invitations-{n}-unit"] == [str(kasn.pk)])
    data |= {f"{row}-DELETE": "on", "outcomes-0-text": "Rakor menjadi ajang evaluasi semua program."}
    add_row(data, "roles", {"kind": "notulis", "office": "Kepala bidang"})
    response = client.post(change_url(rakor), data)
    assert response.status_code == 302, errors_of(response)
    written = Change.objects.filter(pk__gt=before).order_by("id").values_list("object_type", "action")
    assert sorted(written) == [
        ("meetings.invitation", "hapus"),
        ("meetings.outcome", "ubah"),
        ("meetings.rakor", "ubah"),
        ("meetings.role", "buat"),
    ]
    line = Change.objects.filter(pk__gt=before).get(object_type="meetings.outcome")
    assert line.pairs["text"] == [
        "Rakor menjadi ajang evaluasi.",
        "Rakor menjadi ajang evaluasi semua program.",
    ]


def test_programs_chosen_are_in_the_ledger_by_name(client, bkd_story):
    program = make.make_program(name="Manajemen kepegawaian")
    client.post(ADD, bkd_story | {"programs": [program.pk]})
    lines = Change.objects.filter(object_type="meetings.rakor").order_by("id")
    assert lines.last().pairs == {"programs": ["", "Manajemen kepegawaian"]}


def test_a_representative_is_logged_before_the_one_represented(client, fresh_form):
    """The Bupati through Asisten III, in whichever order they are typed."""
    data = fresh_form()
    through = {"representation": "melalui", "principal": "roles-1"}
    add_row(data, "roles", {"kind": "penyerah", "office": "Asisten III", **through})
    add_row(data, "roles", {"kind": "penyerah", "office": "Bupati Muaro Jambi"})
    response = client.post(ADD, data)
    assert response.status_code == 302, errors_of(response)
    assert Role.objects.get(office="Asisten III").principal.office == "Bupati Muaro Jambi"
    assert list(Role.objects.order_by("order").values_list("office", flat=True)) == [
        "Asisten III",
        "Bupati Muaro Jambi",
    ]


def test_the_form_as_it_opens_needs_a_title_only(logged_in, nia, jambi):
    """Rows that stand ready and were left empty are not rows."""
    client = logged_in(nia)
    data = read_form(client.get(ADD), FORM)
    assert data["starts_on"] == timezone.localdate().strftime("%d-%m-%Y")
    assert data["region"] == data["organiser"] == [str(jambi.pk)]
    assert (data["level"], data["time_zone"]) == (["provinsi"], ["Asia/Jakarta"])
    assert data["outcomes-TOTAL_FORMS"] == data["outcomes-0-follow_ups-TOTAL_FORMS"] == "1"
    response = client.post(ADD, data | {"title": "Rakor"})
    assert response.status_code == 302, errors_of(response)
    assert not Role.objects.exists()
    assert not Outcome.objects.exists()


# What a new form starts with.


def test_an_agency_starts_as_organiser_in_its_own_region(merangin):
    dinsos = make.make_agency("15.02-dinsos", "Dinas Sosial", parent=merangin)
    admin = make.make_user("admin-dinsos", is_staff=True)
    make.make_assignment(admin, "admin_instansi", unit=dinsos)
    values = first_values(admin)
    assert (values["organiser"], values["region"], values["level"]) == (dinsos.pk, merangin.pk, "kabkota")


def test_a_rakor_of_a_series_starts_as_the_series_does(nia, jambi, bkd):
    series = make.make_series("Rakor BKD tahunan", region=jambi, organiser=bkd)
    values = first_values(nia, str(series.pk))
    assert (values["title"], values["organiser"], values["series"]) == (series.name, bkd.pk, series.pk)
    assert "series" not in first_values(nia, "x")


def test_a_person_of_no_region_starts_with_the_date_alone(suri):
    assert first_values(suri) == {"starts_on": timezone.localdate()}


# What is refused, and kept.


def refused(client, data, sentence):
    response = client.post(ADD, data)
    assert response.status_code == 200
    assert sentence in " ".join(errors_of(response)), errors_of(response)
    assert not Rakor.objects.exists()
    assert not Change.objects.exists()
    return read_form(response, FORM)


def test_a_due_date_before_the_meeting_is_refused_and_all_typing_kept(client, bkd_story):
    typed = bkd_story | {"outcomes-1-follow_ups-0-due_on": "1 April 2019"}
    kept = refused(client, typed, "Batas waktu 1\N{NO-BREAK SPACE}April 2019 mendahului Rakor")
    assert kept["outcomes-1-follow_ups-0-due_on"] == "1 April 2019"
    assert kept["outcomes-1-follow_ups-1-what"] == "Membahas anggaran"
    assert kept["outcomes-0-by_role"] == ["roles-0"]
    assert kept["roles-0-name"] == "Fachrori Umar"


def test_the_tab_of_a_refused_nested_row_is_the_one_that_opens(client, bkd_story):
    response = client.post(ADD, bkd_story | {"outcomes-1-follow_ups-0-due_on": "1 April 2019"})
    refused_in = {
        inline.formset.prefix
        for inline in response.context["inline_admin_formsets"]
        if any(inline.formset.errors)
    }
    assert refused_in == {"outcomes"}
    assert "activeTab: 'outcomes'" in response.content.decode()


def test_a_date_that_cannot_be_read_is_refused_with_a_sentence(client, bkd_story):
    refused(client, bkd_story | {"starts_on": "9/4/19"}, "hanya dua angka")
    refused(client, bkd_story | {"starts_on": "31 April 2019"}, "tidak ada di kalender")


def test_the_weekday_written_must_be_that_days(client, bkd_story):
    refused(client, bkd_story | {"starts_on": "Rabu, 9 April 2019"}, "jatuh pada hari Selasa")


def test_a_meeting_of_the_future_was_not_held(client, bkd_story):
    refused(client, bkd_story | {"starts_on": "9 April 2090"}, "tandai dilaksanakan pada atau sesudah")


def test_a_follow_up_without_an_outcome_is_refused(client, fresh_form, bkd):
    data = fresh_form()
    row = add_row(data, "outcomes", {"kind": "", "text": ""}, nested=["follow_ups"])
    work = {"what": "Mendata", "responsible": bkd.pk, "priority": "biasa"}
    add_row(data, f"{row}-follow_ups", work)
    response = client.post(ADD, data)
    assert response.status_code == 200
    assert not Rakor.objects.exists()


def test_a_role_that_stands_for_nobody_is_refused(client, fresh_form):
    data = fresh_form()
    add_row(data, "roles", {"kind": "membuka", "office": "Asisten III"})
    refused(client, data | {"roles-0-representation": "melalui"}, "Pilih pejabat yang diwakili")
    own = {"roles-0-representation": "melalui", "roles-0-principal": "roles-0"}
    refused(client, data | own, "bukan baris ini sendiri")


def test_a_row_that_is_not_there_cannot_be_chosen(client, bkd_story):
    refused(client, bkd_story | {"outcomes-0-by_role": "roles-7"}, "kosong atau dihapus")
    other = make.make_role(make.make_rakor(slug="lain"))
    Rakor.objects.exclude(slug="lain").delete()
    response = client.post(ADD, bkd_story | {"outcomes-0-by_role": other.pk})
    assert response.status_code == 200, "a role of another Rakor"


def test_a_group_of_all_regencies_needs_a_province(client, fresh_form, kerinci):
    data = fresh_form() | {"region": kerinci.pk}
    add_row(data, "invitations", {"group": "Semua", "all_regencies": "on", "attendance": "tidak_disebut"})
    refused(client, data, "wilayahnya satu provinsi")


def test_a_unit_is_invited_once(client, bkd_story, kasn):
    add_row(bkd_story, "invitations", {"unit": kasn.pk, "attendance": "tidak_disebut"})
    refused(client, bkd_story, "sudah ada pada daftar undangan")
    assert not Invitation.objects.exists()


def test_an_organiser_out_of_reach_is_refused(client, bkd_story, sambas):
    sentence = "Penyelenggara ini di luar lingkup Anda"
    refused(client, bkd_story | {"organiser": sambas.pk, "region": sambas.parent_id}, sentence)


def test_a_record_from_the_press_names_its_source_at_the_field(client, fresh_form):
    response = client.post(ADD, fresh_form() | {"record_source": "berita"})
    form = response.context["adminform"].form
    assert form.errors == {"source_name": ["Catatan dari berita menyebut sumbernya."]}


def test_an_issue_of_the_series_can_be_taken_up_again(client, fresh_form, jambi, kalbar):
    series = make.make_series(region=jambi)
    earlier = make.make_rakor("Rakor tahun lalu", region=jambi, series=series)
    carried = make.make_issue(earlier, "Sisa K2", series=series)
    settled = make.make_issue(earlier, "Sudah beres", series=series, state="selesai")
    data = fresh_form() | {"series": series.pk}
    add_row(data, "agenda", {"title": "Sisa K2", "issue": carried.pk})
    response = client.post(ADD, data)
    assert response.status_code == 302, errors_of(response)
    foreign = make.make_rakor("Rakor Kalbar", region=kalbar, series=series)
    for other in (settled, make.make_issue(foreign, "Milik orang lain", series=series)):
        data["agenda-0-issue"] = other.pk
        assert client.post(ADD, data | {"title": "Lagi"}).status_code == 200


# Visibility.


def test_a_part_is_as_open_as_the_rakor_unless_made_stricter(client, bkd_story):
    assert client.post(ADD, bkd_story | {"visibility": "terbatas"}).status_code == 302
    assert set(Outcome.objects.values_list("visibility", flat=True)) == {"terbatas"}
    assert set(FollowUp.objects.values_list("visibility", flat=True)) == {"terbatas"}


def test_a_part_looser_than_the_rakor_is_refused(client, fresh_form, rina):
    data = fresh_form(rina) | {"visibility": "rahasia"}
    part = {"kind": "arahan", "text": "Terbuka sebagian", "visibility": "terbatas"}
    add_row(data, "outcomes", part, nested=["follow_ups"])
    refused(client, data, "Lebih longgar daripada Rakornya")


def test_a_rakor_made_stricter_takes_its_parts_along(client, bkd_story):
    client.post(ADD, bkd_story)
    rakor = Rakor.objects.get()
    data = read_form(client.get(change_url(rakor)), FORM) | {"visibility": "terbatas"}
    assert client.post(change_url(rakor), data).status_code == 302
    assert set(FollowUp.objects.values_list("visibility", flat=True)) == {"terbatas"}


def test_a_notulis_cannot_write_what_he_could_not_read_again(client, bkd_story):
    response = client.post(ADD, bkd_story | {"visibility": "rahasia"})
    assert response.status_code == 200
    assert not Rakor.objects.exists()
    assert 'value="rahasia"' not in response.content.decode()


# For everybody's hands.


def test_every_control_of_the_form_has_a_label(client, bkd_story):
    client.post(ADD, bkd_story)
    page = client.get(change_url(Rakor.objects.get()))
    reader = reader_of(page, FORM)
    in_tables = ("invitations-", "-parties-")
    unnamed = [
        name
        for name, attrs in reader.controls
        if attrs.get("id") not in reader.labels
        and not attrs.get("aria-label")
        and not any(part in name for part in in_tables)
        and not name.endswith(("-DELETE", "-order"))
    ]
    assert unnamed == []
