import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.dashboard.standings import computed


@pytest.fixture
def count_queries(client):
    """`count_queries(address)`: how many questions a page asks the database."""

    def count(address):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert response.status_code == 200, address
        return len(asked)

    return count


@pytest.fixture
def mcp(jambi, kerinci, merangin):
    """MCP 2017 and 2018 by the same line: Kerinci rises from 2 to 1."""
    program = make.make_program(code="MCP", short_name="MCP")
    indicator = make.make_indicator(program)
    releases = []
    for year, standings in (
        (2017, [(merangin, 1, 51), (kerinci, 2, 50)]),
        (2018, [(kerinci, 1, "67.5"), (merangin, 2, 52)]),
    ):
        instrument = make.make_instrument(program, year=year)
        make.make_line(instrument, indicator)
        releases.append(computed(jambi, year, standings, instrument=instrument))
    return releases


@pytest.fixture
def pks(jambi, kerinci, merangin):
    """Recorded: Kerinci I, Merangin not announced."""
    release = make.make_release(
        "pks-2022",
        program=make.make_program(short_name="Konflik sosial"),
        period=make.make_period(2022),
        region=jambi,
        subject="penanganan konflik sosial",
        title="Kinerja Timdu 2022",
    )
    make.make_score(release, kerinci, rank=1)
    make.make_score(release, merangin, rank=None)
    return release
