"""Two people at the same moment: what remains equals one of them coming first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from programs.importing import ImportRefused, import_sheet
from programs.judging import accept_report
from programs.models import Measurement, Observation, Report
from records.models import ImportBatch
from records.refusals import ActionRefused
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
