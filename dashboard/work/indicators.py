"""/kerja/indikator/: every unit's figure within reach, whatever its report's state, with all its sources."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.choosing import choose
from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.pictures.heat_map import short_period
from dashboard.selectors import indicator_figures as figures
from dashboard.selectors.indicator_page import follow_ups_of, rankings_of
from dashboard.selectors.inner_figures import inner_rows, readable_figures
from dashboard.selectors.metadata import metadata
from dashboard.sentences import period_words
from dashboard.work.frame import show
from dashboard.work.report_words import badge
from programs.models import Indicator
from records.choices import Visibility

PAGE_SIZE = 40


@require_safe
def indicator_detail(request, pk):
    readable = Indicator.objects.visible_to(request.user).select_related(
        "program__owner", "owner", "producer"
    )
    indicator = get_object_or_404(readable, pk=pk)
    is_public = Visibility.PUBLIC == indicator.visibility == indicator.program.visibility
    table = figures_table(request, indicator)
    context = {
        "indicator": indicator,
        "kept": "" if is_public else Visibility.RESTRICTED.label,
        "is_public": is_public,
        "facts": metadata(indicator),
        "follow_ups": follow_ups_of(indicator),
        "rankings": rankings_of(indicator),
        **table,
    }
    page = Page(
        f"{indicator.name}, {period_words(table['period'])}" if table else indicator.name,
        crumbs=crumbs(
            (_("Program"), reverse("work:program-list")),
            (indicator.program.short_name, reverse("work:program-detail", args=[indicator.program_id])),
            indicator.code,
        ),
    )
    return show(request, "indicator_detail.html", page, context)


def figures_table(request, indicator):
    """The figures of the period that was asked for; nothing where none is within reach."""
    readable = readable_figures(request.user, indicator)
    periods = figures.periods_of(readable)
    if not periods:
        return {}
    period = choose(request, periods).period or periods[0]
    choice = choose(request, periods, figures.provinces_of(readable, period), usual=_("Terbaru"))
    spans = figures.trend_periods(periods, period)
    listed = page_of(request, figures.figures_in(readable, period, choice.province), PAGE_SIZE)
    return {
        "form": choice.form,
        "period": period,
        "listed": listed,
        "rows": inner_rows(listed, request.user, indicator, period, spans, badge),
        "spans": [(short_period(one), str(one)) for one in spans] if len(spans) > 1 else (),
    }
