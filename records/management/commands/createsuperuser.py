"""Django's `createsuperuser`, which leaves a line in the ledger like every other way to make an account.

The line follows as soon as the account stands: a transaction around the questions would make others wait.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.management.commands import createsuperuser

from records import ledger
from records.choices import Action


class Command(createsuperuser.Command):
    def handle(self, *args, **options):
        people = get_user_model()._default_manager
        known = list(people.values_list("pk", flat=True))
        super().handle(*args, **options)
        for person in people.exclude(pk__in=known):
            changes = ledger.changes_between({}, ledger.snapshot(person))
            ledger.write(person, Action.CREATE, by=None, changes=changes, reason="manage.py createsuperuser")
