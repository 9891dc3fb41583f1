"""`manage.py send_notices`: remind of what falls due, then send the day's letters; once a day."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from programs.due_notices import tell_due
from records.digests import send_digests


class Command(BaseCommand):
    help = "Buat pemberitahuan laporan jatuh tempo, lalu kirim surat harian. Jalankan sekali sehari."

    def handle(self, **options):
        new = tell_due()
        sent = send_digests(out=self.stdout)
        message = _("%(new)d pemberitahuan jatuh tempo baru. %(letters)d surat terkirim, memuat %(notices)d.")
        words = {"new": new, "letters": sent.letters, "notices": sent.notices}
        self.stdout.write(message % words)
        if sent.failed:
            message = _("%(number)d surat tidak terkirim; dicoba lagi pada jalan berikutnya.")
            self.stderr.write(message % {"number": sent.failed})
