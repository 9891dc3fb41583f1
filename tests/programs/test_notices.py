"""Who is told of what: one notice an act and person, never one a row, never to who did it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from programs.actions import record_observation, submit_report
from programs.choices import StepKind
from programs.extending import extend
from programs.importing import import_sheet
from programs.judging import accept_report, reopen_report, return_report
from programs.models import Difference, Report
from programs.notices import tell_reports
from programs.settling import Agreed, carry, settle
from records.models import Notice
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(rina, wayan, budi, sari, vera, nia, pimpin, ani, dewi, suri):
    """Everybody who could be told by mistake."""


@pytest.fixture
def draft(mcp, kerinci, budi):
    figure = record_observation(
        unit=kerinci,
        indicator=mcp,
        period=make.make_period(2018),
        source=make.make_source("Inspektorat"),
        value=70,
        by=budi,
    )
    return figure.measurement.report


@pytest.fixture
def sent(draft, budi):
    submit_report(draft, by=budi)
    Notice.objects.all().delete()
    return Report.objects.get(pk=draft.pk)


def told(kind=None):
    """{person: [sentence]}"""
    found = {}
    for notice in Notice.objects.select_related("recipient").order_by("pk"):
        if kind is None or notice.kind == kind:
            found.setdefault(notice.recipient.username, []).append(notice.text)
    return found


class TestReports:
    def test_sent_to_who_may_accept(self, staff, draft, budi):
        submit_report(draft, by=budi)
        assert told() == {"vera": ["Laporan MCP Tahun 2018, Kerinci menunggu pemeriksaan."]}
        assert Notice.objects.get().path == f"/kerja/laporan/{draft.pk}/"

    def test_returned_to_who_may_mend(self, staff, sent, vera):
        return_report(sent, by=vera, reason="Angka tertukar.")
        words = ["Laporan MCP Tahun 2018, Kerinci dikembalikan untuk diperbaiki."]
        assert told() == {"budi": words, "rina": words}

    def test_accepted_and_opened_again(self, staff, sent, vera):
        accept_report(sent, by=vera)
        reopen_report(Report.objects.get(), by=vera, reason="Salah ketik.")
        assert told()["budi"] == [
            "Laporan MCP Tahun 2018, Kerinci diterima.",
            "Laporan MCP Tahun 2018, Kerinci dibuka kembali; angkanya tidak dihitung sampai diterima lagi.",
        ]
        assert set(told()) == {"budi", "rina"}

    def test_sent_a_second_time_it_is_told_a_second_time(self, staff, sent, vera, budi):
        return_report(sent, by=vera, reason="Angka tertukar.")
        submit_report(Report.objects.get(), by=budi)
        assert len(told("dikirim")["vera"]) == 1
        assert len(told()["vera"]) == 1

    def test_a_refused_act_tells_nobody(self, staff, sent, budi):
        with pytest.raises(Exception, match="pengirimnya"):
            accept_report(sent, by=budi)
        assert told() == {}

    def test_the_words_are_indonesian_whoever_acts(self, staff, draft, budi):
        with translation.override("en"):
            submit_report(draft, by=budi)
        assert told()["vera"] == ["Laporan MCP Tahun 2018, Kerinci menunggu pemeriksaan."]

    def test_no_name_of_a_person_stands_in_them(self, staff, sent, vera):
        return_report(sent, by=vera, reason="Tanyakan kepada Pak Hasan.")
        assert not Notice.objects.filter(text__regex="Vera|Budi|Hasan").exists()

    def test_many_judged_together_are_told_together(self, staff, sent, merangin, mcp, vera):
        other = make.make_report(merangin, mcp.program, make.make_period(2018), state="diterima")
        accept_report(sent, by=vera, tells=False)
        assert told() == {}
        tell_reports([sent, other], StepKind.ACCEPTED, by=vera)
        assert told() == {
            "budi": ["Laporan MCP Tahun 2018, Kerinci diterima."],
            "sari": ["Laporan MCP Tahun 2018, Merangin diterima."],
            "rina": ["2 laporan diterima, antara lain MCP Tahun 2018, Kerinci."],
        }
        assert Notice.objects.get(recipient__username="rina").path == "/kerja/laporan/?keadaan=diterima"


class TestImports:
    def test_a_sheet_of_eleven_tells_a_verifier_once(self, ready, staff, rina):
        import_sheet(sheet(*(row(code) for code in ready)), "lembar.csv", by=rina)
        assert told("dikirim") == {
            "vera": ["11 laporan menunggu pemeriksaan, antara lain MCP Tahun 2018, Kerinci."]
        }

    def test_a_sheet_that_opens_eleven_differences_tells_each_person_once(self, ready, staff, rina, suri):
        import_sheet(sheet(*(row(code) for code in ready)), "lembar.csv", by=rina)
        import_sheet(sheet(*(row(code, "60", source="KPK") for code in ready)), "kpk.csv", by=suri)
        whole = ["11 angka belum sinkron, antara lain Monitoring Center for Prevention Tahun 2018, Kerinci."]
        one = "Angka Monitoring Center for Prevention Tahun 2018, {} belum sinkron: sumber-sumbernya berbeda."
        assert told("selisih") == {
            "rina": whole,
            "vera": whole,
            "budi": [one.format("Kerinci")],
            "sari": [one.format("Merangin")],
        }
        paths = dict(Notice.objects.filter(kind="selisih").values_list("recipient__username", "path"))
        figure = Difference.objects.get(measurement__unit__code="15.01").measurement_id
        assert (paths["rina"], paths["budi"]) == ("/kerja/sinkronisasi/", f"/kerja/angka/{figure}/")

    def test_the_same_sheet_again_tells_nobody(self, ready, staff, rina):
        content = sheet(*(row(code) for code in ready))
        import_sheet(content, "lembar.csv", by=rina)
        before = Notice.objects.count()
        assert import_sheet(content, "lembar.csv", by=rina) is None
        assert Notice.objects.count() == before


class TestDifferences:
    @pytest.fixture
    def apart(self, mcp, kerinci):
        return make.make_apart(mcp, kerinci, make.make_period(2018), 50, 60)

    def test_carried_is_told_to_who_may_settle_and_to_the_reporters(self, staff, apart, rina):
        carry([apart], by=rina)
        assert set(told("dibawa")) == {"vera", "budi"}

    def test_settled_too(self, staff, apart, vera):
        agreed = Agreed(apart, "parsial", value=55)
        settle([agreed], by=vera, reason="Disepakati bersama.", minutes_number="12/BA/2019")
        assert told("selesai") == dict.fromkeys(
            ("budi", "rina"),
            ["Selisih angka Monitoring Center for Prevention Tahun 2018, Kerinci diselesaikan."],
        )


def test_more_time_is_told_with_its_day(staff, mcp, kerinci, rina, wayan):
    period = make.make_period(2018)
    schedule = make.make_schedule(mcp.program, 2018)
    deadline = make.make_deadline(schedule, period, due_on=timezone.localdate())
    extend(deadline, kerinci, due_on=timezone.localdate() + timedelta(days=9), reason="Banjir.", by=rina)
    (words,) = told("perpanjangan")["budi"]
    assert words.startswith("Tenggat laporan MCP Tahun 2018, Kerinci diperpanjang sampai ")
    assert set(told()) == {"budi"}
