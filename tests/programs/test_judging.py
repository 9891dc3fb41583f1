"""A second person accepts a report or gives it back, with remarks; an accepted one is opened again."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from programs.actions import record_observation, submit_report
from programs.entering import Entry, Fact, enter_figures
from programs.importing import ImportRefused, import_sheet
from programs.judging import accept_report, remarks_of, reopen_report, return_report
from programs.models import Measurement, Remark, Report, ReportStep
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(kerinci, mcp):
    """Kerinci's MCP 2018 with one figure, still a draft."""
    report = make.make_report(kerinci, mcp.program, make.make_period(2018))
    make.make_measurement(report, mcp, 55)
    return report


@pytest.fixture
def sent(draft, budi):
    return submit_report(draft, by=budi)


def refusal(action, *arguments, **options):
    """The code with which an action is refused, and its sentence; nothing may be written."""
    before = list(Report.objects.values()), Change.objects.count(), Remark.objects.count()
    with pytest.raises(ActionRefused) as error:
        action(*arguments, **options)
    assert (list(Report.objects.values()), Change.objects.count(), Remark.objects.count()) == before
    return error.value.code, str(error.value)


class TestAccept:
    def test_vera_accepts(self, sent, vera):
        accept_report(sent, by=vera)
        sent.refresh_from_db()
        assert (sent.state, sent.accepted_by, sent.version) == ("diterima", vera, 3)
        assert Measurement.objects.verified().count() == 1
        assert Change.objects.about(sent).first().action == "terima"

    @pytest.mark.parametrize("who", ["budi", "suri"])
    def test_the_sender_does_not_accept_superuser_or_not(self, draft, request, who):
        person = request.getfixturevalue(who)
        submit_report(draft, by=person)
        code, said = refusal(accept_report, draft, by=person)
        assert code == "own_report"
        assert "bukan pengirimnya" in said

    @pytest.mark.parametrize("who", ["vera", "suri"])
    def test_who_brought_a_figure_does_not_accept(self, sent, request, who):
        person = request.getfixturevalue(who)
        make.make_observation(sent.measurements.get(), 54, by=person)
        code, said = refusal(accept_report, sent, by=person)
        assert code == "own_figures"
        assert "angka yang Anda masukkan" in said

    def test_who_took_the_figure_back_may_accept(self, sent, vera):
        observation = make.make_observation(sent.measurements.get(), 54, by=vera)
        make.make_observation(sent.measurements.get(), retracts=observation, by=vera)
        assert accept_report(sent, by=vera).state == "diterima"

    def test_the_database_refuses_the_sender_too(self, sent):
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.filter(pk=sent.pk).update(
                state="diterima", accepted_by=sent.submitted_by, accepted_at=sent.submitted_at
            )

    def test_of_two_verifiers_at_once_the_second_is_told(self, sent, vera, suri):
        seen_by_suri = Report.objects.get(pk=sent.pk)
        accept_report(sent, by=vera)
        code, said = refusal(accept_report, seen_by_suri, by=suri)
        assert code == "report_moved_on"
        assert "berubah sejak Anda membukanya: sudah diterima oleh Vera" in said
        assert "Keputusan Anda tidak disimpan." in said
        assert Report.objects.get(pk=sent.pk).accepted_by == vera

    def test_a_figure_that_came_after_the_look_stops_the_acceptance(self, sent, vera):
        seen = Report.objects.get(pk=sent.pk)
        Report.objects.filter(pk=sent.pk).update(version=sent.version + 1)
        assert refusal(accept_report, seen, by=vera)[0] == "report_moved_on"

    def test_a_draft_is_not_accepted(self, draft, vera):
        code, said = refusal(accept_report, draft, by=vera)
        assert code == "wrong_state"
        assert "hanya laporan dikirim" in said


class TestReturn:
    def test_vera_returns_with_a_reason(self, sent, vera, budi):
        return_report(sent, by=vera, reason="Angka Kerinci tertukar dengan Merangin.")
        sent.refresh_from_db()
        assert (sent.state, sent.returned_by) == ("dikembalikan", vera)
        assert sent.returned_reason == "Angka Kerinci tertukar dengan Merangin."
        assert Change.objects.about(sent).first().reason == sent.returned_reason
        assert submit_report(sent, by=budi).state == "dikirim"

    @pytest.mark.parametrize("reason", ["", "   ", None])
    def test_not_without_a_reason(self, sent, vera, reason):
        assert refusal(return_report, sent, by=vera, reason=reason)[0] == "reason_missing"

    def test_budi_does_not_return_his_own(self, sent, budi):
        assert refusal(return_report, sent, by=budi, reason="Salah.")[0] == "own_report"

    def test_an_accepted_report_is_not_returned(self, sent, vera):
        accept_report(sent, by=vera)
        assert refusal(return_report, sent, by=vera, reason="Salah.")[0] == "wrong_state"


class TestLock:
    """Accepted figures are changed through no door."""

    @pytest.fixture
    def accepted(self, sent, budi, vera):
        figure = sent.measurements.get()
        figure.chosen = make.make_observation(figure, 55, source=make.make_source("Laporan"), by=budi)
        figure.save()
        return accept_report(sent, by=vera)

    def test_not_in_the_form(self, accepted, mcp, budi):
        entry = Entry(mcp, Fact("value", Decimal(60)), accepted.measurements.get().chosen_id)
        assert refusal(enter_figures, accepted, [entry], by=budi)[0] == "report_closed"

    def test_not_by_an_observation_of_its_source(self, accepted, mcp, budi):
        source = accepted.measurements.get().chosen.source
        key = {"unit": accepted.unit, "indicator": mcp, "period": accepted.period, "source": source}
        assert refusal(record_observation, **key, value=60, by=budi)[0] == "locked_period"

    def test_not_by_a_sheet_of_its_source(self, accepted, kerinci, rina):
        with pytest.raises(ImportRefused) as error:
            import_sheet(sheet(row(kerinci.code, "60", source="Laporan")), "lembar.csv", by=rina)
        assert {problem.code for problem in error.value.problems} == {"locked_period"}
        assert Measurement.objects.get().value == 55

    def test_another_source_only_stands_beside_it(self, accepted, mcp, rina):
        key = {"unit": accepted.unit, "indicator": mcp, "period": accepted.period}
        record_observation(**key, source=make.make_source("Pusdatin"), value=60, by=rina)
        assert (Measurement.objects.get().value, Report.objects.get().state) == (55, "diterima")

    def test_opened_again_it_may_be_mended(self, accepted, mcp, budi, vera):
        reopen_report(accepted, by=vera, reason="Sumber diralat.")
        entry = Entry(mcp, Fact("value", Decimal(60)), accepted.measurements.get().chosen_id)
        assert enter_figures(accepted, [entry], by=budi).saved == [mcp.pk]


class TestReopen:
    def test_its_figures_stop_counting(self, sent, vera):
        accept_report(sent, by=vera)
        reopen_report(sent, by=vera, reason="Sumber diralat.")
        sent.refresh_from_db()
        assert sent.state == "draf"
        assert (sent.submitted_by, sent.accepted_by, sent.accepted_at) == (None, None, None)
        assert not Measurement.objects.verified().exists()
        line = Change.objects.about(sent).first()
        assert (line.action, line.reason) == ("buka", "Sumber diralat.")

    def test_it_goes_its_way_again(self, sent, budi, vera):
        accept_report(sent, by=vera)
        reopen_report(sent, by=vera, reason="Sumber diralat.")
        submit_report(sent, by=budi)
        assert accept_report(sent, by=vera).state == "diterima"

    def test_not_without_a_reason(self, sent, vera):
        accept_report(sent, by=vera)
        assert refusal(reopen_report, sent, by=vera, reason=" ")[0] == "reason_missing"

    def test_only_what_was_accepted(self, sent, vera):
        assert refusal(reopen_report, sent, by=vera, reason="Salah.")[0] == "wrong_state"


class TestRemarks:
    def test_they_belong_to_the_step_that_they_were_said_with(self, sent, mcp, vera):
        return_report(sent, by=vera, reason="Periksa.", remarks={mcp: " Lampirkan lembar MCP. "})
        step = ReportStep.objects.get(report=sent, kind="dikembalikan")
        assert (step.by, step.reason) == (vera, "Periksa.")
        remark = step.remarks.get()
        assert (remark.indicator, remark.text) == (mcp, "Lampirkan lembar MCP.")
        assert Change.objects.about(remark).get().by == vera
        assert remarks_of(sent) == {mcp.pk: remark}

    def test_accepting_may_say_something_too(self, sent, mcp, vera):
        accept_report(sent, by=vera, remarks={mcp: "Mulai triwulan depan sertakan tautan."})
        assert Remark.objects.get().step.kind == "diterima"

    def test_an_empty_one_says_nothing(self, sent, mcp, vera):
        accept_report(sent, by=vera, remarks={mcp: "  "})
        assert not Remark.objects.exists() and remarks_of(sent) == {}

    def test_personal_data_is_refused_with_all_the_rest(self, sent, mcp, vera):
        said = {mcp: "Hubungi NIP 198503302003121002."}
        for action, reason in ((accept_report, {}), (return_report, {"reason": "Periksa."})):
            code, sentence = refusal(action, sent, by=vera, remarks=said, **reason)
            assert code == "personal_data" and sentence.startswith(f"{mcp.name}: ")

    def test_a_line_of_another_program_is_refused(self, sent, vera):
        other = make.make_indicator(make.make_program("LAIN"), "LAIN")
        assert refusal(accept_report, sent, by=vera, remarks={other: "Bagus."})[0] == "foreign_line"

    def test_the_second_of_two_verifiers_leaves_none(self, sent, mcp, vera, suri):
        seen_by_suri = Report.objects.get(pk=sent.pk)
        return_report(sent, by=vera, reason="Periksa.", remarks={mcp: "Tertukar."})
        code, said = refusal(accept_report, seen_by_suri, by=suri, remarks={mcp: "Bagus."})
        assert code == "report_moved_on" and "sudah dikembalikan oleh Vera" in said
        assert Remark.objects.get().text == "Tertukar."

    def test_only_those_of_the_latest_judgement_stand(self, sent, mcp, budi, vera):
        return_report(sent, by=vera, reason="Periksa.", remarks={mcp: "Tertukar."})
        assert remarks_of(submit_report(sent, by=budi))[mcp.pk].text == "Tertukar."
        accept_report(sent, by=vera)
        assert remarks_of(sent) == {}
        reopen_report(sent, by=vera, reason="Sumber diralat.")
        assert remarks_of(sent) == {}
        assert [step.kind for step in sent.steps.all()] == [
            "dikirim", "dikembalikan", "dikirim", "diterima", "dibuka",
        ]  # fmt: skip
