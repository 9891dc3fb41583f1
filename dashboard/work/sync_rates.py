"""/kerja/sinkronisasi/tingkat/: how many figures agree, by what they are about, and which sources do not."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.pages import Page, crumbs
from dashboard.selectors.sync import percent_words, rates_of
from dashboard.work.frame import show
from programs.filters import SyncFilter
from programs.models import Difference
from rakor.lib.formats import format_count


@require_safe
def sync_rates(request):
    asked = SyncFilter(request.GET, Difference.objects.visible_to(request.user), request=request)
    rates = rates_of(asked.qs)
    where = (_("Sinkronisasi"), reverse("work:difference-list"))
    page = Page(heading(rates.rate), crumbs=crumbs(where, _("Tingkat sinkron")))
    return show(request, "sync_rates.html", page, {"filter": asked, "rates": rates})


def heading(rate):
    """ "Tingkat sinkron 92,9%: 39 dari 42 angka yang bersumber lebih dari satu"."""
    if rate.percent is None:
        return _("Belum ada angka yang dapat dibandingkan")
    words = {
        "percent": percent_words(rate),
        "agreed": format_count(rate.agreed),
        "compared": format_count(rate.compared),
    }
    return (
        _("Tingkat sinkron %(percent)s: %(agreed)s dari %(compared)s angka yang bersumber lebih dari satu")
        % words
    )
