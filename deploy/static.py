"""Style sheets and scripts gathered, named by content and compressed, only when one of them changed."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from deploy.doorstep import say


def collect():
    """Run collectstatic unless the sources are those of the last time."""
    stamp = settings.STATIC_ROOT / ".sources"
    now = sources()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == now:
        return
    say("Menyiapkan berkas tampilan ...")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")


def sources():
    """A digest of every source's path, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = (name, storage.size(name), storage.get_modified_time(name).timestamp())
            digest.update(repr(state).encode())
    return digest.hexdigest()
