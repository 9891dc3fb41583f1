"""What holds for every public page: how often it asks the database, and that it tells no secret."""

import pytest
from django.db import transaction
from django.test import Client

from evaluations.models import Award, Instrument, Release
from meetings.models import AgendaItem, Agreement, Document, Figure, FollowUp, Issue, Outcome, Rakor
from programs.models import Indicator, Measurement, Program
from tests import factories as make
from tests.dashboard import rankings
from tests.dashboard.hidden import HIDDEN, hidden, plant
from tests.factories import unit_of
from tests.house import country
from tests.house.crawling import ask, crawl

# The most questions that a page may ask the database, at 11 regencies and at 514. A ranking of 514 has no
# pictures and asks one less.
QUERIES = {
    "/": 15,
    "/peringkat/": 7,
    "/peringkat/?q=MCP&tahun=2022": 7,
    "/peringkat/mcp-2022-aceh/": 14,
    "/peringkat/mcp-2022-aceh/1/": 14,
    "/peringkat/mcp-2022-aceh/?kelompok=kabupaten": 14,
    "/peringkat/mcp-2022-aceh/11.01/": 9,
    "/peringkat/pks-2022-aceh/": 9,
    "/peringkat/pks-2022-aceh/11.01/": 6,
    "/daerah/": 7,
    "/daerah/?q=Nomor": 6,
    "/daerah/11/": 17,
    "/daerah/11.01/": 17,
    "/rakor/": 7,
    "/rakor/?tahun=2022&program=MCP&daerah=Aceh&keadaan=dilaksanakan&q=Rakor": 11,
    "/rakor/rakor-se-aceh/": 25,
    "/tindak-lanjut/": 7,
    "/tindak-lanjut/?tahun=2022&program=MCP&daerah=Aceh&q=Pekerjaan": 11,
    "/metodologi/": 6,
    "/program/": 3,
    "/program/nasional/MCP/": 29,
    "/program/nasional/MCP/?tahun=2021&halaman=2": 29,
    "/indikator/nasional/MCP-1/": 12,
    "/indikator/nasional/MCP-1/?periode=2021-TAHUNAN": 12,
    "/masuk/": 0,
}


def count(number):
    """{address: queries} in a country with so many regencies; taken back afterwards."""
    with transaction.atomic():
        country.found(number)
        for address in QUERIES:
            page = ask(Client(), address)
            assert page.status == 200, address
            yield address, page.queries
        transaction.set_rollback(True)


@pytest.mark.slow
def test_queries_are_fixed_at_11_and_at_514_regencies(db):
    few, many = dict(count(11)), dict(count(514))
    table = "\n".join(
        f"{address:<75} at most {most:>2}  at 11: {few[address]:>2}  at 514: {many[address]:>2}"
        for address, most in QUERIES.items()
    )
    grown = [address for address in QUERIES if many[address] > few[address]]
    over = [address for address, most in QUERIES.items() if few[address] > most]
    assert (grown, over) == ([], []), f"\n{table}"


@pytest.fixture
def planted(jambi):
    """Secrets in and around everything that the public pages show; gives the hidden Rakor's addresses."""
    rankings.make_eleven(jambi)
    shown = plant(unit_of("15.01"))
    Rakor.objects.update(created_by=somebody_private())
    restrict_an_indicator(rankings.publish(rankings.MCP_2018, 2018, rakor=shown))
    unpublished = make.make_instrument(shown.programs.first(), name=hidden("instrumen"))
    make.make_line(unpublished, make.make_indicator(unpublished.program, name=hidden("butir")))
    make.make_score(None, unit_of("15.02"), score=99, round=make.make_round(unpublished, region=jambi))
    make.make_series(hidden("Rakor berkala"), region=jambi)
    Measurement.objects.update(note=hidden("keterangan angka"))
    return [rakor.get_absolute_url() for rakor in Rakor.objects.filter(title__contains=HIDDEN)]


def somebody_private():
    return make.make_user("tersembunyi-1", name=hidden("nama akun"), email="tersembunyi@contoh.id")


def restrict_an_indicator(release):
    """A published ranking may rest on a figure that itself is not for everybody."""
    line = release.instrument.lines.get()
    indicator = line.indicator
    indicator.name, indicator.definition = hidden("indikator"), hidden("definisi")
    indicator.visibility = "terbatas"
    indicator.save()


def test_a_visitor_finds_no_secret_on_any_page(planted):
    pages = crawl("/", *planted)
    assert len(pages) > 30
    assert not [address for address, page in pages.items() if HIDDEN in page.text.upper()]
    assert {pages[address].status for address in planted} == {404}
    assert not [address for address, page in pages.items() if page.status != 200 and address not in planted]


def test_secrets_are_there_to_be_found(planted):
    """Else the test above proves nothing."""
    for kind, text in [
        (Rakor, "title"),
        (AgendaItem, "title"),
        (Outcome, "text"),
        (FollowUp, "what"),
        (Issue, "title"),
        (Figure, "label"),
        (Document, "title"),
        (Agreement, "title"),
        (Program, "name"),
        (Indicator, "name"),
        (Instrument, "name"),
        (Release, "title"),
        (Award, "title"),
    ]:
        assert kind.objects.filter(**{f"{text}__contains": HIDDEN}).exists(), kind
