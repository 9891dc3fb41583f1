"""/rakor/ and a page per Rakor: what was agreed stands first, where it came from stands last."""

from django.db.models import Count
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.chain import trail
from dashboard.listing import page_of, year_tabs
from dashboard.pages import Page, crumbs
from dashboard.selectors import rakor as selector
from dashboard.selectors import rakor_agreed as agreed
from dashboard.selectors import rakor_people as people
from dashboard.selectors import rakor_results as results
from dashboard.selectors import rakor_said as said
from meetings.choices import RakorState
from meetings.filters import RakorFilter
from meetings.models import Rakor
from rakor.lib.dates import format_date

PAGE_SIZE = 20


@require_safe
def rakor_list(request):
    asked = RakorFilter(request.GET, selector.public_rakor_list())
    page = page_of(request, selector.with_context(asked.qs), PAGE_SIZE)
    years = (
        asked.without("tahun")
        .order_by("-starts_on__year")
        .values_list("starts_on__year")
        .annotate(number=Count("pk"))
    )
    context = {
        "page": Page(
            title=list_heading(page.paginator.count, is_narrowed=bool(request.GET)),
            description=_(
                "Rapat koordinasi yang tercatat: rumusan hasil, permasalahan, dan tindak lanjutnya."
            ),
            crumbs=crumbs(_("Rakor")),
        ),
        "filter": asked,
        "tabs": year_tabs(request, years, _("Semua tahun")),
        "listed": page,
        "rows": selector.rakor_rows(page),
    }
    return render(request, "dashboard/rakor_list.html", context)


def list_heading(number, *, is_narrowed):
    if not number:
        return _("Tidak ada Rakor yang cocok") if is_narrowed else _("Belum ada Rakor tercatat")
    return ngettext("%(number)d Rakor tercatat", "%(number)d Rakor tercatat", number) % {"number": number}


@require_safe
def rakor_detail(request, slug):
    try:
        rakor = selector.public_rakor_page(slug)
    except Rakor.DoesNotExist:
        raise Http404 from None
    today = timezone.localdate()
    issues = agreed.issues_of(rakor)
    agreement = agreed.agreed_at(rakor, issues, today)
    roles = people.roles_of(rakor)
    around = selector.neighbours(rakor)
    announced = results.announced_at(rakor)
    awards = results.awards_at(rakor)
    context = {
        "page": Page(
            title=rakor.title,
            description=rakor.summary or _("Rumusan hasil, permasalahan, dan tindak lanjut."),
            crumbs=crumbs(
                (_("Rakor"), reverse("dashboard:rakor-list")),
                format_date(rakor.starts_on, rakor.date_precision),
            ),
        ),
        "rakor": rakor,
        "kind": selector.kind_words(rakor),
        "state": selector.state_badge(rakor),
        "when": selector.when(rakor),
        "where": selector.where(rakor),
        "hosts": selector.hosts(rakor),
        "next_host": selector.next_host(rakor, around),
        "around": around,
        "source": selector.source_words(rakor),
        "programs": rakor.programs.all(),
        "is_upcoming": rakor.state in (RakorState.SCHEDULED, RakorState.POSTPONED),
        "agreed": agreement,
        "all_invented": all(row.is_sample for row in agreement.follow_ups),
        "discussed": agreed.discussed_at(rakor, today),
        "issues": agreed.issue_rows(rakor, issues),
        "open_issues": agreed.count_open(issues),
        "figures": said.figures_of(rakor),
        "agreements": said.agreements_of(rakor),
        "agenda": said.agenda_of(rakor, issues),
        "announced": announced,
        "awards": awards,
        "givers": results.shared_givers(awards),
        "has_receivers": any(award.receiver for award in awards),
        "parts": people.parts_of(roles),
        "guests": people.guests_of(rakor),
        "documents": results.documents_of(rakor),
        "trail": trail("rakor", **chain_of(agreement, announced, awards)),
    }
    return render(request, "dashboard/rakor_detail.html", context)


def chain_of(agreement, announced, awards):
    """Where each step of the chain leads from this Rakor, as far as it goes."""
    moved = [row.indicator.url for row in agreement.follow_ups if row.indicator]
    return {
        "outcome": "#rumusan" if agreement.outcomes else "",
        "follow_up": "#tl" if agreement.follow_ups else "",
        "indicator": moved[0] if moved else "",
        "rank": announced[0].url if announced else "",
        "award": "#penghargaan" if awards else "",
    }
