from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from regions import datafile, loading


class Command(BaseCommand):
    help = "Muat 38 provinsi dan 514 kabupaten/kota dari data/regions/. Aman diulang; tidak pernah menghapus."

    def handle(self, *args, **options):
        try:
            regions = datafile.read_regions()
            names = datafile.read_names({row.code for row in regions})
        except datafile.BrokenFile as error:
            raise CommandError(str(error)) from None
        of_regions, of_names = loading.store(regions, names)
        if options["verbosity"]:
            self.stdout.write(self._said(_("Daerah"), of_regions))
            self.stdout.write(self._said(_("Nama lain"), of_names))

    def _said(self, what, tally):
        return _("%(what)s: %(added)d baru, %(changed)d diubah, %(same)d tetap.") % {
            "what": what,
            **vars(tally),
        }
