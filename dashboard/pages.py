"""What the frame of every public page needs to know about the page inside it."""

from dataclasses import dataclass

from rakor.lib.dates import NBSP


@dataclass(frozen=True)
class Crumb:
    """One step of the path above a page; the page itself stands last, without an address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Page:
    """Title and description (search results, shared links), and the path above the heading.

    `path` is the address that counts where several show the same; empty means the one that was asked for.
    """

    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    path: str = ""

    def __post_init__(self):
        # Spaces that hold a line together belong to the heading, not to the title of a tab.
        for field in ("title", "description"):
            object.__setattr__(self, field, str(getattr(self, field)).replace(NBSP, " "))


def crumbs(*steps):
    """crumbs((_("Rakor"), url), _("7 November 2022")): the last is the page itself."""
    return tuple(Crumb(*step) if isinstance(step, tuple) else Crumb(step) for step in steps)
