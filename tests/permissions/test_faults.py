"""Faults planted in the permission table and its look-ups: each must turn its sentences red.

That the same sentences hold without a fault is shown by test_sentences.py.
"""

import pytest
from django.db import DatabaseError

from tests.permissions import faults, oversights
from tests.permissions.test_sentences import SENTENCES

TOLD = {str(sentence): sentence for sentence in SENTENCES}
FAULTS = [
    fault for module in (faults, oversights) for fault in vars(module).values() if hasattr(fault, "breaks")
]
CASES = {f"{fault.__name__}: {text}": (fault, text) for fault in FAULTS for text in fault.breaks}

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(("fault", "text"), CASES.values(), ids=CASES)
def test_turns_a_sentence_red(fault, text, tell, monkeypatch):
    fault(monkeypatch)
    with pytest.raises((AssertionError, DatabaseError)) as red:
        tell(TOLD[text])
    # Where an action forgets the second person the database still refuses, in other words than the sentence.
    assert isinstance(red.value, DatabaseError) or text in str(red.value)


def test_there_are_enough_faults():
    assert len(FAULTS) >= 40
