"""Instruments, rounds and releases that stand while a sentence is told."""

from datetime import date

import pytest

from evaluations.actions import compute, determine, publish, record_release
from tests import factories as make

# Judgements.


def instrument_of(program, indicator, **fields):
    made = make.make_instrument(program, 2024, **fields)
    make.make_line(made, indicator)
    return made


@pytest.fixture
def pkh_instrument(pkh, pkh_indicator, jambi):
    return instrument_of(pkh, pkh_indicator, owner=jambi, name="Instrumen PKH")


@pytest.fixture
def konflik_instrument(konflik, konflik_indicator, jambi):
    return instrument_of(konflik, konflik_indicator, owner=jambi, name="Instrumen PKS")


@pytest.fixture
def this_year(db):
    return make.make_period(2024)


@pytest.fixture
def national_instrument(mcp, mcp_indicator):
    return instrument_of(mcp, mcp_indicator, name="Instrumen MCP")


@pytest.fixture
def pkh_round(pkh_instrument, pkh_indicator, jambi, kerinci, merangin):
    """Ready to be computed: both regencies' figures were accepted."""
    period = make.make_period(2024)
    for unit, value in ((kerinci, 81), (merangin, 64)):
        make.make_figure(pkh_indicator, unit, period, value)
    return make.make_round(pkh_instrument, period, jambi, as_of=date(2030, 1, 1))


@pytest.fixture
def computed_round(pkh_round, rina):
    return compute(pkh_round, by=rina)


@pytest.fixture
def computed_by_suri(pkh_round, suri):
    return compute(pkh_round, by=suri)


@pytest.fixture
def determined_round(computed_round, vera):
    return determine(computed_round, by=vera)


@pytest.fixture
def determined_by_valen(computed_by_suri, valen):
    return determine(computed_by_suri, by=valen)


@pytest.fixture
def used_instrument(computed_round):
    return computed_round.instrument


@pytest.fixture
def release(determined_round, vera):
    return publish(determined_round, by=vera)


@pytest.fixture
def hidden_release(jambi):
    """Of a program that is not for everybody."""
    program = make.make_program("RHS", "Pemeriksaan internal", short_name="RHS", visibility="terbatas")
    return make.make_release("rhs-jambi", program=program, region=jambi, title="Peringkat Internal Jambi")


@pytest.fixture
def written_down(rina, mcp, jambi, kerinci):
    """A ranking that others decided, written down by Rina."""
    return record_release(
        by=rina,
        program=mcp,
        period=make.make_period(2022),
        region=jambi,
        ranks=[(kerinci, 1, None)],
        units=[kerinci],
        subject="pencegahan korupsi",
        source_name="Berita",
    )


@pytest.fixture
def correction(release, pkh_instrument, rina, valen):
    """Computed anew and determined; publishing it would correct what Vera published."""
    again = make.make_round(pkh_instrument, release.period, release.region, as_of=date(2030, 2, 1))
    return determine(compute(again, by=rina), by=valen)
