"""Reports in the admin: seen by who reaches them, judged by a second person, singly and many at once."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from programs.actions import set_target
from programs.importing import import_sheet
from programs.judging import accept_report, return_report
from programs.models import Report
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = pytest.mark.django_db

LIST = reverse("admin:programs_report_changelist")


@pytest.fixture
def reports(ready, rina):
    """Kerinci, Merangin and Sarolangun, sent by Rina; by code."""
    content = sheet(row("15.01", "55"), row("15.02", "52"), row("15.03", "60"))
    import_sheet(content, "lembar.csv", by=rina)
    return {report.unit.code: report for report in Report.objects.select_related("unit")}


def page_of(report, act=""):
    if act:
        return reverse(f"admin:programs_report_{act}", args=[report.pk])
    return reverse("admin:programs_report_change", args=[report.pk])


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def choose(client, action, reports, **answers):
    """Choose reports in the list and press on; with `confirmed` the page after it is sent too."""
    return client.post(
        LIST, {"action": action, "_selected_action": [report.pk for report in reports], **answers}
    )


def seen(reports):
    return {f"version-{report.pk}": report.version for report in reports}


class TestList:
    def test_shows_state_and_number_of_figures(self, reports, vera, logged_in):
        page = text(logged_in(vera).get(LIST))
        assert "Kerinci" in page
        assert "Dikirim" in page

    def test_dewi_of_kalbar_sees_none(self, reports, dewi, logged_in):
        client = logged_in(dewi)
        assert "Kerinci" not in text(client.get(LIST))
        assert client.get(page_of(reports["15.01"])).status_code == 404

    def test_budi_sees_his_own_only(self, reports, budi, logged_in):
        client = logged_in(budi)
        assert client.get(page_of(reports["15.01"])).status_code == 200
        assert client.get(page_of(reports["15.02"])).status_code == 404

    def test_nia_has_no_business_here(self, reports, nia, logged_in):
        client = logged_in(nia)
        absent = reverse("admin:programs_report_change", args=[0])
        assert {client.get(page).status_code for page in (LIST, page_of(reports["15.01"]), absent)} == {403}

    @pytest.mark.parametrize("asked", ["state__exact=dikirim", "unit__id__exact={unit}", "q=kerinci"])
    def test_can_be_narrowed(self, reports, vera, logged_in, asked):
        unit = reports["15.01"].unit_id
        assert logged_in(vera).get(f"{LIST}?{asked.format(unit=unit)}").status_code == 200

    def test_asks_the_database_as_often_for_three_as_for_eleven(self, reports, rina, vera, logged_in):
        client = logged_in(vera)
        with CaptureQueriesContext(connection) as few:
            client.get(LIST)
        codes = ("15.04", "15.05", "15.06", "15.07", "15.08", "15.09", "15.71", "15.72")
        import_sheet(sheet(*(row(code) for code in codes)), "lain.csv", by=rina)
        with CaptureQueriesContext(connection) as many:
            client.get(LIST)
        assert len(few) == len(many)

    @pytest.mark.parametrize("act", ["add", "delete"])
    def test_nobody_adds_or_deletes_one(self, reports, suri, logged_in, act):
        arguments = [] if act == "add" else [reports["15.01"].pk]
        address = reverse(f"admin:programs_report_{act}", args=arguments)
        assert logged_in(suri).get(address).status_code == 403

    def test_nobody_edits_one(self, reports, suri, logged_in):
        report = reports["15.01"]
        response = logged_in(suri).post(page_of(report), {"state": "diterima"})
        assert response.status_code == 403
        report.refresh_from_db()
        assert report.state == "dikirim"


class TestPage:
    def test_shows_figures_with_their_sources_and_cells(self, reports, rina, vera, logged_in):
        import_sheet(sheet(row("15.01", "54", source="Kementerian")), "kemen.csv", by=rina)
        page = text(logged_in(vera).get(page_of(reports["15.01"])))
        assert "Berita" in page
        assert "lembar.csv, F2" in page
        assert "Kementerian: 54" in page

    @pytest.mark.parametrize(
        "who, offered",
        [
            ("vera", {"accept", "give_back"}),
            ("rina", set()),
            ("pimpin", set()),
            ("suri", {"accept", "give_back"}),
        ],
    )
    def test_offers_what_the_person_may_do_now(self, reports, request, logged_in, who, offered):
        report = reports["15.01"]
        page = text(logged_in(request.getfixturevalue(who)).get(page_of(report)))
        assert {
            act for act in ("submit", "accept", "give_back", "reopen") if page_of(report, act) in page
        } == offered


class TestOne:
    def test_vera_accepts(self, reports, vera, logged_in):
        report = reports["15.01"]
        client = logged_in(vera)
        asked = client.get(page_of(report, "accept"))
        version = asked.context["form"].initial["version"]
        response = client.post(page_of(report, "accept"), {"version": version}, follow=True)
        assert "Laporan diterima." in text(response)
        report.refresh_from_db()
        assert (report.state, report.accepted_by) == ("diterima", vera)

    def test_looking_at_the_question_accepts_nothing(self, reports, vera, logged_in):
        logged_in(vera).get(page_of(reports["15.01"], "accept"))
        assert not Report.objects.accepted().exists()

    def test_a_figure_that_came_after_the_look_stops_it(self, reports, rina, vera, logged_in):
        report = reports["15.01"]
        import_sheet(sheet(row("15.01", "56")), "revisi.csv", by=rina)
        response = logged_in(vera).post(page_of(report, "accept"), {"version": report.version})
        assert response.status_code == 409
        assert "Laporan ini berubah sejak Anda membukanya" in text(response)
        assert not Report.objects.accepted().exists()

    def test_vera_returns_with_a_reason(self, reports, vera, logged_in):
        report = reports["15.01"]
        logged_in(vera).post(page_of(report, "give_back"), {"version": 1, "reason": "Angka tertukar."})
        report.refresh_from_db()
        assert (report.state, report.returned_reason) == ("dikembalikan", "Angka tertukar.")

    def test_not_without_a_reason(self, reports, vera, logged_in):
        response = logged_in(vera).post(page_of(reports["15.01"], "give_back"), {"version": 1, "reason": " "})
        assert response.context["form"].errors["reason"]
        assert not Report.objects.filter(state="dikembalikan").exists()

    def test_budi_sends_a_returned_report_again(self, reports, vera, budi, logged_in):
        report = return_report(reports["15.01"], by=vera, reason="Angka tertukar.")
        logged_in(budi).post(page_of(report, "submit"), {"version": report.version})
        report.refresh_from_db()
        assert (report.state, report.submitted_by) == ("dikirim", budi)

    def test_vera_opens_an_accepted_report_again(self, reports, vera, logged_in):
        report = accept_report(reports["15.01"], by=vera)
        answers = {"version": report.version, "reason": "Sumber diralat."}
        logged_in(vera).post(page_of(report, "reopen"), answers)
        report.refresh_from_db()
        assert report.state == "draf"

    def test_rina_may_not_accept_at_all(self, reports, rina, logged_in):
        assert logged_in(rina).post(page_of(reports["15.01"], "accept"), {"version": 1}).status_code == 403

    def test_a_superuser_does_not_accept_what_he_imported(self, ready, suri, logged_in):
        import_sheet(sheet(row()), "lembar.csv", by=suri)
        report = Report.objects.get()
        response = logged_in(suri).post(page_of(report, "accept"), {"version": report.version})
        assert "bukan pengirimnya" in text(response)
        assert not Report.objects.accepted().exists()

    def test_who_verifies_merangin_and_reports_for_kerinci_accepts_in_merangin_only(
        self, reports, kerinci, merangin, logged_in
    ):
        person = make.make_user("dua", is_staff=True)
        make.make_assignment(person, "operator", unit=kerinci)
        make.make_assignment(person, "verifikator", unit=merangin)
        client = logged_in(person)
        assert client.post(page_of(reports["15.01"], "accept"), {"version": 1}).status_code == 403
        assert client.post(page_of(reports["15.02"], "accept"), {"version": 1}).status_code == 302
        assert [report.unit_id for report in Report.objects.accepted()] == [merangin.pk]


class TestMany:
    def test_the_question_names_every_report_with_its_figures(self, reports, vera, logged_in):
        page = text(choose(logged_in(vera), "accept_selected", reports.values()))
        for name in ("Kerinci", "Merangin", "Sarolangun"):
            assert name in page
        assert "MCP 55" in page
        assert not Report.objects.accepted().exists()

    def test_vera_accepts_them(self, reports, vera, logged_in):
        chosen = list(reports.values())
        choose(logged_in(vera), "accept_selected", chosen, confirmed="1", **seen(chosen))
        assert Report.objects.accepted().count() == 3

    def test_what_looks_odd_is_named_and_left_for_a_look_of_its_own(self, reports, rina, vera, logged_in):
        flagged = reports["15.01"]
        figure = flagged.measurements.get()
        key = {"unit": figure.unit, "indicator": figure.indicator, "period": figure.period}
        set_target(**key, low=figure.value, by=rina)
        chosen = list(reports.values())
        page = text(choose(logged_in(vera), "accept_selected", chosen))
        assert "Tidak ikut diterima" in page and page_of(flagged, "change") in page
        assert "1 angka perlu dilihat" in page and f'name="version-{flagged.pk}"' not in page
        # Not even where the confirmation is forged.
        choose(logged_in(vera), "accept_selected", chosen, confirmed="1", **seen(chosen))
        assert set(Report.objects.accepted()) == set(chosen) - {flagged}

    def test_where_none_may_be_there_is_nothing_to_confirm(self, reports, suri, logged_in):
        Report.objects.update(submitted_by=suri)
        page = text(choose(logged_in(suri), "accept_selected", reports.values()))
        assert "Anda yang mengirimnya" in page and 'name="version-' not in page

    def test_vera_returns_them_with_one_reason(self, reports, vera, logged_in):
        chosen = list(reports.values())
        answers = {"confirmed": "1", "reason": "Sumber kurang jelas.", **seen(chosen)}
        choose(logged_in(vera), "return_selected", chosen, **answers)
        assert set(Report.objects.values_list("state", "returned_reason")) == {
            ("dikembalikan", "Sumber kurang jelas.")
        }

    def test_returning_asks_for_the_reason(self, reports, vera, logged_in):
        chosen = list(reports.values())
        response = choose(logged_in(vera), "return_selected", chosen, confirmed="1", **seen(chosen))
        assert response.context["form"].errors["reason"]
        assert not Report.objects.filter(state="dikembalikan").exists()

    def test_one_that_cannot_be_is_named_and_the_others_pass(self, reports, rina, vera, logged_in):
        chosen = list(reports.values())
        import_sheet(sheet(row("15.01", "56")), "revisi.csv", by=rina)
        client = logged_in(vera)
        choose(client, "accept_selected", chosen, confirmed="1", **seen(chosen))
        page = text(client.get(LIST))
        assert "2 laporan diterima." in page
        assert "Kerinci: Laporan ini berubah sejak Anda membukanya" in page
        assert Report.objects.accepted().count() == 2

    @pytest.mark.parametrize("version", ["", "x", "9" * 30, "²"])
    def test_a_version_that_is_none_accepts_nothing(self, reports, vera, logged_in, version):
        report = reports["15.01"]
        answers = {"confirmed": "1", f"version-{report.pk}": version}
        choose(logged_in(vera), "accept_selected", [report], **answers)
        logged_in(vera).post(page_of(report, "accept"), {"version": version})
        assert not Report.objects.accepted().exists()

    def test_what_is_out_of_reach_is_left_out(self, reports, kerinci, logged_in):
        person = make.make_user("kiki", is_staff=True)
        make.make_assignment(person, "verifikator", unit=kerinci)
        chosen = list(reports.values())
        choose(logged_in(person), "accept_selected", chosen, confirmed="1", **seen(chosen))
        assert [report.unit_id for report in Report.objects.accepted()] == [kerinci.pk]

    @pytest.mark.parametrize("who", ["rina", "budi", "pimpin", "ani"])
    def test_others_are_not_offered_it(self, reports, request, logged_in, who):
        client = logged_in(request.getfixturevalue(who))
        assert "accept_selected" not in text(client.get(LIST))
        chosen = list(reports.values())
        choose(client, "accept_selected", chosen, confirmed="1", **seen(chosen))
        assert not Report.objects.accepted().exists()
