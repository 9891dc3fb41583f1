"""Regions: the list that finds every one of them, and who they are."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Case, Q, When
from django.utils.translation import gettext as _

from dashboard.selectors.links import Link
from dashboard.selectors.standings import latest_by_unit
from meetings.models import FollowUp, Rakor
from regions.choices import UnitKind
from regions.models import Unit


@dataclass(frozen=True)
class RegionRow:
    """A region in a list with its newest ranks in a few words; "" where there are none."""

    code: str
    name: str
    url: str
    ranks: str
    province: str = ""


@dataclass(frozen=True)
class ProvinceGroup:
    code: str
    name: str
    url: str
    rows: tuple[RegionRow, ...]

    @property
    def has_ranks(self):
        return any(row.ranks for row in self.rows)


@dataclass(frozen=True)
class Counts:
    provinces: int
    regencies: int


def region_of(code):
    """The province or regency of an address, or Unit.DoesNotExist. Two queries, its other names included."""
    units = Unit.objects.regions().select_related("parent", "regency").prefetch_related("names")
    return units.get(code=code)


def also_written(unit):
    """Its other names, as people write them: "Batang Hari"."""
    return ", ".join(dict.fromkeys(other.name for other in unit.names.all() if other.name != unit.name))


def counts():
    """How many regions there are to find. One query."""
    kinds = list(Unit.objects.regions().values_list("kind", flat=True).order_by())
    return Counts(kinds.count(UnitKind.PROVINCE), kinds.count(UnitKind.REGENCY))


def provinces_with_records(releases):
    """Primary keys of the provinces that have a ranking, a public Rakor or a public follow-up. Two queries.

    Work of an agency counts for its region, and work of a regency for its province.
    """
    held = {release.region_id for release in releases}
    for path, rows in (("region", Rakor.objects.public()), ("responsible", FollowUp.objects.public())):
        chains = rows.order_by().values_list(
            f"{path}__kind", path, f"{path}__parent__kind", f"{path}__parent", f"{path}__parent__parent"
        )
        held.update(_province_of(*chain) for chain in chains.distinct())
    return held - {None}


def _province_of(kind, unit, parent_kind, parent, grandparent):
    if kind == UnitKind.PROVINCE:
        return unit
    return parent if parent_kind == UnitKind.PROVINCE else grandparent


def provinces_parted(releases):
    """(provinces with something recorded, links to the others). Three queries.

    Both by code, but provinces with a ranking before those with only a Rakor or a follow-up.
    """
    held = provinces_with_records(releases)
    recorded, others = [], []
    for province in Unit.objects.provinces().order_by("code"):
        if province.pk in held:
            recorded.append(province)
        else:
            others.append(Link(province.name, province.get_absolute_url()))
    ranked = {release.region_id for release in releases}
    return sorted(recorded, key=lambda province: province.pk not in ranked), others


def province_groups(provinces, releases):
    """The regencies of some provinces with their newest ranks. Two queries, however many provinces."""
    regencies = Unit.objects.regencies().filter(parent__in=provinces).order_by("code")
    grouped = defaultdict(list)
    rows = region_rows(regencies, releases)
    for regency, row in zip(regencies, rows, strict=True):
        grouped[regency.parent_id].append(row)
    return [
        ProvinceGroup(
            province.code,
            province.name,
            province.get_absolute_url(),
            tuple(grouped[province.pk]),
        )
        for province in provinces
    ]


def region_rows(units, releases):
    """Rows for regions, which bring their province where it is to be shown."""
    units = list(units)
    ranks = latest_by_unit(releases, [unit.pk for unit in units])
    return [
        RegionRow(
            code=unit.code,
            name=unit.name,
            url=unit.get_absolute_url(),
            ranks=" · ".join(standing.short for standing in ranks.get(unit.pk, ())),
            province=_province_name(unit),
        )
        for unit in units
    ]


def _province_name(unit):
    if unit.kind == UnitKind.PROVINCE:
        return _("Provinsi")
    return unit.parent.name if Unit.parent.is_cached(unit) else ""


def found_in_order(units, text):
    """What fits the search best comes first: the very name or code, names that begin so, names, aliases."""
    text = " ".join(text.split())
    fits = Case(
        When(Q(name__iexact=text) | Q(name__iexact=f"Kota {text}") | Q(code=text), then=0),
        When(name__istartswith=text, then=1),
        When(name__icontains=text, then=2),
        default=3,
    )
    return units.select_related("parent").order_by(fits, "code")


def neighbours_of(regency):
    """The other regencies of its province. One query."""
    others = Unit.objects.regencies().filter(parent=regency.parent_id).exclude(pk=regency.pk)
    return [Link(other.name, other.get_absolute_url()) for other in others.order_by("code")]
