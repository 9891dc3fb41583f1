"""Writing meetings: a Rakor is scheduled, held, closed; what it agreed is numbered; follow-ups are checked.

Every action is atomic, keyword-only, and leaves its ledger line in the same transaction. Who may come this
far is asked at the door; what nobody may do, whatever the role, is refused here.
"""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.choices import RakorState
from meetings.closing import CLOSABLE, CLOSABLE_ARCHIVE, closing_problems, is_archive
from meetings.models import FollowUp, Outcome, Rakor
from meetings.numbering import save_follow_up, save_outcome
from meetings.reviewing import add_review
from rakor.lib.dates import format_date
from records import ledger
from records.choices import Action, Visibility
from records.models import Versioned
from records.refusals import ActionRefused, reason_of
from records.transitions import move
from records.versions import claim

__all__ = [
    "add_follow_up",
    "add_outcome",
    "add_review",
    "cancel_rakor",
    "close_rakor",
    "hold_rakor",
    "postpone_rakor",
    "refuse_early_due",
    "refuse_unheld_day",
    "reopen_rakor",
    "schedule_rakor",
    "tighten_parts",
]

BEFORE_HELD = (RakorState.DRAFT, RakorState.SCHEDULED, RakorState.POSTPONED)


@transaction.atomic
def schedule_rakor(rakor, *, by):
    """Announce a Rakor, or set a postponed one again."""
    return _move(rakor, Action.CHANGE, (RakorState.DRAFT, RakorState.POSTPONED), RakorState.SCHEDULED, by=by)


@transaction.atomic
def hold_rakor(rakor, *, by):
    """Say that a Rakor took place; not before its first day has come where it is held."""
    refuse_unheld_day(rakor.starts_on, rakor.time_zone)
    return _move(rakor, Action.CHANGE, BEFORE_HELD, RakorState.HELD, by=by)


@transaction.atomic
def postpone_rakor(rakor, *, by, reason):
    among = (RakorState.DRAFT, RakorState.SCHEDULED)
    return _move(rakor, Action.CHANGE, among, RakorState.POSTPONED, by=by, reason=reason_of(reason))


@transaction.atomic
def cancel_rakor(rakor, *, by, reason):
    return _move(rakor, Action.CHANGE, BEFORE_HELD, RakorState.CANCELLED, by=by, reason=reason_of(reason))


@transaction.atomic
def close_rakor(rakor, *, by):
    """Close a Rakor once everything agreed has somebody and a day; an archive record closes as it is."""
    problems = closing_problems(rakor)
    if problems:
        raise ActionRefused(
            "not_ready", _("Belum dapat ditutup. %(problems)s") % {"problems": " ".join(problems)}
        )
    among = CLOSABLE_ARCHIVE if is_archive(rakor) else CLOSABLE
    return _move(rakor, Action.CLOSE, among, RakorState.CLOSED, by=by, closed_at=timezone.now(), closed_by=by)


@transaction.atomic
def reopen_rakor(rakor, *, by, reason):
    """Make a closed Rakor editable again; the reason stays in the ledger."""
    return _move(
        rakor,
        Action.REOPEN,
        (RakorState.CLOSED,),
        RakorState.HELD,
        by=by,
        ledger_reason=reason_of(reason),
        closed_at=None,
        closed_by=None,
    )


@transaction.atomic
def add_outcome(rakor, *, by, kind, text, visibility=None, **details):
    """Add what a Rakor agreed under its next number. `details` may name by_role, issue, is_sample."""
    _refuse_closed(rakor)
    visibility = _no_looser(visibility, rakor.visibility)
    return save_outcome(Outcome(rakor=rakor, kind=kind, text=text, visibility=visibility, **details), by=by)


@transaction.atomic
def add_follow_up(outcome, *, by, what, responsible, due_on=None, supporting=(), visibility=None, **details):
    """Add who does what until when, under the next reference (TL-2019-0001) of the year.

    `details` may name due_note, priority, indicator, is_sample.
    """
    _refuse_closed(outcome.rakor)
    refuse_early_due(due_on, outcome.rakor.starts_on)
    follow_up = FollowUp(
        outcome=outcome,
        what=what,
        responsible=responsible,
        due_on=due_on,
        visibility=_no_looser(visibility, outcome.visibility),
        **details,
    )
    save_follow_up(follow_up, by=by)
    if supporting:
        follow_up.supporting.set(supporting)
        names = ", ".join(sorted(map(str, supporting)))
        ledger.write(follow_up, Action.CHANGE, by=by, changes={"supporting": ["", names]})
    return follow_up


@transaction.atomic
def tighten_parts(rakor, *, by):
    """After a Rakor became stricter, make what is in it at least as strict."""
    limit = Visibility(rakor.visibility).strictness
    looser = [value for value in Visibility if value.strictness < limit]
    parts = [rakor.agenda, rakor.issues, rakor.outcomes, rakor.documents, rakor.figures, rakor.agreements]
    follow_ups = FollowUp.objects.filter(outcome__rakor=rakor)
    for part in (*(manager.all() for manager in parts), follow_ups):
        for obj in part.filter(visibility__in=looser):
            before = ledger.snapshot(obj)
            if isinstance(obj, Versioned):
                claim(obj)
            obj.visibility = rakor.visibility
            ledger.save(obj, Action.CHANGE, by=by, before=before)


def refuse_unheld_day(starts_on, time_zone):
    today = timezone.now().astimezone(ZoneInfo(time_zone)).date()
    if starts_on > today:
        message = _("Rakor ini baru berlangsung %(day)s; tandai dilaksanakan pada atau sesudah hari itu.")
        raise ActionRefused("not_yet", message % {"day": format_date(starts_on)})


def refuse_early_due(due_on, starts_on):
    if due_on and due_on < starts_on:
        message = _("Batas waktu %(due)s mendahului Rakor (%(day)s). Tulis hari itu atau sesudahnya.")
        raise ActionRefused(
            "due_too_early", message % {"due": format_date(due_on), "day": format_date(starts_on)}
        )


def _refuse_closed(rakor):
    if rakor.state == RakorState.CLOSED:
        message = _("Rakor ini sudah ditutup. Buka kembali dengan alasan sebelum menambah isinya.")
        raise ActionRefused("rakor_closed", message)


def _no_looser(visibility, limit):
    """The visibility of a part: that of the whole unless named, and never looser."""
    visibility = visibility or limit
    if Visibility(visibility).strictness < Visibility(limit).strictness:
        message = _("Keterbukaan «%(own)s» lebih longgar daripada induknya («%(whole)s»).")
        params = {"own": Visibility(visibility).label, "whole": Visibility(limit).label}
        raise ActionRefused("too_open", message % params)
    return visibility


def _move(rakor, action, among, state, *, by, reason="", ledger_reason="", **fields):
    """Change a Rakor's state if it still stands as this person saw it; of two at once the second is told."""
    fields |= {"state": state, "state_reason": reason}
    if not move(rakor, action, among=among, by=by, reason=reason or ledger_reason, **fields):
        raise _moved_on(rakor, among)
    return rakor


def _moved_on(rakor, among):
    now = Rakor.objects.get(pk=rakor.pk)
    state = {"state": now.get_state_display().lower()}
    if now.version != rakor.version:
        message = _(
            "Rakor ini berubah sejak Anda membukanya (sekarang: %(state)s). Muat ulang, periksa lagi."
        )
        return ActionRefused("rakor_moved_on", message % state)
    expected = _(" atau ").join(one.label.lower() for one in among)
    message = _("Rakor ini berkeadaan %(state)s; tindakan ini untuk Rakor yang %(expected)s.")
    return ActionRefused("wrong_state", message % {**state, "expected": expected})
