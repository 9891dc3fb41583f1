"""The facts of the five stories and of the computed rankings, exactly as the sources have them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db.models import Q

from evaluations.models import Award, Release, Round
from meetings.models import FollowUp, Issue, Outcome, Rakor, Review
from programs.models import Indicator, Measurement, Program, Report
from regions.models import Regency

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.slow]

STORIES = {
    "2019-03-12-kpk-jambi": (date(2019, 3, 12), "15"),
    "2019-04-09-bkd-jambi": (date(2019, 4, 9), "15"),
    "2021-09-02-kinerja-asn-tanjab-barat": (date(2021, 9, 2), "15.06"),
    "2022-11-07-pks-jambi": (date(2022, 11, 7), "15"),
    "2024-03-04-pkh-muaro-jambi": (date(2024, 3, 4), "15.05"),
    "2024-08-01-dinsos-kalbar": (date(2024, 8, 1), "61"),
}
PKS, BKD, ASN, DINSOS, PKH = (
    next(slug for slug in STORIES if part in slug) for part in ("pks", "bkd", "asn", "dinsos", "pkh")
)


def rakor(slug):
    return Rakor.objects.public().get(slug=slug)


def test_six_public_rakor_from_the_press():
    told = {
        one.slug: (one.starts_on, one.region.code) for one in Rakor.objects.public().select_related("region")
    }
    assert told == STORIES
    for one in Rakor.objects.public():
        assert one.record_source == "berita"
        assert one.source_name
        assert one.date_precision == "day"


class TestSocialConflict:
    @pytest.fixture
    def release(self):
        return Release.objects.get(announced_at__slug=PKS)

    def test_three_were_announced_and_eight_were_not(self, release):
        told = list(release.scores.in_order().values_list("unit__name", "rank", "score", "state"))
        assert told[:3] == [
            ("Kerinci", 1, None, "diperingkat"),
            ("Batanghari", 2, None, "diperingkat"),
            ("Merangin", 3, None, "diperingkat"),
        ]
        assert len(told) == 11
        assert {row[1:] for row in told[3:]} == {(None, None, "tidak_diumumkan")}

    def test_it_is_recorded_with_its_source(self, release):
        assert release.kind == "dicatat"
        assert release.round is None
        assert "Kesbangpol Kabupaten Kerinci" in release.source_name
        assert (release.region.code, release.period.year) == ("15", 2022)

    def test_certificates_were_handed_over_by_several_the_regent_through_his_assistant(self, release):
        awards = Award.objects.filter(release=release).order_by("rank")
        assert [(award.unit.name, award.rank) for award in awards] == [
            ("Kerinci", 1),
            ("Batanghari", 2),
            ("Merangin", 3),
        ]
        for award in awards:
            assert award.rakor.slug == PKS
            assert award.givers.count() == 6
            through = award.givers.get(representation="melalui")
            assert through.office == "Asisten III"
            assert through.principal.office == "Bupati Muaro Jambi"

    def test_hall_host_and_the_code_that_was_printed(self):
        meeting = rakor(PKS)
        assert meeting.venue.startswith("Aula Nang Inang")
        assert meeting.host.code == "15.05"
        assert "B‑02" in meeting.outcomes.get(number=2).text


class TestStaff:
    def test_the_year_is_inferred_and_the_record_says_so(self):
        note = rakor(BKD).date_note
        assert "Selasa (9/4)" in note
        assert "2019 disimpulkan" in note

    def test_three_open_issues_with_who_is_competent(self):
        issues = rakor(BKD).issues.all()
        assert [issue.state for issue in issues] == ["terbuka"] * 3
        assert [getattr(issue.competent_unit, "code", None) for issue in issues] == ["kemenpanrb", None, "15"]

    def test_who_came_and_who_spoke(self):
        meeting = rakor(BKD)
        invited = set(meeting.invitations.filter(unit__isnull=False).values_list("unit__code", flat=True))
        assert {"bkn-regional-vii", "kasn"} <= invited
        governor = meeting.outcomes.filter(kind="arahan").values_list("by_role__office", flat=True)
        assert set(governor) == {"Gubernur Jambi"}

    def test_next_years_host_is_open(self):
        series = rakor(BKD).series
        assert series.rotates_host
        assert "belum ditetapkan" in series.next_host_note


class TestPerformance:
    def test_ten_parties_on_one_side_the_prosecutor_on_the_other(self):
        agreement = rakor(ASN).agreements.get()
        parties = agreement.parties.values_list("side", "unit__code")
        assert [code for side, code in parties if side == 2] == ["15.06-kejari"]
        assert len([code for side, code in parties if side == 1]) == 10
        assert agreement.signed_on == date(2021, 9, 2)

    def test_mandates_as_the_prosecutor_said_them(self):
        figures = list(rakor(ASN).figures.values_list("value", "qualifier", "nature"))
        assert figures == [
            (Decimal(25), "tepat", "realisasi"),
            (Decimal(10), "tepat", "realisasi"),
            (Decimal(50), "sekitar", "rencana"),
        ]
        offices = set(rakor(ASN).figures.values_list("by_role__office", flat=True))
        assert offices == {"Kepala Kejaksaan Negeri Tanjung Jabung Barat"}

    def test_the_cause_and_the_papers(self):
        issue = rakor(ASN).issues.get()
        assert "kurang tepat" in issue.cause
        papers = " ".join(rakor(ASN).agenda.values_list("title", flat=True))
        for word in ("RPJMD", "RB", "SAKIP", "MCP", "PNS"):
            assert word in papers


class TestSocialAffairs:
    def test_fourteen_regencies_and_why_their_data_differ(self):
        meeting = rakor(DINSOS)
        assert Regency.objects.of_province(meeting.region).count() == 14
        assert meeting.invitations.get(regencies_of=meeting.region).expected == 14
        issue = meeting.issues.get()
        assert "parsial" in issue.cause
        assert "bukan karena kesalahan" in issue.cause
        assert set(issue.units.values_list("code", flat=True)) == {"kemensos", "bulog", "kemenko-pmk"}

    def test_the_acting_secretary_opened_it(self):
        assert rakor(DINSOS).roles.get(kind="membuka").prefix == "Pj."


class TestFamilyHope:
    def test_fifty_four_companions_came(self):
        assert rakor(PKH).invitations.get(group="Pendamping PKH").attended == 54
        assert rakor(PKH).figures.get(label="Pendamping PKH").value == 54

    def test_the_allowance_rose_fivefold_and_the_printed_year_is_kept(self):
        allowance = rakor(PKH).figures.get(label__startswith="Tali asih")
        assert (allowance.previous_value, allowance.value) == (100_000, 500_000)
        assert (allowance.previous_period, allowance.period[:4]) == ("2023", "2024")
        assert allowance.measure_unit == "rupiah per bulan"
        assert allowance.as_printed == "tahun 2004"

    def test_validation_and_complaints_are_open(self):
        titles = list(rakor(PKH).issues.filter(state="terbuka").values_list("title", flat=True))
        assert len(titles) == 2
        assert any("ketidaktepatan" in title for title in titles)
        assert any("belum tuntas" in title for title in titles)
        assert rakor(PKH).series.cadence == "berkala"


class TestComputed:
    PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"
    SHORT = {"Tanjab Barat": "Tanjung Jabung Barat", "Tanjab Timur": "Tanjung Jabung Timur"}
    SHORT |= {"Sungai Penuh": "Kota Sungai Penuh"}

    def table(self):
        """{region: cells} of the table that the method's page shows."""
        below = self.PAGE.read_text(encoding="utf-8").partition("<!-- diuji: peringkat -->\n\n")[2]
        rows = [
            [cell.strip() for cell in row.strip("|").split("|")]
            for row in below.partition("\n\n")[0].splitlines()
        ]
        return {self.SHORT.get(row[0], row[0]): row[1:] for row in rows[2:]}

    @pytest.mark.parametrize(
        "column, ranking", [(0, "mcp-2017-jambi"), (2, "mcp-2018-jambi"), (4, "ombudsman-2022-jambi")]
    )
    def test_score_and_rank_are_those_of_the_page(self, column, ranking):
        release = Release.objects.get(ranking=ranking)
        assert release.kind == "dihitung"
        told = {score.unit.name: (score.score, score.rank) for score in release.scores.select_related("unit")}
        page = {
            name: (Decimal(cells[column].replace(",", ".")), int(cells[column + 1]))
            for name, cells in self.table().items()
        }
        assert len(page) == 11
        assert told == page

    @pytest.mark.parametrize("year", [2017, 2018])
    def test_mcp_was_announced_at_the_meeting_with_the_kpk(self, year):
        release = Release.objects.get(ranking=f"mcp-{year}-jambi")
        assert release.announced_at.slug == "2019-03-12-kpk-jambi"
        assert not release.announced_at.outcomes.exists()
        assert "tidak dimuat" in release.announced_at.source_note

    def test_no_band_is_claimed(self):
        computed = Release.objects.filter(kind="dihitung")
        assert computed.count() == 3
        assert not computed.exclude(scores__band="").exists()


class TestHonesty:
    def test_every_follow_up_is_invented_and_says_so(self):
        assert FollowUp.objects.public().count() == 13
        assert not FollowUp.objects.filter(is_sample=False).exists()
        assert not Review.objects.filter(follow_up__is_sample=False).exists()

    def test_what_the_press_told_is_not_marked_as_invented(self):
        for kind in (Rakor, Outcome, Issue):
            assert not kind.objects.public().filter(is_sample=True).exists()

    def test_every_figure_is_either_of_the_press_or_marked(self):
        """A program is marked when all its figures are invented; only a simulation ranks by such."""
        of_the_press = Measurement.objects.filter(indicator__code__in=("MCP", "OMB-KEPATUHAN"))
        assert not of_the_press.filter(report__program__is_sample=True).exists()
        assert of_the_press.count() == 33
        others = Measurement.objects.exclude(pk__in=of_the_press)
        assert others.count() > 250
        assert not others.filter(Q(report__program__is_sample=False) | Q(indicator__is_sample=False)).exists()
        ranked = Release.objects.exclude(kind="simulasi").filter(program__is_sample=True)
        assert not ranked.exists()

    def test_what_lies_on_the_desks_is_invented_and_not_public(self):
        """Six Rakor, their outcomes and follow-ups, for /kerja/; nobody else sees them."""
        kept = Rakor.objects.exclude(pk__in=Rakor.objects.public())
        assert (kept.count(), kept.filter(is_sample=False).count()) == (6, 0)
        assert not Outcome.objects.filter(rakor__in=kept, is_sample=False).exists()
        assert not FollowUp.objects.filter(outcome__rakor__in=kept).public().exists()
        unsettled = Report.objects.exclude(state="diterima")
        assert set(unsettled.values_list("program__is_sample", flat=True)) == {True}

    def test_the_composite_ranking_is_a_simulation_all_through(self):
        simulated = Program.objects.get(code="SIM-PKS")
        assert not Indicator.objects.filter(program=simulated, is_sample=False).exists()
        assert set(Round.objects.filter(instrument__program=simulated).values_list("kind", flat=True)) == {
            "simulasi"
        }
        assert set(Release.objects.filter(program=simulated).values_list("kind", flat=True)) == {"simulasi"}
        assert Release.objects.filter(kind="simulasi").count() == 1
        assert simulated.indicators.count() == 5

    def test_each_ranking_has_a_source_or_is_a_simulation(self):
        for release in Release.objects.exclude(kind="simulasi"):
            assert release.source_name
