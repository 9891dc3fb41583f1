"""/kerja/, "Hari ini": what this person has to do, each row a link to where it is done."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.pages import Page
from dashboard.selectors.waiting import Group, read
from dashboard.selectors.waiting_kinds import DONE, NEXT, TODO
from dashboard.sentences import count_word, sentence_case
from dashboard.work.frame import show
from rakor.lib.dates import format_date


@require_safe
def today(request):
    sections = read(request.user, (*TODO, *NEXT, *DONE))
    groups = {group.name.lower(): [one for one in sections if one.group is group] for group in Group}
    attention = groups["attention"]
    context = {
        "today": format_date(timezone.localdate(), weekday=True),
        "lede": lede(attention),
        "number": sum(one.total for one in attention),
        "only_reads": not may_act(request.user),
        **groups,
    }
    return show(request, "today.html", Page(title=_("Hari ini")), context)


def lede(attention):
    """ "Empat hal perlu perhatian. Yang terdekat jatuh tempo 31 Januari 2023."."""
    number = sum(one.total for one in attention)
    if not number:
        return _("Tidak ada yang perlu perhatian Anda.")
    said = ngettext("%(number)s hal perlu perhatian.", "%(number)s hal perlu perhatian.", number)
    sentences = [sentence_case(said % {"number": count_word(number)})]
    days = [row.due_on for one in attention for row in one.rows if row.due_on]
    if days:
        sentences.append(_("Yang terdekat jatuh tempo %(day)s.") % {"day": format_date(min(days))})
    return " ".join(sentences)


def may_act(user):
    """Whether any of the things that wait could ever wait for this person."""
    acts = (
        "programs.submit_report",
        "programs.accept_report",
        "meetings.add_review",
        "meetings.change_rakor",
    )
    return any(user.has_perm(act) for act in acts)
