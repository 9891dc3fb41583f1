"""Sets of line numbers, written short and read back."""

import random

import pytest

from records import spans


def numbers(some):
    return {number for first, last in some for number in range(first, last + 1)}


def test_numbers_are_written_short():
    assert spans.write(spans.spans_of({17, 12, 13, 14, 15})) == "12-15,17"
    assert spans.read("12-15,17") == [(12, 15), (17, 17)]
    assert spans.total([(12, 15), (17, 17)]) == 5


@pytest.mark.parametrize("text", ["", "a", "3-1", "2,1", "1,1", "0", "1-", "-1", "1,,2", "1-2-3"])
def test_what_is_not_ascending_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        spans.read(text)


def test_sets_do_not_care_how_they_were_put_together():
    chance = random.Random(3)
    for _turn in range(300):
        one = {chance.randint(1, 40) for _ in range(chance.randint(0, 25))}
        other = {chance.randint(1, 40) for _ in range(chance.randint(0, 25))}
        pieces = spans.spans_of(one) + spans.spans_of(other)
        chance.shuffle(pieces)

        union = spans.Union(pieces)

        assert union.spans == spans.spans_of(one | other)
        assert numbers(spans.without(spans.spans_of(one), spans.spans_of(other))) == one - other
        if union.spans:
            assert numbers(union.gaps(45)) == set(range(union.spans[0][0], 46)) - one - other
