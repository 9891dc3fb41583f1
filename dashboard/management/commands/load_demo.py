from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from dashboard.demo import loading


class Command(BaseCommand):
    help = "Memuat data demo: lima cerita dari berita, ditandai mana yang contoh."

    def handle(self, *args, verbosity=1, **options):
        if not settings.DEMO:
            raise CommandError(
                "Data demo hanya untuk mode demo. Ketik: make run DEMO=1 (the demo needs DEMO=1)."
            )
        if loading.is_loaded():
            return
        try:
            loading.load()
        except loading.NotADemoDatabase as error:
            raise CommandError(
                "Basis data ini berisi data lain, jadi data demo tidak dimuat. Pakai basis data kosong, atau "
                "ketik: make reset-demo (this database holds other data)."
            ) from error
        except loading.NoRegions as error:
            raise CommandError(
                "Daerah belum dimuat. Ketik: python manage.py load_regions (load the regions first)."
            ) from error
        if verbosity:
            self.stdout.write("Data demo dimuat.")
