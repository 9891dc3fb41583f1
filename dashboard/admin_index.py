"""The admin's start page, "Hari ini": what waits for this person, each row a link to where it is done.

What waits is read by the selectors that /kerja/ uses too (dashboard/selectors/waiting_kinds.py).
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.waiting import Group, read
from dashboard.selectors.waiting_kinds import NEXT, TODO
from rakor.lib.dates import format_date


def add_today(request, context):
    """Unfold's dashboard callback."""
    sections = read(request.user, (*TODO, *NEXT), in_admin=True)
    waiting = sum(one.total for one in sections if one.group is not Group.NEXT)
    heading = _("Tidak ada yang menunggu Anda hari ini")
    if waiting:
        heading = ngettext("%(number)d hal menunggu Anda", "%(number)d hal menunggu Anda", waiting) % {
            "number": waiting
        }
    return context | {
        "title": heading,
        "today": format_date(timezone.localdate(), weekday=True),
        "sections": sections,
        "may_log": request.user.has_perm("meetings.add_rakor"),
    }
