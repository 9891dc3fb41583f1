"""The chain that every page is a part of: Rakor → rumusan hasil → … → piagam, walkable in both directions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

STEPS = ("rakor", "outcome", "follow_up", "indicator", "figure", "score", "rank", "award")


@dataclass(frozen=True)
class Step:
    """One step: its name, where it leads, and what is known there.

    `state` is "" (recorded), "sample" (invented for the demo), "none" (nothing recorded) or "here".
    """

    name: str
    url: str = ""
    text: str = ""
    state: str = ""

    @property
    def is_here(self):
        return self.state == "here"

    @property
    def is_none(self):
        return self.state == "none"

    @property
    def is_sample(self):
        return self.state == "sample"


def names():
    return {
        "rakor": _("Rakor"),
        "outcome": _("Rumusan hasil"),
        "follow_up": _("Tindak lanjut"),
        "indicator": _("Indikator"),
        "figure": _("Angka"),
        "score": _("Nilai"),
        "rank": _("Peringkat"),
        "award": _("Piagam"),
    }


def trail(here, **urls):
    """The eight steps in order for an inner page: trail("rank", rakor=url, score=url).

    `here` is the page itself; a step without an address is shown as not recorded.
    """
    if unknown := set(urls) - set(STEPS):
        raise ValueError(f"no such step: {sorted(unknown)}")
    return [
        Step(name, url=urls.get(key) or "", state="here" if key == here else "" if urls.get(key) else "none")
        for key, name in names().items()
    ]
