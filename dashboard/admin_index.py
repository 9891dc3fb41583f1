"""The admin's start page, "Hari ini": what waits for this person, each row a link to where it is done."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.choices import RakorState, ReviewKind, Timing
from meetings.models import FollowUp, Rakor, Review
from programs.choices import ReportState
from programs.models import Report
from rakor.lib.dates import format_date

SHOWN = 5


@dataclass(frozen=True)
class Row:
    title: str
    meta: str
    url: str


@dataclass(frozen=True)
class Section:
    """One kind of thing that waits; `is_todo` for what this person can bring forward."""

    title: str
    rows: list
    total: int
    url: str
    is_todo: bool = True


def add_today(request, context):
    """Unfold's dashboard callback."""
    makers = (
        unfinished_rakor,
        claims_to_check,
        late_follow_ups,
        reports_to_judge,
        reports_to_mend,
        coming_rakor,
    )
    sections = [one for make in makers if (one := make(request.user)) and one.total]
    waiting = sum(one.total for one in sections if one.is_todo)
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


def section(title, queryset, row, list_name, query="", *, is_todo=True):
    url = reverse(f"admin:{list_name}_changelist") + query
    return Section(title, [row(one) for one in queryset[:SHOWN]], queryset.count(), url, is_todo)


def rakor_row(rakor):
    meta = f"{rakor.date_text} · {rakor.get_state_display()}"
    return Row(rakor.title, meta, reverse("admin:meetings_rakor_change", args=[rakor.pk]))


def unfinished_rakor(user):
    """Drafts, and meetings that took place and are not closed."""
    open_states = (RakorState.DRAFT, RakorState.HELD)
    rakor = Rakor.objects.editable_by(user).filter(state__in=open_states).order_by("starts_on", "id")
    return section(_("Rakor yang belum selesai dicatat"), rakor, rakor_row, "meetings_rakor")


def coming_rakor(user):
    coming = Rakor.objects.visible_to(user).filter(
        state=RakorState.SCHEDULED, starts_on__gte=timezone.localdate()
    )
    return section(
        _("Rakor berikutnya"), coming.order_by("starts_on", "id"), rakor_row, "meetings_rakor", is_todo=False
    )


def follow_up_row(follow_up):
    due = _("batas waktu %(day)s") % {"day": format_date(follow_up.due_on)} if follow_up.due_on else ""
    meta = " · ".join(filter(None, (follow_up.reference, str(follow_up.responsible), due)))
    return Row(follow_up.what, meta, reverse("admin:meetings_followup_change", args=[follow_up.pk]))


def reviewable(user, action):
    today = timezone.localdate()
    return FollowUp.objects.reviewable_by(user, action).with_state(today).select_related("responsible")


def claims_to_check(user):
    """Work said to be done, for those who judge it."""
    if not user.has_perm("meetings.verify_review"):
        return None
    own_claims = Review.objects.filter(kind=ReviewKind.CLAIMED, by=user).values("follow_up")
    claimed = reviewable(user, "verify").filter(last_kind=ReviewKind.CLAIMED).exclude(pk__in=own_claims)
    return section(_("Tindak lanjut yang perlu diperiksa"), claimed, follow_up_row, "meetings_followup")


def late_follow_ups(user):
    """Work past its date, for those who report on it."""
    if not user.has_perm("meetings.add_review"):
        return None
    not_claimed = Q(last_kind__isnull=True) | ~Q(last_kind=ReviewKind.CLAIMED)
    late = reviewable(user, "add").filter(not_claimed, timing=Timing.OVERDUE)
    title = _("Tindak lanjut yang melewati batas waktu")
    return section(title, late, follow_up_row, "meetings_followup", "?timing=lewat")


def report_row(report):
    meta = report.get_state_display()
    return Row(str(report), meta, reverse("admin:programs_report_change", args=[report.pk]))


def reports(user, action, states):
    found = Report.objects.open_to(user, action).filter(state__in=states)
    return found.select_related("unit", "program", "period")


def reports_to_judge(user):
    if not user.has_perm("programs.accept_report"):
        return None
    waiting = reports(user, "accept", [ReportState.SUBMITTED]).exclude(submitted_by=user)
    return section(_("Laporan yang perlu diperiksa"), waiting, report_row, "programs_report")


def reports_to_mend(user):
    if not user.has_perm("programs.submit_report"):
        return None
    mine = reports(user, "submit", [ReportState.DRAFT, ReportState.RETURNED])
    return section(_("Laporan yang belum dikirim"), mine, report_row, "programs_report")
