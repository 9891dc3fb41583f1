"""Rankings with their scores, straight into the database, for pages that only read them."""

from decimal import Decimal

from evaluations.models import Score
from tests import factories as make


def computed(region, year, standings, program=None, instrument=None, **fields):
    """A computed ranking: `standings` are (unit, rank, score)."""
    instrument = instrument or make.make_instrument(program, year=year)
    round_ = make.make_round(instrument, region=region, period=make.make_period(year))
    release = make.make_release(
        region=region,
        round=round_,
        instrument=instrument,
        program=instrument.program,
        period=round_.period,
        places=len(standings),
        **{"subject": "MCP", **fields},
    )
    Score.objects.bulk_create(
        Score(release=release, unit_id=unit.pk, rank=rank, score=Decimal(str(score)))
        for unit, rank, score in standings
    )
    return release
