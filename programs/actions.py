"""Writing facts: a report is sent, targets are set, figures observed. Judging a report: programs/judging.py.

Every action is atomic and leaves its ledger line in the same transaction. Who may come this far, the
door asks.
"""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.checks import other_unit, refuse_outside
from programs.choices import NO_FIGURE, ReportState, State, StepKind
from programs.differences import recompare
from programs.effects import Effect, Said
from programs.locking import refuse_locked
from programs.models import Measurement, Observation, Period, Report, Target
from programs.notices import tell_reports
from programs.standing import figure_key, lock_programs, read_standing
from programs.steps import move_report, take_step
from rakor.lib.refusals import Refused
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, reason_of

__all__ = [
    "check_target",
    "record_observation",
    "set_target",
    "submit_report",
    "take_step",
]


@transaction.atomic
def submit_report(report, *, by):
    """Send a draft, or a returned report once it is mended, to the verifier."""
    if not report.measurements.exclude(state__in=NO_FIGURE).exists():
        raise ActionRefused("no_figures", _("Laporan ini belum memuat angka. Isi angkanya, lalu kirim."))
    refuse_locked(report.unit, report.program, report.period)
    among = (ReportState.DRAFT, ReportState.RETURNED)
    now = timezone.now()
    move_report(
        report, Action.SUBMIT, among, by=by, state=ReportState.SUBMITTED, submitted_at=now, submitted_by=by
    )
    tell_reports([report], StepKind.SUBMITTED, by=by)
    return report


@transaction.atomic
def take_period(year, code, *, by):
    """The period of this year and canonical code; somebody is always the first to need it."""
    period, is_new = Period.objects.named_or_made(year, code)
    if is_new:
        ledger.write(
            period, Action.CREATE, by=by, changes=ledger.changes_between({}, ledger.snapshot(period))
        )
    return period


@transaction.atomic
def set_target(*, unit, indicator, period, low, high=None, baseline=None, source="", reason="", by):
    """Set what a unit is to reach, one figure or a range. Gives the target that now stands.

    A revision is a new row and needs a reason; setting what stands already writes nothing. `low=None` takes
    the target away.
    """
    key = {"unit": unit, "indicator": indicator, "period": period}
    low, high, baseline = (None if end is None else Decimal(end) for end in (low, high, baseline))
    stands = check_target(**key, low=low, high=high, baseline=baseline, source=source, reason=reason)
    if stands and not _differs(stands, low, high, baseline, source):
        return stands
    target = Target.objects.create(
        **key,
        low=low,
        high=high,
        baseline=baseline,
        source=source,
        reason=reason.strip(),
        set_at=timezone.now(),
        set_by=by,
    )
    ledger.write(target, Action.CREATE, by=by, changes=ledger.changes_between({}, ledger.snapshot(target)))
    return target


def _differs(target, low, high, baseline, source):
    """Whether something else is said; a source left out says nothing about it."""
    is_other_source = bool(source) and source != target.source
    return (target.low, target.high, target.baseline) != (low, high, baseline) or is_other_source


def check_target(*, unit, indicator, period, low, high=None, baseline=None, source="", reason=""):
    """Refuse what cannot be a target; gives the one that stands, None where there is none yet."""
    for end in (low, high):
        if end is not None:
            _refuse_outside(indicator, end)
    if high is not None and (low is None or low > high):
        raise ActionRefused("target_order", _("Batas atas target lebih kecil daripada batas bawahnya."))
    stands = Target.objects.current().filter(unit=unit, indicator=indicator, period=period).first()
    if stands and _differs(stands, low, high, baseline, source):
        reason_of(reason)
    return stands


@transaction.atomic
def record_observation(*, unit, indicator, period, source, value, by, note="", state=State.VALUE, **details):
    """Note what one source says about a figure, or why it says none. Gives its observation.

    Fills the figure where it has none and the unit's report is a draft (made where there is no report); where
    another source's figure stands it is only noted beside it. What the source said before, word for word,
    writes nothing. `details` may name cut_off_on, received_on, measure_unit, document, cell.
    """
    if state == State.VALUE:
        value = Decimal(value)
    day, measure_unit = details.get("cut_off_on"), details.get("measure_unit", "")
    said = Said.about(
        indicator, value=value, note=note, state=state, cut_off_on=day, measure_unit=measure_unit
    )
    if value is not None and not said.other_unit:
        _refuse_outside(indicator, value)
    lock_programs(pk=indicator.program_id)
    standing = read_standing(units=[unit], indicators=[indicator], periods=[period], lock=True)
    figure = standing.figure(unit, indicator, period)
    effect, _old = figure.receive(source.pk, said)
    fills = effect in (Effect.NEW, Effect.CHANGED)
    if effect == Effect.OTHER_UNIT:
        raise ActionRefused("unit_mismatch", other_unit(indicator, measure_unit))
    _refuse_sent(effect, figure.report_state, fills)
    measurement = standing.measurements.get(figure_key(unit, indicator, period))
    if effect == Effect.SAME:
        return measurement.observations.standing().filter(source=source).latest("pk")
    before = ledger.snapshot(measurement)
    if measurement is None:
        report = standing.report(unit, indicator, period) or _draft(unit, indicator, period, by)
        measurement = Measurement.objects.create(report=report, unit=unit, indicator=indicator, period=period)
    observation = observe(measurement, by, source=source, state=state, value=value, note=note, **details)
    if fills:
        rest_on(measurement, observation, before, by)
        count_up(measurement.report, by)
    recompare(Measurement.objects.filter(pk=measurement.pk), by=by)
    return observation


def _refuse_sent(effect, report_state, fills):
    """A figure in a report that was sent is not changed under the eyes of who checks it."""
    if effect == Effect.LOCKED:
        message = _("Laporan ini sudah diterima. Minta verifikator membukanya kembali, lalu ubah angkanya.")
        raise ActionRefused("locked_period", message)
    if fills and report_state == ReportState.SUBMITTED:
        message = _("Laporan ini sedang diperiksa. Minta verifikator mengembalikannya, lalu ubah angkanya.")
        raise ActionRefused("report_sent", message)


def observe(measurement, by, **said):
    """Append what a source said about a figure, with its ledger line."""
    observation = Observation.objects.create(
        measurement=measurement, observed_at=timezone.now(), observed_by=by, **said
    )
    changes = ledger.changes_between({}, ledger.snapshot(observation))
    ledger.write(observation, Action.CREATE, by=by, changes=changes)
    return observation


def _draft(unit, indicator, period, by):
    report = Report(unit=unit, program=indicator.program, period=period)
    return ledger.save(report, Action.CREATE, by=by)


def rest_on(measurement, observation, before, by):
    """Let a figure rest on what a source just said. Its report changes with it: see `count_up`."""
    measurement.state, measurement.value = observation.state, observation.value
    measurement.note, measurement.chosen = observation.note, observation
    # A numerator of the old value says nothing about the new one.
    measurement.numerator = measurement.denominator = None
    ledger.save(measurement, Action.CHANGE if before else Action.CREATE, by=by, before=before)


def count_up(report, by):
    """The next version of a report whose figures changed, so that who had it open is told."""
    before = ledger.snapshot(report)
    report.version += 1
    ledger.save(report, Action.CHANGE, by=by, before=before)


def _refuse_outside(indicator, value):
    try:
        refuse_outside(indicator, value)
    except Refused as refusal:
        raise ActionRefused(refusal.code, refusal.message) from refusal
