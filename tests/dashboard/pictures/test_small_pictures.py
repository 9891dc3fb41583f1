"""Share bars, strips, rank lanes, bands and names."""

from decimal import Decimal as D
from types import SimpleNamespace

import pytest

from dashboard.pictures.bands import by_label, segments, tone
from dashboard.pictures.names import lines_of, short_names
from dashboard.pictures.rank_lanes import MOST_YEARS, RankPoint, rank_lanes
from dashboard.pictures.share import share_bar
from dashboard.pictures.strip import strip


class TestShareBar:
    def test_parts_follow_each_other_and_fill_the_bar(self):
        bar = share_bar([("s1", "Selesai", 17), ("s2", "Terlambat", 4), ("s3", "Berjalan", 10)])
        assert [(part.x, part.width) for part in bar.parts] == [
            ("0%", "54.84%"), ("54.84%", "12.9%"), ("67.74%", "32.26%"),
        ]  # fmt: skip
        assert bar.title == "17 selesai, 4 terlambat, 10 berjalan"

    def test_nothing_has_no_width(self):
        bar = share_bar([("s1", "Selesai", 0)])
        assert (bar.total, bar.parts[0].width) == (0, "0%")


class TestStrip:
    OTHERS = [D(66), D(60), D(57), D(56), D(55), D(53), D(52), D(50), D(44), D(43)]

    def test_one_among_the_others_with_the_median(self):
        drawn = strip("Batanghari", D(67), self.OTHERS)
        assert (drawn.me, drawn.median, drawn.me_text) == ("87.6%", "50%", "67")
        assert drawn.median_text == "median 55"
        assert drawn.title == "Batanghari 67, median 55, dari 43 sampai 67"
        assert len(drawn.others) == 10

    def test_who_has_no_value_has_no_dot(self):
        drawn = strip("Batanghari", None, self.OTHERS)
        assert (drawn.me, drawn.me_text) == ("", "")
        assert "tanpa nilai" in drawn.title


class TestRankLanes:
    MCP = ("MCP", [RankPoint(2017, 7, 11, "7"), RankPoint(2018, 1, 11, "1", is_joined=True)])
    PKS = ("PKS", [RankPoint(2022, 2, 11, "II")])

    def test_programs_share_the_years_and_no_line(self):
        drawn = rank_lanes([self.MCP, self.PKS])
        assert [year for _x, year in drawn.years] == ["2017", "2018", "2019", "2020", "2021", "2022"]
        mcp, pks = drawn.lanes
        assert [join.tone for join in mcp.joins] == ["up"]
        assert pks.joins == ()
        assert mcp.title == "MCP: peringkat 7 pada 2017; peringkat 1 pada 2018"

    def test_the_first_place_is_at_the_top(self):
        [lane] = rank_lanes([self.MCP]).lanes
        assert float(lane.dots[1].y) < float(lane.dots[0].y)

    def test_what_cannot_be_compared_is_not_joined(self):
        [lane] = rank_lanes([("MCP", [RankPoint(2017, 7, 11, "7"), RankPoint(2018, 1, 11, "1")])]).lanes
        assert lane.joins == ()

    def test_one_year_stands_in_the_middle(self):
        assert rank_lanes([self.PKS]).years == (("50%", "2022"),)

    def test_many_years_are_not_written_over_each_other(self):
        points = [RankPoint(year, 1, 11, "1") for year in range(1990, 2026)]
        written = [year for _x, year in rank_lanes([("MCP", points)]).years if year]
        assert len(written) <= MOST_YEARS
        assert written[-1] == "2025"


class TestBands:
    @pytest.mark.parametrize(
        ("steps", "tones"), [(5, [1, 2, 3, 4, 5]), (4, [1, 2, 4, 5]), (3, [1, 3, 5]), (2, [1, 5]), (1, [5])]
    )
    def test_few_steps_use_the_tones_far_apart(self, steps, tones):
        assert [tone(step, steps) for step in range(1, steps + 1)] == tones

    def test_as_many_segments_are_filled_as_the_step(self):
        band = segments("Tinggi", 3, 4)
        assert [segment.on for segment in band.segments] == [True, True, True, False]

    @pytest.mark.parametrize("steps", range(1, 9))
    def test_segments_stay_inside_their_room(self, steps):
        last = segments("x", steps, steps)
        assert float(last.segments[-1].x) + float(last.width) <= 28

    def test_by_label(self):
        assert [band.tone for band in by_label(["Merah", "Kuning", "Biru", "Hijau"]).values()] == [1, 2, 4, 5]


def unit(pk, name, parent="Jambi"):
    return SimpleNamespace(pk=pk, name=name, parent_id=1, parent=SimpleNamespace(name=parent))


class TestNames:
    def test_official_short_names_come_first(self):
        assert short_names([unit(1, "Tanjung Jabung Barat")], {1: "Tanjab Barat"}) == {1: "Tanjab Barat"}

    def test_kota_is_left_out_where_nothing_else_is_called_so(self):
        units = [
            unit(1, "Kota Sungai Penuh"),
            unit(2, "Kota Jambi"),
            unit(3, "Kota Bandung"),
            unit(4, "Bandung"),
        ]
        assert short_names(units) == {1: "Sungai Penuh", 2: "Kota Jambi", 3: "Kota Bandung", 4: "Bandung"}

    def test_a_long_name_is_shortened_never_cut(self):
        assert short_names([unit(1, "Hulu Sungai Selatan"), unit(2, "Kepulauan Mentawai")]) == {
            1: "Hulu Sungai Sel.", 2: "Kep. Mentawai",
        }  # fmt: skip

    def test_lines_break_between_words(self):
        assert lines_of("Tanjab Barat", 11, 58) == ["Tanjab", "Barat"]
        assert lines_of("Kota Jambi", 11, 200) == ["Kota Jambi"]
