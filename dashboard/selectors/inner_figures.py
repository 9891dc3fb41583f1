"""The figures of one indicator as officials read them: whatever their reports' state, with every source."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse

from dashboard.pictures.trend import Trend
from dashboard.selectors.differences import badge as difference_badge
from dashboard.selectors.differences import figure_url, said_words, value_words
from dashboard.selectors.indicator_figures import ends_of, past_of, targets_of, trend_of, written
from dashboard.selectors.links import Badge, Link, unit_title
from dashboard.selectors.part_lists import PartList, part_lists
from dashboard.selectors.target_history import Step, history_of
from evaluations.covered_figures import Covered
from programs.models import Measurement, Observation, Part

NOTHING_COVERED = Covered()


@dataclass(frozen=True)
class InnerRow:
    """One unit: `unit` is a name that leads nowhere, for it has no page in here."""

    unit: Link
    url: str
    value: str
    note: str
    report: Link
    state: Badge
    targets: tuple[Step, ...]
    source: str
    others: tuple[str, ...]
    difference: Badge | None
    parts: tuple[PartList, ...]
    past: tuple[str, ...]
    trend: Trend | None


def readable_figures(user, indicator):
    """What a page for this person starts from."""
    return Measurement.objects.visible_to(user).filter(indicator=indicator)


def inner_rows(page, user, indicator, period, periods, badge):
    """Rows of one page of figures; `badge(report)` says how a report stands. Five queries, however many."""
    figures = list(
        page.object_list.select_related(
            "unit", "report", "chosen__source", "difference__measurement"
        ).prefetch_related(
            Prefetch("observations", Observation.objects.standing().select_related("source").order_by("pk")),
            Prefetch("chosen__parts", Part.objects.order_by("pk")),
        )
    )
    units = [figure.unit_id for figure in figures]
    past = past_of(readable_figures(user, indicator), units, periods)
    targets = targets_of(indicator, units, period)
    ends = ends_of(past, NOTHING_COVERED)
    return [
        InnerRow(
            unit=Link(unit_title(figure.unit)),
            url=figure_url(figure),
            value=value_words(figure),
            note=figure.note,
            report=Link(str(period), reverse("work:report-detail", args=[figure.report_id])),
            state=badge(figure.report),
            targets=history_of(targets.get(figure.unit_id, ())),
            source=str(figure.chosen.source) if figure.chosen_id else "",
            others=others_of(figure),
            difference=difference_of(figure),
            parts=part_lists(figure),
            past=tuple(
                written(past.get((figure.unit_id, one.pk)), NOTHING_COVERED) or "–" for one in periods
            ),
            trend=trend_of(figure.unit, past, periods, NOTHING_COVERED, ends),
        )
        for figure in figures
    ]


def others_of(figure):
    """The latest word of every source that the figure does not rest on."""
    latest = {one.source_id: one for one in figure.observations.all()}
    if figure.chosen_id:
        latest.pop(figure.chosen.source_id, None)
    return tuple(f"{one.source}: {said_words(one)}" for one in latest.values())


def difference_of(figure):
    found = getattr(figure, "difference", None)
    return difference_badge(found) if found else None
