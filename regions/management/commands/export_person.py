from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from regions.personal.accounts import account_named
from regions.personal.export import as_json


class Command(BaseCommand):
    help = "Write everything the system holds of one person as JSON: to a file, or to the screen."

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="USER", help="user name, e-mail address or account number")
        parser.add_argument("--to", type=Path, metavar="FILE", help="a new file, readable by you alone")

    def handle(self, *, username, to, **options):
        user = account_named(username)
        if to is None:
            self.stdout.write(as_json(user))
            return
        try:
            to.touch(mode=0o600, exist_ok=False)
            to.write_text(f"{as_json(user)}\n", encoding="utf-8")
        except OSError as error:
            params = {"file": to, "reason": error.strerror}
            raise CommandError(_("%(file)s tidak dapat ditulis: %(reason)s.") % params) from None
        self.stdout.write(
            _("Data pribadi akun %(number)d ditulis ke %(file)s.") % {"number": user.pk, "file": to}
        )
