"""A report is sent, accepted, returned and opened again; targets are set, figures observed."""

from decimal import Decimal

import pytest

from programs.actions import record_observation, set_target, submit_report
from programs.judging import accept_report
from programs.models import Measurement, Observation, Report, Target
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

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
    before = Report.objects.count(), list(Report.objects.values()), Change.objects.count()
    with pytest.raises(ActionRefused) as error:
        action(*arguments, **options)
    assert (Report.objects.count(), list(Report.objects.values()), Change.objects.count()) == before
    return error.value.code, str(error.value)


class TestSubmit:
    def test_budi_sends_his_draft(self, draft, budi):
        submit_report(draft, by=budi)
        draft.refresh_from_db()
        assert (draft.state, draft.submitted_by, draft.version) == ("dikirim", budi, 2)
        line = Change.objects.about(draft).get()
        assert (line.action, line.by, line.pairs["state"]) == ("kirim", budi, ["draf", "dikirim"])

    def test_a_report_without_figures_is_not_sent(self, kerinci, mcp, budi):
        report = make.make_report(kerinci, mcp.program)
        make.make_measurement(report, mcp)
        assert refusal(submit_report, report, by=budi)[0] == "no_figures"

    def test_a_figure_that_does_not_apply_is_an_answer_too(self, kerinci, mcp, budi):
        report = make.make_report(kerinci, mcp.program)
        make.make_measurement(report, mcp, state="not_applicable")
        assert submit_report(report, by=budi).state == "dikirim"

    @pytest.mark.parametrize("state", ["dikirim", "diterima"])
    def test_what_was_sent_is_not_sent_again(self, draft, budi, vera, state):
        submit_report(draft, by=budi)
        if state == "diterima":
            accept_report(draft, by=vera)
        code, said = refusal(submit_report, draft, by=budi)
        assert code == "wrong_state"
        assert f"Laporan ini berkeadaan {state}" in said


class TestTarget:
    @pytest.fixture
    def key(self, kerinci, mcp):
        return {"unit": kerinci, "indicator": mcp, "period": make.make_period(2018)}

    def test_is_set_and_ledgered(self, key, rina):
        target = set_target(**key, low=80, source="RPJMD", by=rina)
        assert Target.objects.current().get() == target
        assert Change.objects.about(target).get().pairs["low"] == ["", "80"]

    def test_a_revision_is_a_new_row_with_its_reason(self, key, rina):
        set_target(**key, low=80, by=rina)
        set_target(**key, low=82, high=85, reason="RKPD perubahan", by=rina)
        assert Target.objects.count() == 2
        assert Target.objects.current().values_list("low", "high", "reason").get() == (
            82,
            85,
            "RKPD perubahan",
        )

    def test_a_revision_needs_a_reason(self, key, rina):
        set_target(**key, low=80, by=rina)
        with pytest.raises(ActionRefused) as error:
            set_target(**key, low=82, by=rina)
        assert error.value.code == "reason_missing"

    def test_the_same_again_writes_nothing(self, key, rina):
        first = set_target(**key, low=Decimal("80"), by=rina)
        assert set_target(**key, low=Decimal("80.00"), by=rina) == first
        assert Target.objects.count() == 1

    def test_is_taken_away_by_an_empty_one(self, key, rina):
        set_target(**key, low=80, by=rina)
        set_target(**key, low=None, reason="Dihapus dari RKPD", by=rina)
        assert Target.objects.current().get().low is None

    @pytest.mark.parametrize(
        "low, high, code", [(85, 80, "target_order"), (None, 80, "target_order"), (80, 120, "out_of_range")]
    )
    def test_what_cannot_be_a_target(self, key, rina, low, high, code):
        with pytest.raises(ActionRefused) as error:
            set_target(**key, low=low, high=high, by=rina)
        assert error.value.code == code
        assert not Target.objects.exists()


class TestObservation:
    @pytest.fixture
    def said(self, kerinci, mcp):
        return {"unit": kerinci, "indicator": mcp, "period": make.make_period(2018)}

    @pytest.fixture
    def press(self, db):
        return make.make_source("Berita")

    @pytest.fixture
    def ministry(self, db):
        return make.make_source("Kementerian")

    def test_fills_a_figure_that_had_none_in_a_draft(self, said, press, budi):
        observation = record_observation(**said, source=press, value=55, by=budi, note="Dari siaran pers")
        measurement = Measurement.objects.get()
        assert (measurement.value, measurement.chosen, measurement.note) == (
            55,
            observation,
            "Dari siaran pers",
        )
        report = Report.objects.get()
        assert (report.state, report.unit_id, report.period) == ("draf", said["unit"].pk, said["period"])
        assert {line.object_type for line in Change.objects.all()} == {
            "programs.report",
            "programs.measurement",
            "programs.observation",
        }

    def test_another_source_stands_beside(self, said, press, ministry, budi):
        record_observation(**said, source=press, value=55, by=budi)
        record_observation(**said, source=ministry, value=54, by=budi)
        assert Measurement.objects.get().value == 55
        assert Observation.objects.count() == 2

    def test_the_same_source_says_something_else_in_a_draft(self, said, press, budi):
        record_observation(**said, source=press, value=55, by=budi)
        record_observation(**said, source=press, value=56, by=budi)
        measurement = Measurement.objects.get()
        assert (measurement.value, measurement.chosen.value) == (56, 56)
        assert Observation.objects.current().get().value == 56

    def test_the_same_again_writes_nothing(self, said, press, budi):
        first = record_observation(**said, source=press, value=55, by=budi)
        lines = Change.objects.count()
        assert record_observation(**said, source=press, value=Decimal("55.0"), by=budi) == first
        assert Change.objects.count() == lines

    def test_not_under_the_eyes_of_the_verifier(self, said, press, budi):
        record_observation(**said, source=press, value=55, by=budi)
        submit_report(Report.objects.get(), by=budi)
        assert refusal(record_observation, **said, source=press, value=56, by=budi)[0] == "report_sent"

    def test_not_in_an_accepted_report(self, said, press, ministry, budi, vera):
        record_observation(**said, source=press, value=55, by=budi)
        accept_report(submit_report(Report.objects.get(), by=budi), by=vera)
        assert refusal(record_observation, **said, source=press, value=56, by=budi)[0] == "locked_period"
        record_observation(**said, source=ministry, value=54, by=budi)
        assert Measurement.objects.get().value == 55

    def test_a_change_after_the_look_moves_the_reports_version(self, said, press, budi):
        record_observation(**said, source=press, value=55, by=budi)
        before = Report.objects.get().version
        record_observation(**said, source=press, value=56, by=budi)
        assert Report.objects.get().version == before + 1

    @pytest.mark.parametrize(
        "value, code",
        [
            ("100.5", "out_of_range"),
            ("55.123", "too_many_decimals"),
        ],
    )
    def test_keeps_to_scale_and_precision(self, said, press, budi, value, code):
        with pytest.raises(ActionRefused) as error:
            record_observation(**said, source=press, value=Decimal(value), by=budi)
        assert error.value.code == code
        assert not Report.objects.exists()
