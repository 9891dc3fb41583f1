"""`manage.py verify_log`: the whole ledger against its seals, and these against their anchors."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluations.models import Release
from records import anchors
from records.sealing import mark_of
from records.verifying import Verification


class Command(BaseCommand):
    help = "Periksa seluruh buku perubahan terhadap segelnya. Kode keluar 1 bila ada yang tidak cocok."

    def add_arguments(self, parser):
        parser.add_argument(
            "--anchors",
            dest="anchors_file",
            type=Path,
            metavar="FILE",
            help="jangkar yang disimpan di tempat lain",
        )
        parser.add_argument(
            "--key",
            dest="key_files",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="kunci yang dahulu dipakai; boleh berulang",
        )

    def handle(self, *, anchors_file, key_files, **options):
        verification = Verification(self.keys(key_files), [*self.kept(anchors_file), *released()])
        found = 0
        for finding in verification.findings():
            found += 1
            self.stdout.write(finding)
        for sentence in verification.unknown():
            self.stdout.write(sentence)
        counts = {"lines": verification.lines, "seals": verification.seals, "found": found}
        self.stdout.write(_("Diperiksa: %(lines)d baris dalam %(seals)d segel.") % counts)
        if found:
            message = ngettext(
                "Ada %(found)d temuan. Jangan ubah apa pun; simpan salinan basis data dan cadangan terakhir.",
                "Ada %(found)d temuan. Jangan ubah apa pun; simpan salinan basis data dan cadangan terakhir.",
                found,
            )
            raise CommandError(message % counts, returncode=1)
        self.stdout.write(_("Tidak ada temuan."))

    def keys(self, paths):
        """Today's key and those that were used before, by their marks."""
        keys = [settings.LEDGER_KEY, *(read(path).strip() for path in paths)]
        return {mark_of(key): key for key in keys}

    def kept(self, path):
        """The anchors in the file that was named, else in this installation's own where there is one."""
        own = settings.LEDGER_ANCHORS_FILE
        if path is None and not own.is_file():
            return []
        path = path or own
        try:
            return anchors.read(read(path), path.name)
        except anchors.Unreadable as line:
            message = _("%(line)s bukan jangkar. Tiap baris memuat waktu, nomor segel dan kodenya.")
            raise CommandError(message % {"line": line}) from None


def read(path):
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or _("bukan teks")
        params = {"file": path, "reason": reason}
        raise CommandError(_("%(file)s tidak dapat dibaca: %(reason)s.") % params) from None


def released():
    """The heads that releases keep from the moment they were published."""
    for title, number, mac in Release.objects.exclude(ledger_head="").values_list(
        "title", "number", "ledger_head"
    ):
        name = _("Penetapan ke-%(number)d «%(title)s»") % {"number": number, "title": title}
        yield anchors.Anchor(mac, name)
