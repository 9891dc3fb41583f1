"""/peringkat/<ranking>/<code>/: rincian penilaian, how one regency's score came about."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.chain import trail
from dashboard.headings import marked, range_sentence, score_heading
from dashboard.pages import Page, crumbs
from dashboard.selectors import score_lines
from dashboard.selectors.announcements import announcement, chain_urls
from dashboard.selectors.rakor_results import award_row, public_awards
from dashboard.selectors.ranking import full_name, unranked_reason
from dashboard.views.releases import release_or_404
from evaluations.choices import ScoreState
from rakor.lib.formats import format_number

UNRANKED = (ScoreState.LOW_COVERAGE, ScoreState.UNSCORED)


@require_safe
def score_detail(request, ranking, code):
    release = release_or_404(ranking)
    score = score_lines.score_of(release, code)
    if score is None:
        raise Http404
    name = full_name(score.unit)
    lines = score.stored_lines()
    indicators = score_lines.indicators_of(release, lines)
    covered = score_lines.covered_in(lines, indicators)
    is_hidden = score.score is None or covered.is_bare
    value = "" if is_hidden else format_number(score.score, release.precision)
    awards = [award_row(award) for award in public_awards().filter(release=release, unit=score.unit)]
    heading = score_heading(release, score, name, value)
    context = {
        "page": Page(
            title=marked(f"{heading}, {release.title}", release),
            description=_("Target, realisasi, capaian, bobot, dan sumber tiap butir penilaian %(name)s.")
            % {"name": name},
            crumbs=crumbs(
                (_("Peringkat"), reverse("dashboard:release-list")),
                (release.title, release.get_absolute_url()),
                score.unit.name,
            ),
        ),
        "heading": heading,
        "range": range_sentence(score),
        "release": release,
        "announcement": announcement(release),
        "score": score,
        "value": value,
        "coverage": "" if score.coverage is None else format_number(score.coverage, 0),
        "reason": unranked_reason(score, release) if score.state in UNRANKED else "",
        "lines": score_lines.line_rows(lines, indicators),
        "totals": score_lines.totals(lines, is_covered=bool(covered)),
        "awards": awards,
        "steps": score_trail(release, score, lines, awards),
    }
    return render(request, "dashboard/score.html", context)


def score_trail(release, score, lines, awards):
    urls = chain_urls(release) | {"rank": release.get_absolute_url()}
    if lines:
        urls |= {"indicator": "#indikator", "figure": "#angka"}
    return trail("score", **urls, award=f"{release.get_absolute_url()}#piagam" if awards else "")
