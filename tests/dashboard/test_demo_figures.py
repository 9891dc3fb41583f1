"""The invented figures behind the stories: several sources of one figure, and when each was reported."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.choices import ReportState, StepKind
from programs.models import IndicatorPair, Measurement, Observation, Part, Report, ReportStep, Schedule
from records.choices import BatchState
from records.models import ImportBatch
from tests.dashboard.demo_figures import said_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.slow]


class TestSocialWelfare:
    def test_all_fourteen_reported_the_first_semester(self):
        reports = Report.objects.filter(program__code="PPKS", period__year=2024, period__code="SM1")
        assert reports.count() == 14
        assert set(reports.values_list("state", flat=True)) == {ReportState.ACCEPTED}

    def test_the_provinces_recap_stands_beside_each_regencys_own_figure(self):
        assert said_of("61.12", "PPKS-08") == {
            "Dinas Sosial Kab. Kubu Raya": 2574,
            "Dinas Sosial Provinsi Kalimantan Barat": 2692,
        }

    def test_six_figures_are_not_the_same(self):
        own = Measurement.objects.filter(report__program__code="PPKS", period__year=2024, period__code="SM1")
        unlike = {
            (one.unit.code, one.indicator.code)
            for one in own.select_related("unit", "indicator")
            if len(set(said_of(one.unit.code, one.indicator.code).values())) > 1
        }
        assert unlike == {
            ("61.02", "PPKS-09"),
            ("61.04", "PPKS-08"),
            ("61.08", "PPKS-23"),
            ("61.10", "PPKS-02"),
            ("61.12", "PPKS-08"),
            ("61.71", "PPKS-21"),
        }

    def test_the_province_reported_where_a_city_had_no_sums(self):
        assert said_of("61.72", "PPKS-01") == {"Dinas Sosial Provinsi Kalimantan Barat": 13}

    def test_kecamatan_add_up_and_some_are_under_five(self):
        figures = Measurement.objects.filter(chosen__parts__isnull=False).distinct()
        assert set(figures.values_list("unit__code", "indicator__code")) == {
            ("61.03", "PPKS-04"),
            ("61.03", "PPKS-08"),
        }
        for figure in figures:
            assert sum(figure.chosen.parts.values_list("value", flat=True)) == figure.value
        assert Part.objects.filter(value__lt=5).count() == 7
        assert not figures.filter(indicator__suppress_small_cells=False).exists()


class TestFamilyHope:
    def test_three_sources_for_each_of_eleven(self):
        reports = Report.objects.filter(program__code="PKH", period__code="TW1", state=ReportState.ACCEPTED)
        assert reports.count() == 11
        for report in reports.select_related("unit"):
            assert len(said_of(report.unit.code, "PKH-KPM")) == 3

    def test_the_ministrys_figure_is_the_one_that_counts(self):
        chosen = Measurement.objects.filter(indicator__code="PKH-KPM").values_list("chosen__source__name")
        assert set(chosen) == {("Kemensos (SIKS-NG)",)}


class TestStaff:
    def test_ten_agencies_and_a_pair_whose_gap_narrows(self):
        pair = IndicatorPair.objects.get()
        figures = Measurement.objects.filter(unit__kind="instansi", unit__parent__code="15.06")
        gaps = {}
        for year in (2020, 2021):
            first, second = (
                dict(figures.filter(indicator=one, period__year=year).values_list("unit", "value"))
                for one in (pair.first, pair.second)
            )
            assert first.keys() == second.keys() and len(first) == 10
            gaps[year] = sum(first.values()) - sum(second.values())
        assert gaps[2020] > gaps[2021] > 0


class TestCalendars:
    def test_each_way_of_cutting_up_a_year(self):
        kept = Schedule.objects.values_list("program__code", "frequency")
        assert {
            ("PPKS", "semester"),
            ("PKH", "triwulan"),
            ("RENAKSI-PKS", "caturwulan"),
            ("KINERJA-ASN", "tahunan"),
        } <= set(kept)
        assert not Schedule.objects.filter(owner=None).exists()

    def test_reports_came_in_time_and_too_late_at_the_hour_that_is_told(self):
        """Due on 10 July; two regencies sent theirs on the 15th, the province stepped in on the 22nd."""
        sent = ReportStep.objects.filter(
            report__program__code="PPKS", report__period__year=2024, kind=StepKind.SUBMITTED
        )
        days = {
            step.report.unit.code: timezone.localdate(step.at) for step in sent.select_related("report__unit")
        }
        late = {code for code, day in days.items() if (day.month, day.day) > (7, 10)}
        assert late == {"61.10", "61.11", "61.72"}
        assert len(days) == 14

    def test_two_caturwulan_are_over_and_one_runs(self):
        due = Schedule.objects.filter(program__code="RENAKSI-PKS").values_list(
            "deadlines__period__ends_on", flat=True
        )
        today = timezone.localdate()
        assert sorted(day < today for day in due) == [False, True, True]
        assert max(due) - min(due) < timedelta(days=260)


def test_nothing_was_said_in_the_future_and_imports_have_a_second_person():
    assert not Observation.objects.filter(observed_at__gt=timezone.now()).exists()
    batches = ImportBatch.objects.filter(state=BatchState.ACCEPTED)
    assert batches.count() >= 10
    assert all(batch.accepted_by_id != batch.imported_by_id for batch in batches)
    assert all(batch.accepted_at >= batch.imported_at for batch in batches)
