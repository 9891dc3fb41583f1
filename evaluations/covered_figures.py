"""Which figures a public page covers: the small ones, and whatever would give one of them back.

A small cell (programs.small_cells) is covered in its unit and period. Covered along with it are the
figures that hold it (of the unit above, of the longer period), a second part of the same year, so that no
total known elsewhere leaves it bare, and what the score page of a published ranking covers for that reason.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from evaluations.models import Line, Release, Score
from evaluations.small_cells import covering
from programs.models import Measurement
from programs.small_cells import SMALL, is_small
from rakor.lib.periods import codes_alike

__all__ = ["Covered", "covered_figures"]


@dataclass(frozen=True)
class Covered:
    """(unit, period) of figures that are not shown: the cells themselves, and what is covered along."""

    cells: frozenset = frozenset()
    along: frozenset = frozenset()

    def __contains__(self, key):
        return key in self.cells or key in self.along

    def why(self, key):
        """The sentence in place of the figure; "" where it is shown."""
        if key in self.cells:
            return _("Angka 1–4 tidak ditampilkan.")
        return _("Ditutup, agar angka kecil lain tidak terhitung.") if key in self.along else ""


def covered_figures(indicator, units, periods):
    """What of an indicator is covered, among `units` (keys) and `periods`. Six queries at most."""
    units, periods = set(units), list(periods)
    if not units or not periods:
        return Covered()
    cells, along = set(), set()
    if indicator.suppress_small_cells:
        _cover_small(indicator, units, periods, cells, along)
    _cover_with_scores(indicator, units, periods, along)
    return Covered(frozenset(cells), frozenset(along - cells))


def _cover_small(indicator, units, periods, cells, along):
    """The small cells of these units and of those below them, with every figure that holds one."""
    own = set()
    for unit, parent, above, period, starts, ends in _small_cells(indicator, units, periods):
        for shown in periods:
            if shown.pk == period:
                cells.add((unit, period))
            if shown.starts_on <= starts and ends <= shown.ends_on:
                along.update((one, shown.pk) for one in (unit, parent, above))
        if unit in units:
            own.add(unit)
    if own:
        along.update(_second_parts(indicator, own, periods))


def _small_cells(indicator, units, periods):
    near = Q(unit__in=units) | Q(unit__parent__in=units) | Q(unit__parent__parent__in=units)
    return (
        Measurement.objects.verified()
        .filter(near, indicator=indicator, value__gt=0, value__lt=SMALL)
        .filter(period__year__in={period.year for period in periods})
        .values_list(
            "unit",
            "unit__parent",
            "unit__parent__parent",
            "period",
            "period__starts_on",
            "period__ends_on",
        )
    )


def _second_parts(indicator, units, periods):
    """Where one part alone of a year is small: another part of that year, the smallest that is not nought."""
    years = defaultdict(list)
    figures = (
        Measurement.objects.verified()
        .with_value()
        .filter(indicator=indicator, unit__in=units, period__year__in={period.year for period in periods})
    )
    for unit, period, year, code, value in figures.values_list(
        "unit", "period", "period__year", "period__code", "value"
    ):
        years[unit, year, codes_alike(code)].append((value, period))
    for (unit, _year, _codes), parts in years.items():
        small = [part for part in parts if is_small(part[0])]
        others = sorted((value == 0, value, period) for value, period in parts if not is_small(value))
        if len(small) == 1 and others:
            yield unit, others[0][2]


def _cover_with_scores(indicator, units, periods, along):
    """Figures that a score page covers, because another line of the same score is a small cell."""
    releases = {
        release.pk: release
        for release in Release.objects.public()
        .filter(instrument__in=Line.objects.filter(indicator=indicator).values("instrument"))
        .filter(instrument__lines__indicator__suppress_small_cells=True)
        .filter(period__year__in={period.year for period in periods})
        .select_related("period")
        .defer("text")
        .distinct()
    }
    if not releases:
        return
    codes = _covering_codes(releases.values())
    for score in Score.objects.filter(release__in=releases, unit__in=units):
        release, lines = releases[score.release_id], score.stored_lines()
        hidden = covering(lines, codes[release.instrument_id])
        if any(lines[place].get("indicator") == indicator.code for place in hidden.along):
            along.update((score.unit_id, one.pk) for one in periods if _lies_in(one, release.period))


def _covering_codes(releases):
    """{instrument: codes of its indicators that cover small cells}. One query."""
    codes = defaultdict(set)
    lines = Line.objects.filter(
        instrument__in={release.instrument_id for release in releases},
        indicator__suppress_small_cells=True,
    )
    for instrument, code in lines.values_list("instrument", "indicator__code"):
        codes[instrument].add(code)
    return codes


def _lies_in(period, whole):
    return whole.starts_on <= period.starts_on and period.ends_on <= whole.ends_on
