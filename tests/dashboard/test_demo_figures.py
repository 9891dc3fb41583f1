"""The invented figures behind the stories: several sources of one figure, and when each was reported."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from meetings.models import Issue, Outcome
from programs.choices import DifferenceState, ReportState, StepKind
from programs.models import (
    Difference,
    Extension,
    IndicatorPair,
    Measurement,
    Observation,
    Part,
    Report,
    ReportStep,
    Schedule,
    SettledFigure,
    Settlement,
    Target,
)
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

    def test_another_unit_or_day_is_no_difference(self):
        stands = Difference.objects.filter(measurement__indicator__code="PKH-KPM")
        by_state = {}
        for code, state in stands.values_list("measurement__unit__code", "state"):
            by_state.setdefault(state, set()).add(code)
        assert by_state == {
            DifferenceState.IN_SYNC: {"15.01", "15.03"},
            DifferenceState.NOT_COMPARABLE: {"15.04", "15.06", "15.09", "15.72"},
            DifferenceState.OPEN: {"15.02", "15.08"},
            DifferenceState.CARRIED: {"15.07", "15.71"},
            DifferenceState.SETTLED: {"15.05"},
        }

    def test_the_ministrys_figure_is_the_one_that_counts_until_another_is_agreed(self):
        chosen = Measurement.objects.filter(indicator__code="PKH-KPM").exclude(difference__state="selesai")
        assert set(chosen.values_list("chosen__source__name", flat=True)) == {"Kemensos (SIKS-NG)"}
        assert chosen.count() == 10


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


class TestAgreeing:
    def test_two_were_settled_together_one_waits_and_two_lie_open(self):
        ours = Difference.objects.filter(measurement__report__program__code="PPKS", gap__isnull=False)
        stands = {
            (one.measurement.unit.code, one.state)
            for one in ours.exclude(state=DifferenceState.IN_SYNC).select_related("measurement__unit")
        }
        assert stands == {
            ("61.12", DifferenceState.SETTLED),
            ("61.04", DifferenceState.SETTLED),
            ("61.71", DifferenceState.CARRIED),
            ("61.02", DifferenceState.OPEN),
            ("61.10", DifferenceState.OPEN),
        }
        settlement = Settlement.objects.get(minutes_number="BA-CONTOH/01/PPKS/2024")
        assert settlement.figures.count() == 2
        assert settlement.outcomes.get().rakor.is_sample

    def test_muaro_jambi_settled_at_its_periodic_rakor(self):
        figure = SettledFigure.objects.get(difference__measurement__unit__code="15.05")
        assert (figure.before, figure.value) == (11204, 10956)
        assert "Kemensos (SIKS-NG): 11.204" in figure.said
        assert figure.settlement.outcomes.get().rakor.series.slug == "pkh-muaro-jambi"

    def test_what_was_left_is_on_the_agenda_of_a_rakor_to_come(self):
        issues = Issue.objects.filter(differences__isnull=False).distinct()
        assert sorted(issue.differences.count() for issue in issues) == [1, 2]
        for issue in issues.select_related("rakor"):
            assert issue.rakor.starts_on > timezone.localdate()
            assert issue.rakor.agenda.filter(issue=issue).exists()

    def test_nothing_of_it_stands_on_a_public_rakor(self):
        assert not Outcome.objects.filter(settlement__isnull=False).public().exists()
        assert not Issue.objects.filter(differences__isnull=False).public().exists()


class TestReportsOnTheirWay:
    def of(self, unit):
        return Report.objects.get(
            unit__code=unit,
            program__code="PPKS",
            period__ends_on__year__gt=2024,
            period__code__startswith="SM",
        )

    def test_one_of_each_state(self):
        stands = {unit: self.of(unit).state for unit in ("61.01", "61.02", "61.03", "61.06")}
        assert stands == {
            "61.01": ReportState.RETURNED,
            "61.02": ReportState.ACCEPTED,
            "61.03": ReportState.SUBMITTED,
            "61.06": ReportState.DRAFT,
        }

    def test_the_returned_one_has_remarks_on_two_lines_and_evidence(self):
        report = self.of("61.01")
        steps = list(report.steps.values_list("kind", flat=True))
        assert steps == [StepKind.SUBMITTED, StepKind.RETURNED]
        assert report.steps.last().remarks.count() == 2
        assert report.evidence.get().url

    def test_the_opened_one_says_why(self):
        assert self.of("61.06").steps.get(kind=StepKind.REOPENED).reason

    def test_one_regency_has_more_time_with_a_reason(self):
        extension = Extension.objects.get()
        assert extension.unit.code == "61.08" and extension.reason
        assert extension.due_on > extension.deadline.due_on > timezone.localdate()

    def test_targets_have_a_start_and_a_source_and_one_was_revised_with_a_reason(self):
        targets = Target.objects.filter(unit__code="61.01", indicator__program__code="PPKS")
        assert targets.count() == 4
        assert not targets.filter(Q(baseline__isnull=True) | Q(source="")).exists()
        assert targets.exclude(reason="").get().indicator.code == "PPKS-21"


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
