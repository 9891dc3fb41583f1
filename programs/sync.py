"""Tingkat sinkron: how many of the figures that several sources name agree, and which sources do not.

Each reading is one query over the differences it is given, so that a page counts what its reader may see.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from programs.choices import UNSETTLED, DifferenceState, Verdict
from programs.models import Comparison
from rakor.lib import periods

__all__ = ["Group", "Pairing", "Rate", "by_period", "by_program", "by_unit", "rate", "worst_pairs"]

COUNTS = {
    "agreed": Count(
        "pk", filter=Q(state=DifferenceState.IN_SYNC, gap__isnull=False) | Q(state=DifferenceState.SETTLED)
    ),
    "apart": Count("pk", filter=Q(state__in=UNSETTLED)),
    "unlike": Count("pk", filter=Q(state=DifferenceState.NOT_COMPARABLE)),
}


@dataclass(frozen=True)
class Rate:
    """`agreed`: in sync or settled; `apart`: open or carried; `unlike`: other units or dates, told apart."""

    agreed: int = 0
    apart: int = 0
    unlike: int = 0

    @property
    def compared(self):
        return self.agreed + self.apart

    @property
    def percent(self) -> Decimal | None:
        """None where nothing could be compared: that is neither 0 nor 100."""
        return Decimal(100 * self.agreed) / self.compared if self.compared else None


@dataclass(frozen=True)
class Group:
    """The rate of one program, period or unit."""

    pk: int
    code: str
    name: str
    rate: Rate


@dataclass(frozen=True)
class Pairing:
    """Two sources: on how many of the figures that both name they lie apart, and by how much on the mean."""

    first: str
    second: str
    apart: int
    compared: int
    mean_percent: Decimal | None


def rate(differences) -> Rate:
    return Rate(**differences.order_by().aggregate(**COUNTS))


def by_program(differences) -> list[Group]:
    """By name."""
    program = "measurement__report__program"
    rows = _grouped(differences, program, f"{program}__code", f"{program}__short_name")
    return [Group(pk, code, name, rate) for pk, code, name, rate in sorted(rows, key=lambda row: row[2])]


def by_period(differences) -> list[Group]:
    """From the earliest on: the trend."""
    period = "measurement__period"
    names = (f"{period}__ends_on", f"{period}__starts_on", f"{period}__year", f"{period}__code")
    rows = sorted(_grouped(differences, period, *names), key=lambda row: row[1:3])
    return [
        Group(pk, code, periods.label(year, code), rate)
        for pk, _ends_on, _starts_on, year, code, rate in rows
    ]


def by_unit(differences) -> list[Group]:
    """By code."""
    rows = _grouped(differences, "measurement__unit", "measurement__unit__code", "measurement__unit__name")
    return [Group(*row) for row in sorted(rows, key=lambda row: row[1])]


def _grouped(differences, *names):
    """(…names, Rate) of each group in which anything was compared or could not be."""
    rows = differences.compared().order_by().values_list(*names).annotate(**COUNTS)
    counts = len(COUNTS)
    return [(*row[:-counts], Rate(*row[-counts:])) for row in rows]


def worst_pairs(differences, most=10) -> list[Pairing]:
    """The pairs of sources that disagree on most figures, settled since or not; of equals the wider."""
    apart = Q(verdict=Verdict.APART)
    rows = (
        Comparison.objects.filter(difference__in=differences.order_by().values("pk"))
        .exclude(verdict__in=(Verdict.OTHER_UNIT, Verdict.OTHER_DATE))
        .order_by()
        .values_list("reference__source__name", "other__source__name")
        .annotate(
            compared=Count("pk"),
            apart=Count("pk", filter=apart),
            sized=Count("gap_percent", filter=apart),
            size=Sum("gap_percent", filter=apart),
        )
    )
    totals = defaultdict(lambda: [0, 0, 0, Decimal(0)])
    for reference, other, *numbers in rows:
        # Which of two is the reference differs from figure to figure where nobody is named as producer.
        total = totals[tuple(sorted((reference, other)))]
        for place, number in enumerate(numbers):
            total[place] += number or 0
    pairs = [
        Pairing(*names, apart, compared, size / sized if sized else None)
        for names, (compared, apart, sized, size) in totals.items()
        if apart
    ]
    return sorted(pairs, key=lambda pair: (-pair.apart, -(pair.mean_percent or 0), pair.first))[:most]
