"""A region's ranks: the sentence, the big figures, the table, and the pictures beside it."""

import pytest

from tests import factories as make
from tests.dashboard import reading
from tests.dashboard.standings import computed

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


def read(client, address="/daerah/15.01/"):
    return reading.read(client, address)


def see(client, address="/daerah/15.01/"):
    return client.get(address).context


class TestRanks:
    def test_the_newest_ranks_make_the_sentence(self, client, mcp, pks):
        lede = see(client)["lede"]
        assert lede == (
            f"Peringkat{NBSP}I penanganan konflik sosial pada 2022; peringkat{NBSP}1 MCP pada 2018."
        )

    def test_and_the_big_figures(self, client, mcp, pks):
        assert [(tile.figure, tile.of, tile.text) for tile in see(client)["tiles"]] == [
            ("I", "", "Penanganan konflik sosial 2022, dicatat dari berita atau dokumen"),
            ("1", "dari 2", "MCP 2018, nilai 67,5, naik dari 2"),
        ]

    def test_every_year_stands_in_the_table(self, client, mcp, pks):
        rows = [(row.program, row.period, row.score, row.rank, row.change) for row in see(client)["ranks"]]
        assert rows == [
            ("Konflik sosial", "2022", "tidak diumumkan", "I", ""),
            ("MCP", "2018", "67,5", "1", "naik dari 2"),
            ("MCP", "2017", "50", "2", ""),
        ]

    def test_a_number_leads_to_how_it_came_about(self, client, mcp):
        detail = f"/peringkat/{mcp[1].ranking}/15.01/"
        assert f'<a href="{detail}">67,5</a>' in read(client)

    def test_a_fall_and_an_unchanged_rank(self, client, mcp, jambi, kerinci, merangin):
        assert see(client, "/daerah/15.02/")["ranks"][0].change == "turun dari 1"

    def test_not_announced_is_said_and_makes_no_picture(self, client, pks):
        context = see(client, "/daerah/15.02/")
        assert [row.rank for row in context["ranks"]] == ["Tidak diumumkan"]
        assert context["lanes"] is None
        assert context["lede"] == ""
        assert "<details open>" in read(client, "/daerah/15.02/")

    def test_ranks_by_another_method_are_not_compared(self, client, mcp, jambi, kerinci):
        instrument = make.make_instrument(mcp[0].program, year=2019)
        make.make_line(instrument, make.make_indicator(mcp[0].program))
        computed(jambi, 2019, [(kerinci, 2, 40)], instrument=instrument)
        newest = see(client)["ranks"][0]
        assert (newest.period, newest.change) == ("2019", "")

    def test_recorded_ranks_are_not_compared(self, client, pks, jambi, kerinci):
        later = make.make_release(
            program=pks.program, period=make.make_period(2023), region=jambi, subject="pks"
        )
        make.make_score(later, kerinci, rank=3)
        assert see(client)["ranks"][0].change == ""

    def test_a_correction_replaces_what_it_corrects(self, client, pks, jambi, kerinci):
        correction = make.make_release(
            "pks-2022",
            program=pks.program,
            period=pks.period,
            region=jambi,
            number=2,
            corrects=pks,
            reason="x",
        )
        make.make_score(correction, kerinci, rank=4)
        assert [row.rank for row in see(client)["ranks"]] == ["IV"]

    def test_a_simulation_never_stands_beside_real_ranks(self, client, mcp, jambi, kerinci):
        instrument = make.make_instrument(make.make_program(short_name="SIM"), year=2022)
        computed(jambi, 2022, [(kerinci, 2, 10)], instrument=instrument, kind="simulasi")
        assert "SIM" not in read(client)

    def test_a_round_that_is_not_published_is_not_there(self, client, mcp, kerinci):
        round_ = make.make_round(make.make_instrument(mcp[0].program, year=2024))
        make.make_score(None, kerinci, rank=1, score=99, round=round_)
        assert "99" not in [row.score for row in see(client)["ranks"]]


class TestPictures:
    def test_the_finding_is_the_title_and_the_table_stands_below(self, client, mcp):
        page = read(client)
        assert f"<figcaption>MCP naik dari peringkat{NBSP}2 ke 1" in page
        assert 'role="img"' in page
        assert "Lihat sebagai tabel" in page

    def test_without_a_change_the_best_place_is_the_finding(self, client, pks):
        assert "<figcaption>Peringkat terbaik: I, Konflik sosial 2022" in read(client)

    def test_beside_the_others_with_the_median(self, client, mcp, kerinci):
        compared = [(one.title, one.badge.text, one.badge.kind) for one in see(client)["comparisons"]]
        assert compared == [
            ("MCP 2018", "7,75 di atas median", "done"),
            ("MCP 2017", "0,5 di bawah median", "late"),
        ]
        assert "Kerinci 67,5, median 59,75, dari 52 sampai 67,5" in read(client)

    def test_at_the_median(self, client, jambi, kerinci, merangin):
        computed(jambi, 2018, [(kerinci, 1, 50), (merangin, 1, 50)])
        assert see(client)["comparisons"][0].badge.text == "sama dengan median"
