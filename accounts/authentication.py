"""Who somebody is: a user name or an e-mail address, and a password."""

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend

from accounts import attempts
from accounts.models import User


class AccountBackend(AxesStandaloneBackend, ModelBackend):
    """Log-in that cannot be asked who has an account.

    Somebody who does not exist, whose account is closed, or who has no password yet costs the same: one run
    of the password hasher and the same questions to the database.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        # Shuts the door where it was tried too often; ends here by PermissionDenied.
        super().authenticate(request, username=username, password=password)
        user = User.objects.by_login(username)
        if user is None:
            User().set_password(password)
            return None
        if not user.check_password(password) or not self.user_can_authenticate(user):
            return None
        attempts.forgive(request, user)
        return user
