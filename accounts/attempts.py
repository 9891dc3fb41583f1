"""How often a password may be guessed: by account and by address, in the table of django-axes.

An attempt is counted before the password is looked at, so that guesses made at the same moment do not slip
through together; the right password takes the count of its account back. Nothing is kept of what was typed:
an account stands in the table as a keyed digest, an unknown name just the same, and a row lives no longer
than the cool-off. While the door is shut nothing is counted, so it opens again by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from axes.handlers.base import AbstractAxesHandler, AxesBaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F, Max, Q, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import devices
from accounts.addresses import client_address
from accounts.models import User

ACCOUNT_LIMIT = 5
"""Wrong passwords for one account, from wherever, within the cool-off."""
ADDRESS_LIMIT = 20
"""The same from one address, for whatever accounts: an office behind one address shares it."""
MAIL_LIMIT = 3
"""Letters with a link to one account within the cool-off."""

STRANGER, FAMILIAR = "", "familiar"


@dataclass(frozen=True)
class Attempt:
    """Something that may be tried a few times only: by whom it was said to be, and from where.

    The address of a browser that the person has used before does not count.
    """

    key: str
    address: str
    kind: str = STRANGER
    limit: int = ACCOUNT_LIMIT

    def counted(self):
        """How often this account and this address were tried of late, and when last."""
        account = Q(username=self.key)
        address = Q(ip_address=self.address, user_agent=STRANGER)
        found = recent().aggregate(
            account=Sum("failures_since_start", filter=account),
            address=Sum("failures_since_start", filter=address),
            account_last=Max("attempt_time", filter=account),
            address_last=Max("attempt_time", filter=address),
        )
        if self.kind == FAMILIAR:
            found |= {"address": 0, "address_last": None}
        return Counted(self.limit, **found)

    def count(self):
        """Count one more, and forget what is older than the cool-off."""
        now = timezone.now()
        AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()
        nothing = dict.fromkeys(("http_accept", "path_info", "get_data", "post_data"), "")
        row, is_new = AccessAttempt.objects.get_or_create(
            username=self.key,
            ip_address=self.address,
            user_agent=self.kind,
            defaults={"failures_since_start": 1, **nothing},
        )
        if not is_new:
            AccessAttempt.objects.filter(pk=row.pk).update(
                failures_since_start=F("failures_since_start") + 1, attempt_time=now
            )

    def take(self):
        """Count this attempt unless the door is shut; gives how long to wait, or None where it may go on."""
        if wait := self.counted().wait():
            return wait
        self.count()
        return self.counted().wait(spare=1)


@dataclass(frozen=True)
class Counted:
    limit: int
    account: int | None
    address: int | None
    account_last: datetime | None
    address_last: datetime | None

    @property
    def account_is_shut(self):
        return (self.account or 0) >= self.limit

    def wait(self, spare=0):
        """How long until another attempt is taken; None where it is now. `spare` is what just went in."""
        last = []
        if (self.account or 0) >= self.limit + spare:
            last.append(self.account_last)
        if (self.address or 0) >= ADDRESS_LIMIT + spare:
            last.append(self.address_last)
        return max(last) + settings.AXES_COOLOFF_TIME - timezone.now() if last else None


def recent():
    return AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)


def digest(*parts):
    return salted_hmac("accounts.attempts", "\n".join(parts), algorithm="sha256").hexdigest()


def account_key(user):
    return digest("account", str(user.pk))


def log_in(request, typed):
    """The attempt to sign in as `typed`; a user name and an e-mail address of one person are one account."""
    user = User.objects.by_login(typed)
    address = client_address(request)
    if user is None:
        return Attempt(digest("name", typed.strip().lower()), address)
    if number := devices.known(request, user):
        return Attempt(digest("device", str(user.pk), number), address, FAMILIAR)
    return Attempt(account_key(user), address)


def letter(request, typed, user):
    """The attempt to have a link sent; `user` is None where nobody has this name or address."""
    name = ("account", str(user.pk)) if user else ("name", typed.strip().lower())
    return Attempt(digest("letter", *name), client_address(request), limit=MAIL_LIMIT)


def forgive(request, user):
    """The right password was given: the wrong ones for this account, and from this browser, are forgotten."""
    number = devices.known(request, user)
    keys = [account_key(user), digest("device", str(user.pk), number)]
    AccessAttempt.objects.filter(username__in=keys).delete()


class AttemptHandler(AbstractAxesHandler, AxesBaseHandler):
    """What django-axes asks before and after each password. Tells the request what became of it:

    `locked_for` is how long to wait, `locked_account` the person whose account this attempt has shut.
    """

    def is_locked(self, request, credentials=None):
        request.locked_for = log_in(request, credentials["username"]).take()
        return request.locked_for is not None

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        if request is None or request.axes_locked_out:
            return
        counted = log_in(request, credentials["username"]).counted()
        request.locked_for = counted.wait()
        request.axes_locked_out = request.locked_for is not None
        if counted.account_is_shut:
            request.locked_account = User.objects.by_login(credentials["username"])

    def get_failures(self, request, credentials=None):
        return log_in(request, credentials["username"]).counted().account or 0

    # Signing in and out is written in the ledger; the table's own rows need nothing more.

    def user_logged_in(self, sender, request, user, **kwargs):
        pass

    def user_logged_out(self, sender, request, user, **kwargs):
        pass

    def post_save_access_attempt(self, instance, **kwargs):
        pass

    def post_delete_access_attempt(self, instance, **kwargs):
        pass
