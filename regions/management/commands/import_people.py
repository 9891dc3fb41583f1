"""`manage.py import_people FILE --as USER`: a list of officers without a browser, by the same rules."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import Role, Scope
from accounts.models import User
from rakor.lib.dates import read_date
from rakor.lib.refusals import Refused
from records.refusals import ImportRefused
from regions.people import letters
from regions.people.importing import Terms, confirm_people, preview_people, read_list
from regions.people.importing.preview import Effect, Place


class Command(BaseCommand):
    help = "Invite the people of a list of officers (.xlsx or .csv): all, or nothing and every problem."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="username", required=True, metavar="USER", help="who invites")
        parser.add_argument("--role", choices=Role.values, default=Role.OPERATOR)
        parser.add_argument("--scope", choices=Scope.values, default=Scope.OWN_UNIT)
        parser.add_argument("--place", choices=Place.values, default=Place.REGION)
        parser.add_argument("--from", dest="starts_on", metavar="DATE", help="first day, today if left out")
        parser.add_argument("--until", dest="ends_on", metavar="DATE", help="last day")
        parser.add_argument("--without-wrong", action="store_true", help="leave out rows with a problem")
        parser.add_argument("--check", action="store_true", help="only say what would happen")

    def handle(self, *, file, username, check, without_wrong, **options):
        by = self.user(username)
        terms = self.terms(options)
        reading = read_list(self.content(file), file.name)
        preview = preview_people(reading, terms, by=by)
        for line in [*preview.problems, *preview.notes]:
            self.stderr.write(str(line))
        if check:
            self.stdout.write(self.said(preview) + " " + _("Belum ada yang disimpan."))
            return
        try:
            result = confirm_people(reading, terms, by=by, without_wrong=without_wrong)
        except ImportRefused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(self.said(result.preview))
        for invited in result.invited:
            if letters.post(invited):
                self.stdout.write(_("%(person)s: surat dikirim.") % {"person": invited.person})
            else:
                self.stdout.write(f"\n{letters.letter(invited)}\n")

    def user(self, username):
        try:
            return User.objects.get(username=username, is_active=True)
        except User.DoesNotExist:
            raise CommandError(_("Tidak ada pengguna aktif bernama %(name)s.") % {"name": username}) from None

    def terms(self, options):
        days = {}
        for name in ("starts_on", "ends_on"):
            try:
                days[name] = read_date(options[name]) if options[name] else None
            except Refused as refusal:
                raise CommandError(refusal.message) from None
        days["starts_on"] = days["starts_on"] or timezone.localdate()
        return Terms(options["role"], options["scope"], options["place"], **days)

    def content(self, file):
        try:
            return file.read_bytes()
        except OSError as error:
            params = {"file": file, "reason": error.strerror}
            raise CommandError(_("%(file)s tidak dapat dibaca: %(reason)s.") % params) from None

    def said(self, preview):
        counts = {effect.name.lower(): preview.effects[effect] for effect in Effect}
        sentence = _("%(new)d diundang, %(added)d mendapat penugasan, %(changed)d jabatan, %(same)d sama.")
        return sentence % counts
