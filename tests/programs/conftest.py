"""What the sheets of these tests speak of: the eleven of Jambi, MCP and the Ombudsman's score."""

import pytest

from tests import factories as make

ELEVEN = {
    "15.01": "Kerinci",
    "15.02": "Merangin",
    "15.03": "Sarolangun",
    "15.04": "Batanghari",
    "15.05": "Muaro Jambi",
    "15.06": "Tanjung Jabung Barat",
    "15.07": "Tanjung Jabung Timur",
    "15.08": "Bungo",
    "15.09": "Tebo",
    "15.71": "Kota Jambi",
    "15.72": "Kota Sungai Penuh",
}


@pytest.fixture
def eleven(kerinci, merangin, jambi):
    """The eleven regencies of Jambi by code."""
    made = {"15.01": kerinci, "15.02": merangin}
    for code, name in ELEVEN.items():
        if code not in made:
            made[code] = make.make_regency(code, name, province=jambi)
    return made


@pytest.fixture
def mcp(db):
    program = make.make_program("MCP", name="Pencegahan korupsi terintegrasi", short_name="MCP")
    return make.make_indicator(program, "MCP", name="Monitoring Center for Prevention")


@pytest.fixture
def ombudsman(db):
    program = make.make_program("OMB", name="Kepatuhan pelayanan publik", short_name="Kepatuhan")
    return make.make_indicator(program, "OMB-KEPATUHAN", name="Kepatuhan standar pelayanan publik")


@pytest.fixture
def ready(eleven, mcp, ombudsman):
    """Everything that the real sheet names exists; no figure does."""
    return eleven


@pytest.fixture
def kemensos(db):
    return make.make_agency("pusat-kemensos", "Kementerian Sosial")


@pytest.fixture
def pkh(kemensos):
    """The families of PKH: produced by the ministry, its sources within 1 % and of one day."""
    program = make.make_program("PKH", name="Program Keluarga Harapan", short_name="PKH")
    return make.make_indicator(
        program,
        "PKH-KPM",
        name="Keluarga penerima PKH",
        measure_unit="KPM",
        producer=kemensos,
        scale_max=None,
        scale_min=None,
        decimals=0,
    )


@pytest.fixture
def siks(kemensos):
    """The ministry's own system, a source."""
    return make.make_source("Kemensos (SIKS-NG)", agency=kemensos, level="pusat")


@pytest.fixture
def dinsos_kerinci(kerinci):
    return make.make_source("Dinsos Kab. Kerinci", agency=kerinci, level="kabkota")
