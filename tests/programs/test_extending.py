"""More time for one unit, the lock after the last day, and what opens it again."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from programs.actions import submit_report
from programs.choices import State
from programs.entering import Entry, Fact, enter_figures
from programs.extending import extend
from programs.importing import ImportRefused, import_sheet, preview_sheet
from programs.judging import accept_report, reopen_report, return_report
from programs.models import Deadline, Extension, Measurement, Report
from programs.obligations import obligation_of
from records.models import Change
from records.refusals import ActionRefused
from regions.zones import NATIONAL, today_in
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = pytest.mark.django_db

DUE = date(2019, 1, 10)


@pytest.fixture
def today():
    return today_in(NATIONAL.zone)


@pytest.fixture
def deadline(mcp):
    """MCP 2018: due on 10 January 2019, shut after the 20th."""
    return make.make_deadline(make.make_schedule(mcp.program, 2018), due_on=DUE, locks_on=date(2019, 1, 20))


@pytest.fixture
def draft(kerinci, mcp, deadline):
    """Filled in time, never sent."""
    report = make.make_report(kerinci, mcp.program, deadline.period)
    make.make_measurement(report, mcp, 55)
    return report


def refused(act, *arguments, **options):
    rows = Extension.objects.count(), Measurement.objects.count(), Change.objects.count()
    with pytest.raises(ActionRefused) as refusal:
        act(*arguments, **options)
    assert (Extension.objects.count(), Measurement.objects.count(), Change.objects.count()) == rows
    return refusal.value.code, str(refusal.value)


class TestExtend:
    def give(self, deadline, unit, by, *, days=5, reason="Server kabupaten padam."):
        return extend(deadline, unit, due_on=DUE + timedelta(days=days), reason=reason, by=by)

    def test_it_moves_the_day_and_says_who_and_why(self, deadline, kerinci, mcp, wayan):
        extension = self.give(deadline, kerinci, wayan)
        assert obligation_of(kerinci, mcp.program, deadline.period).due_on == date(2019, 1, 15)
        line = Change.objects.about(extension).get()
        assert (line.action, line.by, line.reason) == ("buat", wayan, "Server kabupaten padam.")

    def test_a_later_one_goes_before_it(self, deadline, kerinci, mcp, wayan):
        self.give(deadline, kerinci, wayan)
        self.give(deadline, kerinci, wayan, days=7)
        assert Extension.objects.current().get().due_on == DUE + timedelta(days=7)

    @pytest.mark.parametrize("days", [-1, 0])
    def test_it_does_not_end_before_the_due_date(self, deadline, kerinci, wayan, days):
        code, said = refused(self.give, deadline, kerinci, wayan, days=days)
        assert code == "no_more_time" and "Batas waktunya sekarang 10\xa0Januari 2019." in said

    def test_nor_before_the_one_that_stands(self, deadline, kerinci, wayan):
        self.give(deadline, kerinci, wayan)
        code, said = refused(self.give, deadline, kerinci, wayan, days=3)
        assert code == "no_more_time" and "15\xa0Januari 2019" in said

    def test_it_says_why(self, deadline, kerinci, wayan):
        assert refused(self.give, deadline, kerinci, wayan, reason=" ")[0] == "reason_missing"
        assert (
            refused(self.give, deadline, kerinci, wayan, reason="NIP 198501012010011001")[0]
            == "personal_data"
        )

    def test_a_unit_that_ended_needs_none(self, deadline, jambi, wayan):
        unit = make.make_regency("15.09", "Lama", province=jambi, valid_to=date(2017, 6, 30))
        code, said = refused(self.give, deadline, unit, wayan)
        assert code == "unit_ended" and "Lama sudah berakhir pada 30\xa0Juni 2017" in said

    def test_nor_one_that_came_later(self, deadline, jambi, wayan):
        unit = make.make_regency("15.09", "Baru", province=jambi, valid_from=date(2019, 6, 30))
        code, said = refused(self.give, deadline, unit, wayan)
        assert code == "unit_ended" and "Baru baru ada sejak 30\xa0Juni 2019" in said

    def test_nor_one_that_is_not_asked(self, deadline, dinsos, wayan):
        code, said = refused(self.give, deadline, dinsos, wayan)
        assert code == "not_asked" and "tidak diminta melapor MCP Tahun 2018" in said


class TestLock:
    def test_a_late_report_is_not_sent_after_it(self, draft, budi):
        code, said = refused(submit_report, draft, by=budi)
        assert code == "past_lock"
        assert said == (
            "Pengisian laporan MCP Tahun 2018 untuk Kerinci ditutup sesudah 20\xa0Januari 2019. "
            "Minta admin program memberi perpanjangan."
        )

    def test_nor_filled(self, draft, mcp, budi):
        entry = Entry(mcp, Fact(State.VALUE, Decimal(60)))
        assert refused(enter_figures, draft, [entry], by=budi)[0] == "past_lock"

    def test_its_last_day_is_a_day_of_work(self, draft, budi, today):
        Deadline.objects.update(locks_on=today)
        assert submit_report(draft, by=budi).state == "dikirim"

    def test_an_extension_opens_it(self, deadline, draft, budi, wayan, today):
        extend(deadline, draft.unit, due_on=today, reason="Banjir.", by=wayan)
        assert submit_report(draft, by=budi).state == "dikirim"

    def test_what_was_returned_may_be_mended(self, draft, mcp, budi, vera, today):
        Deadline.objects.update(locks_on=today)
        submit_report(draft, by=budi)
        return_report(draft, by=vera, reason="Naskah belum ada.")
        Deadline.objects.update(locks_on=date(2019, 1, 20))
        seen = draft.measurements.get().chosen_id
        assert enter_figures(draft, [Entry(mcp, Fact(State.VALUE, Decimal(60)), seen)], by=budi).saved
        draft.refresh_from_db()
        assert submit_report(draft, by=budi).state == "dikirim"

    def test_and_what_a_verifier_opened_again(self, draft, budi, vera, today):
        Deadline.objects.update(locks_on=today)
        submit_report(draft, by=budi)
        accept_report(draft, by=vera)
        reopen_report(draft, by=vera, reason="Salah ketik.")
        Deadline.objects.update(locks_on=date(2019, 1, 20))
        assert submit_report(draft, by=budi).state == "dikirim"


class TestSheet:
    def test_a_row_fills_no_report_that_is_shut(self, ready, deadline, rina):
        content = sheet(row("15.01", "55"), row("15.02", "60"))
        with pytest.raises(ImportRefused) as refusal:
            import_sheet(content, "mcp.csv", by=rina)
        assert [(one.code, one.row) for one in refusal.value.problems] == [("past_lock", 2), ("past_lock", 3)]
        assert "Kerinci ditutup sesudah 20\xa0Januari 2019" in refusal.value.problems[0].message
        assert not Report.objects.exists()

    def test_another_source_beside_a_figure_is_not_filling(self, ready, draft, rina):
        figure = draft.measurements.get()
        figure.chosen = make.make_observation(figure, 55)
        figure.save()
        assert preview_sheet(sheet(row("15.01", "58")), "mcp.csv", by=rina).beside == 1

    def test_who_has_more_time_is_read(self, ready, deadline, rina, wayan, today):
        extend(deadline, ready["15.01"], due_on=today, reason="Banjir.", by=wayan)
        assert import_sheet(sheet(row("15.01", "55")), "mcp.csv", by=rina).rows_new == 1
