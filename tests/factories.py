"""Plain functions that make one thing each, with sensible defaults; a test names only what it is about."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from django.utils import timezone

from accounts.choices import Role as AccountRole
from accounts.choices import Scope
from accounts.models import User
from evaluations.models import Award, Instrument, Line, Release, Round, Score
from meetings.models import FollowUp, Invitation, Issue, Outcome, Rakor, Review, Role, Series
from programs.choices import DifferenceState, Verdict
from programs.comparing import percent
from programs.models import (
    Comparison,
    Deadline,
    Difference,
    Extension,
    Indicator,
    IndicatorPair,
    Measurement,
    Observation,
    Period,
    Program,
    Report,
    ReportStep,
    Schedule,
    SettledFigure,
    Settlement,
    Source,
)
from records.models import ImportBatch, StoredFile
from regions.models import Agency, Assignment, Province, Regency, Unit, UnitName

_numbers = count(1)


def make_user(username=None, **fields):
    username = username or f"orang{next(_numbers)}"
    return User.objects.create_user(username, password="kata-sandi-uji", **fields)


def make_assignment(user, role=None, unit=None, scope=None, **fields):
    scope = scope or (Scope.OWN_UNIT if unit else Scope.ALL)
    role = role or (AccountRole.AUDITOR if scope == Scope.ALL else AccountRole.OPERATOR)
    fields.setdefault("starts_on", date(2015, 1, 1))
    if scope == Scope.THIS_RAKOR:
        fields.setdefault("ends_on", timezone.localdate() + timedelta(days=30))
    return Assignment.objects.create(user=user, role=role, scope=scope, unit=unit, **fields)


def make_province(code="15", name="Jambi", **fields):
    known = Province.objects.filter(code=code).first()
    fields.setdefault("time_zone", "Asia/Jakarta")
    return known or Province.objects.create(kind="provinsi", code=code, name=name, **fields)


def make_regency(code="15.01", name="Kerinci", province=None, **fields):
    province = province or make_province(
        code[:2], name="Jambi" if code[:2] == "15" else f"Provinsi {code[:2]}"
    )
    kind = "kota" if int(code[3:]) >= 71 else "kabupaten"
    fields.setdefault("regency_kind", kind)
    return Regency.objects.create(kind="kabkota", code=code, name=name, parent=province, **fields)


def make_regencies(number, province=None):
    """As many regencies as a list page must bear, 99 to a province code at most."""
    made = []
    for index in range(number):
        code = f"{11 + index // 69:02}.{1 + index % 69:02}"
        owner = province or make_province(code[:2], name=f"Provinsi {code[:2]}")
        made.append(make_regency(code, f"Kabupaten Nomor {index + 1}", province=owner))
    return made


def make_agency(code="15-dinsos", name="Dinas Sosial Provinsi Jambi", parent=None, **fields):
    fields.setdefault("agency_kind", "perangkat_daerah")
    return Agency.objects.create(kind="instansi", code=code, name=name, parent=parent, **fields)


def make_unit_name(unit, name="Nama lain", **fields):
    return UnitName.objects.create(unit=unit, name=name, **fields)


def make_file(name="lembar.xlsx", **fields):
    number = next(_numbers)
    fields.setdefault("file", f"files/{number}.xlsx")
    fields.setdefault("content_type", "application/octet-stream")
    return StoredFile.objects.create(
        original_name=name, size=10, sha256=f"{number:064x}", stored_at=timezone.now(), **fields
    )


def make_batch(by=None, **fields):
    fields.setdefault("file", None)
    stored = fields.pop("file") or make_file()
    return ImportBatch.objects.create(
        file=stored, imported_at=timezone.now(), imported_by=by or make_user(), **fields
    )


def make_program(code=None, name="Pencegahan korupsi", **fields):
    fields.setdefault("short_name", "MCP")
    return Program.objects.create(code=code or f"P{next(_numbers)}", name=name, **fields)


def make_indicator(program=None, code=None, name="Capaian MCP", **fields):
    fields.setdefault("measure_unit", "nilai")
    fields.setdefault("scale_min", 0)
    fields.setdefault("scale_max", 100)
    return Indicator.objects.create(
        program=program or make_program(), code=code or f"I{next(_numbers)}", name=name, **fields
    )


def make_pair(first, second=None, **fields):
    """Two indicators of one program and owner; `fields` are the second one's, but for `tolerance`."""
    tolerance = fields.pop("tolerance", 0)
    second = second or make_indicator(first.program, **fields)
    return IndicatorPair.objects.create(
        program=first.program,
        name=f"{first.name} dan pasangannya",
        first=first,
        second=second,
        tolerance=tolerance,
    )


def make_period(year=2018, code="TAHUNAN"):
    return Period.objects.named(year, code)


def make_source(name=None, **fields):
    return Source.objects.create(name=name or f"Sumber {next(_numbers)}", **fields)


def make_report(unit=None, program=None, period=None, **fields):
    """A draft; `state="diterima"` also fills in who sent and who accepted."""
    state = fields.setdefault("state", "draf")
    if state in ("dikirim", "diterima"):
        fields.setdefault("submitted_by", make_user())
        fields.setdefault("submitted_at", timezone.now())
    if state == "diterima":
        fields.setdefault("accepted_by", make_user())
        fields.setdefault("accepted_at", timezone.now())
    return Report.objects.create(
        unit=unit or make_regency(),
        program=program or make_program(),
        period=period or make_period(),
        **fields,
    )


def make_step(report, kind, at=None, by=None, **fields):
    """What happened to a report, without moving it."""
    return ReportStep.objects.create(
        report=report, kind=kind, at=at or timezone.now(), by=by or make_user(), **fields
    )


def make_schedule(program=None, year=2018, units=(), **fields):
    """The reporting calendar of a year; `units` where only some report. It has no deadlines yet."""
    schedule = Schedule.objects.create(program=program or make_program(), year=year, **fields)
    schedule.units.set(units)
    return schedule


def make_deadline(schedule=None, period=None, due_on=None, **fields):
    """Due ten days after its period, and never shut unless `locks_on` is given."""
    schedule = schedule or make_schedule()
    period = period or make_period(schedule.year)
    due_on = due_on or period.ends_on + timedelta(days=10)
    return Deadline.objects.create(schedule=schedule, period=period, due_on=due_on, **fields)


def make_extension(deadline, unit, due_on, **fields):
    fields.setdefault("reason", "Server kabupaten padam.")
    fields.setdefault("given_at", timezone.now())
    given_by = fields.pop("given_by", None) or make_user()
    return Extension.objects.create(deadline=deadline, unit=unit, due_on=due_on, given_by=given_by, **fields)


def make_measurement(report, indicator, value=None, **fields):
    fields.setdefault("state", "value" if value is not None else "not_reported")
    return Measurement.objects.create(
        report=report,
        period=report.period,
        indicator=indicator,
        unit=report.unit,
        value=None if value is None else Decimal(str(value)),
        **fields,
    )


def make_observation(measurement, value=None, source=None, by=None, **fields):
    fields.setdefault("observed_at", timezone.now())
    return Observation.objects.create(
        measurement=measurement,
        source=source or make_source(),
        value=None if value is None else Decimal(str(value)),
        state="value" if value is not None else "not_reported",
        observed_by=by or make_user(),
        **fields,
    )


def make_figure(indicator, unit, period, value, source=None):
    """An accepted figure with its observation: what a score may use."""
    report = Report.objects.filter(unit=unit, program=indicator.program, period=period).first()
    report = report or make_report(unit, indicator.program, period, state="diterima")
    measurement = make_measurement(report, indicator, value)
    measurement.chosen = make_observation(measurement, value, source=source)
    measurement.save()
    return measurement


def make_difference(measurement, *others, state=DifferenceState.OPEN, **fields):
    """The sources of a figure side by side; `others` are what those said that it does not rest on."""
    reference = measurement.chosen
    gaps = [(one.value - reference.value, one) for one in others]
    largest = max((gap for gap, _one in gaps), key=abs)
    fields.setdefault("gap", largest)
    fields.setdefault("gap_percent", percent(largest, reference.value))
    if state in (DifferenceState.OPEN, DifferenceState.CARRIED):
        fields.setdefault("opened_at", timezone.now())
    if state == DifferenceState.CARRIED:
        fields.setdefault("carried_at", timezone.now())
        fields["carried_by"] = fields.get("carried_by") or make_user()
    difference = Difference.objects.create(measurement=measurement, state=state, **fields)
    for gap, one in gaps:
        Comparison.objects.create(
            difference=difference,
            reference=reference,
            other=one,
            verdict=Verdict.APART if gap else Verdict.SAME,
            gap=gap,
            gap_percent=percent(gap, reference.value),
        )
    return difference


def make_apart(indicator, unit, period, value, *said, **fields):
    """An accepted figure of which other sources say otherwise: an open difference unless `state` is given."""
    measurement = make_figure(indicator, unit, period, value)
    return make_difference(measurement, *(make_observation(measurement, one) for one in said), **fields)


def make_settled(difference, value, *, by=None, reason="Dicocokkan bersama.", cause="parsial", **fields):
    """A difference settled on what one of its sources said, or on a figure agreed by who settled."""
    by = by or make_user()
    measurement = difference.measurement
    settlement = Settlement.objects.create(reason=reason, settled_at=timezone.now(), settled_by=by, **fields)
    value = Decimal(str(value))
    said = measurement.observations.filter(value=value).exclude(observed_by=by).first()
    figure = SettledFigure.objects.create(
        settlement=settlement,
        difference=difference,
        value=value,
        cause=cause,
        observation=said or make_observation(measurement, value, by=by, observed_at=settlement.settled_at),
        before=measurement.value,
        said="; ".join(map(str, measurement.observations.all())),
    )
    Difference.objects.filter(pk=difference.pk).update(state=DifferenceState.SETTLED, settled=figure)
    difference.refresh_from_db()
    return figure


def make_series(name=None, region=None, **fields):
    number = next(_numbers)
    fields.setdefault("slug", f"rakor-berkala-{number}")
    fields.setdefault("level", "provinsi")
    fields.setdefault("cadence", "tahunan")
    return Series.objects.create(
        name=name or f"Rakor berkala {number}", region=region or make_province(), **fields
    )


def make_rakor(title="Rakor penanganan konflik sosial", region=None, **fields):
    region = region or make_province()
    fields.setdefault("slug", f"rakor-{next(_numbers)}")
    fields.setdefault("organiser", region)
    fields.setdefault("starts_on", date(2022, 11, 7))
    fields.setdefault("state", "dilaksanakan")
    return Rakor.objects.create(title=title, region=region, **fields)


def make_role(rakor, office="Gubernur Jambi", **fields):
    fields.setdefault("kind", "membuka")
    return Role.objects.create(rakor=rakor, office=office, **fields)


def make_issue(rakor, title="Data penerima belum sinkron", **fields):
    return Issue.objects.create(rakor=rakor, title=title, **fields)


def make_invitation(rakor, unit=None, group="", **fields):
    return Invitation.objects.create(rakor=rakor, unit=unit, group=group, **fields)


def make_outcome(rakor, text="Setiap daerah memperbarui data setiap tahun.", **fields):
    fields.setdefault("number", rakor.outcomes.count() + 1)
    fields.setdefault("kind", "keputusan")
    return Outcome.objects.create(rakor=rakor, text=text, **fields)


def make_follow_up(outcome=None, what="Memperbarui data", responsible=None, **fields):
    fields.setdefault("reference", f"TL-2022-{next(_numbers):04}")
    return FollowUp.objects.create(
        outcome=outcome or make_outcome(make_rakor()),
        what=what,
        responsible=responsible or make_regency(),
        **fields,
    )


def make_review(follow_up, kind="diajukan", reviewed_on=date(2022, 12, 1), **fields):
    return Review.objects.create(follow_up=follow_up, kind=kind, reviewed_on=reviewed_on, **fields)


def make_instrument(program=None, year=2018, **fields):
    fields.setdefault("name", f"MCP {year}")
    return Instrument.objects.create(program=program or make_program(), year=year, **fields)


def make_line(instrument, indicator=None, weight=100, formula="value", **fields):
    fields.setdefault("order", instrument.lines.count() + 1)
    fields.setdefault("name", str(indicator or f"Butir {fields['order']}"))
    return Line.objects.create(
        instrument=instrument, indicator=indicator, weight=weight, formula=formula, **fields
    )


def make_round(instrument=None, period=None, region=None, **fields):
    instrument = instrument or make_instrument()
    fields.setdefault("as_of", date(instrument.year + 1, 3, 1))
    return Round.objects.create(
        instrument=instrument,
        period=period or make_period(instrument.year),
        region=region or make_province(),
        **fields,
    )


def make_release(ranking=None, program=None, period=None, region=None, **fields):
    """A recorded release unless a `round` is given; its text is a placeholder, its digest well formed."""
    number = next(_numbers)
    fields.setdefault("kind", "dihitung" if fields.get("round") else "dicatat")
    fields.setdefault("number", 1)
    fields.setdefault("title", f"Peringkat {number}")
    fields.setdefault("subject", "penanganan konflik sosial")
    fields.setdefault("places", 11)
    fields.setdefault("text", f"penetapan {number}\n")
    fields.setdefault("sha256", f"{number:064x}")
    if fields["kind"] == "dicatat":
        fields.setdefault("source_name", "Berita")
    fields.setdefault("published_at", timezone.now())
    published_by = fields.pop("published_by", None) or make_user()
    return Release.objects.create(
        ranking=ranking or f"peringkat-{number}",
        program=program or make_program(),
        period=period or make_period(),
        region=region or make_province(),
        published_by=published_by,
        **fields,
    )


def make_score(release=None, unit=None, rank=1, score=None, **fields):
    fields.setdefault("state", "diperingkat" if rank else "tidak_diumumkan")
    return Score.objects.create(
        release=release, unit=unit or make_regency(), rank=rank, score=score, **fields
    )


def make_award(release, unit, rank=1, **fields):
    fields.setdefault("kind", "sertifikat")
    fields.setdefault("title", "Sertifikat penghargaan")
    return Award.objects.create(release=release, unit=unit, rank=rank, **fields)


def unit_of(code):
    return Unit.objects.get(code=code)
