"""Anchors: heads of the chain of seals, written down elsewhere, so that nobody cuts off its end unseen."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone

from records.sealing import head


@dataclass(frozen=True)
class Anchor:
    """There was a seal with this `mac`; `name` says who wrote that down."""

    mac: str
    name: str


class Unreadable(Exception):
    """A line that is no anchor; names its file and place."""


def line_of_head():
    """The head of this moment in one line: time, number, mac. Empty before the first seal."""
    latest = head()
    if latest is None:
        return ""
    moment = timezone.now().astimezone(UTC).isoformat(timespec="seconds")
    return f"{moment} {latest.number} {latest.mac}"


def read(text, name):
    """The anchors in what `anchor_log` wrote. Empty lines and those that begin with # are passed over."""
    lines = enumerate(text.splitlines(), start=1)
    return [read_line(line, f"{name}:{place}") for place, line in lines if line.strip() and line[0] != "#"]


def read_line(line, name):
    try:
        moment, number, mac = line.split()
        datetime.fromisoformat(moment)
        whole = int(number) > 0 and len(bytes.fromhex(mac)) == 32
    except ValueError:
        whole = False
    if not whole:
        raise Unreadable(name)
    return Anchor(mac, name)
