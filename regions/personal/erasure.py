"""Taking a person's data away for good: the account stays as a number under which the deeds stand.

What was decided stays decided by somebody: reports, releases and the ledger keep their "by", which shows
"Pengguna dihapus 12" from now on. Names of officials in a published Rakor are not an account's and stay.
"""

import secrets
from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records import ledger
from records.choices import Action
from records.models import Notice
from records.refusals import ActionRefused, reason_of
from records.versions import claim
from regions.personal.reach import may_manage


def is_erased(user):
    return not user.is_active and user.name == neutral_name(user)


@transaction.atomic
def erase_person(user, *, by, reason):
    """Make an account nobody's: closed, without name, address and password, assignments and sessions ended.

    What it was told is deleted. Nothing brings them back. The ledger says that it was done, by whom and why,
    and not what was there.
    """
    reason = reason_of(reason)
    person, by = held(user, by)
    refuse_to_erase(person, by)
    for assignment in person.assignments.in_force_or_later(timezone.localdate()):
        end(assignment, by=by, reason=reason)
    before = ledger.snapshot(person)
    # A form opened before holds the old name: with the version taken it cannot bring it back.
    claim(person)
    neutralise(person)
    person.save()
    changes = ledger.changes_between(before, ledger.snapshot(person))
    ledger.write(person, Action.ERASE, by=by, changes=changes, reason=reason)
    end_sessions(person)
    Notice.objects.of(person).delete()
    return person


def held(*people):
    """These accounts as they are now, held with every superuser: who erase each other do so one by one."""
    asked = [person.pk for person in people]
    rows = User.objects.select_for_update().filter(Q(pk__in=asked) | Q(is_superuser=True)).order_by("pk")
    found = {row.pk: row for row in rows}
    return [found[key] for key in asked]


def refuse_to_erase(person, by):
    """Not oneself (so that one superuser always stays), nobody outside one's reach, and nobody twice."""
    if person.pk == by.pk:
        raise ActionRefused("own_account", _("Data sendiri dihapus oleh orang lain. Minta admin Anda."))
    if not may_manage(by, person):
        raise ActionRefused("out_of_reach", _("Orang ini di luar lingkup Anda."))
    if is_erased(person):
        raise ActionRefused("erased", _("Data pribadi akun ini sudah dihapus."))


def neutralise(person):
    person.username, person.name, person.email = neutral_username(person), neutral_name(person), ""
    person.set_unusable_password()
    person.last_login = person.last_locked = None
    person.is_active = person.is_staff = person.is_superuser = False


def neutral_username(person):
    """ "pengguna-12", longer where somebody else chose that name."""
    name = f"pengguna-{person.pk}"
    is_taken = User.objects.filter(username__iexact=name).exclude(pk=person.pk).exists()
    return f"{name}-{secrets.token_hex(4)}" if is_taken else name


def neutral_name(person):
    """In Indonesian whatever language the eraser reads: it stands for good."""
    return f"Pengguna dihapus {person.pk}"


def end(assignment, *, by, reason):
    """End an assignment yesterday: today it is in force no more. One not begun ends on its first day."""
    before = ledger.snapshot(assignment)
    assignment.ends_on = max(assignment.starts_on, timezone.localdate() - timedelta(days=1))
    ledger.save(assignment, Action.CHANGE, by=by, reason=reason, before=before)


def end_sessions(person):
    """Delete this person's sessions. Links that were sent are void already: they hang on the password."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()
