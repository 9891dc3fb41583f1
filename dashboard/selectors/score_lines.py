"""Rincian penilaian: how one regency's score came about, line by line, as its release was frozen."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.pictures.geometry import percent
from dashboard.selectors.agreed_words import agreed_words, is_unsettled, origins_of
from evaluations.choices import REPORT_FORMULAS, Formula
from evaluations.small_cells import covering
from evaluations.small_cells import number_of as number
from programs.choices import State
from programs.models import Indicator
from programs.small_cells import is_small
from rakor.lib.formats import format_number, format_range
from records.choices import Visibility

COUNTED, AS_ZERO = "counted", "as_zero"
SAID_WHEN_NOT_COUNTED = {
    "as_zero": gettext_lazy("dihitung 0"),
    "excluded": gettext_lazy("dikeluarkan, bobot dibagi ulang"),
    "left_out": gettext_lazy("tidak dihitung"),
}


@dataclass(frozen=True)
class Origin:
    """Where a figure came from: source, period, the cell of the file it was read from, what was agreed."""

    source: str
    period: str
    file: str
    cell: str
    agreed: str = ""


@dataclass(frozen=True)
class LineRow:
    """One line with its text ready. `won` and `room` are widths against the heaviest line.

    `covered` says why neither figure nor points are shown: a small cell, or what would give one back.
    """

    name: str
    indicator_url: str
    formula: str
    target: str
    value: str
    achievement: str
    uncapped: str
    weight: str
    points: str
    points_open: str
    state: str
    effect: str
    covered: str
    is_limited: bool
    is_out_of_sync: bool
    agreed: tuple[str, ...]
    counts: bool
    won: str
    room: str
    is_full: bool
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class LineTotals:
    """The sum under the table: points ÷ weight × 100 is the score."""

    weight: str
    points: str
    points_open: str


def score_of(release, code):
    """A regency's score with `ranked`, how many have a rank; None where it is not in it. One query."""
    ranked = release.scores.published().ranked().order_by().values("release")
    ranked = ranked.annotate(number_of=Count("pk")).values("number_of")
    scores = release.scores.published().annotate(ranked=Coalesce(Subquery(ranked), 0))
    return scores.select_related("unit__regency").filter(unit__code=code).first()


def indicators_of(release, lines):
    """{code: Indicator} of what the lines measure, as the release's instrument means them. One query."""
    codes = {line.get("indicator") for line in lines if line.get("indicator")}
    found = Indicator.objects.filter(lines__instrument=release.instrument_id, code__in=codes).distinct()
    found = found.select_related("owner", "program")
    return {indicator.code: indicator for indicator in found}


def covered_in(lines, indicators):
    """What of the lines is covered, by the indicators as they are today."""
    return covering(lines, {code for code, one in indicators.items() if one.suppress_small_cells})


def line_rows(lines, indicators):
    heaviest = max((number(line, "weight") or Decimal(0) for line in lines), default=Decimal(0))
    covered = covered_in(lines, indicators)
    return [
        _row(line, indicators.get(line.get("indicator")), heaviest, _why_covered(covered, place))
        for place, line in enumerate(lines)
    ]


def _why_covered(covered, place):
    if place in covered.cells:
        return _("Angka 1–4 tidak ditampilkan.")
    return _("Ditutup, agar angka kecil pada butir lain tidak terhitung.") if place in covered else ""


def totals(lines, is_covered=False):
    """Without the points where a covered line is among them."""
    counted = [line for line in lines if line.get("counting") in (COUNTED, AS_ZERO)]

    def total(field):
        return sum((number(line, field) or Decimal(0) for line in counted), Decimal(0))

    return LineTotals(
        format_number(total("weight")),
        "–" if is_covered else format_number(total("points"), 2),
        "–" if is_covered else format_number(total("points_open"), 2),
    )


def _row(line, indicator, heaviest, covered):
    weight = number(line, "weight") or Decimal(0)
    points = None if covered else number(line, "points")
    limited = is_limited(line, indicator)
    return LineRow(
        name=line.get("name", ""),
        indicator_url=indicator.get_absolute_url() if _has_page(indicator) else "",
        formula=_formula(line),
        target="" if limited else _target(line),
        value="" if limited or covered else _value(line, indicator),
        achievement="–" if covered else _two(number(line, "capped")),
        uncapped="" if covered else _uncapped(line),
        weight=format_number(weight),
        points=_two(points),
        points_open="–" if covered else _two(number(line, "points_open")),
        state=_state(line),
        effect=_effect(line),
        covered=covered,
        is_limited=limited,
        is_out_of_sync=_is_out_of_sync(line),
        agreed=() if limited else _agreed_in(line),
        counts=line.get("counting") in (COUNTED, AS_ZERO),
        won=percent(100 * (points or 0) / heaviest) if heaviest else "0%",
        room=percent(100 * weight / heaviest) if heaviest else "0%",
        is_full=points is not None and points == weight,
        origins=() if limited else tuple(_origins(line)),
    )


def _is_public(indicator):
    return indicator is not None and indicator.visibility == Visibility.PUBLIC


def _has_page(indicator):
    return _is_public(indicator) and indicator.program.visibility == Visibility.PUBLIC


def is_limited(line, indicator):
    """Neither target nor figure nor source where the figure is not public, or counts too few people."""
    if line.get("indicator") and not _is_public(indicator):
        return True
    return indicator is not None and indicator.suppress_small_cells and is_small(number(line, "value"))


def _formula(line):
    code = line.get("formula", "")
    return str(Formula(code).label) if code in Formula.values else code


def _target(line):
    low, high = number(line, "target_low"), number(line, "target_high")
    if low is None:
        return "–"
    if line.get("formula") == Formula.PRESENT:
        return _("ada")
    return format_range(low, high)


def _value(line, indicator):
    if line.get("formula") in REPORT_FORMULAS and line.get("due") is not None:
        return _("%(counted)d dari %(due)d laporan") % {"counted": line["on_time"], "due": line["due"]}
    value = number(line, "value")
    if value is None:
        return "–"
    if line.get("formula") == Formula.PRESENT:
        return _("ada") if value else _("belum")
    return format_number(value)


def _uncapped(line):
    """Shown beside the capped one only where the cap took something away."""
    uncapped, capped = number(line, "uncapped"), number(line, "capped")
    return "" if uncapped == capped else _two(uncapped)


def _two(value):
    return "–" if value is None else format_number(value, 2)


def _is_value(line):
    return line.get("counting") == COUNTED or line.get("state") == State.VALUE


def _state(line):
    """ "Belum lapor", or why a figure cannot be judged; nothing for one that counts as itself."""
    if _is_value(line):
        return ""
    if line.get("lacks_target"):
        return _("Tidak ada target")
    state = line.get("state", "")
    return str(State(state).label) if state in State.values else state


def _effect(line):
    """What the state does to the score: "dihitung 0"."""
    return "" if _is_value(line) else str(SAID_WHEN_NOT_COUNTED.get(line.get("counting"), ""))


def _origins(line):
    for origin in origins_of(line):
        named = (str(origin.get(part) or "") for part in ("source", "period", "file", "cell"))
        yield Origin(*named, agreed=agreed_words(origin))


def _agreed_in(line):
    """What was agreed on the figures of a line, each settlement once."""
    said = (agreed_words(origin) for origin in origins_of(line))
    return tuple(dict.fromkeys(words for words in said if words))


def _is_out_of_sync(line):
    """Whether sources still differ on the line's figure, or on that of one of its periods."""
    return bool(line.get("is_out_of_sync")) or any(is_unsettled(origin) for origin in origins_of(line))
