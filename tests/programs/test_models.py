"""What a database refuses, whoever asks: each constraint of this room broken once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from programs.models import Indicator, Measurement, Observation, Period, Program, Report, Source, Target
from tests import factories as make

pytestmark = pytest.mark.django_db


def breaks(constraint, model, /, **fields):
    """The database refuses this row, by the constraint of this name or for being there already."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        model._base_manager.create(**fields)
    said = str(error.value).lower()
    assert constraint in said or "unique" in said, said


class TestProgram:
    def test_a_code_once_per_province(self, jambi):
        make.make_program("MCP", owner=jambi)
        breaks("program_code_per_owner", Program, code="MCP", name="B", short_name="B", owner=jambi)

    def test_a_code_once_among_the_national_ones(self, db):
        make.make_program("MCP")
        breaks("program_code_national", Program, code="MCP", name="B", short_name="B")

    def test_a_province_may_use_a_national_code_and_another_provinces(self, jambi, kalbar):
        for owner in (None, jambi, kalbar):
            make.make_program("MCP", owner=owner)
        assert Program.objects.filter(code="MCP").count() == 3

    @pytest.mark.parametrize("code", ["mcp", "M P", "-MCP", "MÇP", ""])
    def test_a_code_is_capitals_digits_and_hyphens(self, db, code):
        breaks("program_code_form", Program, code=code, name="B", short_name="B")


class TestIndicator:
    def create(self, constraint, **fields):
        fields = {"code": "B", "name": "B", "measure_unit": "nilai", **fields}
        breaks(constraint, Indicator, program=make.make_program(), **fields)

    def test_a_code_once_per_province(self, jambi):
        make.make_indicator(code="A", owner=jambi)
        self.create("indicator_code_per_owner", code="A", owner=jambi)

    def test_a_code_once_among_the_national_ones(self, db):
        make.make_indicator(code="A")
        self.create("indicator_code_national", code="A")

    def test_the_form_of_a_code(self, db):
        self.create("indicator_code_form", code="a b")

    def test_a_scale_upside_down(self, db):
        self.create("indicator_scale_order", scale_min=100, scale_max=0)

    def test_too_many_decimals(self, db):
        self.create("indicator_decimals", decimals=7)

    def test_a_negative_tolerance(self, db):
        self.create("indicator_tolerance", tolerance_percent=-1)


class TestPeriod:
    days = {"starts_on": date(2024, 1, 1), "ends_on": date(2024, 12, 31)}

    def test_once(self, db):
        make.make_period(2024)
        breaks("period_once", Period, year=2024, code="TAHUNAN", **self.days)

    def test_an_unknown_code(self, db):
        breaks("period_code_known", Period, year=2024, code="B13", **self.days)

    @pytest.mark.parametrize("year", [1944, 2101])
    def test_a_year_of_another_age(self, db, year):
        breaks("period_year", Period, year=year, code="TAHUNAN", **self.days)

    def test_an_end_before_its_start(self, db):
        upside_down = {"starts_on": date(2024, 12, 31), "ends_on": date(2024, 1, 1)}
        breaks("period_order", Period, year=2024, code="TAHUNAN", **upside_down)


def test_a_target_upside_down(kerinci, mcp, rina):
    stamp = {"set_at": timezone.now(), "set_by": rina}
    key = {"unit": kerinci, "indicator": mcp, "period": make.make_period()}
    breaks("target_order", Target, **key, low=8, high=7, **stamp)
    breaks("target_order", Target, **key, high=7, **stamp)


class TestReport:
    @pytest.fixture
    def key(self, kerinci, mcp):
        return {"unit": kerinci, "program": mcp.program, "period": make.make_period()}

    def test_one_per_unit_program_and_period(self, key):
        Report.objects.create(**key)
        breaks("report_once", Report, **key)

    @pytest.mark.parametrize("verb", ["submitted", "accepted", "returned"])
    def test_a_time_without_a_name_and_a_name_without_a_time(self, key, budi, verb):
        breaks(f"report_{verb}_paired", Report, **key, **{f"{verb}_at": timezone.now()})
        breaks(f"report_{verb}_paired", Report, **key, **{f"{verb}_by": budi})

    def test_accepted_by_nobody(self, key):
        breaks("report_accepted_by_somebody", Report, **key, state="diterima")

    def test_accepted_but_never_sent(self, key, vera):
        stamp = {"accepted_at": timezone.now(), "accepted_by": vera}
        breaks("report_accepted_by_somebody", Report, **key, state="diterima", **stamp)

    def test_returned_without_a_reason(self, key):
        breaks("report_returned_with_reason", Report, **key, state="dikembalikan")

    def test_accepted_by_its_sender(self, key, vera):
        now = timezone.now()
        stamps = {"submitted_at": now, "submitted_by": vera, "accepted_at": now, "accepted_by": vera}
        breaks("report_second_person", Report, **key, state="diterima", **stamps)


def test_a_source_once(db):
    make.make_source("BPS")
    breaks("name", Source, name="BPS")


class TestFigures:
    @pytest.fixture
    def report(self, kerinci, mcp):
        return make.make_report(kerinci, mcp.program)

    @pytest.fixture
    def key(self, report, mcp):
        return {"report": report, "unit": report.unit, "period": report.period, "indicator": mcp}

    def test_one_per_unit_indicator_and_period(self, key):
        Measurement.objects.create(**key)
        breaks("measurement_once", Measurement, **key)

    @pytest.mark.parametrize("fields", [{"state": "value"}, {"state": "not_reported", "value": 0}])
    def test_a_value_or_a_state_never_both_or_neither(self, key, rina, fields):
        breaks("measurement_value_or_state", Measurement, **key, **fields)
        said = {"observed_at": timezone.now(), "observed_by": rina, "source": make.make_source()}
        measurement = Measurement.objects.create(**key)
        breaks("observation_value_or_state", Observation, measurement=measurement, **said, **fields)

    def test_zero_is_a_value(self, key):
        assert Measurement.objects.create(**key, state="value", value=0).value == 0

    def test_an_observation_is_taken_back_once(self, report, mcp, rina):
        observation = make.make_observation(make.make_measurement(report, mcp, 55), 55)
        make.make_observation(observation.measurement, retracts=observation)
        fields = {
            "measurement": observation.measurement,
            "source": observation.source,
            "state": "not_reported",
            "retracts": observation,
            "observed_at": timezone.now(),
            "observed_by": rina,
        }
        breaks("retracts_id", Observation, **fields)
