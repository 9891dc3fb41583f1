"""/program/ and a page per program: its indicators, its calendar, who has reported, what is made of it."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.choosing import choose, years_of
from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors import completeness
from dashboard.selectors import programs as selector
from dashboard.selectors.pairs import public_pair_tables
from dashboard.selectors.sync import public_sync
from programs.models import Program, Report

PROGRAMS_ON_A_PAGE = 40
UNITS_ON_A_PAGE = 60


@require_safe
def program_list(request):
    listed = page_of(request, selector.in_list(Program.objects.public()), PROGRAMS_ON_A_PAGE)
    context = {
        "page": Page(
            title=list_heading(listed.paginator.count),
            description=_("Program yang dibahas pada Rakor: indikator, angka, dan laporan daerahnya."),
            crumbs=crumbs(_("Program")),
        ),
        "listed": listed,
        "rows": selector.program_rows(listed),
    }
    return render(request, "dashboard/program_list.html", context)


def list_heading(number):
    if not number:
        return _("Belum ada program")
    return ngettext("%(number)d program", "%(number)d program", number) % {"number": number}


@require_safe
def program_detail(request, owner, code):
    try:
        program = selector.public_program_page(owner, code)
    except Program.DoesNotExist:
        raise Http404 from None
    periods = completeness.periods_of(program, Report.objects.accepted())
    table = reports_table(request, program, periods)
    heading = selector.program_heading(program, *table.pop("newest"))
    context = {
        "page": Page(
            title=heading,
            description=program.description
            or _("Indikator, angka, dan laporan daerah pada program %(name)s.") % {"name": program.name},
            crumbs=crumbs((_("Program"), reverse("dashboard:program-list")), program.name),
        ),
        "program": program,
        "owner": selector.owner_words(program),
        "indicators": selector.indicator_rows(program, periods),
        "sync": public_sync(program),
        "rankings": selector.rankings_of(program),
        "rakor": selector.rakor_of(program),
        **table,
    }
    return render(request, "dashboard/program_detail.html", context)


def reports_table(request, program, periods):
    """Who has reported in the year that was asked for, and the newest period that has ended."""
    calendar, accepted = completeness.calendar_of(program), Report.objects.accepted()
    tabs, year, newest = years_of(request, periods)
    shown = [period for period in periods if period.year == year]
    units = completeness.units_of(program, calendar, accepted)
    choice = choose(request, provinces=completeness.provinces_of(units))
    if choice.province:
        units = units.filter(completeness.below(choice.province))
    listed = page_of(request, units, UNITS_ON_A_PAGE)
    return {
        "newest": (newest, *completeness.counted(program, newest, calendar)),
        "form": choice.form,
        "year": year,
        "tabs": tabs,
        "listed": listed,
        "map": completeness.public_map(program, shown, list(listed), calendar) if shown else None,
        "pairs": public_pair_tables(program, list(listed), shown),
        "due": completeness.due_rows(calendar, shown),
    }
