"""Browsers that a person has signed in with before, known by a signed cookie that goes to /masuk/ only.

Wrong passwords from elsewhere lock an account for strangers, not for the browser its owner uses every day:
otherwise anybody could keep a governor out by guessing without end. Such a browser has a count of its own,
as short as everybody's. Changing the password or signing out everywhere ends the acquaintance.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

COOKIE = "perangkat"
SALT = "accounts.devices"
KEPT_FOR = timedelta(days=180)


def remember(request, response, user):
    """Let this browser be known as one of `user`'s."""
    number = known(request, user) or secrets.token_hex(8)
    response.set_signed_cookie(
        COOKIE,
        f"{user.pk}:{user.session_stamp}:{number}",
        salt=SALT,
        max_age=KEPT_FOR,
        path=reverse("login"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known(request, user):
    """The number under which this browser is known as `user`'s; empty for a stranger."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=KEPT_FOR)
    owner, _colon, number = value.rpartition(":")
    return number if owner == f"{user.pk}:{user.session_stamp}" else ""
