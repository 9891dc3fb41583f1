"""What lies on the demo officials' desks: reports to mend, follow-ups that run out, a Rakor to come.

All of it is invented and marked so, none of it is public, and its days are counted from the day it is told.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from meetings.choices import Kind, OutcomeKind, RakorState, RecordSource
from meetings.models import FollowUp
from programs.actions import set_target, submit_report
from programs.choices import State
from programs.entering import Entry, Fact, enter_figures
from programs.judging import return_report
from programs.models import Indicator, Period, Program, Report
from records.choices import Visibility

KEPT = {"visibility": Visibility.RESTRICTED, "is_sample": True}

# indicator: figure, target
RETURNED = {"SIM-SK": (1, 1), "SIM-LAPOR": (3, 3), "SIM-DUKUNG": (31, 34), "SIM-RENAKSI": (19, 17)}
SENT = {"SIM-SK": (1, 1), "SIM-LAPOR": (2, 3), "SIM-DUKUNG": (22, 30), "SIM-RENAKSI": (11, 14)}
BEGUN = {"SIM-SK": (1, 1)}


def tell(stage):
    program = Program.objects.get(code="SIM-PKS")
    operator = stage.people["operator"]
    mend = fill(stage, program, "15.01", 2024, RETURNED, by=operator)
    submit_report(mend, by=operator)
    return_report(mend, by=stage.verifier, reason="Aksi selesai 19 melebihi jumlah aksi 17. Periksa.")
    fill(stage, program, "15.01", 2025, BEGUN, by=operator)
    submit_report(fill(stage, program, "15.02", 2024, SENT, by=stage.admin), by=stage.admin)
    held(stage, program, timezone.localdate())
    to_come(stage, program, timezone.localdate())


def fill(stage, program, code, year, figures, *, by):
    """A draft of a regency's yearly report, with targets, typed in by somebody; what is left out is empty."""
    unit, period = stage.unit(code), Period.objects.named(year, "TAHUNAN")
    report = Report.objects.create(unit=unit, program=program, period=period)
    entries = []
    for indicator in Indicator.objects.filter(program=program, code__in=figures).order_by("code"):
        figure, target = figures[indicator.code]
        set_target(
            unit=unit,
            indicator=indicator,
            period=period,
            low=Decimal(target),
            source="Target contoh",
            by=stage.admin,
        )
        entries.append(Entry(indicator, Fact(State.VALUE, Decimal(figure))))
    enter_figures(report, entries, by=by)
    report.refresh_from_db()
    return report


def rakor(stage, title, slug, day, **fields):
    return stage.rakor(
        title,
        f"{day:%Y-%m-%d}-{slug}",
        day,
        region="15",
        organiser="15-kesbangpol",
        kind=Kind.TEAM,
        venue="Aula Bappeda Provinsi Jambi",
        place="Jambi",
        record_source=RecordSource.DIRECT,
        **KEPT,
        **fields,
    )


def held(stage, program, today):
    """A month ago, not closed yet; what it left behind runs out one by one."""
    met = rakor(
        stage,
        "Rakor persiapan evaluasi penanganan konflik sosial",
        "persiapan-pks",
        today - timedelta(days=30),
        summary="Dikarang untuk memperlihatkan ruang kerja.",
    )
    met.programs.add(program)
    for code in ("15.01", "15.02"):
        stage.invite(met, code)
    outcome = stage.outcome(
        met, OutcomeKind.DECISION, "Setiap daerah melengkapi data dukung dan rencana aksi sebelum evaluasi."
    )
    kerinci, merangin = "15.01-kesbangpol", "15.02-kesbangpol"
    work = (
        ("Melengkapi data dukung rencana aksi", kerinci, -6, None),
        ("Menyerahkan SK Tim Terpadu yang berlaku", kerinci, 8, None),
        ("Menyampaikan jadwal rencana aksi", merangin, 8, 4),
    )
    for what, code, days, claimed in work:
        stage.sample_follow_up(
            outcome,
            what,
            code,
            today + timedelta(days=days),
            claimed=today - timedelta(days=claimed) if claimed else None,
        )
    met.outcomes.update(**KEPT)
    FollowUp.objects.filter(outcome__rakor=met).update(**KEPT)


def to_come(stage, program, today):
    coming = rakor(
        stage,
        "Rakor evaluasi penanganan konflik sosial",
        "evaluasi-pks",
        today + timedelta(days=14),
        state=RakorState.SCHEDULED,
        starts_time="09:00",
    )
    coming.programs.add(program)
    for code in ("15.01", "15.02", "15.04"):
        stage.invite(coming, code)
