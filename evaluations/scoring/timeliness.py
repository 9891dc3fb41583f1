"""Were the reports in time (ketepatan waktu), and complete (kelengkapan), counted as of the round's date."""

from collections.abc import Callable, Iterable
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
    """One report that a unit owes: its due date, all that was sent for it, whether it is full."""

    due_on: date
    submissions: tuple[Submission, ...] = ()
    is_complete: bool = False

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
    return _of_due(deliveries, as_of, lambda delivery, received: received <= delivery.due_on)


def completeness_of(deliveries: Iterable[Delivery], as_of: date) -> Reading:
    """Reports received by `as_of`, late or not, in which every line is answered, of those due by then."""
    return _of_due(deliveries, as_of, lambda delivery, received: delivery.is_complete)


def _of_due(deliveries: Iterable[Delivery], as_of: date, counts: Callable[[Delivery, date], bool]) -> Reading:
    due = [delivery for delivery in deliveries if delivery.due_on <= as_of]
    if not due:
        return Reading(State.NOT_DUE)
    on_time = 0
    for delivery in due:
        received = delivery.received_on(as_of)
        on_time += received is not None and counts(delivery, received)
    return Reading(State.VALUE, on_time=on_time, due=len(due))
