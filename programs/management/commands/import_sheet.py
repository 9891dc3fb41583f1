"""`manage.py import_sheet FILE --as USER`: the standard sheet without a browser, by the same rules."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from programs.importing import ImportRefused, import_sheet, preview_sheet


class Command(BaseCommand):
    help = "Import a standard sheet (.xlsx or .csv): all of it, or nothing and every problem by cell."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="username", required=True, metavar="USER", help="who imports")
        parser.add_argument("--check", action="store_true", help="only say what would happen")

    def handle(self, *, file, username, check, **options):
        by = self.user(username)
        content = self.content(file)
        preview = preview_sheet(content, file.name, by=by)
        if not preview.is_clean:
            self.refuse(preview.problems)
        for note in preview.notes:
            self.stdout.write(note)
        if check:
            self.stdout.write(
                _("Tidak ada masalah. %(counts)s Belum ada yang disimpan.") % self.said(preview)
            )
            return
        try:
            batch = import_sheet(content, file.name, by=by)
        except ImportRefused as refused:
            self.refuse(refused.problems)
        if batch is None:
            self.stdout.write(_("Semua baris sama dengan yang tersimpan. Tidak ada yang diubah."))
            return
        self.stdout.write(
            _("Impor nomor %(batch)d disimpan. %(counts)s") % self.said(preview, batch=batch.pk)
        )

    def user(self, username):
        try:
            return get_user_model().objects.get(username=username, is_active=True)
        except get_user_model().DoesNotExist:
            raise CommandError(_("Tidak ada pengguna aktif bernama %(name)s.") % {"name": username}) from None

    def content(self, file):
        try:
            return file.read_bytes()
        except OSError as error:
            params = {"file": file, "reason": error.strerror}
            raise CommandError(_("%(file)s tidak dapat dibaca: %(reason)s.") % params) from None

    def refuse(self, problems):
        for problem in problems:
            self.stderr.write(str(problem))
        raise CommandError(str(ImportRefused(problems)))

    def said(self, preview, **params):
        counts = _("%(new)d baru, %(changed)d berubah, %(same)d sama, %(beside)d di samping sumber lain.")
        numbers = {name: getattr(preview, name) for name in ("new", "changed", "same", "beside")}
        return {"counts": counts % numbers, **params}
