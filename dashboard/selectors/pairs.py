"""Two indicators whose gap is followed: per unit and period, and whether it is past what is usual."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.pictures.heat_map import short_period
from dashboard.selectors.completeness import in_order
from dashboard.selectors.differences import signed
from dashboard.selectors.links import Link, unit_title
from dashboard.selectors.programs import telltale
from dashboard.sentences import format_figure
from programs.models import Indicator, IndicatorPair, Measurement
from rakor.lib.formats import format_number


@dataclass(frozen=True)
class Gap:
    """ "+3,5"; nothing where one of the two figures is missing."""

    said: str = ""
    is_beyond: bool = False


@dataclass(frozen=True)
class PairTable:
    name: str
    first: Link
    second: Link
    tolerance: str
    finding: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[Gap, ...]], ...]


def public_pair_tables(program, units, periods):
    """Pairs of public indicators, accepted figures only; none that might give a small cell back."""
    public = Indicator.objects.public()
    pairs = list(pairs_of(program).filter(first__in=public, second__in=public))
    hidden = telltale([indicator for pair in pairs for indicator in (pair.first, pair.second)])
    shown = [pair for pair in pairs if not {pair.first_id, pair.second_id} & hidden]
    return pair_tables(shown, Measurement.objects.verified(), units, periods, Indicator.get_absolute_url)


def inner_pair_tables(user, program, units, periods, address):
    """Pairs of indicators that this person reads, with every figure within reach."""
    readable = Indicator.objects.visible_to(user)
    pairs = pairs_of(program).filter(first__in=readable, second__in=readable)
    return pair_tables(list(pairs), Measurement.objects.visible_to(user), units, periods, address)


def pairs_of(program):
    return IndicatorPair.objects.filter(program=program).select_related("first__owner", "second__owner")


def pair_tables(pairs, figures, units, periods, address):
    """One table for each pair. One query for all figures."""
    periods = in_order(periods)
    keys = {key for pair in pairs for key in (pair.first_id, pair.second_id)}
    held = figures.order_by().filter(
        indicator__in=keys, unit__in=units, period__in=periods, value__isnull=False
    )
    values = {
        (indicator, unit, period): value
        for indicator, unit, period, value in held.values_list("indicator", "unit", "period", "value")
    }
    return [_table(pair, values, units, periods, address) for pair in pairs]


def _table(pair, values, units, periods, address):
    rows = []
    for unit in units:
        gaps = tuple(_gap(pair, values, unit.pk, period.pk) for period in periods)
        if any(gap.said for gap in gaps):
            rows.append((unit_title(unit), gaps))
    return PairTable(
        name=pair.name,
        first=Link(pair.first.name, address(pair.first)),
        second=Link(pair.second.name, address(pair.second)),
        tolerance=f"{format_number(pair.tolerance)} {pair.first.measure_unit}",
        finding=_finding([gap for _name, gaps in rows for gap in gaps if gap.said]),
        columns=tuple((short_period(one), str(one)) for one in periods),
        rows=tuple(rows),
    )


def _gap(pair, values, unit, period):
    first = values.get((pair.first_id, unit, period))
    second = values.get((pair.second_id, unit, period))
    if first is None or second is None:
        return Gap()
    gap = first - second
    return Gap(signed(gap), abs(gap) > pair.tolerance)


def _finding(gaps):
    """ "3 dari 11 selisih di luar batas wajar."."""
    beyond = sum(gap.is_beyond for gap in gaps)
    if not gaps:
        return ""
    if not beyond:
        return _("Semua selisih dalam batas wajar.")
    said = ngettext(
        "%(beyond)s dari %(all)s selisih di luar batas wajar.",
        "%(beyond)s dari %(all)s selisih di luar batas wajar.",
        beyond,
    )
    return said % {"beyond": format_figure(beyond), "all": format_figure(len(gaps))}
