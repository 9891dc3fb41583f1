"""/kerja/pemberitahuan/: what this person was told, the unread first; nobody reads another's."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from dashboard.listing import page_of
from dashboard.pages import Page
from dashboard.work.frame import show
from rakor.lib.dates import format_date
from records.choices import NoticeKind
from records.models import Notice

PAGE_SIZE = 20


@dataclass(frozen=True)
class Row:
    """A notice of the list, and the same as a text to be pasted into WhatsApp."""

    notice: Notice
    day: str
    to_paste: str


@require_safe
def notice_list(request):
    page = page_of(request, Notice.objects.of(request.user).unread_first(), PAGE_SIZE)
    rows = [Row(one, format_date(timezone.localdate(one.told_at)), to_paste(one)) for one in page]
    unread = Notice.objects.of(request.user).unread().count()
    context = {"listed": page, "rows": rows, "unread": unread}
    return show(request, "notice_list.html", Page(heading(unread, page.paginator.count)), context)


def heading(unread, number):
    if not number:
        return _("Belum ada pemberitahuan")
    if not unread:
        return _("Pemberitahuan")
    said = ngettext("%(number)d pemberitahuan belum dibaca", "%(number)d pemberitahuan belum dibaca", unread)
    return said % {"number": unread}


@translation.override(settings.LANGUAGE_CODE)
def to_paste(notice):
    """Plain text for others in the office: what it is, what is said, the full address."""
    title = f"*{NoticeKind(notice.kind).label}*"
    return "\n".join((title, notice.text, f"{settings.SITE_URL}{notice.path}"))


@require_POST
def notice_open(request, pk):
    """Mark a notice as read and go to what it tells of."""
    notice = get_object_or_404(Notice.objects.of(request.user), pk=pk)
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=timezone.now())
    return redirect(notice.path)


@require_POST
def notice_read_all(request):
    Notice.objects.of(request.user).unread().update(read_at=timezone.now())
    return redirect("work:notice-list")
