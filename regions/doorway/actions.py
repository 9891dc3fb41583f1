"""What is done to an account at the door, each with its line in the ledger: signing in and out, passwords.

No line holds a value that is personal: that a password changed, never what it is.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.links import AnyToken
from accounts.models import User
from records import ledger, versions
from records.choices import Action
from records.refusals import ActionRefused


@transaction.atomic
def note_sign_in(user):
    """Leave word that somebody came in; when last, stands on the account itself."""
    ledger.write(user, Action.SIGN_IN, by=user)


@transaction.atomic
def note_sign_out(user):
    ledger.write(user, Action.SIGN_OUT, by=user)


@transaction.atomic
def note_lock(user):
    """Wrong passwords have shut this account's door for a while. Whose they were nobody knows."""
    person = locked_row(user.pk)
    before = ledger.snapshot(person)
    person.last_locked = timezone.now()
    person.save(update_fields=["last_locked"])
    ledger.write(
        person, Action.LOCK, by=None, changes=ledger.changes_between(before, ledger.snapshot(person))
    )


@transaction.atomic
def set_password(user, password, *, by):
    """A password that its owner chose; every session ends, unless the caller keeps the present one."""
    person = locked_row(user.pk)
    before = ledger.snapshot(person)
    person.set_password(password)
    return renewed(person, before, by=by)


@transaction.atomic
def set_password_by_link(user, token, password):
    """As `set_password`, for whoever holds a link; of two who use it at once, the second is refused."""
    person = locked_row(user.pk)
    if not (person.is_active and AnyToken().check_token(person, token)):
        raise ActionRefused("link_spent", _("Tautan ini sudah dipakai atau sudah tidak berlaku."))
    before = ledger.snapshot(person)
    person.set_password(password)
    return renewed(person, before, by=person)


@transaction.atomic
def hand_over_password(user, before, *, by):
    """Somebody else typed a password for `user`: it opens the door once, then its owner chooses another.

    The password is already stored; `before` is the snapshot from before that.
    """
    person = locked_row(user.pk)
    return renewed(person, before, by=by, must_change=person.pk != by.pk)


@transaction.atomic
def sign_out_everywhere(user, *, by):
    """End every session of this person, on whatever machine."""
    person = locked_row(user.pk)
    before = ledger.snapshot(person)
    versions.claim(person)
    person.session_stamp += 1
    ledger.save(person, Action.SIGN_OUT, by=by, before=before)
    return person


def renewed(person, before, *, by, must_change=False):
    # Whoever has the account's form open would otherwise put the old password back.
    versions.claim(person)
    person.must_change_password = must_change
    person.session_stamp += 1
    ledger.save(person, Action.CHANGE, by=by, before=before)
    return person


def locked_row(key):
    """The account's row, held until the transaction ends (SQLite holds the whole database)."""
    return User.objects.select_for_update().get(pk=key)
