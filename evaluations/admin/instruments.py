"""Instruments: their lines and bands on one page, and what still keeps one from being used."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from evaluations.method import instrument_problems
from evaluations.models import Band, Instrument, Line
from records.admin_base import Inline, RecordAdmin, RelatedDropdownFilter, display


class LineInline(Inline):
    model = Line
    autocomplete_fields = ("indicator",)
    fields = ("order", "name", "indicator", "weight", "formula", "cap", "is_to_date", "tie_order")


class BandInline(Inline):
    model = Band
    fields = ("label", "lower", "is_lower_inside")


@admin.register(Instrument)
class InstrumentAdmin(RecordAdmin):
    list_display = ("name", "program", "year", "edition", "owner", "shown_use")
    list_filter = (("program", RelatedDropdownFilter), "year")
    list_select_related = ("program", "owner")
    search_fields = ("name", "program__name", "program__code")
    autocomplete_fields = ("program", "owner")
    inlines = (LineInline, BandInline)
    readonly_fields = ("shown_problems",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "program",
                    "owner",
                    "year",
                    "edition",
                    "name",
                    "basis",
                    "category",
                    "shown_problems",
                )
            },
        ),
        (
            _("Cara menghitung"),
            {
                "classes": ("tab",),
                "fields": (
                    "precision",
                    "min_coverage",
                    "not_reported_rule",
                    "not_assessable_rule",
                    "withheld_rule",
                    "difference_rule",
                    "tie_by_report_time",
                ),
            },
        ),
    )

    @display(description=_("dipakai"), label={"dipakai": "info"})
    def shown_use(self, instrument):
        return ("dipakai", _("Sudah dipakai")) if instrument.is_frozen else ("belum", _("Belum dipakai"))

    @display(description=_("yang masih perlu dibetulkan"))
    def shown_problems(self, instrument):
        if not instrument.pk:
            return _("Simpan dahulu; lalu kekurangannya tampil di sini.")
        problems = instrument_problems(instrument)
        if not problems:
            return _("Tidak ada. Instrumen siap dipakai.")
        return format_html_join("", "<p>{}</p>", ((problem,) for problem in problems))
