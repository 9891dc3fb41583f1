"""Telling people: a notice in the inbox, in the transaction of the act that it tells of, never one twice."""

from typing import NamedTuple

from django.utils import timezone

from records.models import Notice

__all__ = ["Message", "tell"]

LONGEST = 500


class Message(NamedTuple):
    """One sentence, and the address on this site where more stands."""

    text: str
    path: str


def tell(messages, *, kind, key):
    """Tell each person something of this kind: `messages` by the person's key. One statement for all.

    `key` names what is told: who was told of it before keeps the first notice.
    """
    now = timezone.now()
    Notice.objects.bulk_create(
        [
            Notice(
                recipient_id=person,
                kind=kind,
                text=message.text[:LONGEST],
                path=message.path,
                key=key,
                told_at=now,
            )
            for person, message in sorted(messages.items())
        ],
        ignore_conflicts=True,
    )
