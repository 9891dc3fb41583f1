"""Small things that several pages show the same way, with their words already written."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings.models import Rakor
from programs.models import Indicator, Program
from regions.choices import UnitKind


@dataclass(frozen=True)
class Link:
    """A name, and where it leads; without an address it is only a name."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Badge:
    """A state in words: the parameters of the component of that name."""

    text: str
    kind: str = ""
    icon: str = ""


def unit_title(unit):
    """ "Provinsi Jambi", "Kabupaten Kerinci", "Kota Jambi"; an agency by its own name. No query."""
    if unit.kind == UnitKind.PROVINCE:
        return _("Provinsi %(name)s") % {"name": unit.name}
    if unit.kind == UnitKind.REGENCY and not unit.name.startswith("Kota "):
        return _("Kabupaten %(name)s") % {"name": unit.name}
    return unit.name


def unit_link(unit):
    """A region leads to its page, an agency to its region's."""
    return Link(unit_title(unit), unit.get_absolute_url())


def shown(rows, reader=None):
    """What the public may see of `rows`; for an official who reads, what is open to him or her."""
    return rows.public() if reader is None else rows.visible_to(reader)


def public_rakor(path):
    """Prefetch for a reference to a Rakor: one that is not public is simply not there."""
    return Prefetch(path, Rakor.objects.public())


def public_programs(path):
    return Prefetch(path, Program.objects.public().select_related("owner"))


def public_indicator(path):
    """Prefetch for a reference to an indicator."""
    return Prefetch(path, Indicator.objects.public().select_related("owner"))
