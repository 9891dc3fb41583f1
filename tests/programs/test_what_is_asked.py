"""What a report asks for: what is counted once a year is not asked each semester."""

import pytest

from programs.models import Report
from tests import factories as make

pytestmark = pytest.mark.django_db

FREQUENCIES = ("tahunan", "semester", "bulanan", "tertentu", "")


@pytest.fixture
def program(kerinci):
    program = make.make_program()
    for frequency in FREQUENCIES:
        make.make_indicator(program, frequency=frequency)
    return program


def progress(report):
    found = Report.objects.filter(pk=report.pk).with_progress().get()
    return found.filled, found.asked


@pytest.mark.parametrize(("code", "asked"), [("TAHUNAN", 5), ("SM1", 4), ("B04", 3), ("BLN03", 3)])
def test_by_the_length_of_the_period(program, kerinci, code, asked):
    report = make.make_report(kerinci, program, make.make_period(2024, code))
    assert progress(report) == (0, asked)


def test_an_answer_to_what_was_not_asked_fills_nothing(program, kerinci):
    report = make.make_report(kerinci, program, make.make_period(2024, "SM1"))
    make.make_measurement(report, program.indicators.get(frequency="tahunan"), 5)
    make.make_measurement(report, program.indicators.get(frequency="semester"), 5)
    assert progress(report) == (1, 4)


def test_the_page_shows_it_where_it_has_a_figure(program, kerinci, budi, logged_in):
    report = make.make_report(kerinci, program, make.make_period(2024, "SM1"))
    yearly = program.indicators.get(frequency="tahunan")
    program.indicators.exclude(pk=yearly.pk).update(name="Diminta")
    type(yearly).objects.filter(pk=yearly.pk).update(name="Hitungan setahun")
    client, address = logged_in(budi), f"/kerja/laporan/{report.pk}/"
    assert "Hitungan setahun" not in client.get(address).content.decode()
    make.make_measurement(report, yearly, 5)
    assert "Hitungan setahun" in client.get(address).content.decode()
