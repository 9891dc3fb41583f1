"""Who may stay inside: somebody whose account is open, who has something to do here, and not for ever.

Asked at every request, so that an account closed or an assignment ended takes effect at the next click.
"""

from django.http import HttpResponseRedirect
from django.urls import reverse

from accounts import sessions
from accounts.models import User
from accounts.sessions import Farewell
from regions.access import assignments_of

OPEN_TO_NEW_PASSWORD = ("account-password", "logout", "set-language", "set-theme")
"""Where somebody may go who must choose a password first."""


def has_duty(user):
    """Whether somebody has an assignment in force, or is the superuser."""
    return user.is_superuser or bool(assignments_of(user))


class Gate:
    """Ends a session that is over, says why on the sign-in page, and goes on as for any visitor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        claimed = sessions.owner(request)
        if claimed is None:
            return self.get_response(request)
        if farewell := why_over(request, claimed):
            sessions.end(request, farewell)
        elif request.user.must_change_password and not is_open(request):
            return HttpResponseRedirect(reverse("account-password"))
        else:
            sessions.touch(request)
        return self.get_response(request)


def why_over(request, claimed):
    """The Farewell of a session that may not go on; None for one that may."""
    if not request.user.is_authenticated:
        is_closed = User.objects.filter(pk=claimed, is_active=False).exists()
        return Farewell.CLOSED if is_closed else Farewell.REVOKED
    if not has_duty(request.user):
        return Farewell.UNASSIGNED
    return Farewell.TOO_OLD if sessions.is_too_old(request) else None


def is_open(request):
    return request.path_info in [reverse(name) for name in OPEN_TO_NEW_PASSWORD]
