"""What a governor's office would say, sentence by sentence. None of them reads the permission table."""

import pytest

from tests.permissions import (
    calendar,
    catalogue,
    desk,
    figures,
    imports,
    judgements,
    lists,
    people,
    programs,
    public,
    rakor,
    reports,
    settling,
    superuser,
    terms,
)

SUBJECTS = (
    calendar,
    catalogue,
    desk,
    figures,
    imports,
    judgements,
    lists,
    people,
    programs,
    public,
    rakor,
    reports,
    settling,
    superuser,
    terms,
)
SENTENCES = [sentence for subject in SUBJECTS for sentence in subject.SENTENCES]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_holds(sentence, tell):
    tell(sentence)


def test_each_sentence_is_told_once_and_there_are_enough():
    assert len({str(sentence) for sentence in SENTENCES}) == len(SENTENCES) >= 110
