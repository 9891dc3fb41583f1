"""The figures of one indicator as the public may see them: of accepted reports, small cells covered."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q

from dashboard.pictures.trend import Trend, trend
from dashboard.selectors.links import Link, unit_link
from dashboard.selectors.part_lists import PartList, public_part_lists
from dashboard.sentences import period_words
from evaluations.covered_figures import Covered, covered_figures
from meetings.models import Outcome
from programs.choices import DifferenceState
from programs.models import Measurement, Part, Period, Target
from rakor.lib.formats import format_number, format_range
from rakor.lib.periods import codes_alike
from regions.choices import UnitKind
from regions.models import Unit

MOST_PERIODS = 6
"""How far back a trend goes."""


@dataclass(frozen=True)
class Values:
    """Every unit's figure of one period: what is shown of them, and what stands behind."""

    shown: dict
    covered: Covered
    has_agencies: bool
    sources: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class FigureRow:
    """One unit. `why` stands where there is no value; `past` are the periods of the trend, oldest first."""

    unit: Link
    anchor: str
    value: str
    why: str
    target: str
    is_revised: bool
    source: str
    is_settled: bool
    settled_at: Link | None
    parts: tuple[PartList, ...]
    past: tuple[str, ...]
    trend: Trend | None


def public_figures(indicator):
    """What a page for everybody starts from."""
    return Measurement.objects.verified().filter(indicator=indicator)


def periods_of(figures):
    """Periods with figures, newest first. One query."""
    held = figures.order_by().filter(period=OuterRef("pk"))
    return list(Period.objects.filter(Exists(held)).order_by("-ends_on", "starts_on"))


def trend_periods(periods, period):
    """The last few periods of the same kind up to this one, oldest first."""
    alike = [one for one in periods if one.code in codes_alike(period.code) and one.ends_on <= period.ends_on]
    return sorted(alike, key=lambda one: one.ends_on)[-MOST_PERIODS:]


def figures_in(figures, period, province=None):
    """Those of a period, by the code of their unit."""
    held = figures.filter(period=period)
    return (held.filter(in_province(province)) if province else held).order_by("unit__code")


def in_province(province, path="unit"):
    """Figures of a province, its regencies and their agencies."""
    steps = (path, f"{path}__parent", f"{path}__parent__parent")
    return Q(**{steps[0]: province}) | Q(**{steps[1]: province}) | Q(**{steps[2]: province})


def provinces_of(figures, period):
    """The provinces in which units have figures of a period. One query."""
    units = Unit.objects.filter(pk__in=figures.order_by().filter(period=period).values("unit"))
    held = Q(pk__in=units) | Q(pk__in=units.values("parent")) | Q(pk__in=units.values("parent__parent"))
    return list(Unit.objects.provinces().filter(held).order_by("code"))


def values_of(indicator, figures, periods):
    """All figures of a period, and what is covered of them and of the `periods` before."""
    rows = list(figures.values_list("unit", "period", "value", "unit__kind", "chosen__source__name"))
    covered = covered_figures(indicator, {row[0] for row in rows}, periods)
    return Values(
        shown={row[0]: row[2] for row in rows if row[2] is not None and row[:2] not in covered},
        covered=covered,
        has_agencies=any(row[3] == UnitKind.AGENCY for row in rows),
        sources=tuple(sorted({row[4] for row in rows if row[4]})),
        total=len(rows),
    )


def figure_rows(page, indicator, period, periods, covered):
    """Rows of one page of figures. Five queries, however many rows and periods."""
    figures = page.object_list.select_related("unit", "chosen__source", "difference__settled")
    figures = list(figures.prefetch_related(Prefetch("chosen__parts", Part.objects.order_by("pk"))))
    units = [figure.unit_id for figure in figures]
    past = past_of(public_figures(indicator), units, periods)
    targets = targets_of(indicator, units, period)
    settled = outcomes_of(figures)
    ends = ends_of(past, covered)
    return [
        FigureRow(
            unit=unit_link(figure.unit),
            anchor=f"d-{figure.unit.code}",
            value=written(figure, covered),
            why=why(figure, covered),
            target=target_words(targets.get(figure.unit_id)),
            is_revised=len(targets.get(figure.unit_id, ())) > 1,
            source=str(figure.chosen.source) if figure.chosen_id else "",
            is_settled=is_settled(figure),
            settled_at=settled.get(figure.pk),
            parts=public_part_lists(figure, (figure.unit_id, figure.period_id) in covered),
            past=tuple(written(past.get((figure.unit_id, one.pk)), covered) or "–" for one in periods),
            trend=trend_of(figure.unit, past, periods, covered, ends),
        )
        for figure in figures
    ]


def written(figure, covered):
    """ "87,31"; "" where there is no value or it is not shown."""
    if figure is None or figure.value is None or (figure.unit_id, figure.period_id) in covered:
        return ""
    return format_number(figure.value)


def why(figure, covered):
    """Why there is no value: the state in words, or that it is covered."""
    said = covered.why((figure.unit_id, figure.period_id))
    return said if said or figure.value is not None else str(figure.get_state_display())


def past_of(figures, units, periods):
    """{(unit, period): figure}. One query."""
    held = figures.filter(unit__in=units, period__in=periods)
    return {(one.unit_id, one.period_id): one for one in held}


def targets_of(indicator, units, period):
    """{unit: its targets, oldest first}: the last one counts. One query."""
    held = defaultdict(list)
    targets = Target.objects.filter(indicator=indicator, unit__in=units, period=period)
    for target in targets.select_related("set_by").order_by("pk"):
        held[target.unit_id].append(target)
    return held


def target_words(targets):
    """What counts now; "" where there is none, or it was taken away."""
    if not targets or targets[-1].low is None:
        return ""
    return format_range(targets[-1].low, targets[-1].high)


def is_settled(figure):
    """Whether the figure is the one that was agreed when its sources differed."""
    difference = getattr(figure, "difference", None)
    if difference is None or difference.state != DifferenceState.SETTLED:
        return False
    return difference.settled.observation_id == figure.chosen_id


def outcomes_of(figures):
    """{figure: the public outcome of a Rakor at which it was agreed}. One query."""
    agreed = {one.difference.settled.settlement_id: one.pk for one in figures if is_settled(one)}
    outcomes = Outcome.objects.public().filter(settlement__in=agreed).select_related("rakor")
    by_settlement = {one.settlement_id: Link(one.rakor.title, one.get_absolute_url()) for one in outcomes}
    return {
        one.pk: by_settlement[one.difference.settled.settlement_id]
        for one in figures
        if is_settled(one) and one.difference.settled.settlement_id in by_settlement
    }


def ends_of(past, covered):
    """The lowest and the highest value shown: one scale for all lines of a page."""
    values = [one.value for key, one in past.items() if one.value is not None and key not in covered]
    return (min(values), max(values)) if values else (None, None)


def trend_of(unit, past, periods, covered, ends):
    keys = [(unit.pk, one.pk) for one in periods]
    values = [past[key].value if key in past and key not in covered else None for key in keys]
    told = "; ".join(
        f"{period_words(one)} {format_number(value)}"
        for one, value in zip(periods, values, strict=True)
        if value is not None
    )
    return trend(values, f"{unit.name}: {told}", *ends)
