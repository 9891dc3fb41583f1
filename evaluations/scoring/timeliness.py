"""Were the reports in time (ketepatan waktu pelaporan), counted as of the round's date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .inputs import Reading, State


@dataclass(frozen=True, slots=True)
class Submission:
    """One time a report came in, and the day it was returned for mending, if it was."""

    received_on: date
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One report that a unit owes: its due date and everything sent for it."""

    due_on: date
    submissions: tuple[Submission, ...] = ()

    def received_on(self, as_of: date) -> date | None:
        """The day of the first submission that, as known on `as_of`, was not later returned."""
        standing = [
            submission.received_on
            for submission in self.submissions
            if submission.received_on <= as_of
            and (submission.returned_on is None or submission.returned_on > as_of)
        ]
        return min(standing, default=None)


def timeliness_of(deliveries: Iterable[Delivery], as_of: date) -> Reading:
    """Reports received on or before their due date, of those due on or before `as_of`.

    A returned report counts at its resubmission. Nothing due yet is a state, not 0 or 100.
    """
    due = [delivery for delivery in deliveries if delivery.due_on <= as_of]
    if not due:
        return Reading(State.NOT_DUE)
    on_time = 0
    for delivery in due:
        received = delivery.received_on(as_of)
        on_time += received is not None and received <= delivery.due_on
    return Reading(State.VALUE, on_time=on_time, due=len(due))
