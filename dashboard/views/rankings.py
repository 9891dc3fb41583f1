"""/peringkat/: the rankings in force, by program and year."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dashboard.listing import page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors import releases
from dashboard.sentences import count_word, sentence_case
from evaluations.filters import ReleaseFilter

PAGE_SIZE = 20


@require_safe
def release_list(request):
    asked = ReleaseFilter(request.GET, releases.in_force())
    listed = page_of(request, releases.listed(asked.qs), PAGE_SIZE)
    context = {
        "page": Page(
            title=_("Peringkat kabupaten/kota menurut program dan tahun"),
            description=_(
                "Peringkat yang berlaku, dengan tiga teratas, Rakor tempat diumumkan, dan sumbernya."
            ),
            crumbs=crumbs(_("Peringkat")),
        ),
        "heading": heading(*releases.counted(asked.qs), is_narrowed=bool(request.GET)),
        "filter": asked,
        "listed": listed,
        "groups": releases.groups_of(listed),
    }
    return render(request, "dashboard/rankings.html", context)


def heading(official, simulated, *, is_narrowed):
    """How many there are, or that there are none; invented ones are not counted among the real."""
    number, nothing = official or simulated, _("Belum ada peringkat")
    if not number:
        return _("Tidak ada peringkat yang cocok") if is_narrowed else nothing
    said = {"count": sentence_case(count_word(number))}
    if not official:
        return _("%(count)s simulasi") % said
    if is_narrowed:
        return _("%(count)s peringkat cocok dengan saringan") % said
    return _("%(count)s peringkat berlaku") % said
