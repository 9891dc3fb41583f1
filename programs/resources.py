"""The standard sheet for django-import-export: its screens and its Result, our reading and writing."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _
from import_export import fields, resources
from import_export.results import Error, Result, RowResult

from programs.effects import Effect
from programs.importing import ImportRefused, confirm_sheet, preview_sheet
from programs.models import Measurement
from rakor.lib.dates import format_date
from rakor.lib.figure_states import WORDS
from rakor.lib.formats import format_number, format_range, write_number
from rakor.lib.standard_sheet import COLUMNS
from records.refusals import ActionRefused

TYPES = {
    Effect.NEW: RowResult.IMPORT_TYPE_NEW,
    Effect.BESIDE: RowResult.IMPORT_TYPE_NEW,
    Effect.CHANGED: RowResult.IMPORT_TYPE_UPDATE,
    Effect.SAME: RowResult.IMPORT_TYPE_SKIP,
}


class StandardSheetResource(resources.Resource):
    """In: one row, one figure of one region, indicator, period and source (rakor.lib.standard_sheet).

    `import_data` takes the file's bytes. A dry run previews; a real one stores all of it or nothing. Both
    give the library's Result, with the preview in `result.preview` and what was stored in `result.batch`.
    """

    kode_wilayah = fields.Field(column_name="kode_wilayah")
    kode_indikator = fields.Field(column_name="kode_indikator")
    tahun = fields.Field(column_name="tahun")
    periode = fields.Field(column_name="periode")
    target = fields.Field(column_name="target")
    realisasi = fields.Field(column_name="realisasi")
    sumber = fields.Field(column_name="sumber")
    keterangan = fields.Field(column_name="keterangan")
    per_tanggal = fields.Field(column_name="per_tanggal")
    satuan = fields.Field(column_name="satuan")
    keadaan = fields.Field(column_name="keadaan")

    class Meta:
        name = _("Lembar baku")
        import_order = COLUMNS

    @classmethod
    def get_display_name(cls):
        return cls._meta.name

    def import_data(self, dataset, dry_run=False, *, file_name, user, fingerprint="", **kwargs):
        preview = preview_sheet(dataset, file_name, by=user)
        batch = None
        if not dry_run:
            try:
                batch = confirm_sheet(dataset, file_name, by=user, fingerprint=fingerprint)
            except ImportRefused as refused:
                preview.problems = refused.problems
        result = result_of(preview)
        result.preview, result.batch = preview, batch
        return result


def result_of(preview):
    """A preview as the library's Result: problems of the file as errors, those of rows as invalid rows."""
    result = Result()
    result.diff_headers = [column for column in COLUMNS if column != "tahun"]  # the period's name says it
    result.total_rows = len(preview.rows)
    for problem in preview.problems:
        if problem.row is None:
            result.append_base_error(Error(ActionRefused(problem.code, str(problem))))
        else:
            error = ValidationError({problem.column or NON_FIELD_ERRORS: [problem.message]})
            result.append_invalid_row(problem.row, {}, error)
    if preview.is_clean:
        for row in preview.rows:
            row_result = row_result_of(row)
            result.append_row_result(row_result)
            result.increment_row_result_total(row_result)
    return result


def row_result_of(row):
    """One previewed row as the library's RowResult; its `diff` is what the row will be."""
    row_result = RowResult()
    only_target = row.effect == Effect.SAME and row.changes_something
    row_result.import_type = RowResult.IMPORT_TYPE_UPDATE if only_target else TYPES[row.effect]
    row_result.diff = [
        row.region_code,
        row.indicator_code,
        row.period,
        format_range(*row.target_new) if row.target_new else "",
        "" if row.new is None else format_number(row.new),
        row.source,
        row.note,
        format_date(row.said.cut_off_on) if row.said.cut_off_on else "",
        row.measure_unit,
        WORDS[row.said.state],
    ]
    return row_result


class FigureResource(resources.ModelResource):
    """Out: figures in the columns of the standard sheet, by codes and names, ready to be read in again."""

    kode_wilayah = fields.Field(attribute="unit__code", column_name="kode_wilayah")
    kode_indikator = fields.Field(attribute="indicator__code", column_name="kode_indikator")
    tahun = fields.Field(attribute="period__year", column_name="tahun")
    periode = fields.Field(attribute="period__code", column_name="periode")
    target = fields.Field(column_name="target")
    realisasi = fields.Field(attribute="value", column_name="realisasi")
    sumber = fields.Field(attribute="chosen__source__name", column_name="sumber")
    keterangan = fields.Field(attribute="note", column_name="keterangan")
    per_tanggal = fields.Field(attribute="chosen__cut_off_on", column_name="per_tanggal")
    satuan = fields.Field(column_name="satuan")
    keadaan = fields.Field(column_name="keadaan")
    laporan = fields.Field(column_name="laporan")

    class Meta:
        model = Measurement
        name = _("Angka dalam lembar baku")
        fields = (*COLUMNS, "laporan")
        export_order = fields

    def dehydrate_target(self, measurement):
        """A single target is a number; a range is text, as it is written in a sheet."""
        low, high = measurement.target_low, measurement.target_high
        if low is None or high is None:
            return low
        return f"{write_number(low)}–{write_number(high)}"

    def dehydrate_realisasi(self, measurement):
        return measurement.value

    def dehydrate_tahun(self, measurement):
        return measurement.period.year

    def dehydrate_per_tanggal(self, measurement):
        """As Excel and every reader takes a date: 2024-06-30."""
        return measurement.chosen.cut_off_on if measurement.chosen else None

    def dehydrate_satuan(self, measurement):
        said = measurement.chosen.measure_unit if measurement.chosen else ""
        return said or measurement.indicator.measure_unit

    def dehydrate_keadaan(self, measurement):
        """In Indonesian whatever the screen's language is, since a sheet is read in Indonesian."""
        return WORDS[measurement.state]

    def dehydrate_laporan(self, measurement):
        return measurement.report.get_state_display()
