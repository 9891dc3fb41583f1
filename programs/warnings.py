"""Figures that look odd: each asks for a note, none is refused.

    warnings_of(reports)        # {measurement's key: [Oddity, ...]}

Outside the usual range of its indicator, far off what the unit reported before, or equal to its target to the
last digit. Whoever examines reports in bulk looks at such figures one by one.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.models import Measurement, Target
from rakor.lib.formats import format_number, format_range
from rakor.lib.periods import kind

__all__ = ["Oddity", "OddityKind", "oddities", "warnings_of"]

REMEMBERED = 3
"""How many of the last figures a new one is held against."""
FAR = Decimal("0.5")
"""Farther off their mean than this part of it is worth a word."""


class OddityKind(models.TextChoices):
    UNUSUAL = "lazim", gettext_lazy("Di luar rentang lazim")
    JUMP = "lonjakan", gettext_lazy("Jauh dari periode sebelumnya")
    EQUAL = "sama_target", gettext_lazy("Persis sama dengan target")


@dataclass(frozen=True)
class Oddity:
    """Why a figure asks for a note."""

    kind: OddityKind
    text: str


def oddities(indicator, value, *, earlier=(), low=None, high=None):
    """What is odd about a value. `earlier`: the last figures, newest first; `low` and `high`: its target."""
    told = (_unusual(indicator, value), _jump(value, earlier[:REMEMBERED]), _equal(value, low, high))
    return [one for one in told if one]


def _unusual(indicator, value):
    low, high = indicator.usual_low, indicator.usual_high
    is_below, is_above = low is not None and value < low, high is not None and value > high
    if not is_below and not is_above:
        return None
    shown = {"value": format_number(value)}
    if low is not None and high is not None:
        said = _("%(value)s di luar rentang lazim %(range)s.") % {**shown, "range": format_range(low, high)}
    elif is_below:
        said = _("%(value)s di bawah batas lazim %(end)s.") % {**shown, "end": format_number(low)}
    else:
        said = _("%(value)s di atas batas lazim %(end)s.") % {**shown, "end": format_number(high)}
    return Oddity(OddityKind.UNUSUAL, said)


def _jump(value, earlier):
    if not earlier:
        return None
    mean = sum(earlier) / len(earlier)
    if abs(value - mean) <= FAR * abs(mean):
        return None
    said = _("%(value)s menyimpang lebih dari 50%% dari rata-rata %(number)d periode sebelumnya (%(mean)s).")
    places = 2
    if len(earlier) == 1:
        said, places = _("%(value)s menyimpang lebih dari 50%% dari periode sebelumnya (%(mean)s)."), None
    shown = {"value": format_number(value), "number": len(earlier), "mean": format_number(mean, places)}
    return Oddity(OddityKind.JUMP, said % shown)


def _equal(value, low, high):
    if value not in (low, high):
        return None
    said = _("%(value)s persis sama dengan target.")
    return Oddity(OddityKind.EQUAL, said % {"value": format_number(value)})


def warnings_of(reports):
    """{measurement's key: [Oddity]} of the figures that look odd. Three queries, however many reports."""
    figures = Measurement.objects.with_value().filter(report__in=[report.pk for report in reports])
    figures = list(figures.select_related("indicator", "period"))
    if not figures:
        return {}
    earlier, targets = _earlier(figures), _targets(figures)
    found = {}
    for figure in figures:
        target = targets.get(_key(figure))
        ends = {"low": target.low, "high": target.high} if target else {}
        if told := oddities(figure.indicator, figure.value, earlier=earlier(figure), **ends):
            found[figure.pk] = told
    return found


def _key(row):
    return row.unit_id, row.indicator_id, row.period_id


def _series(figures):
    return {
        "unit__in": {one.unit_id for one in figures},
        "indicator__in": {one.indicator_id for one in figures},
    }


def _earlier(figures):
    """A look-up: the figures of the same unit, indicator and kind of period before one of them."""
    rows = Measurement.objects.with_value().filter(
        **_series(figures), period__ends_on__lt=max(one.period.starts_on for one in figures)
    )
    series = {}
    rows = rows.order_by("-period__ends_on", "-pk")
    for unit, indicator, code, ends_on, value in rows.values_list(
        "unit", "indicator", "period__code", "period__ends_on", "value"
    ):
        series.setdefault((unit, indicator, kind(code)), []).append((ends_on, value))

    def before(figure):
        period = figure.period
        rows = series.get((figure.unit_id, figure.indicator_id, kind(period.code)), ())
        return [value for ends_on, value in rows if ends_on < period.starts_on][:REMEMBERED]

    return before


def _targets(figures):
    found = Target.objects.current().filter(
        **_series(figures), period__in={one.period_id for one in figures}, low__isnull=False
    )
    return {_key(one): one for one in found}
