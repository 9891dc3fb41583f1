"""From typed rows to what each of them would do, with every problem that only the database can tell."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from programs.checks import other_unit, refuse_outside
from programs.choices import State
from programs.effects import Effect, Said
from programs.importing.lookups import Lookups
from programs.importing.preview import PreviewRow, said_text
from programs.importing.suggestions import Regions, unknown_indicator, unknown_region
from programs.locking import lock_sentence, locked_reports
from programs.models import Indicator, Period, Source
from programs.standing import figure_key, lock_programs, read_standing
from rakor.lib.dates import format_date
from rakor.lib.formats import format_range
from rakor.lib.refusals import Refused
from rakor.lib.standard_sheet import StandardRow
from regions.access import reach_of
from regions.models import Unit

IMPORT = "programs.import_report"


@dataclass
class PlannedRow:
    """A row whose codes are known, and what it does."""

    row: StandardRow
    unit: Unit
    indicator: Indicator
    period: Period
    source: Source
    effect: Effect = Effect.NEW
    before: Said | None = None
    target_old: tuple | None = None
    target_new: tuple | None = None

    @property
    def key(self):
        return figure_key(self.unit, self.indicator, self.period)

    @cached_property
    def said(self):
        row = self.row
        return Said.about(
            self.indicator,
            value=row.value,
            note=row.note,
            state=row.state,
            cut_off_on=row.cut_off_on,
            measure_unit=row.measure_unit,
        )

    @property
    def fills(self):
        """Whether the row gives the figure its value, rather than standing beside it."""
        return self.effect in (Effect.NEW, Effect.CHANGED)

    @property
    def observes(self):
        return self.fills or self.effect == Effect.BESIDE


class Plan:
    """What importing some rows would do. With `lock` it stays true until the transaction ends."""

    def __init__(self, rows, *, by, lock=False):
        self.problems = []
        self.rows = []
        self._reach = reach_of(by, IMPORT)
        if lock:
            codes = {row.indicator_code.upper() for row in rows}
            lock_programs(pk__in=Indicator.objects.filter(code__in=codes).values("program"))
        self.lookups = Lookups(rows)
        self._find(rows)
        self.standing = read_standing(
            units={planned.unit for planned in self.rows},
            indicators={planned.indicator for planned in self.rows},
            periods={planned.period for planned in self.rows if planned.period.pk},
            lock=lock,
        )
        self._shut = self._locked_reports()
        targets = {}
        for planned in self.rows:
            self._judge(planned)
            self._aim(planned, targets)

    @property
    def changes_anything(self):
        return any(planned.observes or planned.target_new for planned in self.rows)

    def _find(self, rows):
        """Look every code up; a row takes part in the plan when all of it is known."""
        regions = known = None
        for row in rows:
            unit = self.lookups.units.get(row.region_code)
            if row.region_code and unit is None:
                regions = regions or Regions()
                self._refuse(row, "kode_wilayah", "unknown_region", unknown_region(row.region_code, regions))
            indicator = None
            if row.indicator_code:
                indicator = self.lookups.indicator(unit, row.indicator_code) if unit else None
                if indicator is None and (unit or not self.lookups.knows_indicator(row.indicator_code)):
                    known = known or self.lookups.known_codes()
                    message = unknown_indicator(row.indicator_code, known)
                    self._refuse(row, "kode_indikator", "unknown_indicator", message)
            if refused := self._outside(unit, indicator):
                self._refuse(row, *refused)
            elif unit and indicator and row.year and row.period_code and row.source:
                period = self.lookups.period(row.year, row.period_code)
                if unit.valid_to and unit.valid_to < period.starts_on:
                    self._refuse(row, "kode_wilayah", "unit_ended", _ended(unit, period))
                source = self.lookups.source(row.source)
                self.rows.append(PlannedRow(row, unit, indicator, period, source))

    def _locked_reports(self):
        """The reports whose lock day is over and that were never sent: no row may fill them."""
        return locked_reports(
            {planned.unit for planned in self.rows},
            {planned.indicator.program_id for planned in self.rows},
            {planned.period.pk for planned in self.rows if planned.period.pk},
        )

    def _judge(self, planned):
        """Check what a row says and let its figure receive it. Another unit has another scale."""
        row = planned.row
        if row.state == State.VALUE and row.value is None:
            return
        if row.value is not None and not planned.said.other_unit:
            try:
                refuse_outside(planned.indicator, row.value)
            except Refused as refusal:
                self._refuse(row, "realisasi", refusal.code, refusal.message)
                return
        figure = self.standing.figure(planned.unit, planned.indicator, planned.period)
        source = planned.source.pk or planned.source.name.casefold()
        planned.effect, planned.before = figure.receive(source, planned.said)
        if refused := self._unfillable(planned):
            self._refuse(row, *refused)

    def _unfillable(self, planned):
        """Column, code and sentence where a row would be the figure and must not."""
        if planned.effect == Effect.LOCKED:
            return "realisasi", "locked_period", _locked(planned)
        if planned.effect == Effect.OTHER_UNIT:
            return "satuan", "unit_mismatch", other_unit(planned.indicator, planned.row.measure_unit)
        report = (planned.unit.pk, planned.indicator.program_id, planned.period.pk)
        if planned.fills and planned.said.is_answer and report in self._shut:
            return "realisasi", "past_lock", lock_sentence(self._shut[report])
        return None

    def _aim(self, planned, targets):
        """Compare a row's target with the one that stands and with the other rows of the same figure."""
        row = planned.row
        if row.target_low is None:
            return
        target = (row.target_low, row.target_high)
        first, first_row = targets.setdefault(planned.key, (target, row.row))
        if first != target:
            message = _("Target %(target)s berbeda dari baris %(row)d (%(first)s). Samakan keduanya.")
            params = {"target": format_range(*target), "row": first_row, "first": format_range(*first)}
            self._refuse(row, "target", "conflicting_target", message % params)
            return
        for end in filter(lambda end: end is not None, target):
            try:
                refuse_outside(planned.indicator, end)
            except Refused as refusal:
                self._refuse(row, "target", refusal.code, refusal.message)
                return
        stands = self.standing.targets.get(planned.key)
        old = (stands.low, stands.high) if stands and stands.low is not None else None
        if first_row == row.row and old != target:
            planned.target_old, planned.target_new = old, target

    def _outside(self, unit, indicator):
        """Column, code and sentence where a row is out of reach; for an agency its program decides."""
        programs = self._reach.programs
        if unit is None or (indicator is None and programs):
            return None
        if self._reach.covers_figure(unit, indicator.program if indicator else None):
            return None
        if programs:
            message = _("%(indicator)s bukan program instansi Anda di %(region)s. Impor hanya program Anda.")
            words = {"indicator": indicator.code, "region": unit.name}
            return "kode_indikator", "not_permitted", message % words
        message = _("%(region)s di luar lingkup tugas Anda. Impor hanya daerah yang Anda kelola.")
        return "kode_wilayah", "not_permitted", message % {"region": unit.name}

    def _refuse(self, row, column, code, message):
        self.problems.append(row.problem(column, code, message))


def _ended(unit, period):
    message = _(
        "%(region)s (%(code)s) berakhir %(day)s, sebelum %(period)s. Pakai kode daerah yang menggantikannya."
    )
    day = format_date(unit.valid_to)
    return message % {"region": unit.name, "code": unit.code, "day": day, "period": period}


def _locked(planned):
    message = _(
        "Laporan %(program)s %(region)s, %(period)s, sudah diterima (angkanya: %(old)s). "
        "Minta verifikator membukanya kembali, lalu impor lagi."
    )
    return message % {
        "program": planned.indicator.program.short_name,
        "region": planned.unit.name,
        "period": planned.period,
        "old": "–" if planned.before is None else said_text(planned.before),
    }


def shown(planned):
    """A planned row as the preview shows it."""
    row = planned.row
    return PreviewRow(
        row=row.row,
        cell=row.cells["realisasi"],
        region_code=planned.unit.code,
        region=planned.unit.name,
        indicator_code=planned.indicator.code,
        indicator=planned.indicator.name,
        period=str(planned.period),
        source=planned.source.name,
        note=row.note,
        effect=planned.effect,
        before=planned.before,
        said=planned.said,
        measure_unit=row.measure_unit or planned.indicator.measure_unit,
        target_old=planned.target_old,
        target_new=planned.target_new,
    )
