"""Imports afterwards: accepted by a second person, or taken back without deleting anything."""

import pytest

from programs.actions import set_target
from programs.batches import accept_batch, batches_open_to, batches_visible_to, retract_batch
from programs.importing import import_sheet
from programs.judging import accept_report, reopen_report
from programs.models import Measurement, Observation, Report, Target
from records.models import Change, ImportBatch
from records.refusals import ActionRefused
from tests import factories as make
from tests.programs.sheets import contents, row, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(ready, rina):
    """Kerinci 55 and Merangin 52, imported by Rina, not accepted."""
    return import_sheet(sheet(row("15.01", "55"), row("15.02", "52")), "lembar.csv", by=rina)


def refusal(action, *arguments, **options):
    before = contents()
    with pytest.raises(ActionRefused) as error:
        action(*arguments, **options)
    assert contents() == before
    return error.value.code


class TestRetract:
    def test_appends_retractions_and_empties_the_figures(self, batch, rina):
        retract_batch(batch, by=rina, reason="Berkas keliru.")
        assert Observation.objects.count() == 4
        assert not Observation.objects.standing().exists()
        assert set(Measurement.objects.values_list("state", "value", "chosen")) == {
            ("not_reported", None, None)
        }
        assert set(Report.objects.values_list("state", "submitted_by")) == {("draf", None)}

    def test_says_who_and_why(self, batch, rina):
        retract_batch(batch, by=rina, reason="Berkas keliru.")
        batch.refresh_from_db()
        assert (batch.state, batch.retracted_by, batch.retracted_reason) == (
            "dicabut",
            rina,
            "Berkas keliru.",
        )
        lines = Change.objects.filter(action="cabut", batch=batch)
        assert {line.reason for line in lines} == {"Berkas keliru."}
        kerinci = Measurement.objects.get(unit__code="15.01")
        assert lines.get(object_type="programs.measurement", object_id=str(kerinci.pk)).pairs["value"] == [
            "55",
            "",
        ]

    def test_the_file_can_be_imported_again(self, batch, rina):
        retract_batch(batch, by=rina, reason="Berkas keliru.")
        again = import_sheet(sheet(row("15.01", "55"), row("15.02", "52")), "lembar.csv", by=rina)
        assert again.rows_new == 2
        assert Measurement.objects.with_value().count() == 2

    def test_a_revision_taken_back_leaves_what_the_source_said_before(self, batch, rina):
        revision = import_sheet(sheet(row("15.01", "56")), "revisi.csv", by=rina)
        retract_batch(revision, by=rina, reason="Revisi keliru.")
        measurement = Measurement.objects.get(unit__code="15.01")
        assert (measurement.value, measurement.chosen.batch) == (55, batch)
        assert Measurement.objects.get(unit__code="15.02").value == 52

    def test_an_import_that_was_revised_since_goes_without_touching_the_revision(self, batch, rina):
        import_sheet(sheet(row("15.01", "56")), "revisi.csv", by=rina)
        retract_batch(batch, by=rina, reason="Berkas keliru.")
        assert Measurement.objects.get(unit__code="15.01").value == 56
        assert Measurement.objects.get(unit__code="15.02").value is None

    def test_refused_while_an_accepted_report_rests_on_it(self, batch, rina, vera):
        accept_report(Report.objects.get(unit__code="15.01"), by=vera)
        assert refusal(retract_batch, batch, by=rina, reason="Berkas keliru.") == "locked_period"
        reopen_report(Report.objects.get(unit__code="15.01"), by=vera, reason="Impor akan dicabut.")
        retract_batch(batch, by=rina, reason="Berkas keliru.")

    def test_figures_beside_an_accepted_one_can_be_taken_back(self, batch, rina, vera):
        beside = import_sheet(sheet(row("15.01", "54", source="Kementerian")), "kemen.csv", by=rina)
        accept_report(Report.objects.get(unit__code="15.01"), by=vera)
        retract_batch(beside, by=rina, reason="Berkas keliru.")
        assert Measurement.objects.get(unit__code="15.01").value == 55

    def test_targets_give_way_to_the_ones_before(self, batch, rina):
        first = import_sheet(sheet(row("15.01", "55", target="80")), "target.csv", by=rina)
        second = import_sheet(sheet(row("15.01", "55", target="7–8")), "target.csv", by=rina)
        retract_batch(second, by=rina, reason="Keliru.")
        assert Target.objects.current().values_list("low", "high", "reason").get() == (80, None, "Keliru.")
        retract_batch(first, by=rina, reason="Keliru juga.")
        assert Target.objects.current().get().low is None
        assert Target.objects.count() == 4

    def test_a_target_set_by_hand_since_stays(self, batch, rina, kerinci, mcp):
        imported = import_sheet(sheet(row("15.01", "55", target="80")), "target.csv", by=rina)
        period = make.make_period(2018)
        set_target(unit=kerinci, indicator=mcp, period=period, low=90, reason="RKPD", by=rina)
        retract_batch(imported, by=rina, reason="Keliru.")
        assert Target.objects.current().get().low == 90
        assert Target.objects.count() == 2

    def test_a_target_without_predecessor_becomes_none(self, batch, rina):
        first = import_sheet(sheet(row("15.01", "55", target="80")), "target.csv", by=rina)
        retract_batch(first, by=rina, reason="Keliru.")
        assert Target.objects.current().get().low is None

    def test_not_twice(self, batch, rina):
        retract_batch(batch, by=rina, reason="Berkas keliru.")
        assert refusal(retract_batch, batch, by=rina, reason="Lagi.") == "wrong_state"

    def test_not_without_a_reason(self, batch, rina):
        assert refusal(retract_batch, batch, by=rina, reason="") == "reason_missing"


class TestAccept:
    @pytest.fixture
    def beside(self, batch, rina):
        return import_sheet(sheet(row("15.01", "54", source="Kementerian")), "kemen.csv", by=rina)

    def test_vera_lets_it_count(self, beside, vera):
        assert beside.observations.get() not in Observation.objects.verified()
        accept_batch(beside, by=vera)
        beside.refresh_from_db()
        assert (beside.state, beside.accepted_by) == ("diterima", vera)
        assert beside.observations.get() in Observation.objects.verified()

    def test_rina_does_not_accept_her_own(self, beside, rina):
        assert refusal(accept_batch, beside, by=rina) == "own_import"

    def test_a_superuser_does_not_accept_his_own(self, ready, suri):
        own = import_sheet(sheet(row()), "lembar.csv", by=suri)
        assert refusal(accept_batch, own, by=suri) == "own_import"

    def test_not_twice(self, beside, vera, suri):
        seen_by_suri = ImportBatch.objects.get(pk=beside.pk)
        accept_batch(beside, by=vera)
        assert refusal(accept_batch, seen_by_suri, by=suri) == "wrong_state"


class TestReach:
    def test_rina_vera_and_ani_see_it_dewi_does_not(self, batch, rina, vera, ani, dewi):
        batches = ImportBatch.objects.all()
        for person in (rina, vera, ani):
            assert batch in batches_visible_to(batches, person)
        assert batch not in batches_visible_to(batches, dewi)

    def test_a_verifier_of_one_regency_does_not_accept_an_import_of_two(self, batch, kerinci):
        person = make.make_user("kiki")
        make.make_assignment(person, "verifikator", unit=kerinci)
        assert batch in batches_visible_to(ImportBatch.objects.all(), person)
        assert batch not in batches_open_to(ImportBatch.objects.all(), person, "accept")

    def test_vera_of_the_province_does(self, batch, vera):
        assert batch in batches_open_to(ImportBatch.objects.all(), vera, "accept")
