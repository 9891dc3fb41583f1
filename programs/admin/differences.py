"""Figures whose sources differ and what was agreed on them, to be read; they are settled in /kerja/."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from programs.admin.figures import ReadOnlyInline, figure_text
from programs.models import Comparison, Difference, SettledFigure, Settlement
from rakor.lib.formats import format_number
from records.admin_base import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    ReadOnlyAdmin,
    RelatedDropdownFilter,
    display,
)

FIGURE = ("measurement__indicator", "measurement__unit", "measurement__period")


def gap_text(gap):
    return "—" if gap is None else format_number(gap)


class OfTheFigure(ReadOnlyInline):
    """Read by whoever reads the record on whose page it stands."""

    def has_view_permission(self, request, obj=None):
        return True


class ComparisonInline(OfTheFigure):
    model = Comparison
    fields = ("shown_reference", "shown_other", "verdict", "shown_gap", "gap_percent")
    readonly_fields = fields
    ordering = ("pk",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reference__source", "other__source")

    @display(description=_("acuan"))
    def shown_reference(self, comparison):
        return f"{comparison.reference.source}: {figure_text(comparison.reference)}"

    @display(description=_("pembanding"))
    def shown_other(self, comparison):
        return f"{comparison.other.source}: {figure_text(comparison.other)}"

    @display(description=_("selisih"))
    def shown_gap(self, comparison):
        return gap_text(comparison.gap)


class SettledFigureInline(OfTheFigure):
    """What was agreed: on one difference in the course of time, or in one settlement on many."""

    model = SettledFigure
    fields = ("difference", "settlement", "shown_before", "shown_value", "cause", "said")
    readonly_fields = fields
    ordering = ("-pk",)

    def get_fields(self, request, obj=None):
        other = "settlement" if self.parent_model is Settlement else "difference"
        return [name for name in self.fields if name != other]

    def get_queryset(self, request):
        about = [f"difference__{name}" for name in FIGURE]
        readable = Difference.objects.visible_to(request.user)
        found = super().get_queryset(request).filter(difference__in=readable)
        return found.select_related("settlement", *about)

    @display(description=_("angka sebelumnya"))
    def shown_before(self, figure):
        return gap_text(figure.before)

    @display(description=_("angka disepakati"))
    def shown_value(self, figure):
        return format_number(figure.value)


@admin.register(Difference)
class DifferenceAdmin(ReadOnlyAdmin):
    """How the sources of each figure stand to each other now; the history says how that came about."""

    list_display = ("shown_figure", "shown_period", "state", "shown_gap", "gap_percent", "opened_at")
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("measurement__indicator", AutocompleteSelectFilter),
        ("measurement__period", RelatedDropdownFilter),
        ("measurement__unit", AutocompleteSelectFilter),
    )
    list_filter_submit = True
    list_select_related = FIGURE
    search_fields = (
        "measurement__indicator__name",
        "measurement__indicator__code",
        "measurement__unit__name",
    )
    search_help_text = _("Nama atau kode indikator, nama daerah.")
    fields = (
        "shown_page",
        "shown_period",
        "state",
        "shown_gap",
        "gap_percent",
        "likely_cause",
        "opened_at",
        "carried_at",
        "carried_by",
    )
    readonly_fields = fields
    inlines = (ComparisonInline, SettledFigureInline)

    @display(description=_("angka"))
    def shown_figure(self, difference):
        return str(difference)

    @display(description=_("angka"))
    def shown_page(self, difference):
        """The page in /kerja/, where it is settled or carried to a Rakor."""
        address = reverse("work:figure-detail", args=[difference.measurement_id])
        words = "text-primary-600 underline dark:text-primary-500"
        return format_html('<a class="{}" href="{}">{}</a>', words, address, difference)

    @display(description=_("periode"), ordering="measurement__period__ends_on")
    def shown_period(self, difference):
        return difference.measurement.period

    @display(description=_("selisih"), ordering="gap")
    def shown_gap(self, difference):
        return gap_text(difference.gap)


@admin.register(Settlement)
class SettlementAdmin(ReadOnlyAdmin):
    """Each act of settling: who, when, why, by which berita acara, and on which figures."""

    list_display = ("settled_at", "settled_by", "minutes_number", "reason")
    list_select_related = ("settled_by",)
    search_fields = ("minutes_number", "reason")
    search_help_text = _("Nomor berita acara atau alasan.")
    fields = ("reason", "minutes_number", "minutes_on", "settled_at", "settled_by")
    readonly_fields = fields
    inlines = (SettledFigureInline,)
