"""/kerja/laporan/<pk>/rincian/<indicator>/: the rows below one figure, typed or pasted, one a line."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from dashboard.pages import Page, crumbs
from dashboard.selectors.links import unit_title
from dashboard.selectors.part_lists import part_lists
from dashboard.work.frame import show
from programs.choices import PartKind
from programs.models import Measurement, Report
from programs.parts import set_parts
from rakor.lib.formats import format_number, write_number
from rakor.lib.part_rows import read_part_rows
from records.refusals import ActionRefused


class PartsForm(forms.Form):
    """What was typed stays as it was typed; every line that cannot be read is told."""

    rincian = forms.ChoiceField(
        label=gettext_lazy("Rincian menurut"),
        choices=PartKind.choices,
        widget=forms.Select(attrs={"class": "r-input"}),
    )
    baris = forms.CharField(
        label=gettext_lazy("Rincian"),
        required=False,
        max_length=40_000,
        strip=False,
        help_text=gettext_lazy(
            "Satu baris satu nama: nama; angka. Boleh ditempel dari lembar kerja. Kosongkan untuk menghapus."
        ),
        widget=forms.Textarea(attrs={"class": "r-input", "rows": 12, "spellcheck": "false"}),
    )
    dilihat = forms.IntegerField(widget=forms.HiddenInput)

    def clean_baris(self):
        reading = read_part_rows(self.cleaned_data["baris"])
        if reading.problems:
            raise forms.ValidationError(list(reading.problems))
        return reading.rows


@require_http_methods(["GET", "HEAD", "POST"])
def parts(request, pk, indicator):
    """Open while the report is open to this person; the figure must have a value."""
    reports = Report.objects.open_to(request.user, "submit").select_related("unit", "program", "period")
    report = get_object_or_404(reports, pk=pk)
    figures = Measurement.objects.with_value().exclude(chosen=None).select_related("indicator", "chosen")
    figure = get_object_or_404(figures.prefetch_related("chosen__parts"), report=report, indicator=indicator)
    form = PartsForm(request.POST if request.method == "POST" else None, initial=initial_of(figure))
    if request.method == "POST" and form.is_valid() and keep(request, figure, form):
        messages.success(request, _("Rincian tersimpan."))
        return redirect("work:report-detail", report.pk)
    back = reverse("work:report-detail", args=[report.pk])
    page = Page(
        _("Rincian %(indicator)s") % {"indicator": figure.indicator.name},
        crumbs=crumbs((f"{report.program.short_name} {report.period}", back), _("Rincian")),
    )
    context = {
        "report": report,
        "unit": unit_title(report.unit),
        "indicator": figure.indicator,
        "value": format_number(figure.value),
        "lists": part_lists(figure),
        "form": form,
    }
    return show(request, "parts.html", page, context)


def keep(request, figure, form):
    """Whether the rows were written; else the form says why not, with all that was typed."""
    given = form.cleaned_data
    try:
        set_parts(figure, given["rincian"], given["baris"], by=request.user, seen=given["dilihat"])
    except ActionRefused as refusal:
        form.add_error("baris", refusal.message)
        return False
    return True


def initial_of(figure):
    """The rows that stand, as they would be typed: those of the first kind that has any."""
    stands = list(figure.chosen.parts.all())
    kind = stands[0].kind if stands else PartKind.DISTRICT
    rows = [
        f"{one.label}; {write_number(one.value, comma_is_decimal=True)}" for one in stands if one.kind == kind
    ]
    return {"rincian": kind, "baris": "\n".join(rows), "dilihat": figure.chosen_id}
