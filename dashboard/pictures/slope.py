"""A slope chart: every regency's value in two periods, labelled directly, no label over another or lost."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.pictures.geometry import percent, placed, plain, pushed_apart
from dashboard.pictures.names import width
from rakor.lib.formats import format_number

MOST_PLACES = 40
TYPE, GAP, EACH = 13, 16, 26
TOP, FOOT = 36, 14
ROOM = 118
"""Pixels for a label beside the slopes, on a telephone 390 px wide."""
FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True)
class Pair:
    """One regency's value before and after; `name` as pictures shorten it."""

    name: str
    before: Decimal
    after: Decimal

    @property
    def change(self):
        return self.after - self.before


@dataclass(frozen=True)
class Line:
    y1: str
    y2: str
    tone: str
    is_hero: bool


@dataclass(frozen=True)
class Label:
    """`y` is the value's own height, `text_y` where its label found room."""

    y: str
    lead_y: str
    text_y: str
    value: str
    text: str
    tone: str = ""
    is_hero: bool = False


@dataclass(frozen=True)
class Slope:
    left_x: str
    right_x: str
    height: str
    axis: str
    lines: tuple[Line, ...]
    left: tuple[Label, ...]
    right: tuple[Label, ...]
    footnotes: tuple[str, ...]
    has_fall: bool


def slope(pairs, places=None):
    """`pairs` for up to 40 regencies; None where there are fewer than two, or more than can be labelled."""
    if not 2 <= len(pairs) <= MOST_PLACES:
        return None
    heroes = {pair for pair in (farthest(pairs, 1), farthest(pairs, -1)) if pair}
    ends = [value for pair in pairs for value in (pair.before, pair.after)]
    most = max(len({pair.before for pair in pairs}), len({pair.after for pair in pairs}))
    height = max(240, TOP + FOOT + EACH * most)

    def at(value):
        return placed(value, max(ends), min(ends), TOP, height - FOOT)

    notes = []
    left = _labels(pairs, "before", at, height, heroes, notes, places)
    right = _labels(pairs, "after", at, height, heroes, notes, places)
    ordered = sorted(pairs, key=lambda pair: (pair in heroes, pair.after))
    return Slope(
        left_x=percent(_share(left)),
        right_x=percent(100 - _share(right)),
        height=plain(height),
        axis=f"M0 22V{plain(height)}",
        lines=tuple(
            Line(plain(at(pair.before)), plain(at(pair.after)), tone(pair.change), pair in heroes)
            for pair in ordered
        ),
        left=left,
        right=right,
        footnotes=tuple(notes),
        has_fall=any(pair.change < 0 for pair in pairs),
    )


def tone(change):
    return "up" if change > 0 else "down" if change < 0 else "flat"


def farthest(pairs, sign):
    """The one that rose (1) or fell (-1) farthest; nobody where two did, or none."""
    ordered = sorted(pairs, key=lambda pair: -sign * pair.change)
    if sign * ordered[0].change <= 0 or ordered[0].change == ordered[1].change:
        return None
    return ordered[0]


def _labels(pairs, side, at, height, heroes, notes, places):
    """Labels of one side, highest first; equal values share one, spelled out below where it would be long."""
    groups = {}
    for pair in pairs:
        groups.setdefault(getattr(pair, side), []).append(pair)
    values = sorted(groups, reverse=True)
    rooms = pushed_apart([at(value) for value in values], GAP, TOP, height - FOOT)
    labels = []
    for value, room in zip(values, rooms, strict=True):
        members = groups[value]
        hero = next((pair for pair in members if pair in heroes), None) if side == "after" else None
        written = format_number(value, places)
        labels.append(
            Label(
                y=plain(at(value)),
                lead_y=plain(room),
                text_y=plain(room + 4),
                value=written,
                text=_named(members, written, notes),
                tone=tone(members[0].change) if len({tone(pair.change) for pair in members}) == 1 else "flat",
                is_hero=hero is not None,
            )
        )
    return tuple(labels)


def _named(members, written, notes):
    names = [pair.name for pair in members]
    joined = ", ".join(names)
    if len(names) == 1 or width(f"{joined} {written}", TYPE - 1) <= ROOM:
        return joined
    sign = FOOTNOTES[len(notes)] if len(notes) < len(FOOTNOTES) else f"({len(notes) + 1})"
    notes.append(_("%(sign)s %(names)s: %(value)s") % {"sign": sign, "names": joined, "value": written})
    count = ngettext("%(count)d daerah", "%(count)d daerah", len(names)) % {"count": len(names)}
    return f"{count}{sign}"


def _share(labels):
    """How much of the width, in percent, the labels of one side need; on 320 px it is still enough."""
    widest = max(width(f"{label.text} {label.value}", TYPE - 1) for label in labels)
    return min(42, max(24, (widest + 18) / 3.4))
