"""What is measured: a page as it is first opened, beside one plain count over the rows that it is about."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.test import Client

from bench.timing import in_turn, replay, statements_of

GOAL = 3
"""Times the plain count: what a page's first screen may take in the database."""


@dataclass(frozen=True)
class Asked:
    """A page, the rows that one plain count goes over, and those there would be without a filter."""

    name: str
    address: str
    rows: QuerySet
    everything: QuerySet


@dataclass(frozen=True)
class Measured:
    """Milliseconds: of the page's statements, of the whole page, of the two plain counts."""

    name: str
    counted: int
    queries: int
    database: float
    whole: float
    count: float
    count_of_all: float

    @property
    def ratio(self):
        return self.database / self.count

    @property
    def ratio_to_all(self):
        """For a filter that leaves so little that counting it takes no time, and a page still its own."""
        return self.database / self.count_of_all

    @property
    def is_within(self):
        return min(self.ratio, self.ratio_to_all) < GOAL


def measure(asked, user, *, rounds):
    """One row of the table."""
    client = Client()
    client.force_login(user)

    def open_page():
        answer = client.get(asked.address)
        if answer.status_code != 200:
            raise RuntimeError(f"{asked.address}: {answer.status_code}")

    open_page()  # what the first request of a process loads is not the page's
    statements = statements_of(open_page)
    plain, plain_of_all = statements_of(asked.rows.count), statements_of(asked.everything.count)
    seconds = in_turn(
        lambda: replay(statements),
        open_page,
        lambda: replay(plain),
        lambda: replay(plain_of_all),
        rounds=rounds,
    )
    return Measured(asked.name, asked.rows.count(), len(statements), *(1000 * one for one in seconds))
