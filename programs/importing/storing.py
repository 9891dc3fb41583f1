"""Writing a plan: reports, figures, observations, targets and the ledger, set by set in one transaction."""

from pathlib import PurePath

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.choices import ReportState, StepKind
from programs.differences import recompare
from programs.models import Measurement, Observation, Period, Report, ReportStep, Source, Target
from programs.notices import tell_reports
from programs.standing import figure_key, period_key
from records import files, ledger
from records.choices import Action
from records.models import ImportBatch

CONTENT_TYPES = {ending: content_type for content_type, ending in files.SUFFIXES.items()}
LONGEST_SHEET_NAME = 40


def store_plan(plan, read, preview, *, by):
    """Store what the plan says; gives its ImportBatch. The caller's transaction, and no problem left."""
    writer = _Writer(plan, read, by)
    writer.store_batch(preview)
    writer.store_names()
    writer.store_reports()
    writer.store_measurements()
    writer.store_observations()
    writer.store_targets()
    ledger.write_many(writer.lines)
    recompare(Measurement.objects.filter(observations__batch=writer.batch), by=by, batch=writer.batch)
    tell_reports(writer.sent, StepKind.SUBMITTED, by=by)
    return writer.batch


class _Writer:
    """One import being written. Each step is one statement for the whole set, not one for each row."""

    def __init__(self, plan, read, by):
        self.plan, self.read, self.by = plan, read, by
        self.now = timezone.now()
        self.lines = []
        self.filling = [planned for planned in plan.rows if planned.fills]
        self.beside = [planned for planned in plan.rows if planned.observes and not planned.fills]
        self.reports = {}
        self.measurements = {}

    def log(self, obj, action, before=None):
        """The ledger line of what became of `obj`; `before` is its snapshot, none for a new one."""
        changes = ledger.changes_between(before or {}, ledger.snapshot(obj))
        self.lines.append(ledger.line(obj, action, by=self.by, changes=changes, batch=self.batch))

    def store_batch(self, preview):
        ending = PurePath(self.read.filename).suffix.casefold().lstrip(".")
        stored = files.store(
            self.read.content, name=self.read.filename, content_type=CONTENT_TYPES[ending], by=self.by
        )
        self.batch = ImportBatch.objects.create(
            file=stored,
            rows_total=len(preview.rows),
            rows_new=preview.new + preview.beside,
            rows_changed=preview.changed,
            rows_same=preview.same,
            imported_at=self.now,
            imported_by=self.by,
        )
        self.log(self.batch, Action.IMPORT)

    def store_names(self):
        """Periods and sources that a sheet names for the first time.

        Conflicts are ignored: another program's import may be storing the same name at this very moment.
        """
        periods = {period_key(row.period): row.period for row in self.plan.rows if not row.period.pk}
        if periods:
            Period.objects.bulk_create(periods.values(), ignore_conflicts=True)
            years = {period.year for period in periods.values()}
            stored = {
                (period.year, period.code): period.pk for period in Period.objects.filter(year__in=years)
            }
            for key, period in periods.items():
                period.pk = stored[key]
                self.log(period, Action.CREATE)
        sources = {row.source.name: row.source for row in self.plan.rows if not row.source.pk}
        if sources:
            Source.objects.bulk_create(sources.values(), ignore_conflicts=True)
            stored = dict(Source.objects.filter(name__in=sources).values_list("name", "pk"))
            for name, source in sources.items():
                source.pk = stored[name]
                self.log(source, Action.CREATE)

    def store_reports(self):
        """One report per unit, program and period, sent by the importer; one that was sent is sent again.

        A report is not sent by rows that only say that nothing is known yet.
        """
        answered = set()
        for row in self.filling:
            if (key := self._report_key(row)) not in self.reports:
                self.reports[key] = self._report(row)
            if row.said.is_answer:
                answered.add(key)
        self.sent = [self.reports[key] for key in self.reports if key in answered]
        before = {report.pk: ledger.snapshot(report) for report in self.reports.values() if report.pk}
        for report in self.reports.values():
            report.version += report.pk in before
        self.send(before)
        Report.objects.bulk_create([report for report in self.reports.values() if not report.pk])
        sent = {report.pk for report in self.sent}
        for report in self.reports.values():
            action = Action.SUBMIT if report.pk in sent else Action.IMPORT
            self.log(report, action, before.get(report.pk))
        self.store_steps()

    def send(self, known):
        """Mark the answered reports as sent; all of the `known`, stored already, get their next version."""
        sent = {"state": ReportState.SUBMITTED, "submitted_at": self.now, "submitted_by": self.by}
        for report in self.sent:
            for name, value in sent.items():
                setattr(report, name, value)
        keys = known.keys() & {report.pk for report in self.sent}
        Report.objects.filter(pk__in=keys).update(version=F("version") + 1, **sent)
        Report.objects.filter(pk__in=known.keys() - keys).update(version=F("version") + 1)

    def store_steps(self):
        """That they were sent: timeliness is counted from these."""
        steps = [
            ReportStep(report=report, kind=StepKind.SUBMITTED, at=self.now, by=self.by)
            for report in self.sent
        ]
        ReportStep.objects.bulk_create(steps)
        for step in steps:
            self.log(step, Action.CREATE)

    def _report_key(self, row):
        return row.unit.pk, row.indicator.program_id, row.period.pk

    def _report(self, row):
        report = self.plan.standing.report(row.unit, row.indicator, row.period) or Report()
        # Its names stand in the ledger line; here nobody has to ask the database for them.
        report.unit, report.program, report.period = row.unit, row.indicator.program, row.period
        return report

    def store_measurements(self):
        """The figures themselves, new and changed ones by one upsert."""
        for row in self.filling:
            self.measurements[row.key] = Measurement(
                report=self.reports[self._report_key(row)],
                period=row.period,
                indicator=row.indicator,
                unit=row.unit,
                state=row.row.state,
                value=row.row.value,
                note=row.row.note,
            )
        Measurement.objects.bulk_create(
            self.measurements.values(),
            update_conflicts=True,
            unique_fields=["period", "indicator", "unit"],
            # A numerator of the old value says nothing about the new one.
            update_fields=["report", "state", "value", "note", "numerator", "denominator"],
        )

    def store_observations(self):
        """What each source said; the figures then rest on the observation that filled them."""
        observations = {id(row): self._observation(row) for row in [*self.filling, *self.beside]}
        Observation.objects.bulk_create(observations.values())
        # Those that fill were stored first, so an import's first observation of such a figure is its own.
        first = Observation.objects.filter(batch=self.batch, measurement=OuterRef("pk")).order_by("pk")
        filled = [measurement.pk for measurement in self.measurements.values()]
        Measurement.objects.filter(pk__in=filled).update(chosen=Subquery(first.values("pk")[:1]))
        for row in self.filling:
            measurement = self.measurements[row.key]
            measurement.chosen = observations[id(row)]
            before = self.plan.standing.measurements.get(row.key)
            self.log(measurement, Action.IMPORT, ledger.snapshot(before))
        for observation in observations.values():
            self.log(observation, Action.IMPORT)

    def _observation(self, row):
        return Observation(
            measurement=self.measurements.get(row.key) or self.plan.standing.measurements[row.key],
            source=row.source,
            state=row.row.state,
            value=row.row.value,
            measure_unit=row.row.measure_unit,
            cut_off_on=row.row.cut_off_on,
            received_on=timezone.localdate(self.now),
            document=self.batch.file,
            batch=self.batch,
            cell=self._place(row, "realisasi"),
            note=row.row.note,
            observed_at=self.now,
            observed_by=self.by,
        )

    def _place(self, row, column):
        """ "realisasi!F2"; text files have no sheet name: "F2"."""
        address, sheet = row.row.cells[column], self.read.sheet_name[:LONGEST_SHEET_NAME]
        return f"{sheet}!{address}" if sheet else address

    def store_targets(self):
        """Targets that differ from those that stand, appended."""
        targets = [self._target(row) for row in self.plan.rows if row.target_new]
        Target.objects.bulk_create(targets)
        for target in targets:
            self.log(target, Action.IMPORT)

    def _target(self, row):
        stands = self.plan.standing.targets.get(figure_key(row.unit, row.indicator, row.period))
        low, high = row.target_new
        origin = _("Lembar %(file)s, sel %(cell)s") % {
            "file": self.read.filename[:80],
            "cell": self._place(row, "target"),
        }
        return Target(
            unit=row.unit,
            indicator=row.indicator,
            period=row.period,
            low=low,
            high=high,
            baseline=stands.baseline if stands else None,
            source=origin,
            set_at=self.now,
            set_by=self.by,
        )
