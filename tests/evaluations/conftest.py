import pytest

from tests import factories as make

MCP_2017 = {
    "15.01": ("Kerinci", 52),
    "15.02": ("Merangin", 51),
    "15.03": ("Sarolangun", 46),
    "15.04": ("Batanghari", 50),
    "15.05": ("Muaro Jambi", 47),
    "15.06": ("Tanjung Jabung Barat", 54),
    "15.07": ("Tanjung Jabung Timur", 46),
    "15.08": ("Bungo", 51),
    "15.09": ("Tebo", 46),
    "15.71": ("Kota Jambi", 58),
    "15.72": ("Kota Sungai Penuh", 53),
}


@pytest.fixture
def eleven(jambi, kerinci, merangin):
    """The eleven regencies of Jambi by code; two of them are the operators' own."""
    made = {unit.code: unit for unit in (kerinci, merangin)}
    for code, (name, _value) in MCP_2017.items():
        made.setdefault(code, None)
        made[code] = made[code] or make.make_regency(code, name, province=jambi)
    return made


@pytest.fixture
def mcp(db):
    return make.make_program(code="MCP")


@pytest.fixture
def mcp_indicator(mcp):
    return make.make_indicator(mcp, code="MCP")


@pytest.fixture
def mcp_round(eleven, mcp, mcp_indicator, jambi):
    """A round over the published MCP figures of 2017, all accepted."""
    period = make.make_period(2017)
    source = make.make_source("Berita")
    for code, (_name, value) in MCP_2017.items():
        make.make_figure(mcp_indicator, eleven[code], period, value, source=source)
    instrument = make.make_instrument(mcp, 2017)
    make.make_line(instrument, mcp_indicator)
    return make.make_round(instrument, period, jambi, as_of="2030-01-01")
