"""From an instrument and its readings to every score and rank: the one function a round calls."""

from collections.abc import Mapping, Sequence

from .bands import band_of
from .checks import method_problems, reading_problems
from .context import exactly, round_settled, step
from .errors import MethodRefused, ReadingsRefused
from .gains import smallest_gains
from .inputs import UnitReadings, text
from .method import Method
from .ranges import Contender, rank_ranges
from .ranking import competition_ranks, tie_values
from .results import LineOutcome, NextPlace, Result, UnitOutcome
from .score import Tally, line_outcomes


@exactly
def judge(method: Method, readings_by_unit: Mapping[str, UnitReadings]) -> Result:
    """Score, rank and explain every unit. The order of units and lines never matters.

    Raises MethodRefused or ReadingsRefused, with everything that is wrong, before anything is computed.
    """
    for unit in readings_by_unit:
        text(unit, "unit")
    if problems := method_problems(method):
        raise MethodRefused(*problems)
    if problems := reading_problems(method, readings_by_unit):
        raise ReadingsRefused(*problems)
    units = sorted(readings_by_unit)
    outcomes = [line_outcomes(method, readings_by_unit[unit]) for unit in units]
    contenders = [
        _contender(method, lines, readings_by_unit[unit]) for unit, lines in zip(units, outcomes, strict=True)
    ]
    ranks = _ranks(contenders)
    ranges = rank_ranges(method, contenders, ranks)
    above = _ranked_above(contenders, ranks)
    judged = [
        _unit_outcome(method, *parts)
        for parts in zip(units, outcomes, contenders, ranks, ranges, above, strict=True)
    ]
    return Result(tuple(sorted(judged, key=lambda outcome: (outcome.rank or len(judged) + 1, outcome.unit))))


def _contender(method: Method, lines: Sequence[LineOutcome], unit: UnitReadings) -> Contender:
    tally = Tally(lines)
    rounded = None
    if tally.unranked(method.min_coverage) is None:
        rounded = round_settled(tally.score, step(method.precision))
    ties = tie_values(method, {line.line: line for line in lines}, unit) if method.has_tie_breaks else ()
    return Contender(tally, rounded, ties)


def _ranks(contenders: Sequence[Contender]) -> list[int | None]:
    ranked = [contender for contender in contenders if contender.rounded is not None]
    ranks = iter(competition_ranks([(contender.rounded, contender.ties) for contender in ranked]))
    return [None if contender.rounded is None else next(ranks) for contender in contenders]


def _ranked_above(
    contenders: Sequence[Contender], ranks: Sequence[int | None]
) -> list[tuple[int, Contender] | None]:
    """For each unit the next better rank and one who holds it; None for the first and the unranked."""
    holders = {rank: contender for rank, contender in zip(ranks, contenders, strict=True) if rank is not None}
    taken = sorted(holders)
    next_better = dict(zip(taken[1:], taken, strict=False))
    better = [next_better.get(rank) for rank in ranks]
    return [None if rank is None else (rank, holders[rank]) for rank in better]


def _unit_outcome(method, unit, lines, contender, rank, rank_range, above) -> UnitOutcome:
    tally = contender.tally
    score = tally.score
    next_place, gains = None, ()
    if above is not None:
        better_rank, better = above
        next_place = NextPlace(better_rank, better.rounded)
        gains = smallest_gains(method, contender, better, lines)
    return UnitOutcome(
        unit=unit,
        lines=lines,
        score=score,
        rounded=None if score is None else round_settled(score, step(method.precision)),
        coverage=tally.coverage,
        unranked=tally.unranked(method.min_coverage),
        rank=rank,
        band=None if rank is None else band_of(method.bands, contender.rounded),
        rank_range=rank_range,
        next_place=next_place,
        gains=gains,
    )
