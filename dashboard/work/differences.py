"""/kerja/sinkronisasi/, the desk: figures whose sources differ, chosen here to be settled or carried."""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.listing import Tab, address, page_of
from dashboard.pages import Page
from dashboard.selectors.differences import rows_of
from dashboard.selectors.sync import percent_words
from dashboard.sentences import sentence_case
from dashboard.work.carrying import coming_rakor
from dashboard.work.frame import show
from programs.choices import UNSETTLED, DifferenceState
from programs.filters import DifferenceFilter
from programs.models import Difference
from programs.sync import Rate
from rakor.lib.formats import format_count

PAGE_SIZE = 30
TABS = (
    DifferenceState.OPEN,
    DifferenceState.NOT_COMPARABLE,
    DifferenceState.CARRIED,
    DifferenceState.SETTLED,
    DifferenceState.IN_SYNC,
)


@require_safe
def difference_list(request):
    asked = DifferenceFilter(asked_for(request), Difference.objects.visible_to(request.user), request=request)
    numbers = numbers_by_state(asked)
    chosen = asked.form.cleaned_data["keadaan"]
    # The keys first: sorting does not carry all the words of the rows along.
    page = page_of(request, asked.qs.values_list("pk", flat=True), PAGE_SIZE, numbers.get(chosen, 0))
    keys = list(page)
    may, rows = acts_open(request.user, keys), rows_of(keys)
    context = {
        "filter": asked,
        "lede": lede(numbers),
        "rate": percent_words(rate_of(numbers)),
        "tabs": tabs(request, numbers, chosen),
        "listed": page,
        "rows": rows,
        **may,
        "pickable": may["may_settle"] | may["may_carry"],
        "rakor": coming_rakor(request.user, {row.about for row in rows}) if may["may_carry"] else (),
    }
    return show(request, "difference_list.html", Page(heading(numbers)), context)


def asked_for(request):
    """The filters of the address; without a tab, what is open, the largest first."""
    asked = request.GET.copy()
    if asked.get("keadaan") not in DifferenceState.values:
        asked["keadaan"] = DifferenceState.OPEN
    if asked.get("urut") not in DifferenceFilter.ORDERS:
        asked["urut"] = DifferenceFilter.LARGEST
    return asked


def numbers_by_state(asked):
    """{state: how many} of what the other filters let through: for the tabs, the heading and the pages."""
    rows = asked.without("keadaan").order_by()
    if asked.narrows("keadaan", "urut"):
        return dict(rows.compared().values_list("state").annotate(number=Count("*")))
    # Each state is one stretch of an index: counting five of them is faster than sorting all rows into them.
    return {state: asked.standing(rows, "keadaan", state).count() for state in DifferenceState.values}


def acts_open(user, keys):
    """Which of the rows shown this person may settle, and which carry to a Rakor."""
    shown = Difference.objects.filter(pk__in=keys)
    return {
        f"may_{action}": set(shown.open_to(user, action).values_list("pk", flat=True))
        if keys and user.has_perm(f"programs.{action}_difference")
        else set()
        for action in ("settle", "carry")
    }


def heading(numbers):
    """ "3 angka belum sinkron dari 42 yang bersumber lebih dari satu"."""
    total, number = sum(numbers.values()), numbers.get(DifferenceState.OPEN, 0)
    if not total:
        return _("Tidak ada angka yang bersumber lebih dari satu")
    said = {"number": format_count(number), "total": format_count(total)}
    if not number:
        return _("Tidak ada angka yang belum sinkron dari %(total)s yang bersumber lebih dari satu") % said
    return (
        ngettext(
            "%(number)s angka belum sinkron dari %(total)s yang bersumber lebih dari satu",
            "%(number)s angka belum sinkron dari %(total)s yang bersumber lebih dari satu",
            number,
        )
        % said
    )


def rate_of(numbers):
    """The sync rate of what the tabs count, as `programs.sync.rate` reads it from the database."""
    agreed, apart, unlike = (
        sum(numbers.get(state, 0) for state in states)
        for states in (
            (DifferenceState.IN_SYNC, DifferenceState.SETTLED),
            UNSETTLED,
            (DifferenceState.NOT_COMPARABLE,),
        )
    )
    return Rate(agreed, apart, unlike)


def lede(numbers):
    """What stands beside: carried, not comparable."""
    said = []
    if number := numbers.get(DifferenceState.CARRIED):
        said.append(_("%(number)s dibawa ke Rakor") % {"number": format_count(number)})
    if number := numbers.get(DifferenceState.NOT_COMPARABLE):
        said.append(_("%(number)s tidak setara") % {"number": format_count(number)})
    return sentence_case(", ".join(said)) + "." if said else ""


def tabs(request, numbers, chosen):
    return [
        Tab(
            str(one.label),
            address(request, keadaan="" if one == DifferenceState.OPEN else one.value),
            numbers.get(one, 0),
            one == chosen,
        )
        for one in TABS
    ]
