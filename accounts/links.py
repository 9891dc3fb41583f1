"""Links by which somebody sets a password: works once, and not for long.

A link carries a token over the password, the last sign-in and the session stamp; setting the password spends
it. An invitation lives three days, because mail is read late; a link for a forgotten password one hour.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import base36_to_int, urlsafe_base64_encode


class LinkToken(PasswordResetTokenGenerator):
    lives = timedelta(hours=1)

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}{user.session_stamp}"

    def check_token(self, user, token):
        return super().check_token(user, token) and self.is_alive(token)

    def is_alive(self, token):
        made = base36_to_int(token.partition("-")[0])
        return self._num_seconds(self._now()) - made <= self.lives.total_seconds()


class ResetToken(LinkToken):
    key_salt = "accounts.links.ResetToken"


class InvitationToken(LinkToken):
    key_salt = "accounts.links.InvitationToken"
    lives = timedelta(days=3)

    def check_token(self, user, token):
        return is_newcomer(user) and super().check_token(user, token)


RESET, INVITATION = ResetToken(), InvitationToken()


class AnyToken:
    """Takes either kind, for the one page that both lead to."""

    def check_token(self, user, token):
        return RESET.check_token(user, token) or INVITATION.check_token(user, token)


def is_newcomer(user):
    """Somebody who has an account and has never been in."""
    return user.last_login is None


def set_password_link(user):
    """The whole address where this person sets a password: an invitation until the first sign-in."""
    return link(user, INVITATION if is_newcomer(user) else RESET)


def reset_link(user):
    """The whole address for a forgotten password."""
    return link(user, RESET)


def link(user, token):
    number = urlsafe_base64_encode(force_bytes(user.pk))
    return settings.SITE_URL + reverse("password-set", args=[number, token.make_token(user)])
