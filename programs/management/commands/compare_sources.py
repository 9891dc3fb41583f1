"""`manage.py compare_sources`: compare anew every figure that several sources name."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from programs.differences import compare_anew
from programs.models import Difference, Measurement, Program


class Command(BaseCommand):
    help = (
        "Bandingkan lagi semua sumber tiap angka; untuk basis data yang lebih tua daripada perbandingannya."
    )

    def handle(self, **options):
        opened = 0
        for program in Program.objects.order_by("pk"):
            for period in self.periods_of(program):
                opened += self.compare(program, period)
        counted = Difference.objects.compared().count()
        self.stdout.write(
            _("%(compared)d angka bersumber lebih dari satu; %(opened)d baru terbuka.")
            % {"compared": counted, "opened": opened}
        )

    def periods_of(self, program):
        return program.reports.order_by("period").values_list("period", flat=True).distinct()

    @transaction.atomic
    def compare(self, program, period):
        figures = Measurement.objects.filter(report__program=program, period=period)
        return len(compare_anew(figures, by=None, reason="manage.py compare_sources"))
