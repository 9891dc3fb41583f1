"""An invented showcase of an instrument with five lines; marked "Simulasi" wherever it is shown."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from dashboard.demo import clock, sheets
from evaluations.actions import compute, determine, publish
from evaluations.choices import Formula, RoundKind
from evaluations.models import Band, Instrument, Line, Round
from programs.choices import Accumulation
from programs.importing import import_sheet
from programs.models import Indicator, Period, Program, Report

SHEET = Path(settings.BASE_DIR) / "data" / "demo" / "simulasi-konflik-sosial.csv"

# code, name, measure unit, weight, formula
LINES = (
    ("SIM-SK", "SK Tim Terpadu dan naskah rencana aksi", "ada = 1", 10, Formula.PRESENT),
    ("SIM-LAPOR", "Laporan B04, B08, B12 tepat waktu", "laporan", 20, Formula.RATIO),
    ("SIM-DUKUNG", "Kelengkapan data dukung", "dokumen", 20, Formula.RATIO),
    ("SIM-RENAKSI", "Capaian rencana aksi", "aksi", 40, Formula.RATIO),
    ("SIM-SELESAI", "Penyelesaian konflik", "konflik", 10, Formula.RATIO),
)
BANDS = (("Sangat Rendah", 0), ("Rendah", 51), ("Sedang", 66), ("Tinggi", 76), ("Sangat Tinggi", 91))


def tell(stage):
    program = Program.objects.create(
        code="SIM-PKS",
        name="Penanganan konflik sosial (simulasi)",
        short_name="Simulasi konflik sosial",
        agency=stage.unit("15-kesbangpol"),
        owner=stage.unit("15"),
        description="Dikarang untuk memperlihatkan cara menghitung.",
        is_sample=True,
    )
    instrument = make_instrument(stage, program)
    with clock.on(date(2024, 1, 15)):
        import_sheet(SHEET.read_bytes(), SHEET.name, by=stage.admin)
        sheets.accept_reports(Report.objects.waiting().filter(program=program), by=stage.verifier)
    round_ = Round.objects.create(
        instrument=instrument,
        period=Period.objects.named(2023, "TAHUNAN"),
        region=stage.unit("15"),
        kind=RoundKind.SIMULATION,
        as_of=timezone.localdate(),
    )
    compute(round_, by=stage.admin)
    determine(round_, by=stage.verifier)
    publish(round_, by=stage.verifier)


def make_instrument(stage, program):
    instrument = Instrument.objects.create(
        owner=stage.unit("15"),
        program=program,
        year=2023,
        name="Simulasi konflik sosial 2023",
        basis="Bobot dan angka dikarang untuk contoh, bukan juknis.",
    )
    for order, (code, name, measure_unit, weight, formula) in enumerate(LINES, 1):
        indicator = Indicator.objects.create(
            program=program,
            owner=stage.unit("15"),
            code=code,
            name=name,
            measure_unit=measure_unit,
            decimals=0,
            accumulation=Accumulation.LAST,
            is_sample=True,
        )
        Line.objects.create(
            instrument=instrument, order=order, name=name, indicator=indicator, weight=weight, formula=formula
        )
    for label, lower in BANDS:
        Band.objects.create(instrument=instrument, label=label, lower=lower)
    return instrument
