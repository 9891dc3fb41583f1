"""/kerja/angka/: one figure with its sources side by side, what stands, what happened to it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dashboard.pages import Page, crumbs
from dashboard.selectors import figure_page as selector
from dashboard.selectors.differences import about, age_of, badge, seen_as
from dashboard.selectors.links import unit_title
from dashboard.work.carrying import coming_rakor
from dashboard.work.differences import acts_open
from dashboard.work.frame import show
from dashboard.work.source_form import SourceForm
from programs.models import Difference, Measurement, Observation
from rakor.lib.formats import format_number
from records.refusals import ActionRefused
from records.serving import attachment
from regions.access import reach_of


@require_http_methods(["GET", "HEAD", "POST"])
def figure_detail(request, pk):
    measurement = figure_of(request.user, pk)
    may_note = reach_of(request.user, "programs.add_observation").covers_figure(
        measurement.unit, measurement.report.program
    )
    form = SourceForm(measurement, request.POST or None, request.FILES or None) if may_note else None
    if request.method == "POST":
        if form is None:
            raise Http404(pk)
        if keep(request, form):
            return redirect("work:figure-detail", pk)
    return show(request, "figure_detail.html", *page_of_figure(request, measurement, form))


def figure_of(reader, pk):
    readable = Measurement.objects.visible_to(reader).select_related(
        "indicator", "unit__parent", "period", "report__program", "chosen__source"
    )
    return get_object_or_404(readable, pk=pk)


def page_of_figure(request, measurement, form):
    difference = difference_of(measurement)
    comparisons = list(difference.comparisons.order_by("pk")) if difference else []
    settled = selector.settlings_of(measurement)
    observations = selector.observations_of(measurement, settled)
    rows = selector.source_rows(measurement, observations, comparisons)
    may = acts_open(request.user, [difference.pk] if difference else [])
    unit = unit_title(measurement.unit)
    context = {
        "measurement": measurement,
        "difference": difference,
        "seen": seen_as(difference) if difference else "",
        "badge": badge(difference) if difference else None,
        "age": age_of(difference) if difference else "",
        "unit": unit,
        "standing": selector.standing_words(measurement, difference),
        "sources": rows,
        "tolerance": format_number(measurement.indicator.tolerance_percent),
        "history": selector.history_of(observations, settled, request.user),
        "form": form,
        **may,
        "rakor": coming_rakor(request.user, [about(measurement)]) if may["may_carry"] else (),
    }
    title = selector.heading(measurement, unit, rows, difference)
    where = (_("Sinkronisasi"), reverse("work:difference-list"))
    return Page(title, crumbs=crumbs(where, f"{measurement.indicator.code} {measurement.period}")), context


def difference_of(measurement):
    found = Difference.objects.filter(measurement=measurement)
    return found.select_related("settled__settlement", "measurement__indicator").first()


def keep(request, form):
    """Whether what was typed is noted; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        form.save(by=request.user)
    except ActionRefused as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, _("Tercatat di samping angka yang ada."))
    return True


@require_safe
def document(request, pk):
    """The paper behind what a source said, for whoever reads the figure."""
    said = Observation.objects.visible_to(request.user).exclude(document=None)
    return attachment(get_object_or_404(said.select_related("document"), pk=pk).document)
