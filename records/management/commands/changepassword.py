"""Django's `changepassword`, which leaves a line in the ledger: that it was done, not what was typed."""

from django.contrib.auth import get_user_model
from django.contrib.auth.management.commands import changepassword

from records import ledger
from records.choices import Action


class Command(changepassword.Command):
    def handle(self, *args, **options):
        before = digests()
        said = super().handle(*args, **options)
        for person in get_user_model()._default_manager.all():
            if before.get(person.pk, person.password) != person.password:
                changes = {"password": [None, None]}
                ledger.write(
                    person, Action.CHANGE, by=None, changes=changes, reason="manage.py changepassword"
                )
        return said


def digests():
    return dict(get_user_model()._default_manager.values_list("pk", "password"))
