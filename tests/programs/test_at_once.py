"""Two people at the same moment: what remains equals one of them coming first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from programs.actions import record_observation
from programs.importing import ImportRefused, import_sheet
from programs.judging import accept_report
from programs.models import Difference, Measurement, Observation, Report, SettledFigure
from programs.settling import Agreed, settle
from records.models import ImportBatch
from records.refusals import ActionRefused
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(*acts):
    """Run each act in a thread of its own, all let go together; gives results or refusals."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            return act()
        except ActionRefused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_the_same_sheet_confirmed_twice_is_stored_once(ready, rina, suri):
    content = sheet(*(row(code, target="80") for code in ready))
    batches = at_once(
        lambda: import_sheet(content, "lembar.csv", by=rina),
        lambda: import_sheet(content, "lembar.csv", by=suri),
    )
    assert [batch is None for batch in batches].count(True) == 1
    assert ImportBatch.objects.count() == 1
    assert Observation.objects.count() == len(ready)


@pytest.mark.parametrize("turn", range(3))
def test_a_revision_against_an_acceptance(ready, rina, vera, turn):
    import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
    report = Report.objects.get()
    imported, accepted = at_once(
        lambda: import_sheet(sheet(row(value="56")), "revisi.csv", by=rina),
        lambda: accept_report(report, by=vera),
    )
    state, value = Report.objects.get().state, Measurement.objects.get().value
    if isinstance(accepted, ActionRefused):
        assert (state, value) == ("dikirim", 56)
    else:
        assert isinstance(imported, ImportRefused)
        assert [problem.code for problem in imported.problems] == ["locked_period"]
        assert (state, value) == ("diterima", 55)


@pytest.mark.parametrize("turn", range(3))
def test_two_who_settle_the_same_figure(kerinci, mcp, vera, suri, turn):
    apart = make.make_apart(mcp, kerinci, make.make_period(2018), 55, 67)
    first, second = apart.measurement.observations.order_by("pk")
    told = at_once(
        lambda: settle([Agreed(apart, "lain", first)], by=vera, reason="Angka daerah."),
        lambda: settle([Agreed(apart, "lain", second)], by=suri, reason="Angka pusat."),
    )
    refused = [one for one in told if isinstance(one, ActionRefused)]
    assert [one.code for one in refused] == ["difference_moved_on"]
    figure = SettledFigure.objects.get()
    assert Measurement.objects.get().value == figure.value
    assert figure.settlement.settled_by in (vera, suri)


@pytest.mark.parametrize("turn", range(3))
def test_a_settlement_against_a_new_word_of_its_source(kerinci, mcp, rina, vera, turn):
    apart = make.make_apart(mcp, kerinci, make.make_period(2018), 55, 67)
    chosen = apart.measurement.observations.latest("pk")
    where = {"unit": kerinci, "indicator": mcp, "period": make.make_period(2018)}
    settled, _said = at_once(
        lambda: settle([Agreed(apart, "lain", chosen)], by=vera, reason="Angka pusat."),
        lambda: record_observation(**where, source=chosen.source, value=80, by=rina),
    )
    now = Difference.objects.get()
    assert now.state == "terbuka"
    if isinstance(settled, ActionRefused):
        assert settled.code in ("difference_moved_on", "not_standing")
        assert Measurement.objects.get().value == 55
    else:
        assert Measurement.objects.get().value == 67
