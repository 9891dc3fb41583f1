"""`manage.py anchor_log`: the ledger's head in one line, to be kept where this machine does not reach."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from records import anchors


class Command(BaseCommand):
    help = "Tulis kepala buku perubahan dalam satu baris, juga ke LEDGER_ANCHORS_FILE; simpan di tempat lain."

    def handle(self, **options):
        line = anchors.line_of_head()
        if not line:
            self.stderr.write(_("Belum ada segel, jadi belum ada yang dijangkarkan."))
            return
        path = settings.LEDGER_ANCHORS_FILE
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("a", encoding="ascii") as file:
            file.write(f"{line}\n")
        self.stdout.write(line)
