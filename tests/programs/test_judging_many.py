"""Accepting and returning many reports at once: which may be, which are looked at alone, each for itself."""

import pytest

from programs.actions import set_target, submit_report
from programs.judging import accept_report
from programs.judging_many import accept_many, obstacles_of, return_many
from programs.models import Report
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(kerinci, merangin, mcp, budi, sari):
    """What Kerinci and Merangin sent for MCP 2018."""
    reports = []
    for unit, operator in ((kerinci, budi), (merangin, sari)):
        report = make.make_report(unit, mcp.program, make.make_period(2018))
        make.make_measurement(report, mcp, 55)
        reports.append(submit_report(report, by=operator))
    return reports


def states():
    return list(Report.objects.order_by("unit__code").values_list("state", flat=True))


class TestAccept:
    def test_all_of_them(self, sent, vera):
        assert accept_many(sent, by=vera) == (2, [])
        assert states() == ["diterima", "diterima"]

    def test_a_figure_that_looks_odd_is_looked_at_alone(self, sent, mcp, kerinci, vera, rina):
        set_target(unit=kerinci, indicator=mcp, period=sent[0].period, low=55, by=rina)
        done, [(report, why)] = accept_many(sent, by=vera)
        assert (done, report.unit) == (1, kerinci)
        assert why == f"1 angka perlu dilihat: {mcp.name}. Buka laporannya dan periksa sendiri."
        assert states() == ["dikirim", "diterima"]
        # Alone it may be: a warning blocks nothing.
        assert accept_report(Report.objects.get(pk=report.pk), by=vera).state == "diterima"

    def test_what_one_sent_or_filled_is_left_to_another(self, sent, suri, vera):
        Report.objects.filter(pk=sent[0].pk).update(submitted_by=suri)
        make.make_observation(sent[1].measurements.get(), 54, by=suri)
        reports = list(Report.objects.order_by("unit__code"))
        assert {report: why.split(".")[0] for report, why in accept_many(reports, by=suri)[1]} == {
            reports[0]: "Anda yang mengirimnya",
            reports[1]: "Memuat angka yang Anda masukkan",
        }
        assert states() == ["dikirim", "dikirim"]
        assert obstacles_of(reports, by=vera) == {}

    def test_one_that_changed_since_it_was_seen_is_named_and_the_other_passes(self, sent, vera):
        Report.objects.filter(pk=sent[0].pk).update(version=9)
        done, [(report, why)] = accept_many(sent, by=vera)
        assert (done, report) == (1, sent[0]) and "berubah sejak Anda membukanya" in why

    def test_who_comes_second_reads_who_decided(self, sent, vera, suri):
        seen_by_suri = list(Report.objects.order_by("unit__code"))
        accept_report(sent[0], by=vera)
        done, [(report, why)] = accept_many(seen_by_suri, by=suri)
        assert (done, report) == (1, sent[0]) and "sudah diterima oleh Vera" in why

    def test_what_is_not_sent_is_no_candidate(self, sent, vera):
        accept_report(sent[0], by=vera)
        reports = list(Report.objects.order_by("unit__code"))
        assert obstacles_of(reports, by=vera) == {
            sent[0].pk: "Laporan ini diterima, bukan menunggu diperiksa."
        }

    def test_the_same_queries_for_two_and_for_ten(self, sent, mcp, jambi, vera, django_assert_num_queries):
        with django_assert_num_queries(4):
            obstacles_of(sent, by=vera)
        for unit in make.make_regencies(8, jambi):
            report = make.make_report(unit, mcp.program, sent[0].period, state="dikirim")
            make.make_measurement(report, mcp, 55)
        reports = list(Report.objects.all())
        with django_assert_num_queries(4):
            obstacles_of(reports, by=vera)


class TestReturn:
    def test_with_one_reason(self, sent, vera):
        assert return_many(sent, by=vera, reason="Sumber kurang jelas.") == (2, [])
        assert set(Report.objects.values_list("state", "returned_reason")) == {
            ("dikembalikan", "Sumber kurang jelas.")
        }

    def test_what_looks_odd_may_be_given_back(self, sent, mcp, kerinci, vera, rina):
        set_target(unit=kerinci, indicator=mcp, period=sent[0].period, low=55, by=rina)
        assert return_many(sent, by=vera, reason="Periksa.")[0] == 2
