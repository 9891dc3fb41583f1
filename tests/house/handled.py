"""A report on its way, with everything that people write beside it: for tests that look at every text."""

from datetime import date

from django.utils import timezone

from programs.models import Deadline, Evidence, Extension, Part, Remark, ReportStep, Schedule
from records.models import Notice
from tests import factories as make


def handle(report):
    """More time, a return with a remark, evidence, a figure settled and broken down, and a notice of it."""
    now, official = timezone.now(), make.make_user()
    figure = report.measurements.get()
    schedule = Schedule.objects.create(program=report.program, year=report.period.year)
    deadline = Deadline.objects.create(schedule=schedule, period=report.period, due_on=date(2021, 1, 10))
    Extension.objects.create(
        deadline=deadline,
        unit=report.unit,
        due_on=date(2021, 1, 20),
        reason="Banjir.",
        given_at=now,
        given_by=official,
    )
    step = ReportStep.objects.create(
        report=report, kind="dikembalikan", reason="Periksa lagi.", at=now, by=official
    )
    Remark.objects.create(step=step, indicator=figure.indicator, text="Terlalu tinggi.")
    Evidence.objects.create(
        report=report, title="Rekap", url="https://contoh.id/rekap", added_at=now, added_by=official
    )
    figure.chosen = make.make_observation(figure, figure.value)
    figure.save()
    Part.objects.create(observation=figure.chosen, kind="kecamatan", label="Air Hangat", value=figure.value)
    apart = make.make_difference(figure, make.make_observation(figure, figure.value + 9))
    make.make_settled(apart, figure.value, minutes_number="BA-1/2021")
    Notice.objects.create(
        recipient=official,
        kind="dikembalikan",
        text="Laporan dikembalikan.",
        path="/kerja/",
        key="1",
        told_at=now,
    )
