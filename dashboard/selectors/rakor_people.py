"""Who was there: the officials with a role, as printed, and the units that were invited."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.links import Link, unit_link
from meetings.choices import Attendance, Representation, RoleKind

SHOWN_AT_ONCE = 12
"""Invitations shown before the rest is folded away; a Rakor of a province may have hundreds."""


@dataclass(frozen=True)
class Person:
    """An official as printed; `joined` says how the one before leads to this one (melalui, mewakili)."""

    name: str
    office: str
    joined: str = ""


@dataclass(frozen=True)
class Part:
    """One part in the meeting ("Membuka, memberi arahan") and everybody who took it."""

    label: str
    people: tuple[tuple[Person, ...], ...]


@dataclass(frozen=True)
class Guest:
    name: Link
    attendance: str
    note: str


@dataclass(frozen=True)
class Guests:
    shown: tuple[Guest, ...]
    folded: tuple[Guest, ...]
    summary: str


def person(role, joined=""):
    return Person(role.name, f"{role.prefix} {role.office}".strip(), joined)


def people_of(role):
    """One official, or two where one acts for the other.

    "Bupati, melalui Asisten III"; "Asisten III, mewakili Bupati".
    """
    if role.principal is None or not role.representation:
        return (person(role),)
    word = role.get_representation_display().lower()
    if role.representation == Representation.THROUGH:
        return (person(role.principal), person(role, word))
    return (person(role), person(role.principal, word))


def in_words(role):
    """The same in one line of text, for a sentence or a table cell."""
    parts = []
    for one in people_of(role):
        text = f"{one.name}, {one.office}" if one.name else one.office
        parts.append(f"{one.joined} {text}".strip())
    return ", ".join(parts)


def all_in_words(roles):
    """Several officials, each once: who is named through another is not named again alone."""
    spoken_for = {role.principal_id for role in roles if role.representation}
    return tuple(in_words(role) for role in roles if role.pk not in spoken_for)


def roles_of(rakor):
    """The roles of a Rakor with whom each acts for. One query."""
    return list(rakor.roles.select_related("principal").order_by("order", "pk"))


def parts_of(roles):
    """Roles gathered by what was done; an official with several parts stands once, with all of them."""
    spoken_for = {(role.principal_id, role.kind) for role in roles if role.representation}
    kinds = {}
    for role in roles:
        if (role.pk, role.kind) not in spoken_for:
            kinds.setdefault(people_of(role), []).append(role.kind)
    parts = {}
    for people, done in kinds.items():
        parts.setdefault(_part_label(done), []).append(people)
    return [Part(label, tuple(people)) for label, people in parts.items()]


def _part_label(kinds):
    labels = [str(RoleKind(kind).label) for kind in dict.fromkeys(kinds)]
    return ", ".join(label if place == 0 else label.lower() for place, label in enumerate(labels))


def guests_of(rakor):
    """The invited units with their head counts. One query."""
    rows = list(rakor.invitations.select_related("unit").order_by("order", "pk"))
    guests = tuple(_guest(invitation) for invitation in rows)
    heads = sum(invitation.attended or 0 for invitation in rows)
    counted = [ngettext("%(number)d undangan", "%(number)d undangan", len(rows)) % {"number": len(rows)}]
    if heads:
        came = ngettext("%(heads)d orang tercatat hadir", "%(heads)d orang tercatat hadir", heads)
        counted.append(came % {"heads": heads})
    return Guests(guests[:SHOWN_AT_ONCE], guests[SHOWN_AT_ONCE:], ", ".join(counted))


def _guest(invitation):
    name = unit_link(invitation.unit) if invitation.unit else Link(invitation.group)
    attendance = _attendance(invitation)
    note = "" if invitation.note.casefold() in attendance.casefold() else invitation.note
    return Guest(name, attendance, note)


def _attendance(invitation):
    """ "Hadir, 54 dari 60 orang"; what the source leaves out is said, never guessed."""
    came, heads = _came(invitation), _heads(invitation)
    if heads:
        return f"{came}, {heads}"
    if invitation.attendance == Attendance.PRESENT and invitation.group:
        return _("Hadir, jumlah tidak disebut")
    return came


def _came(invitation):
    if invitation.attendance == Attendance.REPRESENTED and invitation.represented_by:
        return _("Diwakili %(name)s") % {"name": invitation.represented_by}
    if invitation.attendance == Attendance.UNKNOWN:
        # A head count says that somebody came, even where the state was left open.
        if invitation.attended:
            return _("Hadir")
        if invitation.expected:
            return _("%(asked)d diundang, kehadiran tidak disebut") % {"asked": invitation.expected}
        return _("Diundang, kehadiran tidak disebut")
    return invitation.get_attendance_display()


def _heads(invitation):
    heads, asked = invitation.attended, invitation.expected
    if heads is not None and asked is not None:
        return ngettext("%(heads)d dari %(asked)d orang", "%(heads)d dari %(asked)d orang", asked) % {
            "heads": heads,
            "asked": asked,
        }
    if heads is not None:
        return ngettext("%(heads)d orang", "%(heads)d orang", heads) % {"heads": heads}
    return ""
