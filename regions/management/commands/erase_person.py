from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from records import ledger
from records.refusals import ActionRefused
from regions.personal.accounts import account_named
from regions.personal.erasure import erase_person


class Command(BaseCommand):
    help = "Take a person's data away for good: the account stays as a number, deeds stay. Cannot be undone."

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="USER", help="user name, e-mail address or account number")
        parser.add_argument("--by", required=True, metavar="ADMIN", help="who erases; never oneself")
        parser.add_argument("--reason", required=True, help="why, for the ledger; without the person's data")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, username, by, reason, yes, **options):
        user, eraser = account_named(username), account_named(by)
        if not yes:
            self.ask(user)
        try:
            with ledger.request("erase_person"):
                erase_person(user, by=eraser, reason=reason)
        except ActionRefused as refusal:
            raise CommandError(refusal.message) from None
        self.stdout.write(_("Data pribadi akun %(number)d dihapus.") % {"number": user.pk})

    def ask(self, user):
        question = _("Data pribadi %(name)s dihapus dan tidak dapat dikembalikan. Ketik nama akunnya: ")
        if input(question % {"name": user.get_full_name()}).strip() != user.username:
            raise CommandError(_("Nama akun tidak sama. Tidak ada yang dihapus."))
