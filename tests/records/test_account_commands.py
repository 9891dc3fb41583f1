"""The commands that make an account or change its password leave their lines too."""

import pytest
from django.core.management import call_command

from accounts.models import User
from records.management.commands import changepassword
from records.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_superuser_made_on_the_server_stands_in_the_ledger(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "pohon-besar-62")
    call_command("createsuperuser", interactive=False, username="utama", email="utama@contoh.id", verbosity=0)

    person = User.objects.get(username="utama")
    [line] = Change.objects.about(person)
    assert (line.action, line.by, line.reason) == ("buat", None, "manage.py createsuperuser")
    assert line.pairs["password"] == line.pairs["email"] == [None, None]
    assert "utama" not in line.changes + line.object_label


def test_a_password_changed_on_the_server_does_too(monkeypatch, capsys):
    person, other = make.make_user("budi"), make.make_user("sari")
    monkeypatch.setattr(changepassword.Command, "_get_pass", lambda *args, **options: "pohon-besar-62")
    call_command("changepassword", "budi")

    [line] = Change.objects.about(person)
    assert (line.action, line.pairs) == ("ubah", {"password": [None, None]})
    assert not Change.objects.about(other)
    assert User.objects.get(pk=person.pk).check_password("pohon-besar-62")
