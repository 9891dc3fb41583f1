"""`manage.py print_permissions`: the permission table as a page; the copy in docs/ is reviewed as a diff."""

from django.core.management.base import BaseCommand

from accounts.printing import permissions_page


class Command(BaseCommand):
    help = "Print the permission table, the states and the routes as Markdown (docs/permissions.md)."

    def handle(self, **options):
        self.stdout.write(permissions_page(), ending="")
