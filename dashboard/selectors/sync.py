"""Tingkat sinkron in words: of a person's figures for the desk, of a program's for everybody."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from dashboard.pictures.rate_line import RateLine, rate_line
from programs import sync
from programs.choices import ReportState
from programs.models import Difference
from rakor.lib.formats import format_count, format_number
from rakor.lib.periods import codes_alike
from records.choices import Visibility

TENTH = Decimal("0.1")
MOST_PERIODS = 12
MOST_UNITS = 20


@dataclass(frozen=True)
class RateRow:
    """One program, period or unit: how many of its figures agree."""

    key: int
    name: str
    percent: str
    agreed: str
    apart: str
    unlike: str


@dataclass(frozen=True)
class PairRow:
    first: str
    second: str
    apart: str
    mean: str


@dataclass(frozen=True)
class SyncRates:
    """All that the page of rates shows. `more_units` is how many stand behind those listed."""

    rate: sync.Rate
    programs: list
    periods: list
    units: list
    more_units: int
    pairs: list
    trend: RateLine | None


def percent_words(rate):
    """ "92,9%"; nothing could be compared: "". What is not all of them never reads 100%."""
    if rate.percent is None:
        return ""
    rounded = tenths(rate.percent)
    return f"{format_number(min(rounded, 100 - TENTH) if rate.apart else rounded)}%"


def tenths(number):
    return number.quantize(TENTH, rounding=ROUND_HALF_UP)


def rate_row(group):
    rate = group.rate
    counts = map(format_count, (rate.agreed, rate.apart, rate.unlike))
    return RateRow(group.pk, group.name, percent_words(rate) or _("tanpa banding"), *counts)


def rates_of(differences):
    """Five queries, however many figures there are. The units that agree least come first."""
    periods = sync.by_period(differences)[-MOST_PERIODS:]
    units = sorted(sync.by_unit(differences), key=_least_first)
    return SyncRates(
        rate=sync.rate(differences),
        programs=[rate_row(group) for group in sync.by_program(differences)],
        periods=[rate_row(group) for group in reversed(periods)],
        units=[rate_row(group) for group in units[:MOST_UNITS]],
        more_units=max(0, len(units) - MOST_UNITS),
        pairs=[pair_row(pair) for pair in sync.worst_pairs(differences)],
        trend=trend_of(of_one_kind(periods)),
    )


def _least_first(group):
    percent = group.rate.percent
    return (percent is None, percent or 0, -group.rate.apart, group.code)


def pair_row(pair):
    apart = _("%(apart)s dari %(compared)s angka") % {
        "apart": format_count(pair.apart),
        "compared": format_count(pair.compared),
    }
    mean = "" if pair.mean_percent is None else f"{format_number(tenths(pair.mean_percent))}%"
    return PairRow(pair.first, pair.second, apart, mean)


def of_one_kind(periods):
    """The periods of the kind of which there are most, the latest kind of equals: years are no months."""
    kinds = {}
    for group in periods:
        kinds.setdefault(codes_alike(group.code), []).append(group)
    return max(reversed(kinds.values()), key=len, default=[])


def trend_of(periods):
    rates = [group.rate.percent for group in periods]
    labels = [percent_words(group.rate) for group in periods]
    names = [group.name for group in periods]
    return rate_line(names, rates, labels, trend_words(names, rates, labels))


def trend_words(names, rates, labels):
    """ "Tingkat sinkron naik dari 80% (Tahun 2022) ke 92,9% (Tahun 2024)"."""
    held = [place for place, rate in enumerate(rates) if rate is not None]
    if len(held) < 2:
        return ""
    first, last = held[0], held[-1]
    words = {"a": labels[first], "from": names[first], "b": labels[last], "to": names[last]}
    if rates[last] > rates[first]:
        return _("Tingkat sinkron naik dari %(a)s (%(from)s) ke %(b)s (%(to)s)") % words
    if rates[last] < rates[first]:
        return _("Tingkat sinkron turun dari %(a)s (%(from)s) ke %(b)s (%(to)s)") % words
    return _("Tingkat sinkron tetap %(b)s dari %(from)s sampai %(to)s") % words


def public_differences(program):
    """What the public may count: figures of accepted reports, of public indicators of a public program."""
    return Difference.objects.filter(
        measurement__report__program=program,
        measurement__report__program__visibility=Visibility.PUBLIC,
        measurement__report__state=ReportState.ACCEPTED,
        measurement__indicator__visibility=Visibility.PUBLIC,
    )


def public_sync(program):
    """As `sync_words`, of what the public may count."""
    return sync_words(public_differences(program))


def sync_words(differences):
    """ "12 dari 14 angka yang bersumber lebih dari satu sudah sinkron (85,7%)."; "" where there are none."""
    rate = sync.rate(differences)
    if not rate.compared:
        return ""
    words = {
        "agreed": format_count(rate.agreed),
        "compared": format_count(rate.compared),
        "percent": percent_words(rate),
    }
    return (
        _("%(agreed)s dari %(compared)s angka yang bersumber lebih dari satu sudah sinkron (%(percent)s).")
        % words
    )
