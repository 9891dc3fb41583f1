"""A share bar: parts of one whole, always standing over the table with the same counts."""

from dataclasses import dataclass

from dashboard.pictures.geometry import percent


@dataclass(frozen=True)
class Part:
    """`tone` s1–s4 is a fill of the sheet; "s5" is the dashed outline of what does not apply."""

    tone: str
    label: str
    count: int
    x: str = ""
    width: str = ""


@dataclass(frozen=True)
class ShareBar:
    parts: tuple[Part, ...]
    total: int

    @property
    def title(self):
        """What the bar says, for who cannot see it."""
        return ", ".join(f"{part.count} {part.label[:1].lower()}{part.label[1:]}" for part in self.parts)


def share_bar(counts):
    """`counts` are (tone, label, count) in order; parts of nothing keep their row and get no width."""
    total = sum(count for _tone, _label, count in counts)
    parts, start = [], 0
    for tone, label, count in counts:
        parts.append(
            Part(
                tone,
                str(label),
                count,
                percent(100 * start / (total or 1)),
                percent(100 * count / (total or 1)),
            )
        )
        start += count
    return ShareBar(tuple(parts), total)
