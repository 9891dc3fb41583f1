"""Action plans against social conflict, by caturwulan: an invented program, so that no true rank is near.

Its days are counted from the day it is told: two caturwulan are over, the third runs.
"""

from datetime import timedelta

from django.utils import timezone

from dashboard.demo import calendars, sheets
from programs.choices import Accumulation, Frequency, Level
from programs.models import Indicator, Program

SOURCE = "Rekap rencana aksi Kesbangpol (contoh)"
DUE_AFTER = 10


def tell(stage):
    program = make_program(stage)
    sheets.make_sources(stage, {SOURCE: "15-kesbangpol"}, Level.PROVINCE)
    periods = calendars.last_ended(("B04", "B08", "B12"), timezone.localdate())
    for year in sorted({period.year for period in periods}):
        due = {
            period.code: (period.ends_on + timedelta(days=DUE_AFTER), 30)
            for period in periods
            if period.year == year
        }
        calendars.make_schedule(stage, program, year, Frequency.FOUR_MONTHS, due, owner="15")
    for number, period in enumerate(periods[:2], 1):
        report(stage, number, period)


def make_program(stage):
    program = Program.objects.create(
        code="RENAKSI-PKS",
        name="Rencana aksi penanganan konflik sosial (contoh)",
        short_name="Rencana aksi (contoh)",
        agency=stage.unit("15-kesbangpol"),
        owner=stage.unit("15"),
        description="Dikarang untuk memperlihatkan kalender pelaporan per caturwulan (B04, B08, B12).",
        is_sample=True,
    )
    Indicator.objects.create(
        program=program,
        owner=stage.unit("15"),
        code="RENAKSI-CAPAIAN",
        name="Capaian rencana aksi",
        definition="Persentase rencana aksi terpadu yang mencapai targetnya pada caturwulan laporan.",
        measure_unit="%",
        accumulation=Accumulation.MEAN,
        frequency=Frequency.FOUR_MONTHS,
        usual_low=40,
        usual_high=105,
        producer=stage.unit("15-kesbangpol"),
        is_sample=True,
    )
    return program


def report(stage, number, period):
    """Who reported in time and who did not; some did not at all."""
    rows = [row for row in sheets.rows_of("rencana-aksi-pks.csv") if row["caturwulan"] == str(number)]
    for name, days, chosen in (
        ("renaksi-tepat-waktu.csv", 4, [row for row in rows if int(row["hari"]) <= DUE_AFTER]),
        ("renaksi-terlambat.csv", 18, [row for row in rows if int(row["hari"]) > DUE_AFTER]),
    ):
        day = period.ends_on + timedelta(days=days)
        content = sheets.written([as_standard(row, period) for row in chosen])
        batch = sheets.bring(stage, name, day, by=stage.admin, content=content)
        sheets.accept([batch], day + timedelta(days=3), by=stage.verifier)


def as_standard(row, period):
    return {
        "kode_wilayah": row["kode_wilayah"],
        "kode_indikator": "RENAKSI-CAPAIAN",
        "tahun": str(period.year),
        "periode": period.code,
        "realisasi": row["realisasi"],
        "sumber": SOURCE,
        "keterangan": sheets.MARK,
    }
