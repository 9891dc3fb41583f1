"""What list pages share: pages of a long list, tabs with counts, addresses that keep the other filters."""

from dataclasses import dataclass

from django.core.paginator import Paginator

PAGE = "halaman"


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    count: int | None = None
    current: bool = False


def page_of(request, rows, size, total=None):
    """The page asked for; a number that is none or too high shows the first or the last.

    `total` where the rows were counted already, with the tabs.
    """
    pages = Paginator(rows, size)
    if total is not None:
        pages.count = total
    return pages.get_page(request.GET.get(PAGE))


def address(request, **changes):
    """This page's address with some parameters changed; empty ones and the page number are left out."""
    asked = request.GET.copy()
    asked.pop(PAGE, None)
    for name, value in changes.items():
        asked[name] = value
    kept = {name: values for name, values in asked.lists() if any(values)}
    query = asked.__class__(mutable=True)
    for name, values in kept.items():
        query.setlist(name, values)
    return f"{request.path}?{query.urlencode()}" if kept else request.path


def year_tabs(request, counted, label):
    """One tab for all, then one per year that has anything, newest first. `counted`: (year, count) pairs."""
    counted = list(counted)
    asked = request.GET.get("tahun", "")
    years = [
        Tab(str(year), address(request, tahun=year), count, str(year) == asked) for year, count in counted
    ]
    if not years:
        return []
    everything = Tab(label, address(request, tahun=""), sum(count for _year, count in counted))
    return [
        Tab(everything.label, everything.url, everything.count, not any(y.current for y in years)),
        *years,
    ]
