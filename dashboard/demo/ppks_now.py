"""PPKS of the semester that ended last: reports on their way, counted from the day the demo is told.

One is being mended, two wait for the verifier, two are accepted, one was opened again, eight are not there
yet; one of those has more time. All invented.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from dashboard.demo import calendars, clock, sheets
from programs.actions import set_target, submit_report
from programs.choices import Frequency, State
from programs.entering import Entry, Fact, enter_figures
from programs.extending import extend
from programs.judging import reopen_report, return_report
from programs.models import Evidence, Report
from records import ledger
from records.choices import Action

TYPED = "61.01"
WAITING = ("61.03", "61.71")
REOPENED = "61.06"
MORE_TIME = "61.08"

# indicator: what was set out, what it started from, and the target that replaced it with its reason
TARGETS = {
    "PPKS-02": (400, 399, None, ""),
    "PPKS-21": (850, 880, 900, "Banjir awal semester menambah korban bencana."),
    "PPKS-23": (1124, 1139, None, ""),
}
REMARKS = {
    "PPKS-21": "Di luar rentang lazim. Lampirkan rekap BPBD.",
    "PPKS-23": "Sama persis dengan targetnya. Periksa lagi dengan rekap desa.",
}
NOTES = {"PPKS-21": "Termasuk korban banjir yang belum kembali."}


def tell(stage):
    today = timezone.localdate()
    period = calendars.last_ended(("SM1", "SM2"), today)[1]
    admin, verifier = stage.people["admin-instansi"], stage.people["verifikator-kalbar"]
    schedule = calendars.make_schedule(
        stage,
        stage.programs["PPKS"],
        period.year,
        Frequency.SEMESTER,
        {period.code: (today + timedelta(days=6), 14)},
        owner="61",
    )
    set_out(stage, period, today, by=admin)
    rows = sheets.rows_of("ppks-semester-terakhir.csv")
    typed(stage, period, [row for row in rows if row["kode_wilayah"] == TYPED], today)
    sheet = sheets.written([as_standard(row, period) for row in rows if row["kode_wilayah"] != TYPED])
    day = today - timedelta(days=4)
    batch = sheets.bring(stage, "ppks-semester-terakhir.csv", day, by=admin, content=sheet)
    sheets.accept([batch], today - timedelta(days=2), by=verifier, leave=WAITING)
    with clock.on(today - timedelta(days=1)):
        reopened = Report.objects.get(
            unit=stage.unit(REOPENED), program=stage.programs["PPKS"], period=period
        )
        reopen_report(reopened, by=verifier, reason="Dinas mengirim ralat jumlah penyandang disabilitas.")
        extend(
            schedule.deadlines.get(),
            stage.unit(MORE_TIME),
            due_on=today + timedelta(days=16),
            reason="Pendataan desa tertunda banjir; surat kepala dinas terlampir.",
            by=admin,
        )


def as_standard(row, period):
    return row | {
        "tahun": str(period.year),
        "periode": period.code,
        "satuan": "orang",
        "per_tanggal": period.ends_on.isoformat(),
        "keterangan": sheets.MARK,
    }


def set_out(stage, period, today, *, by):
    """Targets with what they start from and where they were set, and one that was revised."""
    for code, (low, baseline, revised, reason) in TARGETS.items():
        aim = {
            "unit": stage.unit(TYPED),
            "indicator": stage.indicators[code],
            "period": period,
            "baseline": baseline,
            "by": by,
        }
        with clock.on(today - timedelta(days=120)):
            set_target(low=low, source=f"RKPD {period.year} (contoh)", **aim)
        if revised:
            with clock.on(today - timedelta(days=40)):
                set_target(low=revised, source=f"RKPD Perubahan {period.year} (contoh)", reason=reason, **aim)


def typed(stage, period, rows, today):
    """A regency types its report, with what it rests on, and gets it back with remarks on two lines."""
    operator, verifier = stage.people["operator-kalbar"], stage.people["verifikator-kalbar"]
    with clock.on(today - timedelta(days=5)):
        report = Report.objects.create(unit=stage.unit(TYPED), program=stage.programs["PPKS"], period=period)
        entries = [
            Entry(
                stage.indicators[row["kode_indikator"]],
                Fact(State.VALUE, Decimal(row["realisasi"]), NOTES.get(row["kode_indikator"], sheets.MARK)),
            )
            for row in rows
        ]
        enter_figures(report, entries, by=operator)
        report.refresh_from_db()
        add_evidence(report, stage.indicators["PPKS-21"], by=operator)
        submit_report(report, by=operator)
    with clock.on(today - timedelta(days=3)):
        return_report(
            report,
            by=verifier,
            reason="Dua baris perlu diperiksa lagi; yang lain sudah cocok dengan rekap TKSK.",
            remarks={stage.indicators[code]: text for code, text in REMARKS.items()},
        )


def add_evidence(report, indicator, *, by):
    evidence = Evidence(
        report=report,
        indicator=indicator,
        title="Rekap korban bencana per kecamatan (contoh)",
        url="https://contoh.id/rekap-korban-bencana",
        added_at=timezone.now(),
        added_by=by,
    )
    ledger.save(evidence, Action.CREATE, by=by, before={})
