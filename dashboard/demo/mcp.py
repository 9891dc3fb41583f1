"""MCP 2017 and 2018, Ombudsman 2022: press figures of all eleven of Jambi, imported, accepted, scored.

The sheet names its press sources row by row. The Rakor of 12 March 2019 is known from its report on the
figures only; what it agreed was not printed.
"""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from dashboard.demo import clock, sheets
from evaluations.actions import compute, determine, publish
from evaluations.choices import Formula
from evaluations.models import Instrument, Line, Round
from meetings.choices import Attendance, Kind, Nature
from programs.importing import import_sheet
from programs.models import Period, Report

SHEET = Path(settings.BASE_DIR) / "data" / "demo" / "mcp-ombudsman-jambi.xlsx"
KPK_NEWS = {
    "source_name": "Berita Rakor KPK di Jambi (brito.id)",
    "source_on": date(2019, 3, 12),
}
OMBUDSMAN_NEWS = {
    "source_name": "Berita penilaian Ombudsman (oerban.com)",
    "source_on": date(2023, 1, 31),
}


def tell(stage):
    rakor = kpk_rakor(stage)
    import_figures(stage)
    for year in (2017, 2018):
        rank(stage, "MCP", "MCP", year, "Capaian MCP", announced_at=rakor, **KPK_NEWS)
    rank(
        stage,
        "OMBUDSMAN",
        "OMB-KEPATUHAN",
        2022,
        "Nilai kepatuhan standar pelayanan publik",
        **OMBUDSMAN_NEWS,
    )


def kpk_rakor(stage):
    rakor = stage.rakor(
        "Rakor KPK dan pemerintah daerah se-Jambi",
        "2019-03-12-kpk-jambi",
        date(2019, 3, 12),
        region="15",
        organiser="kpk",
        host="15",
        kind=Kind.OTHER,
        venue="Rumah Dinas Gubernur Jambi",
        place="Jambi",
        programs=["MCP"],
        summary="Capaian pencegahan korupsi (MCP) 2017 dan 2018 sebelas kabupaten/kota di Jambi diumumkan.",
        source_note="Sumber memuat capaian MCP; rumusan hasil rapat tidak dimuat.",
        **KPK_NEWS,
    )
    stage.invite(rakor, "kpk", attendance=Attendance.PRESENT)
    stage.invite(rakor, group="Pemerintah kabupaten/kota se-Provinsi Jambi", regencies_of="15", expected=11)
    stage.figure(
        rakor,
        "Capaian MCP Pemerintah Provinsi Jambi",
        68,
        nature=Nature.ACTUAL,
        period="2018",
        previous_value=45,
        previous_period="2017",
    )
    return rakor


def import_figures(stage):
    """As an office does it: the admin imports the sheet, a second person accepts its reports."""
    with clock.on(date(2023, 1, 16)):
        import_sheet(SHEET.read_bytes(), SHEET.name, by=stage.admin)
        sheets.accept_reports(Report.objects.waiting(), by=stage.verifier)


def rank(stage, program, indicator, year, line, **source):
    """One line, weight 100: the index on its own scale. Computed by one person, published by another."""
    instrument = Instrument.objects.create(
        program=stage.programs[program],
        year=year,
        name=f"{stage.programs[program].short_name} {year}",
        basis="Nilai yang diumumkan lembaga penilai, tanpa diolah; predikat tidak dipakai.",
    )
    Line.objects.create(
        instrument=instrument,
        name=line,
        indicator=stage.indicators[indicator],
        weight=100,
        formula=Formula.VALUE,
    )
    round_ = Round.objects.create(
        instrument=instrument,
        period=Period.objects.named(year, "TAHUNAN"),
        region=stage.unit("15"),
        as_of=timezone.localdate(),
    )
    compute(round_, by=stage.admin)
    determine(round_, by=stage.verifier)
    publish(round_, by=stage.verifier, **source)
