"""An office at work: the cast, people with unusual assignments, and one named row of everything."""

import pytest

from tests.permissions.facts import *  # noqa: F403
from tests.permissions.meetings import *  # noqa: F403
from tests.permissions.rankings import *  # noqa: F403
from tests.permissions.staff import *  # noqa: F403
from tests.permissions.telling import Told


@pytest.fixture
def tell(request, client, settings, tmp_path):
    """`tell(sentence)` fails where the program does otherwise than the sentence says."""
    settings.MEDIA_ROOT = tmp_path
    return lambda sentence: Told(sentence, request, client).holds()
