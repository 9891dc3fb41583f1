"""Figures typed by hand: what is saved, what is refused, and what becomes of two who type at once."""

from decimal import Decimal

import pytest

from programs.actions import submit_report
from programs.choices import State
from programs.entering import Entry, Fact, enter_figures, own_source
from programs.judging import accept_report
from programs.models import Measurement, Observation, Report, Source
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(kerinci, mcp):
    return make.make_report(kerinci, mcp.program, make.make_period(2018))


def value(number, note=""):
    return Fact(State.VALUE, Decimal(number), note)


def seen(report):
    return report.measurements.get().chosen_id


def test_a_figure_rests_on_what_the_unit_itself_reported(draft, mcp, budi):
    entered = enter_figures(draft, [Entry(mcp, value("87.5", "dari SIPD"))], by=budi)
    assert (entered.saved, entered.refused, entered.overtaken) == ([mcp.pk], {}, {})
    figure = Measurement.objects.get()
    assert (figure.state, figure.value, figure.note) == ("value", Decimal("87.5"), "dari SIPD")
    assert (figure.chosen.source.name, figure.chosen.observed_by) == ("Laporan Kerinci (15.01)", budi)
    assert (figure.chosen.source.level, figure.chosen.source.agency_id) == ("kabkota", draft.unit_id)


def test_the_ledger_says_who_typed_what(draft, mcp, budi):
    enter_figures(draft, [Entry(mcp, value(80))], by=budi)
    figure = Measurement.objects.get()
    enter_figures(draft, [Entry(mcp, value(85), seen(draft))], by=budi)
    lines = Change.objects.about(figure).order_by("pk")
    assert [(line.action, line.by, line.pairs["value"]) for line in lines] == [
        ("buat", budi, ["", "80"]),
        ("ubah", budi, ["80", "85"]),
    ]

    draft.refresh_from_db()
    assert draft.version == 3


@pytest.mark.parametrize("state", ["not_due", "not_applicable", "not_assessable", "withheld"])
def test_why_there_is_no_figure_is_an_answer(draft, mcp, budi, state):
    silent = enter_figures(draft, [Entry(mcp, Fact(state))], by=budi)
    assert silent.saved == [] and "mengapa tidak ada angka" in silent.refused[mcp.pk]
    enter_figures(draft, [Entry(mcp, Fact(state, note="Tahap survei."))], by=budi)
    figure = Measurement.objects.get()
    assert (figure.state, figure.value, figure.chosen.state) == (state, None, state)


def test_what_stands_already_writes_nothing(draft, mcp, budi):
    enter_figures(draft, [Entry(mcp, value(80))], by=budi)
    rows = Observation.objects.count(), Change.objects.count()
    for entry in (Entry(mcp, value("80.000"), seen(draft)), Entry(mcp, value(80), None)):
        assert enter_figures(draft, [entry], by=budi).saved == []
    assert (Observation.objects.count(), Change.objects.count()) == rows


def test_an_empty_line_writes_nothing(draft, mcp, budi):
    assert enter_figures(draft, [Entry(mcp, Fact())], by=budi).saved == []
    assert not Measurement.objects.exists() and not Source.objects.exists()


def test_a_remark_that_holds_somebody_s_number_is_refused(draft, mcp, budi):
    entered = enter_figures(draft, [Entry(mcp, value(80, "dari Siti, 0812-3456-7890"))], by=budi)
    assert entered.saved == [] and "nomor telepon" in entered.refused[mcp.pk]
    assert not Measurement.objects.exists()


def test_a_figure_outside_its_scale_is_refused_and_the_others_are_kept(draft, mcp, budi):
    other = make.make_indicator(mcp.program, name="Lain")
    entered = enter_figures(draft, [Entry(mcp, value(120)), Entry(other, value(50))], by=budi)
    assert entered.saved == [other.pk]
    assert "120 di luar skala 0–100" in entered.refused[mcp.pk]
    assert Measurement.objects.get().indicator == other


def test_a_remark_names_nobody_by_number(draft, mcp, budi):
    entered = enter_figures(draft, [Entry(mcp, value(80, "NIP 198501012010011001"))], by=budi)
    assert "NIP" in entered.refused[mcp.pk] and not Measurement.objects.exists()


def test_what_another_source_said_stays_beside_it(draft, mcp, budi, rina):
    figure = make.make_measurement(draft, mcp, 70)
    figure.chosen = make.make_observation(figure, 70, by=rina)
    figure.save()
    enter_figures(draft, [Entry(mcp, value(72), figure.chosen_id)], by=budi)
    figure.refresh_from_db()
    assert figure.value == 72
    assert sorted(Observation.objects.standing().values_list("value", flat=True)) == [70, 72]


class TestTwoAtOnce:
    @pytest.fixture
    def opened(self, draft, mcp, budi):
        """Both opened the form at 80."""
        enter_figures(draft, [Entry(mcp, value(80))], by=budi)
        return seen(draft)

    def test_the_second_is_told_and_overwrites_nothing(self, draft, mcp, opened, budi, rina):
        enter_figures(draft, [Entry(mcp, value(82), opened)], by=rina)
        entered = enter_figures(draft, [Entry(mcp, value(85), opened)], by=budi)
        theirs = entered.overtaken[mcp.pk]
        assert (entered.saved, theirs.value, theirs.observed_by) == ([], 82, rina)
        assert Measurement.objects.get().value == 82

    def test_having_seen_it_the_second_decides(self, draft, mcp, opened, budi, rina):
        enter_figures(draft, [Entry(mcp, value(82), opened)], by=rina)
        assert enter_figures(draft, [Entry(mcp, value(85), seen(draft))], by=budi).saved == [mcp.pk]
        assert Measurement.objects.get().value == 85

    def test_a_line_left_as_it_was_takes_nothing_back(self, draft, mcp, opened, budi, rina):
        enter_figures(draft, [Entry(mcp, value(82), opened)], by=rina)
        entered = enter_figures(draft, [Entry(mcp, value(80), opened)], by=budi)
        assert (entered.saved, entered.overtaken) == ([], {})
        assert Measurement.objects.get().value == 82

    def test_different_lines_do_not_meet(self, draft, mcp, opened, budi, rina):
        other = make.make_indicator(mcp.program, name="Lain")
        enter_figures(draft, [Entry(other, value(40))], by=rina)
        assert enter_figures(draft, [Entry(mcp, value(85), opened)], by=budi).saved == [mcp.pk]

    def test_an_observation_of_another_figure_proves_nothing(self, draft, mcp, opened, budi):
        foreign = make.make_observation(
            make.make_measurement(make.make_report(draft.unit), make.make_indicator()), 85
        )
        entered = enter_figures(draft, [Entry(mcp, value(85), foreign.pk)], by=budi)
        assert list(entered.overtaken) == [mcp.pk]


class TestClosed:
    def test_what_was_sent_is_not_changed_under_the_verifiers_eyes(self, draft, mcp, budi, vera):
        enter_figures(draft, [Entry(mcp, value(80))], by=budi)
        draft.refresh_from_db()
        submit_report(draft, by=budi)
        for _state in ("dikirim", "diterima"):
            with pytest.raises(ActionRefused) as refused:
                enter_figures(draft, [Entry(mcp, value(90), seen(draft))], by=budi)
            assert refused.value.code == "report_closed"
            if draft.state == "dikirim":
                accept_report(draft, by=vera)
        assert Measurement.objects.get().value == 80

    def test_who_typed_a_figure_does_not_accept_it(self, draft, mcp, budi, suri):
        enter_figures(draft, [Entry(mcp, value(80))], by=suri)
        draft.refresh_from_db()
        submit_report(draft, by=budi)
        with pytest.raises(ActionRefused) as refused:
            accept_report(draft, by=suri)
        assert refused.value.code == "own_figures"
        assert Report.objects.get().state == "dikirim"


def test_units_of_one_name_have_sources_of_their_own(jambi, dinsos):
    town = make.make_regency("15.71", "Jambi", province=jambi)
    national = make.make_agency("kpk", "KPK")
    below = make.make_agency("15.71-dinsos", "Dinas Sosial", parent=town)
    made = [own_source(unit, by=None) for unit in (jambi, town, dinsos, national, below)]
    names = {source.name: source.level for source in made}
    assert list(names.values()) == ["provinsi", "kabkota", "provinsi", "pusat", "kabkota"]
