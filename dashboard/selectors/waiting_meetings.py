"""Follow-ups and Rakor that wait for a person."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.follow_ups import standing
from dashboard.selectors.links import unit_title
from dashboard.selectors.rakor import when, where
from dashboard.selectors.waiting import Group, Place, Row, Waiting
from meetings.choices import FollowUpState, RakorState, ReviewKind, Timing
from meetings.models import FollowUp, Rakor, Review
from rakor.lib.dates import format_date

FOLLOW_UPS = Place("meetings_followup", "work:follow-up-detail", "work:follow-up-list", "reference")
RAKOR = Place("meetings_rakor", "work:rakor-detail", "work:rakor-list")
RAKOR_FORM = Place("meetings_rakor")

SOON = timedelta(days=14)
A_WEEK = timedelta(days=7)
NOT_CLAIMED = Q(last_kind__isnull=True) | ~Q(last_kind=ReviewKind.CLAIMED)
NEVER_JUDGED = Q(last_kind__isnull=True)


def reviewable(user, action):
    found = FollowUp.objects.reviewable_by(user, action).with_state(timezone.localdate())
    return found.select_related("responsible").order_by("due_on", "pk")


def follow_up_row(follow_up, said=""):
    """What is to be done; its number, whose it is, and how it stands against its date."""
    today = timezone.localdate()
    meta = " · ".join(filter(None, (said, follow_up.reference, unit_title(follow_up.responsible))))
    due, late = "", follow_up.timing == Timing.OVERDUE
    if late:
        due = standing(follow_up, today).text
    elif follow_up.due_on and follow_up.timing == Timing.RUNNING:
        days = (follow_up.due_on - today).days
        left = ngettext("%(days)d hari lagi", "%(days)d hari lagi", days) % {"days": days}
        left = _("hari ini") if not days else left
        due = _("Batas waktu %(day)s, %(left)s") % {"day": format_date(follow_up.due_on), "left": left}
    return Row(
        follow_up.what,
        meta,
        due=due,
        due_on=None if late else follow_up.due_on,
        is_late=late,
        is_sample=follow_up.is_sample,
    )


def follow_up_list(timing):
    return {"admin_query": f"?timing={timing}", "work_query": f"?keadaan={timing}"}


def late_follow_ups(user):
    """Work past its date that nobody has claimed done, for those who report on it."""
    if not user.has_perm("meetings.add_review"):
        return None
    found = reviewable(user, "add").filter(NOT_CLAIMED, timing=Timing.OVERDUE)
    title, query = _("Tindak lanjut yang melewati batas waktu"), follow_up_list(Timing.OVERDUE)
    return Waiting(title, Group.ATTENTION, found, follow_up_row, FOLLOW_UPS, "late", **query)


def returned_follow_ups(user):
    """A claim that was not found as agreed, while there is still time."""
    if not user.has_perm("meetings.add_review"):
        return None
    found = reviewable(user, "add").filter(last_kind=ReviewKind.RETURNED, timing=Timing.RUNNING)

    def row(follow_up):
        return follow_up_row(follow_up, _("Dikembalikan pemeriksa"))

    title, query = _("Tindak lanjut yang dikembalikan"), follow_up_list(Timing.RUNNING)
    return Waiting(title, Group.ATTENTION, found, row, FOLLOW_UPS, "back", **query)


def follow_ups_due_soon(user):
    """Nobody has claimed them done, and their date is near."""
    if not user.has_perm("meetings.add_review"):
        return None
    soon = timezone.localdate() + SOON
    found = reviewable(user, "add").filter(NEVER_JUDGED, timing=Timing.RUNNING, due_on__lte=soon)
    title, query = _("Tindak lanjut yang segera jatuh tempo"), follow_up_list(Timing.RUNNING)
    return Waiting(title, Group.ATTENTION, found, follow_up_row, FOLLOW_UPS, "clock", **query)


def claims_to_check(user):
    """Work said to be done, for those who judge it; never who said so."""
    if not user.has_perm("meetings.verify_review"):
        return None
    own_claims = Review.objects.filter(kind=ReviewKind.CLAIMED, by=user).values("follow_up")
    found = reviewable(user, "verify").filter(last_kind=ReviewKind.CLAIMED).exclude(pk__in=own_claims)

    def row(follow_up):
        return follow_up_row(follow_up, _("Diajukan selesai"))

    title = _("Tindak lanjut yang perlu diperiksa")
    return Waiting(title, Group.ATTENTION, found, row, FOLLOW_UPS, "list")


def done_follow_ups(user):
    """Found as agreed in the last seven days."""
    today = timezone.localdate()
    found = FollowUp.objects.visible_to(user).with_state(today).select_related("responsible")
    found = found.filter(state=FollowUpState.DONE, judged_on__gte=today - A_WEEK)

    def row(follow_up):
        said = _("Dinyatakan sesuai %(date)s") % {"date": format_date(follow_up.judged_on)}
        return follow_up_row(follow_up, said)

    title, order = _("Tindak lanjut yang selesai"), found.order_by("-judged_on", "pk")
    return Waiting(title, Group.DONE, order, row, FOLLOW_UPS, "check")


def rakor_row(rakor):
    meta = f"{rakor.date_text} · {rakor.get_state_display()}"
    return Row(rakor.title, meta, is_sample=rakor.is_sample)


def rakor_to_finish(user):
    """Meetings that took place and are not closed."""
    held = Rakor.objects.editable_by(user).filter(state=RakorState.HELD).order_by("starts_on", "id")

    def row(rakor):
        heading = _("%(title)s belum ditutup") % {"title": rakor.title}
        return Row(rakor.title, rakor_row(rakor).meta, heading, is_sample=rakor.is_sample)

    title = _("Rakor yang belum ditutup")
    return Waiting(title, Group.ATTENTION, held, row, RAKOR_FORM, "meet")


def rakor_drafts(user):
    drafts = Rakor.objects.editable_by(user).filter(state=RakorState.DRAFT).order_by("starts_on", "id")
    return Waiting(_("Draf Rakor"), Group.DRAFTS, drafts, rakor_row, RAKOR_FORM, "meet")


def coming_rakor(user):
    coming = Rakor.objects.visible_to(user).filter(
        state=RakorState.SCHEDULED, starts_on__gte=timezone.localdate()
    )

    def row(rakor):
        meta = " · ".join(filter(None, (when(rakor), where(rakor))))
        return Row(rakor.title, meta, is_sample=rakor.is_sample)

    title, order = _("Rakor berikutnya"), coming.order_by("starts_on", "id")
    return Waiting(title, Group.NEXT, order, row, RAKOR, "meet")
