"""The demo's clock: what is told of the past is done at the hour at which it would have been done.

Reports were sent, accepted and settled on some day, and whether that was in time shows only if the acts know
it. The acts of the house ask `timezone.now()`; while a story is told, this answers.
"""

from contextlib import contextmanager
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

WIB = ZoneInfo("Asia/Jakarta")
MORNING = time(9, 30)


def morning(day):
    """Half past nine in Jambi and Pontianak."""
    return datetime.combine(day, MORNING, tzinfo=WIB)


@contextmanager
def on(day):
    """Everything inside is done on the morning of this day, though never later than now."""
    real = timezone.now
    moment = min(morning(day), real())
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
