"""Predikat as segments: how many are filled says it without colour, and the word stands beside."""

from dataclasses import dataclass

from dashboard.pictures.geometry import plain

ROOM = 28


@dataclass(frozen=True)
class Segment:
    x: str
    on: bool


@dataclass(frozen=True)
class Segments:
    """`tone` 1–5, low to high, names the fill."""

    label: str
    tone: int
    segments: tuple[Segment, ...]
    width: str


def tone(step, steps):
    """The tone 1–5 of the `step`-th lowest of `steps` bands: five use all, four use 1 2 4 5, three 1 3 5."""
    if steps == 1:
        return 5
    if steps == 4:
        return (1, 2, 4, 5)[step - 1]
    return 1 + round(4 * (step - 1) / (steps - 1))


def segments(label, step, steps):
    pitch = ROOM / steps
    return Segments(
        str(label),
        tone(step, steps),
        tuple(Segment(plain(0.5 + index * pitch), index < step) for index in range(steps)),
        plain(pitch - 2),
    )


def by_label(labels):
    """{label: Segments} for an instrument's bands, `labels` from lowest to highest."""
    return {label: segments(label, step, len(labels)) for step, label in enumerate(labels, 1)}
