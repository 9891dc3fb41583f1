"""What is measured: a page as it is first opened, beside one plain count over the rows that it is about."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.test import Client

from bench.timing import in_turn, replay, statements_of

GOAL = 3
"""Times the plain count: what a page's first screen may take in the database."""


@dataclass(frozen=True)
class Asked:
    """A page, and the rows that one plain count goes over."""

    name: str
    address: str
    rows: QuerySet


@dataclass(frozen=True)
class Measured:
    """Milliseconds: of the page's statements, of the whole page, of the plain count."""

    name: str
    counted: int
    queries: int
    database: float
    whole: float
    count: float

    @property
    def ratio(self):
        return self.database / self.count

    @property
    def is_within(self):
        return self.ratio < GOAL


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
    plain = statements_of(asked.rows.count)
    database, count, whole = in_turn(
        lambda: replay(statements), lambda: replay(plain), open_page, rounds=rounds
    )
    return Measured(
        asked.name, asked.rows.count(), len(statements), database * 1000, whole * 1000, count * 1000
    )
