"""/peringkat/<ranking>/: the result as a sentence, the table, the pictures, and what it rests on."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.chain import trail
from dashboard.headings import marked, release_heading, release_lede
from dashboard.pages import Page, crumbs
from dashboard.selectors import releases
from dashboard.selectors.announcements import announcement, chain_urls
from dashboard.selectors.comparison import comparison
from dashboard.selectors.names import picture_names
from dashboard.selectors.rakor_results import award_row, public_awards
from dashboard.selectors.ranking import ranking_of, scores_of
from dashboard.selectors.ranking_pictures import map_figure, slope_figure
from dashboard.selectors.ranking_views import band_groups, narrowed, region_kind_tabs, year_tabs
from dashboard.sentences import period_words
from evaluations.models import Release

ANCHORS = {"indicator": "indikator", "figure": "angka", "score": "nilai"}
"""Where the page of a score tells of these steps."""


@require_safe
def release_detail(request, ranking, number=None):
    release = release_or_404(ranking, number)
    scores = scores_of(release)
    compared = comparison(release)
    table = ranking_of(release, scores, compared)
    heading, lede = release_heading(release, table, compared), release_lede(table, compared)
    awards = [award_row(award) for award in public_awards().filter(release=release)]
    shown = narrowed(request, table, scores)
    versions = releases.versions_of(release)
    is_in_force = versions[0].is_shown
    context = {
        "page": Page(
            title=marked(heading, release),
            description=" ".join(part for part in (f"{release.title}.", lede) if part),
            crumbs=crumbs((_("Peringkat"), reverse("dashboard:release-list")), release.title),
            path=release.get_absolute_url() if number is None else "",
        ),
        "heading": heading,
        "lede": lede,
        "release": release,
        "period": period_words(release.period),
        "announcement": announcement(release),
        "ranking": table,
        "shown": shown,
        "groups": band_groups(shown.rows) if table.is_long else (),
        "compared": compared,
        "kind_tabs": region_kind_tabs(request, release, scores),
        "year_tabs": year_tabs(release),
        "versions": versions,
        "is_in_force": is_in_force,
        "awards": awards,
        "steps": release_trail(release, table if is_in_force else None, awards),
        **pictures(release, table, scores, compared),
    }
    return render(request, "dashboard/release.html", context)


def release_or_404(ranking, number=None):
    try:
        return releases.release_page(ranking, number)
    except Release.DoesNotExist:
        raise Http404 from None


def pictures(release, table, scores, compared):
    """Map and slopes; a list too long for either has none."""
    if table.is_long:
        return {}
    names = picture_names([score.unit for score in scores])
    return {
        "map_figure": map_figure(release, table, scores, names),
        "slope_figure": slope_figure(release, table, compared, names),
    }


def release_trail(release, table, awards):
    """From the ranking back to the Rakor; the figures are those of whoever is first.

    Without a table for a release that was replaced: pages of scores tell of the one in force.
    """
    urls = chain_urls(release)
    if table and table.rows and not release.is_recorded:
        detail = table.rows[0].detail_url
        urls |= {step: f"{detail}#{anchor}" for step, anchor in ANCHORS.items()}
    return trail("rank", **urls, award="#piagam" if awards else "")
