"""`manage.py prune_accounts`: forget attempts to sign in that no longer count, and sessions that are over."""

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone


class Command(BaseCommand):
    help = "Menghapus percobaan masuk yang tidak dihitung lagi dan sesi yang sudah berakhir."

    def handle(self, *args, **options):
        threshold = timezone.now() - settings.AXES_COOLOFF_TIME
        number, _kinds = AccessAttempt.objects.filter(attempt_time__lte=threshold).delete()
        call_command("clearsessions")
        self.stdout.write(f"{number} percobaan masuk dihapus; sesi yang berakhir dihapus.")
