"""Imports afterwards: who sees them, a second person's acceptance, and taking one back."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.choices import ReportState, State, StepKind
from programs.differences import recompare
from programs.models import Indicator, Measurement, Observation, Report, ReportStep, SettledFigure, Target
from programs.standing import lock_programs
from records import ledger
from records.choices import Action, BatchState
from records.models import Change, ImportBatch
from records.refusals import ActionRefused, reason_of
from regions.access import reach_of

__all__ = ["accept_batch", "batches_open_to", "batches_visible_to", "retract_batch"]


def batches_visible_to(batches, user):
    """The imports a person made, and those with a figure of a unit within reach."""
    reach = reach_of(user, "records.view_importbatch")
    if not reach or reach.everything:
        return batches if reach else batches.none()
    inside = Observation.objects.filter(_figures(reach), batch=OuterRef("pk"))
    return batches.filter(Q(imported_by=user) | Exists(inside))


def batches_open_to(batches, user, action):
    """The imports whose every figure lies where a person may `action` imports ("accept"), in any state."""
    reach = reach_of(user, f"records.{action}_importbatch")
    of_batch = Observation.objects.filter(batch=OuterRef("pk"))
    outside = of_batch.exclude(_figures(reach))
    return batches if reach.everything else batches.filter(Exists(of_batch), ~Exists(outside))


def _figures(reach):
    return reach.filter_facts("measurement__unit", "measurement__report__program__agency")


@transaction.atomic
def accept_batch(batch, *, by):
    """Let what an import noted beside other sources' figures count. Never by the importer."""
    if batch.imported_by_id == by.pk:
        message = _("Impor diterima oleh orang lain, bukan pengimpornya. Minta verifikator memeriksanya.")
        raise ActionRefused("own_import", message)
    return _move(
        batch,
        Action.ACCEPT,
        (BatchState.CONFIRMED,),
        by=by,
        state=BatchState.ACCEPTED,
        accepted_at=timezone.now(),
        accepted_by=by,
    )


@transaction.atomic
def retract_batch(batch, *, by, reason):
    """Take an import back: nothing is deleted, each of its observations gets a retraction.

    A figure falls back to what its source said before, else it is empty again; its report is a draft again.
    Targets that the import set and that still stand give way to the ones before. Refused while a figure of an
    accepted report rests on it.
    """
    reason = reason_of(reason)
    _move(
        batch,
        Action.RETRACT,
        (BatchState.CONFIRMED, BatchState.ACCEPTED),
        by=by,
        reason=reason,
        state=BatchState.RETRACTED,
        retracted_at=timezone.now(),
        retracted_by=by,
        retracted_reason=reason,
    )
    lock_programs(pk__in=Indicator.objects.filter(measurements__observations__batch=batch).values("program"))
    _Retraction(batch, by, reason).write()
    recompare(
        Measurement.objects.filter(observations__batch=batch),
        by=by,
        batch=batch,
        action=Action.RETRACT,
        reason=reason,
    )
    return batch


def _move(batch, action, among, *, by, reason="", **fields):
    """Change a batch's state if it still is in one of `among`; of two at once the second is told."""
    before = ledger.snapshot(batch)
    if not ImportBatch.objects.filter(pk=batch.pk, state__in=among).update(**fields):
        batch.refresh_from_db(fields=["state"])
        message = _("Impor ini sudah %(state)s. Muat ulang halamannya.")
        raise ActionRefused("wrong_state", message % {"state": batch.get_state_display().lower()})
    batch.refresh_from_db(fields=list(fields))
    changes = ledger.changes_between(before, ledger.snapshot(batch))
    ledger.write(batch, action, by=by, changes=changes, reason=reason, batch=batch)
    return batch


class _Retraction:
    """One import being taken back, set by set."""

    def __init__(self, batch, by, reason):
        self.batch, self.by, self.reason = batch, by, reason
        self.now = timezone.now()
        self.lines = []

    def write(self):
        observations = list(self.batch.observations.standing().select_related("source"))
        resting = list(
            Measurement.objects.filter(chosen__batch=self.batch)
            .select_related(
                "report__program", "report__period", "report__unit", "indicator", "unit", "chosen"
            )
            .select_for_update(of=("self", "report"), no_key=True)
        )
        self._refuse_accepted(resting)
        self._retract(observations)
        self._fall_back(resting)
        self._redraft({measurement.report_id: measurement.report for measurement in resting}.values())
        self._restore_targets()
        ledger.write_many(self.lines)

    def log(self, obj, before=None):
        changes = ledger.changes_between(before or {}, ledger.snapshot(obj))
        self.lines.append(
            ledger.line(
                obj, Action.RETRACT, by=self.by, changes=changes, reason=self.reason, batch=self.batch
            )
        )

    def _refuse_accepted(self, resting):
        accepted = {str(m.report) for m in resting if m.report.state == ReportState.ACCEPTED}
        if accepted:
            message = _(
                "%(number)d laporan dengan angka dari impor ini sudah diterima, antara lain %(report)s. "
                "Minta verifikator membukanya kembali, lalu cabut."
            )
            params = {"number": len(accepted), "report": min(accepted)}
            raise ActionRefused("locked_period", message % params)

    def _retract(self, observations):
        retractions = [
            Observation(
                measurement_id=observation.measurement_id,
                source=observation.source,
                state=State.NOT_REPORTED,
                retracts=observation,
                note=self.reason,
                observed_at=self.now,
                observed_by=self.by,
            )
            for observation in observations
        ]
        Observation.objects.bulk_create(retractions)
        for retraction in retractions:
            self.log(retraction)

    def _fall_back(self, resting):
        """To the latest that the same source said and that nobody took back; else to no value.

        One that was settled on this import falls back to what it rested on before that.
        """
        settled = SettledFigure.objects.filter(observation__in=[one.chosen_id for one in resting])
        replaced = dict(settled.order_by("pk").values_list("observation__measurement", "before"))
        standing = Observation.objects.standing().filter(measurement__in=[one.pk for one in resting])
        earlier, before_settling = {}, {}
        for said in standing.order_by("pk"):
            earlier[said.measurement_id, said.source_id] = said
            if said.value is not None and said.value == replaced.get(said.measurement_id):
                before_settling[said.measurement_id] = said
        for measurement in resting:
            before = ledger.snapshot(measurement)
            said = earlier.get((measurement.pk, measurement.chosen.source_id))
            said = said or before_settling.get(measurement.pk)
            measurement.chosen = said
            measurement.state = said.state if said else State.NOT_REPORTED
            measurement.value = said.value if said else None
            measurement.note = said.note if said else ""
            measurement.numerator = measurement.denominator = None
            self.log(measurement, before)
        fields = ["chosen", "state", "value", "note", "numerator", "denominator"]
        Measurement.objects.bulk_update(resting, fields, batch_size=500)

    def _redraft(self, reports):
        """What was sent no longer holds what its sender saw."""
        before = {report.pk: ledger.snapshot(report) for report in reports}
        self._withdraw([report for report in reports if report.state == ReportState.SUBMITTED])
        sent = Report.objects.filter(pk__in=before)
        sent.update(version=F("version") + 1)
        sent.filter(state=ReportState.SUBMITTED).update(
            state=ReportState.DRAFT, submitted_at=None, submitted_by=None
        )
        for report in reports:
            report.version += 1
            if report.state == ReportState.SUBMITTED:
                report.state, report.submitted_at, report.submitted_by = ReportState.DRAFT, None, None
            self.log(report, before[report.pk])

    def _withdraw(self, reports):
        """What this import sent counts as never sent."""
        steps = [
            ReportStep(report=report, kind=StepKind.WITHDRAWN, at=self.now, by=self.by, reason=self.reason)
            for report in reports
        ]
        ReportStep.objects.bulk_create(steps)
        for step in steps:
            self.log(step)

    def _restore_targets(self):
        """Where this import set a target: the latest that no retracted import set, as a new row."""
        label = Target._meta.label_lower
        imported = Change.objects.filter(batch=self.batch, object_type=label, action=Action.IMPORT)
        touched = Target.objects.filter(
            pk__in=[int(pk) for pk in imported.values_list("object_id", flat=True)]
        )
        keys = {target_key(target) for target in touched}
        history = Target.objects.filter(
            unit__in={unit for unit, _indicator, _period in keys},
            indicator__in={indicator for _unit, indicator, _period in keys},
            period__in={period for _unit, _indicator, period in keys},
        ).select_related("unit", "indicator", "period")
        history = [target for target in history.order_by("pk") if target_key(target) in keys]
        void = Change.objects.filter(
            Q(action=Action.IMPORT, batch__state=BatchState.RETRACTED) | Q(action=Action.RETRACT),
            object_type=label,
            object_id__in=[str(target.pk) for target in history],
        )
        void = {int(pk) for pk in void.values_list("object_id", flat=True)}
        stands = {target_key(target): target for target in history}
        right = {target_key(target): target for target in history if target.pk not in void}
        restored = [
            self._again(target, right.get(key) or Target())
            for key, target in stands.items()
            if target is not right.get(key)
        ]
        Target.objects.bulk_create(restored)
        for target in restored:
            self.log(target)

    def _again(self, target, old):
        """The figures of `old` as a new row in the place of `target`; an empty one where there was none."""
        return Target(
            unit=target.unit,
            indicator=target.indicator,
            period=target.period,
            low=old.low,
            high=old.high,
            baseline=old.baseline,
            source=old.source,
            reason=self.reason,
            set_at=self.now,
            set_by=self.by,
        )


def target_key(target):
    return target.unit_id, target.indicator_id, target.period_id
