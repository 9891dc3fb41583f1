"""What waits for a person, kind by kind; read by /kerja/ and by the admin's start page.

A kind is one function that takes a person and gives a Waiting, or None where it does not concern that person.
A new kind is written once, beside the others of its room, and named in KINDS.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from django.db.models import Count, QuerySet, Window
from django.urls import reverse

SHOWN = 5
"""Rows of one kind on a start page; the rest is counted and linked."""


class Group(Enum):
    """Under which heading of "Hari ini" a kind stands."""

    ATTENTION = "perhatian"
    DRAFTS = "draf"
    NEXT = "berikutnya"
    DONE = "selesai"


@dataclass(frozen=True)
class Row:
    """One thing in words. `heading` says what it wants where no title of a section does."""

    title: str
    meta: str = ""
    heading: str = ""
    due: str = ""
    due_on: date | None = None
    is_late: bool = False
    is_sample: bool = False
    url: str = ""


@dataclass(frozen=True)
class Place:
    """Where things of a kind are dealt with: in the admin, and in /kerja/ where it has a page for them."""

    admin: str
    page: str = ""
    pages: str = ""
    key: str = "pk"

    def admin_url(self, obj):
        return reverse(f"admin:{self.admin}_change", args=[obj.pk])

    def work_url(self, obj):
        return reverse(self.page, args=[getattr(obj, self.key)]) if self.page else self.admin_url(obj)

    def admin_list(self):
        return reverse(f"admin:{self.admin}_changelist")

    def work_list(self):
        return reverse(self.pages) if self.pages else self.admin_list()


@dataclass(frozen=True)
class Waiting:
    """Things of one kind that wait, not read yet. `row` puts one of them into words.

    `found` is a list where what waits is no row of the database, such as a report that was not begun.
    """

    title: str
    group: Group
    found: QuerySet | list
    row: callable
    place: Place
    icon: str = "doc"
    admin_query: str = ""
    work_query: str = ""


@dataclass(frozen=True)
class Section:
    """A kind once read: the first rows, how many there are, and where all of them stand."""

    title: str
    group: Group
    icon: str
    rows: list
    total: int
    url: str


def read(user, kinds, *, in_admin=False):
    """The sections that hold anything: one query for each kind, a fixed number for what calendars ask."""
    asked = (kind(user) for kind in kinds)
    sections = [_section(waiting, in_admin) for waiting in asked if waiting]
    return [section for section in sections if section.total]


def _section(waiting, in_admin):
    place = waiting.place
    one, many, query = place.work_url, place.work_list, waiting.work_query
    if in_admin:
        one, many, query = place.admin_url, place.admin_list, waiting.admin_query
    found, total = _first(waiting.found)
    return Section(
        title=waiting.title,
        group=waiting.group,
        icon=waiting.icon,
        rows=[replace(waiting.row(obj), url=one(obj)) for obj in found],
        total=total,
        url=many() + query,
    )


def _first(waiting):
    """The first rows, and how many there are."""
    if isinstance(waiting, list):
        return waiting[:SHOWN], len(waiting)
    found = list(waiting.annotate(waiting_total=Window(Count("pk")))[:SHOWN])
    return found, found[0].waiting_total if found else 0
