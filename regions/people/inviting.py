"""Inviting a person: an account without a password, an assignment, and a link to choose a password by."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.links import INVITATION, is_newcomer, set_password_link
from accounts.models import User
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused
from regions.models import AccountInvitation, Assignment
from regions.people.assigning import close_account
from regions.people.giving import refuse_objections
from regions.people.names import AccountNames
from regions.people.reach import people_visible_to, require_editable, take_turn

__all__ = [
    "Invited",
    "cancel_invitation",
    "email_holder",
    "invite",
    "invite_again",
    "is_waiting",
    "new_person",
]


@dataclass(frozen=True)
class Invited:
    """What an invitation made. `link` is told once, to whoever passes it on; nothing keeps it."""

    person: User
    invitation: AccountInvitation
    assignment: Assignment | None
    link: str


def is_waiting(person):
    """Whether somebody has an account and has not come yet."""
    return person.is_active and is_newcomer(person)


def email_holder(email, *, by):
    """(whether this address has an account, that account where `by` may know of it)."""
    holder = User.objects.filter(email__iexact=email).first() if email else None
    known = holder and people_visible_to(by).filter(pk=holder.pk).exists()
    return holder is not None, holder if known else None


def unusable_email():
    """The same sentence for every account out of sight: it says nothing about whose it is."""
    return _("Surel ini tidak dapat dipakai; hubungi admin pusat.")


@transaction.atomic
def invite(*, name, email="", username="", assignment, by):
    """Make a person's account and first assignment; gives Invited with the link to pass on."""
    refuse_objections(assignment, by=by)
    if not (email or username):
        raise ActionRefused("no_way_in", _("Isi surel atau nama akun: dengan itu orangnya masuk."))
    _refuse_taken(email, username, by)
    person = new_person(name, email, username or AccountNames().name_for(name))
    ledger.save(person, Action.CREATE, by=by)
    assignment.user = person
    ledger.save(assignment, Action.CREATE, by=by)
    return Invited(person, _invitation(person, by), assignment, set_password_link(person))


@transaction.atomic
def invite_again(person, *, by):
    """Another link for somebody who has not come yet; the one before is void."""
    require_editable(person, by)
    if not is_waiting(person):
        message = _("Orang ini sudah pernah masuk. Pakai «Setel ulang kata sandi» bila ia lupa.")
        raise ActionRefused("not_waiting", message)
    void_links(person, by=by)
    assignment = (
        person.assignments.in_force_or_later(timezone.localdate()).select_related("unit__parent").first()
    )
    return Invited(person, _invitation(person, by), assignment, set_password_link(person))


@transaction.atomic
def cancel_invitation(person, *, by, reason):
    """Take an invitation back before it is followed: the link is void, the account closed."""
    require_editable(person, by)
    if not is_waiting(person):
        raise ActionRefused("not_waiting", _("Orang ini sudah pernah masuk. Nonaktifkan akunnya."))
    now = timezone.now()
    for invitation in person.invitations.filter(cancelled_at__isnull=True):
        before = ledger.snapshot(invitation)
        invitation.cancelled_at, invitation.cancelled_by = now, by
        ledger.save(invitation, Action.WITHDRAW, by=by, reason=reason, before=before)
    void_links(person, by=by)
    return close_account(person, by=by, reason=reason)


def new_person(name, email, username):
    """An account, not yet stored, into which only a link leads."""
    person = User(username=username, name=name, email=email, is_staff=True)
    person.set_unusable_password()
    return person


def new_invitation(person, *, by):
    now = timezone.now()
    return AccountInvitation(user=person, invited_at=now, invited_by=by, valid_until=now + INVITATION.lives)


def void_links(person, *, by):
    """Links are bound to the stored password; another unusable one makes those given out void."""
    before = ledger.snapshot(person)
    take_turn(person)
    person.set_unusable_password()
    ledger.save(person, Action.CHANGE, by=by, before=before)


def _invitation(person, by):
    return ledger.save(new_invitation(person, by=by), Action.CREATE, by=by)


def _refuse_taken(email, username, by):
    is_taken, holder = email_holder(email, by=by)
    if holder:
        message = _("Surel ini sudah dipakai %(person)s. Beri penugasan di halamannya.")
        raise ActionRefused("email_taken", message % {"person": holder})
    if is_taken:
        raise ActionRefused("email_taken", unusable_email())
    if username and User.objects.filter(username__iexact=username).exists():
        message = _("Nama akun ini tidak dapat dipakai. Pilih yang lain.")
        raise ActionRefused("username_taken", message)
