"""Giving a person work, ending it, and closing an account. Rights follow at the person's next request."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, reason_of
from regions.people.giving import refuse_objections
from regions.people.reach import require_editable, take_turn
from regions.personal.erasure import is_erased

__all__ = ["assign", "close_account", "end_assignment", "reopen_account"]


@transaction.atomic
def assign(person, assignment, *, by):
    """Give a person an assignment that is not stored yet; gives it back stored."""
    require_editable(person, by)
    if not person.is_active:
        raise ActionRefused("closed", _("Akun ini ditutup. Buka kembali dahulu."))
    assignment.user = person
    refuse_objections(assignment, by=by)
    _next_version(person, by)
    return ledger.save(assignment, Action.CREATE, by=by)


@transaction.atomic
def end_assignment(assignment, *, by, last_day, reason):
    """End an assignment on `last_day`; on a day that has come, its rights end now."""
    require_editable(assignment.user, by)
    reason = reason_of(reason)
    if assignment.ended_at or (assignment.ends_on and assignment.ends_on < timezone.localdate()):
        raise ActionRefused("already_ended", _("Penugasan ini sudah berakhir."))
    today = timezone.localdate()
    never_began = last_day <= today < assignment.starts_on
    if last_day < assignment.starts_on and not never_began:
        raise ActionRefused("before_start", _("Tanggal berakhir mendahului tanggal mulai."))
    if assignment.ends_on and last_day > assignment.ends_on:
        message = _("Penugasan ini berakhir lebih dulu. Untuk memperpanjang, beri penugasan baru.")
        raise ActionRefused("not_earlier", message)
    _next_version(assignment.user, by)
    return _end(assignment, last_day, by=by, reason=reason)


@transaction.atomic
def close_account(person, *, by, reason):
    """End everything a person holds and keep the account from signing in."""
    require_editable(person, by)
    reason = reason_of(reason)
    if not person.is_active:
        raise ActionRefused("closed", _("Akun ini sudah ditutup."))
    before = ledger.snapshot(person)
    take_turn(person)
    today = timezone.localdate()
    for assignment in person.assignments.in_force_or_later(today):
        _end(assignment, today, by=by, reason=reason)
    person.is_active = False
    return ledger.save(person, Action.CLOSE, by=by, reason=reason, before=before)


@transaction.atomic
def reopen_account(person, *, by, reason):
    """Let a person sign in again; what he or she held is not given back by that."""
    require_editable(person, by)
    reason = reason_of(reason)
    if person.is_active:
        raise ActionRefused("open", _("Akun ini tidak ditutup."))
    if is_erased(person):
        raise ActionRefused(
            "erased", _("Data pribadi akun ini sudah dihapus. Undang orangnya sebagai orang baru.")
        )
    before = ledger.snapshot(person)
    take_turn(person)
    person.is_active = True
    return ledger.save(person, Action.REOPEN, by=by, reason=reason, before=before)


def _next_version(person, by):
    """What a person holds stands on his or her page: that page, open elsewhere, is then older."""
    take_turn(person)
    changes = {"version": [str(person.version - 1), str(person.version)]}
    ledger.write(person, Action.CHANGE, by=by, changes=changes)


def _end(assignment, last_day, *, by, reason):
    """One that has not begun ends on its first day: it never gave anything."""
    before = ledger.snapshot(assignment)
    today = timezone.localdate()
    assignment.ends_on = max(min(last_day, assignment.ends_on or last_day), assignment.starts_on)
    if last_day <= today:
        assignment.ended_at, assignment.ended_by = timezone.now(), by
    return ledger.save(assignment, Action.CLOSE, by=by, reason=reason, before=before)
