"""Which account a command's user means."""

from django.core.management.base import CommandError
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User


def account_named(said):
    """The account with this user name, e-mail address or number; erased ones are found by number only."""
    wanted = Q(username__iexact=said) | (Q(email__iexact=said) if "@" in said else Q())
    if said.isascii() and said.isdigit():
        wanted |= Q(pk=int(said))
    found = list(User.objects.filter(wanted)[:2])
    if len(found) != 1:
        raise CommandError(
            _("Tidak ada tepat satu akun bernama, bersurel, atau bernomor %(said)s.") % {"said": said}
        )
    return found[0]
