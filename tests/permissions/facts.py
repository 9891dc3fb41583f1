"""The catalogue, reports and their figures, targets and imports that stand while a sentence is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.evidence import Proof, add_evidence
from programs.importing import import_sheet
from records.choices import NoticeKind
from records.models import Notice
from records.uploads import Checked
from tests import factories as make
from tests.programs.sheets import row, sheet

# The catalogue: each agency's program, a national one, one of Kalimantan Barat.


@pytest.fixture
def pkh(jambi, dinsos):
    return make.make_program("PKH", "Program keluarga harapan", short_name="PKH", owner=jambi, agency=dinsos)


@pytest.fixture
def pkh_indicator(pkh, jambi):
    return make.make_indicator(pkh, "PKH-1", "Keluarga diverifikasi", owner=jambi, decimals=2)


@pytest.fixture
def pkh_pair(pkh_indicator, jambi):
    return make.make_pair(pkh_indicator, code="PKH-2", name="Keluarga dibayar", owner=jambi)


@pytest.fixture
def hidden_program(jambi, dinsos):
    return make.make_program("GELAP", "Program internal", owner=jambi, agency=dinsos, visibility="terbatas")


@pytest.fixture
def hidden_indicator(hidden_program, jambi):
    return make.make_indicator(hidden_program, "GELAP-1", owner=jambi, visibility="terbatas")


@pytest.fixture
def konflik(jambi, kesbangpol):
    name = "Penanganan konflik sosial"
    return make.make_program("PKS", name, short_name="PKS", owner=jambi, agency=kesbangpol)


@pytest.fixture
def konflik_indicator(konflik, jambi):
    return make.make_indicator(konflik, "PKS-1", "Konflik diselesaikan", owner=jambi)


@pytest.fixture
def mcp(db):
    """National: it has no owner."""
    return make.make_program("MCP", "Pencegahan korupsi")


@pytest.fixture
def mcp_indicator(mcp):
    return make.make_indicator(mcp, "MCP-1")


@pytest.fixture
def mcp_asked(mcp):
    """The national calendar asks every regency for MCP 2018."""
    return make.make_deadline(make.make_schedule(mcp, 2018))


@pytest.fixture
def pkh_schedule(pkh, jambi):
    """Jambi asks its regencies for PKH twice in 2098."""
    return make.make_schedule(pkh, 2098, owner=jambi)


@pytest.fixture
def pkh_due(pkh_schedule):
    return make.make_deadline(pkh_schedule, make.make_period(2098, "SM1"))


@pytest.fixture
def kerinci_extension(pkh_due, kerinci):
    return make.make_extension(pkh_due, kerinci, pkh_due.due_on + timedelta(days=5))


@pytest.fixture
def kerinci_proof(kerinci_draft, budi):
    """A photograph beside Kerinci's draft."""
    photo = Checked(b"\x89PNG\r\n\x1a\n foto", "kegiatan.png", "image/png")
    return add_evidence(kerinci_draft, Proof(file=photo), by=budi)


# Reports and their figures. Each has a month of its own.


def report(unit, indicator, month, value=77, **fields):
    made = make.make_report(unit, indicator.program, make.make_period(2024, f"BLN{month:02}"), **fields)
    measurement = make.make_measurement(made, indicator, value)
    measurement.chosen = make.make_observation(measurement, value, by=fields.get("submitted_by"))
    measurement.save()
    return made


@pytest.fixture
def kerinci_draft(kerinci, pkh_indicator):
    return report(kerinci, pkh_indicator, 1)


@pytest.fixture
def kerinci_sent(kerinci, pkh_indicator, budi):
    return report(kerinci, pkh_indicator, 2, state="dikirim", submitted_by=budi)


@pytest.fixture
def kerinci_accepted(kerinci, pkh_indicator, budi, vera):
    return report(kerinci, pkh_indicator, 3, state="diterima", submitted_by=budi, accepted_by=vera)


@pytest.fixture
def sent_by_vera(kerinci, pkh_indicator, vera):
    return report(kerinci, pkh_indicator, 4, state="dikirim", submitted_by=vera)


@pytest.fixture
def sent_by_suri(kerinci, pkh_indicator, suri):
    return report(kerinci, pkh_indicator, 5, state="dikirim", submitted_by=suri)


@pytest.fixture
def with_veras_figure(kerinci, pkh_indicator, budi, vera):
    """Sent by Budi; one figure in it was entered by Vera."""
    made = report(kerinci, pkh_indicator, 6, state="dikirim", submitted_by=budi)
    make.make_observation(made.measurements.get(), 78, by=vera)
    return made


@pytest.fixture
def national_draft(kerinci, mcp_indicator):
    return report(kerinci, mcp_indicator, 1)


@pytest.fixture
def sambas_draft(sambas, pkh_indicator):
    """A regency of another province returned the sheet of Jambi's program."""
    return report(sambas, pkh_indicator, 1)


@pytest.fixture
def sambas_sent(sambas, mcp_indicator):
    return report(sambas, mcp_indicator, 2, state="dikirim")


@pytest.fixture
def kerinci_figure(kerinci_draft):
    return kerinci_draft.measurements.get()


@pytest.fixture
def kerinci_observation(kerinci_figure):
    return kerinci_figure.observations.get()


@pytest.fixture
def kerinci_target(kerinci, pkh_indicator, rina):
    from programs.actions import set_target

    period = make.make_period(2024)
    return set_target(unit=kerinci, indicator=pkh_indicator, period=period, low=80, by=rina)


def sheet_row(code, value="61", indicator="PKH-1"):
    return sheet(row(code, value, indicator=indicator, year="2024"))


@pytest.fixture
def batch_of_rina(rina, kerinci, pkh_indicator):
    return import_sheet(sheet_row("15.01"), "lembar-rina.csv", by=rina)


@pytest.fixture
def batch_of_vera(vera, kerinci, pkh_indicator):
    """As if Vera had been an admin when she imported it."""
    made = make.make_batch(by=vera)
    draft = report(kerinci, pkh_indicator, 7)
    make.make_observation(draft.measurements.get(), 70, by=vera, batch=made)
    return made


# Sources that differ.


@pytest.fixture
def kerincis_difference(kerinci_accepted):
    """The ministry says 88 where 77 was accepted."""
    figure = kerinci_accepted.measurements.get()
    return make.make_difference(figure, make.make_observation(figure, 88))


@pytest.fixture
def kerincis_figure(kerincis_difference):
    return kerincis_difference.measurement


@pytest.fixture
def ministrys_word(kerincis_figure):
    return kerincis_figure.observations.get(value=88)


def word_of(person, difference):
    said = make.make_observation(difference.measurement, 99, by=person)
    difference.comparisons.create(
        reference=difference.measurement.chosen, other=said, verdict="selisih", gap=22
    )
    return said


@pytest.fixture
def rinas_word(kerincis_difference, rina):
    return word_of(rina, kerincis_difference)


@pytest.fixture
def suris_word(kerincis_difference, suri):
    return word_of(suri, kerincis_difference)


@pytest.fixture
def budis_notice(budi, kerinci_draft):
    """What Budi was told of his report, not read yet."""
    return Notice.objects.create(
        recipient=budi,
        kind=NoticeKind.RETURNED,
        text="Laporan PKH BLN01 2024, Kerinci dikembalikan untuk diperbaiki.",
        path=f"/kerja/laporan/{kerinci_draft.pk}/",
        key="dikembalikan:1:2",
        told_at=timezone.now(),
    )
