"""Calendars and extensions in the admin: filled when first saved, given and never changed."""

from datetime import date

import pytest
from django.urls import reverse

from programs.models import Deadline, Extension, Schedule
from tests import factories as make
from tests.adminform import errors_of, read_form

pytestmark = pytest.mark.django_db


def page(model, name, *objects):
    return reverse(f"admin:programs_{model}_{name}", args=[one.pk for one in objects])


@pytest.fixture
def program(jambi, dinsos):
    return make.make_program(
        "PKH", name="Program Keluarga Harapan", short_name="PKH", owner=jambi, agency=dinsos
    )


def typed(client, program, owner, **others):
    form = read_form(client.get(page("schedule", "add")), "schedule_form")
    data = {"program": program.pk, "owner": owner.pk if owner else "", "year": 2024, "frequency": "semester"}
    return form | data | others


class TestSchedule:
    def test_saving_it_makes_its_deadlines(self, logged_in, program, jambi, rina):
        client = logged_in(rina)
        answer = client.post(page("schedule", "add"), typed(client, program, jambi, lock_days="7"))
        assert answer.status_code == 302, errors_of(answer)
        assert list(Deadline.objects.order_by("due_on").values_list("due_on", "locks_on")) == [
            (date(2024, 7, 10), date(2024, 7, 17)),
            (date(2025, 1, 10), date(2025, 1, 17)),
        ]

    def test_wayan_keeps_that_of_his_program(self, logged_in, program, jambi, wayan):
        client = logged_in(wayan)
        assert client.post(page("schedule", "add"), typed(client, program, jambi)).status_code == 302

    def test_a_program_of_jambi_has_no_national_calendar(self, logged_in, program, suri):
        client = logged_in(suri)
        answer = client.post(page("schedule", "add"), typed(client, program, None))
        assert "Program ini milik Jambi; kalendernya juga." in " ".join(errors_of(answer))

    def test_dewi_keeps_none_in_jambi(self, logged_in, program, jambi, dewi):
        client = logged_in(dewi)
        assert client.post(page("schedule", "add"), typed(client, program, jambi)).status_code == 200
        assert not Schedule.objects.exists()

    def test_a_period_of_another_year_is_refused(self, logged_in, program, jambi, rina):
        client = logged_in(rina)
        row = {
            "deadlines-TOTAL_FORMS": "1",
            "deadlines-0-period": make.make_period(2023, "SM1").pk,
            "deadlines-0-due_on": "10/7/2023",
        }
        answer = client.post(page("schedule", "add"), typed(client, program, jambi, **row))
        assert "Periode ini bukan dari tahun 2024." in " ".join(errors_of(answer))

    def test_the_acts(self, logged_in, program, jambi, rina):
        schedule = make.make_schedule(program, 2024, owner=jambi)
        client = logged_in(rina)
        for act in ("refill", "copy"):
            address = page("schedule", act, schedule)
            assert client.get(address).status_code == 200
            assert client.post(address, {"version": schedule.version}).status_code == 302
        assert sorted(Schedule.objects.values_list("year", flat=True)) == [2024, 2025]
        assert client.post(page("schedule", "copy", schedule), {"version": 1}).status_code == 409


class TestExtension:
    @pytest.fixture
    def deadline(self, program, jambi):
        return make.make_deadline(make.make_schedule(program, 2024, owner=jambi), due_on=date(2025, 1, 10))

    def give(self, client, deadline, unit, **others):
        data = {"deadline": deadline.pk, "unit": unit.pk, "due_on": "20/1/2025", "reason": "Banjir."}
        return client.post(page("extension", "add"), data | others)

    @pytest.mark.parametrize("who", ["rina", "wayan"])
    def test_who_runs_the_program_gives_it(self, logged_in, request, deadline, kerinci, who):
        client = logged_in(request.getfixturevalue(who))
        assert client.get(page("extension", "add")).status_code == 200
        answer = self.give(client, deadline, kerinci)
        assert answer.status_code == 302, errors_of(answer)
        assert (Extension.objects.get().due_on, Extension.objects.get().given_by.username) == (
            date(2025, 1, 20),
            who,
        )

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"due_on": "9/1/2025"}, "Perpanjangan jatuh sesudah hari itu."),
            ({"reason": " "}, "Isian ini wajib."),
            ({"reason": "NIP 198501012010011001"}, "NIP"),
        ],
    )
    def test_what_is_refused_is_said(self, logged_in, deadline, kerinci, rina, given, said):
        assert said in " ".join(errors_of(self.give(logged_in(rina), deadline, kerinci, **given)))
        assert not Extension.objects.exists()

    def test_a_foreign_unit_is_none(self, logged_in, deadline, sambas, rina):
        assert self.give(logged_in(rina), deadline, sambas).status_code == 200
        assert not Extension.objects.exists()

    @pytest.mark.parametrize("who", ["budi", "vera", "pimpin"])
    def test_others_give_none(self, logged_in, request, deadline, kerinci, who):
        assert self.give(logged_in(request.getfixturevalue(who)), deadline, kerinci).status_code == 403

    def test_none_is_changed_or_taken_away(self, logged_in, deadline, kerinci, suri):
        extension = make.make_extension(deadline, kerinci, date(2025, 1, 20))
        client = logged_in(suri)
        assert client.get(page("extension", "change", extension)).status_code == 200
        assert client.get(page("extension", "changelist")).status_code == 200
        assert client.post(page("extension", "change", extension), {"reason": "x"}).status_code == 403
        assert client.post(page("extension", "delete", extension), {"post": "yes"}).status_code == 403
