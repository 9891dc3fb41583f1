"""Rincian below a figure, by what it is broken down; in public only where it tells of nobody."""

from dataclasses import dataclass
from itertools import groupby

from programs.small_cells import is_small
from rakor.lib.formats import format_number


@dataclass(frozen=True)
class PartList:
    """The rows of one kind, with the sum that they make."""

    kind: str
    rows: tuple[tuple[str, str], ...]
    total: str


def part_lists(figure):
    """What the figure's observation was broken down into; expects `chosen__parts`."""
    if not figure.chosen_id:
        return ()
    parts = sorted(figure.chosen.parts.all(), key=lambda part: (part.kind, part.pk))
    return tuple(_list(list(rows)) for _kind, rows in groupby(parts, key=lambda part: part.kind))


def public_part_lists(figure, is_covered):
    """As `part_lists`; nothing at all where one row is a small cell or the figure itself is covered.

    The figure is the sum of its rows, so a row left out could be computed: none of them is shown.
    """
    if is_covered or not figure.chosen_id or any(is_small(one.value) for one in figure.chosen.parts.all()):
        return ()
    return part_lists(figure)


def _list(parts):
    return PartList(
        kind=str(parts[0].get_kind_display()),
        rows=tuple((part.label, format_number(part.value)) for part in parts),
        total=format_number(sum(part.value for part in parts)),
    )
