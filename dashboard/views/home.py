"""/: who is first in what and where it was announced, then the chain on one ranking."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.headings import release_heading, unannounced
from dashboard.pages import Page
from dashboard.selectors import follow_ups
from dashboard.selectors import home as selector
from dashboard.selectors.announcements import announcement
from dashboard.selectors.comparison import comparison
from dashboard.selectors.names import picture_names
from dashboard.selectors.ranking import full_name, ranking_of, scores_of
from dashboard.selectors.ranking_pictures import map_figure


@require_safe
def home(request):
    today = timezone.localdate()
    everything = follow_ups.summarise(follow_ups.public_follow_ups(today))
    context = {
        "last_rakor": selector.last_rakor(),
        "follow_ups": everything,
        **newest(),
        **chain(today),
    }
    heading = context.get("heading") or _("Dari Rakor sampai piagam, setiap angka dapat ditelusuri")
    description = _("Rapat koordinasi, tindak lanjut, angka program, dan peringkat kabupaten/kota.")
    context |= {"page": Page(title=heading, description=description), "heading": heading}
    return render(request, "dashboard/home.html", context)


def newest():
    """The newest announcement with its first places and its map; nothing before the first ranking."""
    release = selector.newest_announcement()
    if release is None:
        return {}
    scores, compared = scores_of(release), comparison(release)
    table = ranking_of(release, scores, compared)
    names = picture_names([score.unit for score in scores])
    return {
        "newest": release,
        "heading": release_heading(release, table, compared),
        "places": selector.first_three(table),
        "unannounced": unannounced(table),
        "announcement": announcement(release),
        "map_figure": map_figure(release, table, scores, names),
        "searchable": [full_name(score.unit) for score in scores[: selector.MOST_SUGGESTED]],
    }


def chain(today):
    """The chain on the newest ranking that has every step; nothing where there is none."""
    release = selector.walkable_ranking()
    score = release and selector.first_score(release)
    if not score:
        return {}
    followed = follow_ups.public_follow_ups(today).filter(outcome__rakor=release.announced_at)
    steps = selector.chain_steps(release, score, comparison(release), follow_ups.summarise(followed))
    return {"walked": release, "steps": steps}
