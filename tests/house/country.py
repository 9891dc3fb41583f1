"""One province with as many regencies as wished, and everything on the public pages about each of them."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from evaluations import actions
from evaluations.models import Award
from meetings.models import AgendaItem, Document, Figure, FollowUp, Invitation, Outcome, Review
from programs.models import Comparison, Deadline, Difference, Measurement, Observation, Report, Schedule
from regions.choices import NameKind
from tests import factories as make

DAY = date(2022, 11, 7)


def found(number):
    """A province with `number` regencies, judged in two years, that met in `number` // 5 Rakor."""
    province = make.make_province("11", "Aceh")
    units = make.make_regencies(number, province=province)
    make.make_unit_name(units[0], "Nomor 1", kind=NameKind.ABBREVIATION)
    program = make.make_program("MCP", "Pencegahan korupsi (MCP)", short_name="MCP")
    indicators = [make.make_indicator(program, f"MCP-{part}", f"Bagian {part}") for part in (1, 2)]
    make.make_pair(*indicators)
    rakor = meet(province, units, indicators[0])
    for year in (2021, 2022):
        ask_for_reports(program, year)
        judge(program, indicators, units, year, rakor)
    record(province, units, rakor)


def ask_for_reports(program, year):
    """A calendar that asks every regency for the year."""
    schedule = Schedule.objects.create(program=program, year=year)
    Deadline.objects.create(schedule=schedule, period=make.make_period(year), due_on=date(year + 1, 1, 31))


def meet(province, units, indicator):
    """A long series; its last Rakor invites everybody and leaves work to everybody."""
    series = make.make_series("Rakor berkala Aceh", region=province)
    for past in range(len(units) // 5, 0, -1):
        earlier = make.make_rakor(
            f"Rakor ke-{past}", province, starts_on=DAY - timedelta(days=30 * past), series=series
        )
        make.make_issue(earlier, f"Permasalahan ke-{past}", series=series)
    rakor = make.make_rakor("Rakor se-Aceh", province, slug="rakor-se-aceh", host=units[0], series=series)
    rakor.programs.add(indicator.program)
    role = make.make_role(rakor)
    issue = make.make_issue(rakor, competent_unit=province, series=series)
    issue.units.set(units)
    AgendaItem.objects.create(rakor=rakor, title="Pembukaan", speaker=role, issue=issue)
    Figure.objects.create(rakor=rakor, label="Angka", value=1, by_role=role)
    Document.objects.create(rakor=rakor, kind="notula", title="Notula", url="https://x.id/notula")
    Invitation.objects.bulk_create(Invitation(rakor=rakor, unit=unit) for unit in units)
    leave_work(rakor, role, issue, units, indicator)
    return rakor


def leave_work(rakor, role, issue, units, indicator):
    outcomes = Outcome.objects.bulk_create(
        Outcome(rakor=rakor, number=number, kind="arahan", text=unit.name, by_role=role, issue=issue)
        for number, unit in enumerate(units, 1)
    )
    follow_ups = FollowUp.objects.bulk_create(
        FollowUp(
            outcome=outcome,
            reference=f"TL-2022-{outcome.number:04}",
            what=f"Pekerjaan {unit.name}",
            responsible=unit,
            due_on=DAY + timedelta(days=outcome.number),
            indicator=indicator,
        )
        for unit, outcome in zip(units, outcomes, strict=True)
    )
    for follow_up in follow_ups[:10]:
        follow_up.supporting.add(units[-1])
        Review.objects.create(follow_up=follow_up, kind="diajukan", reviewed_on=DAY, rakor=rakor)


def judge(program, indicators, units, year, rakor):
    """Figures of accepted reports, an instrument with bands, and a release by three people."""
    period, source = make.make_period(year), make.make_source(f"Laporan {year}")
    instrument = make.make_instrument(program, year, name=f"MCP {year}")
    for place, indicator in enumerate(indicators):
        make.make_line(instrument, indicator, weight=50)
        report(program, indicator, units, period, source, place)
    for label, lower in (("Rendah", 0), ("Tinggi", 50)):
        instrument.bands.create(label=label, lower=lower)
    round_ = make.make_round(instrument, period, units[0].parent, as_of=timezone.localdate())
    actions.compute(round_, by=make.make_user())
    actions.determine(round_, by=make.make_user())
    release = actions.publish(round_, by=make.make_user(), announced_at=rakor)
    give(release, units, rakor)
    differ(indicators[0], period)


def differ(indicator, period):
    """A ministry says something else about every figure of an indicator."""
    ministry, now, noted_by = make.make_source(f"Kementerian {period}"), timezone.now(), make.make_user()
    figures = list(Measurement.objects.filter(indicator=indicator, period=period))
    others = Observation.objects.bulk_create(
        Observation(
            measurement=one,
            source=ministry,
            value=one.value + 7,
            state="value",
            observed_at=now,
            observed_by=noted_by,
        )
        for one in figures
    )
    differences = Difference.objects.bulk_create(
        Difference(measurement=one, state="terbuka", gap=7, gap_percent=10, opened_at=now) for one in figures
    )
    Comparison.objects.bulk_create(
        Comparison(
            difference=difference,
            reference=figure.chosen,
            other=other,
            verdict="selisih",
            gap=7,
            gap_percent=10,
        )
        for figure, other, difference in zip(figures, others, differences, strict=True)
    )


def report(program, indicator, units, period, source, place):
    sender, verifier, now = make.make_user(), make.make_user(), timezone.now()
    sent = {"submitted_by": sender, "submitted_at": now, "accepted_by": verifier, "accepted_at": now}
    known = {one.unit_id: one for one in Report.objects.filter(program=program, period=period)}
    reports = known.values() or Report.objects.bulk_create(
        Report(unit=unit, program=program, period=period, state="diterima", **sent) for unit in units
    )
    measurements = Measurement.objects.bulk_create(
        Measurement(
            report=one,
            period=period,
            indicator=indicator,
            unit_id=one.unit_id,
            state="value",
            value=Decimal((number * 37 + place * 11 + period.year) % 1000) / 10,
        )
        for number, one in enumerate(reports)
    )
    observations = Observation.objects.bulk_create(
        Observation(
            measurement=one,
            source=source,
            value=one.value,
            state="value",
            observed_at=now,
            observed_by=sender,
        )
        for one in measurements
    )
    for one, seen in zip(measurements, observations, strict=True):
        one.chosen = seen
    Measurement.objects.bulk_update(measurements, ["chosen"])


def give(release, units, rakor):
    giver = rakor.roles.first()
    for rank, unit in enumerate(units[:3], 1):
        award = Award.objects.create(
            release=release, unit=unit, kind="sertifikat", title="Sertifikat", rank=rank, rakor=rakor
        )
        award.givers.add(giver)


def record(province, units, rakor):
    release = actions.record_release(
        by=make.make_user(),
        program=make.make_program("PKS", "Penanganan konflik sosial", short_name="PKS"),
        period=make.make_period(2022),
        region=province,
        units=units,
        ranks=[(unit, rank, None) for rank, unit in enumerate(units[:3], 1)],
        subject="penanganan konflik sosial",
        title="Penanganan konflik sosial Aceh 2022",
        source_name="Berita",
        announced_at=rakor,
    )
    give(release, units, rakor)
