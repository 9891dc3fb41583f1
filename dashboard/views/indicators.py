"""/indikator/<owner>/<code>/: what an indicator means, and every unit's figure for a period."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.choosing import choose
from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.pictures.heat_map import short_period
from dashboard.selectors import indicator_figures as figures
from dashboard.selectors import indicator_page as page
from programs.models import Indicator

PAGE_SIZE = 60


@require_safe
def indicator_detail(request, owner, code):
    try:
        indicator = page.public_indicator_page(owner, code)
    except Indicator.DoesNotExist:
        raise Http404 from None
    table = figures_table(request, indicator)
    work, releases = page.follow_ups_of(indicator), page.rankings_of(indicator)
    values = table.get("values")
    heading = page.indicator_heading(indicator, table.get("period"), values)
    context = {
        "page": Page(
            title=heading,
            description=indicator.definition
            or _("Definisi, satuan, dan angka %(name)s menurut daerah.") % {"name": indicator.name},
            crumbs=crumbs(
                (_("Program"), reverse("dashboard:program-list")),
                (indicator.program.name, indicator.program.get_absolute_url()),
                indicator.name,
            ),
        ),
        "indicator": indicator,
        "facts": page.metadata_rows(indicator, values),
        "follow_ups": work,
        "rankings": releases,
        "trail": page.chain_of(work, releases, bool(table)),
        **table,
    }
    return render(request, "dashboard/indicator_detail.html", context)


def figures_table(request, indicator):
    """The figures of the period that was asked for; nothing where there is none yet."""
    public = figures.public_figures(indicator)
    periods = figures.periods_of(public)
    if not periods:
        return {}
    period = choose(request, periods).period or periods[0]
    choice = choose(request, periods, figures.provinces_of(public, period), usual=_("Terbaru"))
    held = figures.figures_in(public, period, choice.province)
    spans = figures.trend_periods(periods, period)
    values = figures.values_of(indicator, held, spans)
    listed = page_of(request, held, PAGE_SIZE)
    return {
        "form": choice.form,
        "period": period,
        "values": values,
        "listed": listed,
        "rows": figures.figure_rows(listed, indicator, period, spans, values.covered),
        "spans": [(short_period(one), str(one)) for one in spans] if len(spans) > 1 else (),
    }
