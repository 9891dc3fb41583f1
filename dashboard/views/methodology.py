"""/metodologi/: how figures become ranks, built from the instruments and indicators themselves."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.pages import Page, crumbs
from dashboard.selectors import methods
from dashboard.selectors.formulas import explained


@require_safe
def methodology(request):
    instruments = list(methods.public_instruments())
    context = {
        "page": Page(
            title=_("Cara angka menjadi peringkat"),
            description=_(
                "Rumus, bobot, predikat, data kosong, dan nilai sama pada setiap instrumen penilaian."
            ),
            crumbs=crumbs(_("Metodologi")),
        ),
        "instruments": [methods.instrument_text(instrument) for instrument in instruments],
        "formulas": explained(methods.formulas_of(instruments)),
        "indicator_groups": methods.indicator_groups(methods.public_indicators()),
    }
    return render(request, "dashboard/methodology.html", context)
