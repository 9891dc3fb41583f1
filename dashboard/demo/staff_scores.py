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
    for year in YEARS:
        with clock.on(date(year + 1, 1, 20)):
            sent = [report(stage, program, row) for row in rows if int(row["tahun"]) == year]
            kept = Report.objects.filter(pk__in=[one.pk for one in sent])
            sheets.accept_reports(kept, by=stage.verifier)


def report(stage, program, row):
    """One agency's scores of a year, typed and sent."""
    period = Period.objects.named(int(row["tahun"]), "TAHUNAN")
    sent = Report.objects.create(unit=stage.unit(row["kode_unit"]), program=program, period=period)
    skp, sakip = (Decimal(row[name].replace(",", ".")) for name in ("skp", "sakip"))
    figures = {"ASN-SKP": skp, "ASN-SAKIP": sakip, "ASN-SELISIH": skp - sakip}
    entries = [
        Entry(stage.indicators[code], Fact(State.VALUE, value, sheets.MARK))
        for code, value in figures.items()
    ]
    enter_figures(sent, entries, by=stage.admin)
    sent.refresh_from_db()
    return submit_report(sent, by=stage.admin)
