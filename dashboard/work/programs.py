"""/kerja/program/: programs for who has an account, each with who has reported what within reach."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.choosing import choose, years_of
from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors import completeness, inner_reports
from dashboard.selectors import programs as selector
from dashboard.selectors.links import Link
from dashboard.selectors.pairs import inner_pair_tables
from dashboard.selectors.sync import sync_words
from dashboard.sentences import period_words
from dashboard.work.frame import show
from programs.models import Difference, Indicator, Program, Report
from records.choices import Visibility

PROGRAMS_ON_A_PAGE = 40
UNITS_ON_A_PAGE = 20


@require_safe
def program_list(request):
    programs = selector.in_list(Program.objects.visible_to(request.user))
    listed = page_of(request, programs, PROGRAMS_ON_A_PAGE)
    number = listed.paginator.count
    heading = ngettext("%(number)d program", "%(number)d program", number) % {"number": number}
    page = Page(heading if number else _("Belum ada program"))
    rows = selector.program_rows(listed, inner_address)
    return show(request, "program_list.html", page, {"listed": listed, "rows": rows})


def inner_address(program):
    return reverse("work:program-detail", args=[program.pk])


@require_safe
def program_detail(request, pk):
    readable = Program.objects.visible_to(request.user).select_related("owner", "agency")
    program = get_object_or_404(readable, pk=pk)
    table = reports_table(request, program)
    context = {
        "program": program,
        "owner": selector.owner_words(program),
        "kept": "" if program.visibility == Visibility.PUBLIC else program.get_visibility_display(),
        "indicators": indicators_of(request.user, program),
        "rakor": selector.rakor_of(program),
        "rankings": selector.rankings_of(program),
        **table,
    }
    newest, *counts = context.pop("newest")
    context["sync"] = newest_sync(request.user, program, newest)
    page = Page(
        selector.program_heading(program, newest, *counts),
        crumbs=crumbs((_("Program"), reverse("work:program-list")), program.short_name),
    )
    return show(request, "program_detail.html", page, context)


def indicators_of(user, program):
    """Its indicators, those that are not for everybody too."""
    found = Indicator.objects.visible_to(user).filter(program=program).order_by("code")
    return [(Link(one.name, indicator_address(one)), one) for one in found]


def indicator_address(indicator):
    return reverse("work:indicator-detail", args=[indicator.pk])


def newest_sync(user, program, period):
    """How many figures of the newest period agree, in words; all periods stand on the page of rates."""
    if period is None:
        return ""
    found = Difference.objects.visible_to(user).filter(
        measurement__period=period, measurement__indicator__program=program
    )
    words = sync_words(found)
    return f"{period_words(period)}: {words}" if words else ""


def reports_table(request, program):
    """Who has reported what in the year, period, province and state that were asked for."""
    reports = Report.objects.visible_to(request.user)
    within = inner_reports.units_reached(request.user, program)
    calendar = completeness.calendar_of(program)
    periods = completeness.periods_of(program, reports)
    tabs, year, newest = years_of(request, periods)
    in_year = [period for period in periods if period.year == year]
    units = completeness.units_of(program, calendar, reports).filter(within)
    choice = choose(request, in_year, completeness.provinces_of(units), inner_reports.CHOICES)
    shown = [choice.period] if choice.period else in_year
    if choice.province:
        units = units.filter(completeness.below(choice.province))
    if choice.state:
        units = units.filter(inner_reports.standing(program, calendar, shown, choice.state))
    listed = page_of(request, units, UNITS_ON_A_PAGE)
    return {
        "newest": (newest, *completeness.counted(program, newest, calendar, within)),
        "tabs": tabs,
        "year": year,
        "form": choice.form,
        "is_narrowed": bool(choice.province or choice.state),
        "listed": listed,
        "map": inner_reports.inner_map(program, shown, list(listed), calendar) if shown else None,
        "pairs": inner_pair_tables(request.user, program, list(listed), shown, indicator_address),
        "due": completeness.due_rows(calendar, shown),
    }
