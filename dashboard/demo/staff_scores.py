"""Scores of civil servants against those of their agencies, Tanjung Jabung Barat. All invented.

Ten agencies report: eight perangkat daerah, the hospital, the water company. Individuals score far above
their agency in the first year, less so in the second.
"""

from datetime import date
from decimal import Decimal

from dashboard.demo import calendars, clock, sheets
from programs.actions import submit_report
from programs.choices import Frequency, State
from programs.entering import Entry, Fact, enter_figures
from programs.judging import accept_report
from programs.models import IndicatorPair, Period, Report

YEARS = (2020, 2021)


def tell(stage):
    program = stage.programs["KINERJA-ASN"]
    rows = sheets.rows_of("kinerja-asn.csv")
    units = sorted({row["kode_unit"] for row in rows})
    for year in YEARS:
        due = {"TAHUNAN": (date(year + 1, 1, 31), None)}
        calendars.make_schedule(stage, program, year, Frequency.YEARLY, due, owner="15", units=units)
    IndicatorPair.objects.create(
        program=program,
        name="Nilai individu dan nilai perangkat daerah",
        first=stage.indicators["ASN-SKP"],
        second=stage.indicators["ASN-SAKIP"],
        tolerance=10,
    )
    for row in rows:
        report(stage, program, row)


def report(stage, program, row):
    year = int(row["tahun"])
    with clock.on(date(year + 1, 1, 20)):
        sent = Report.objects.create(
            unit=stage.unit(row["kode_unit"]), program=program, period=Period.objects.named(year, "TAHUNAN")
        )
        skp, sakip = (Decimal(row[name].replace(",", ".")) for name in ("skp", "sakip"))
        figures = {"ASN-SKP": skp, "ASN-SAKIP": sakip, "ASN-SELISIH": skp - sakip}
        entries = [
            Entry(stage.indicators[code], Fact(State.VALUE, value, sheets.MARK))
            for code, value in figures.items()
        ]
        enter_figures(sent, entries, by=stage.admin)
        sent.refresh_from_db()
        submit_report(sent, by=stage.admin)
        accept_report(sent, by=stage.verifier)
