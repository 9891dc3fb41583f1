from decimal import Decimal as D

import pytest

from dashboard import sentences
from dashboard.sentences import Move
from tests import factories as make
from tests.dashboard.rankings import NBSP


def test_ranks_keep_their_number_on_the_same_line():
    assert sentences.rank_words("II") == f"peringkat{NBSP}II"


@pytest.mark.parametrize(
    ("rank", "recorded", "label"), [(1, True, "I"), (4, True, "IV"), (1, False, "1"), (11, False, "11")]
)
def test_recorded_ranks_are_roman_computed_ones_are_counted(rank, recorded, label):
    assert sentences.rank_label(rank, recorded=recorded) == label


@pytest.mark.parametrize(
    ("names", "joined"),
    [([], ""), (["A"], "A"), (["A", "B"], "A dan B"), (["A", "B", "C"], "A, B, dan C")],
)
def test_names_are_joined(names, joined):
    assert sentences.joined(names) == joined


@pytest.mark.parametrize(
    ("number", "word"), [(0, "nol"), (8, "delapan"), (11, "sebelas"), (12, "12"), (1234, "1.234")]
)
def test_small_counts_are_words(number, word):
    assert sentences.count_word(number) == word


class TestComputed:
    def heading(self, names, before=None):
        return sentences.computed_heading(names, 11, "MCP Jambi 2018", before)

    def test_who_rose(self):
        assert self.heading(["Batanghari"], 7) == (
            f"Batanghari peringkat{NBSP}1 dari 11 pada MCP Jambi 2018, naik dari peringkat{NBSP}7"
        )

    def test_who_stayed(self):
        assert (
            self.heading(["Batanghari"], 1)
            == f"Batanghari tetap peringkat{NBSP}1 dari 11 pada MCP Jambi 2018"
        )

    def test_without_a_year_before(self):
        assert self.heading(["Batanghari"]) == f"Batanghari peringkat{NBSP}1 dari 11 pada MCP Jambi 2018"

    def test_two_share_the_first_place(self):
        assert self.heading(["Tebo", "Bungo"]).startswith(f"Tebo dan Bungo peringkat{NBSP}1 dari 11")

    def test_many_share_it(self):
        assert self.heading(["A", "B", "C", "D", "E"]).startswith(f"Lima daerah peringkat{NBSP}1 dari 11")


def test_the_sentence_of_a_recorded_ranking():
    said = sentences.recorded_heading(["Kerinci"], "I", "penanganan konflik sosial", "Jambi", "2022")
    assert said == f"Kerinci peringkat{NBSP}I penanganan konflik sosial se-Provinsi Jambi,{NBSP}2022"


def test_who_was_not_announced():
    assert sentences.unannounced_words(8) == "Delapan daerah lain tidak diumumkan."


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((8, 1, 2), "Delapan daerah naik nilainya, satu tetap, dua turun."),
        ((0, 0, 2), "Dua daerah turun nilainya."),
        ((0, 11, 0), "Sebelas daerah tetap nilainya."),
        ((0, 1, 2), "Satu daerah tetap nilainya, dua turun."),
        ((0, 0, 0), ""),
    ],
)
def test_what_happened_to_everybody(counts, said):
    assert sentences.movement_words(*counts) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (51, 55, "Nilai tengah naik dari 51 menjadi 55."),
        (55, 51, "Nilai tengah turun dari 55 menjadi 51."),
        (51, 51, "Nilai tengah tetap 51."),
    ],
)
def test_the_median(before, after, said):
    assert sentences.median_words(D(before), D(after)) == said


@pytest.mark.parametrize(
    ("move", "signed"), [(Move(6), "+6"), (Move(-2), "−2"), (Move(0), "="), (Move(is_new=True), "baru")]
)
def test_a_change_of_rank(move, signed):
    assert move.signed == signed


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "words"), [("TAHUNAN", "2022"), ("TW1", "Triwulan I 2022")])
def test_a_whole_year_is_only_its_number(code, words):
    assert sentences.period_words(make.make_period(2022, code)) == words
