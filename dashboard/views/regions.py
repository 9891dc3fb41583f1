"""/daerah/ and a page per province and regency: where it stands, what it has to do, its Rakor."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.chain import trail
from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors import province_page, region_meetings, region_ranks, regions
from dashboard.selectors.links import unit_title
from dashboard.selectors.standings import history_of, latest, rankings_in_force, score_address, sentence
from dashboard.sentences import format_figure
from regions.choices import UnitKind
from regions.filters import RegionFilter
from regions.models import Unit

PROVINCES_ON_A_PAGE = 5
FOUND_ON_A_PAGE = 50


@require_safe
def region_list(request):
    asked = RegionFilter(request.GET, Unit.objects.regions())
    if asked.form.is_valid() and asked.form.cleaned_data["q"]:
        return found_regions(request, asked, asked.form.cleaned_data["q"])
    releases = list(rankings_in_force())
    recorded, others = regions.provinces_parted(releases)
    page = page_of(request, recorded, PROVINCES_ON_A_PAGE)
    counts = regions.counts()
    context = {
        "page": Page(
            title=_("%(regencies)s kabupaten/kota di %(provinces)s provinsi")
            % {"regencies": format_figure(counts.regencies), "provinces": counts.provinces},
            description=_("Cari kabupaten, kota, atau provinsi: peringkat, tindak lanjut, dan Rakornya."),
            crumbs=crumbs(_("Daerah")),
        ),
        "filter": asked,
        "recorded": len(recorded),
        "listed": page,
        "groups": regions.province_groups(page.object_list, releases),
        "others": others,
    }
    return render(request, "dashboard/region_list.html", context)


def found_regions(request, asked, text):
    """What the search found; where it can only be one region, that region's page."""
    page = page_of(request, regions.found_in_order(asked.qs, text), FOUND_ON_A_PAGE)
    if page.paginator.count == 1:
        return redirect(page.object_list[0].get_absolute_url())
    context = {
        "page": Page(
            title=found_heading(page.paginator.count, text),
            crumbs=crumbs((_("Daerah"), reverse("dashboard:region-list")), _("Hasil pencarian")),
        ),
        "filter": asked,
        "text": text,
        "listed": page,
        "rows": regions.region_rows(page.object_list, list(rankings_in_force())),
    }
    return render(request, "dashboard/region_search.html", context)


def found_heading(number, text):
    """How many fit, or that none does."""
    if not number:
        return _('Tidak ada daerah bernama "%(text)s"') % {"text": text}
    found = ngettext(
        '%(number)s daerah cocok dengan "%(text)s"', '%(number)s daerah cocok dengan "%(text)s"', number
    )
    return found % {"number": format_figure(number), "text": text}


@require_safe
def region_detail(request, code):
    try:
        unit = regions.region_of(code)
    except Unit.DoesNotExist:
        raise Http404 from None
    if unit.kind == UnitKind.PROVINCE:
        return province_detail(request, unit)
    return regency_detail(request, unit)


def regency_detail(request, unit):
    standings = history_of(unit)
    work = region_meetings.work_of(unit, timezone.localdate())
    awards = region_meetings.awards_of(unit)
    met, met_total = region_meetings.rakor_of(unit, standings, awards)
    name = unit_title(unit)
    lede = sentence(latest(standings))
    context = {
        "page": Page(
            title=name,
            description=lede or _("Peringkat, tindak lanjut, dan Rakor %(name)s.") % {"name": name},
            crumbs=crumbs(
                (_("Daerah"), reverse("dashboard:region-list")),
                (_("Provinsi %(name)s") % {"name": unit.parent.name}, unit.parent.get_absolute_url()),
                unit.name,
            ),
        ),
        "unit": unit,
        "aliases": regions.also_written(unit),
        "lede": lede,
        "is_empty": not (standings or work.summary.total or awards or met),
        "tiles": region_ranks.tiles_of(standings, work),
        "lanes": region_ranks.lanes_of(standings),
        "lanes_title": region_ranks.lanes_title(standings),
        "ranks": region_ranks.rank_rows(standings, unit.code),
        "comparisons": region_ranks.comparisons_of(standings, unit.name),
        "work": work,
        "met": met,
        "met_total": met_total,
        "awards": region_meetings.award_rows(awards),
        "neighbours": regions.neighbours_of(unit),
        "trail": trail("", **chain_of(unit, standings, work, awards, met)),
    }
    return render(request, "dashboard/region_detail.html", context)


def chain_of(unit, standings, work, awards, met):
    """Where each step of the chain leads from this region, as far as it goes."""
    computed = next((standing.release for standing in standings if not standing.release.is_recorded), None)
    score = score_address(computed, unit.code) if computed else ""
    moved = [row for row in work.rows if row.indicator]
    method = computed.instrument.get_absolute_url() if computed else ""
    return {
        "rakor": "#rakor" if met else "",
        "outcome": work.rows[0].outcome.url if work.rows else "",
        "follow_up": "#tl" if work.rows else "",
        "indicator": moved[0].indicator.url if moved else method,
        "figure": f"{score}#angka" if score else "",
        "score": score,
        "rank": "#peringkat" if standings else "",
        "award": "#penghargaan" if awards else "",
    }


def province_detail(request, unit):
    releases = province_page.rankings_of(unit)
    work = region_meetings.work_of(unit, timezone.localdate())
    met, met_total = region_meetings.rakor_of(unit, [], [])
    listing = province_page.listing_of(unit, releases)
    name = unit_title(unit)
    context = {
        "page": Page(
            title=name,
            description=_("Kabupaten/kota di %(name)s: peringkat, tindak lanjut, dan Rakor.")
            % {"name": name},
            crumbs=crumbs((_("Daerah"), reverse("dashboard:region-list")), unit.name),
        ),
        "unit": unit,
        "aliases": regions.also_written(unit),
        "lede": province_page.lede(listing),
        "listing": listing,
        "work": work,
        "met": met,
        "met_total": met_total,
    }
    return render(request, "dashboard/region_province.html", context)
