"""Seals: what one transaction wrote to the ledger, bound by a key to everything sealed before it.

The digest of a seal is over its lines, its `mac` over the seal and the `mac` before. Whoever changes a line,
a seal or their order and does not hold the key, which lies outside the database, is found by `verify_log`.
"""

import hashlib
import hmac
import json
from datetime import UTC
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import connections
from django.db.models import Q
from django.utils import timezone

from records import spans
from records.models import Change, Seal

FORMAT = "rakor-ledger-1"
COLUMNS = (
    "id",
    "at",
    "by_id",
    "action",
    "object_type",
    "object_id",
    "object_label",
    "changes",
    "reason",
    "request_id",
    "batch_id",
)
"""Every stored column of a ledger line, in the order in which it is digested."""

LOCK = 0x52616B6F72  # "Rakor"
"""PostgreSQL's advisory lock on the head of the chain; SQLite has one writer at a time anyway."""

SPANS_PER_QUERY = 100
LINES_PER_FETCH = 2000


def seal(written, *, using="default"):
    """Seal those of the lines numbered `written` that still stand; a savepoint may have taken some back."""
    stored, digest = digest_of(rows_within(spans.spans_of(written), using=using))
    if not stored:
        return None
    # Taken last, so that nobody waits for this transaction's longer work.
    lock_head(using)
    previous = head(using)
    made = Seal(
        number=previous.number + 1 if previous else 1,
        at=timezone.now(),
        lines=spans.write(spans.spans_of(stored)),
        count=len(stored),
        digest=digest,
        key_mark=mark_of(settings.LEDGER_KEY),
    )
    made.mac = mac_of(made, previous.mac if previous else "", settings.LEDGER_KEY)
    made.save(using=using, force_insert=True)
    return made


def head(using="default"):
    """The latest seal; None before the first."""
    return Seal.objects.using(using).order_by("-number").first()


def lock_head(using):
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def rows_within(some, *, columns=COLUMNS, using="default"):
    """The columns of the lines whose numbers lie in `some` spans; ascending, a few in memory at a time."""
    for start in range(0, len(some), SPANS_PER_QUERY):
        within = reduce(or_, (Q(id__range=span) for span in some[start : start + SPANS_PER_QUERY]))
        lines = Change.objects.using(using).filter(within).order_by("id")
        yield from lines.values_list(*columns).iterator(chunk_size=LINES_PER_FETCH)


def numbers_within(some):
    """The numbers of the lines that there are in `some` spans."""
    return (number for (number,) in rows_within(some, columns=["id"]))


def digest_of(rows):
    """The numbers of lines, and the SHA-256 of their canonical text."""
    numbers, digest = [], hashlib.sha256()
    for row in rows:
        digest.update(text_of(row))
        numbers.append(row[0])
    return numbers, digest.hexdigest()


def text_of(row):
    """One line as the bytes that are digested: a JSON list of its columns, the moment in UTC."""
    number, at, *rest = row
    return (
        json.dumps([number, moment(at), *rest], ensure_ascii=False, separators=(",", ":")) + "\n"
    ).encode()


def moment(at):
    """A moment to the millisecond: `dumpdata`, by which a ledger may move elsewhere, keeps no more."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def mac_of(sealed, previous, key):
    """The HMAC-SHA256 that binds a seal to the one before it."""
    own = [sealed.number, moment(sealed.at), sealed.lines, sealed.count, sealed.digest, sealed.key_mark]
    message = "\n".join(map(str, [FORMAT, previous, *own]))
    return hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()


def mark_of(key):
    """Eight letters by which a key is told from another, and from which it cannot be guessed."""
    return hmac.new(key.encode(), b"rakor-ledger-key", hashlib.sha256).hexdigest()[:8]
