"""The second half of `make run`, with the libraries at hand: check, prepare, tell the address, serve."""

import os
import sys
from pathlib import Path

import django
import environ
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connections

from deploy import demo, doorstep, static, statistics
from deploy.doorstep import Stop, say

HOME = Path(__file__).resolve().parent.parent
KEYS = {"SECRET_KEY": "secret-key", "LEDGER_KEY": "ledger-key"}
"""Variables that hold a key, and the file in VAR_DIR that has it where the variable is empty."""


def set_up():
    """Read `.env`, make the keys where there are none, and start Django; gives the address to serve on."""
    os.umask(0o077)  # database and uploads are for this user alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakor.settings")
    environ.Env.read_env(os.environ.get("ENV_FILE", HOME / ".env"), encoding="utf-8")
    host, port = doorstep.read_address(os.environ)
    for variable, name in KEYS.items():
        if not os.environ.get(variable):
            doorstep.make_key(Path(os.environ.get("VAR_DIR") or HOME / "var"), name)
    django.setup()
    doorstep.refuse_plain_http(settings.SITE, host)
    return host, port


def prepare():
    """Bring database and files to this version; a second time it finds nothing to do."""
    doorstep.check_database()
    say("Menyiapkan basis data ...")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_regions", verbosity=0)
    if settings.DEMO:
        call_command("load_demo", verbosity=0)
    else:
        demo.refuse_demo_database()
    statistics.refresh()
    static.collect()


def reset_demo(host, port):
    """Stop where a server still runs on the old database; else clear it and prepare a new one."""
    doorstep.check_port(host, port)
    doorstep.check_database()
    demo.clear()
    prepare()
    demo.print_accounts()


def run(host, port):
    doorstep.check_port(host, port)
    prepare()
    greet()
    if os.name == "nt":
        # gunicorn does not run on Windows; Django's own server is enough for one person on one machine.
        call_command("runserver", f"{host}:{port}", use_reloader=False)
        return
    connections.close_all()
    server = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "rakor.wsgi"]
    os.execv(sys.executable, server)


def greet():
    """The address, and who can sign in."""
    say()
    say(f"Rakor berjalan di {settings.SITE_URL}  (Ctrl-C untuk berhenti)")
    if settings.DEMO:
        demo.print_accounts()
    elif not get_user_model().objects.exists():
        say("Belum ada pengguna. Ketik: .venv/bin/python manage.py createsuperuser")
    say()


def main(command):
    host, port = set_up()
    if command == "run":
        run(host, port)
    elif command == "reset-demo":
        reset_demo(host, port)
    elif command == "prepare":
        prepare()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (Stop, ImproperlyConfigured, CommandError) as reason:
        say(str(reason))
        sys.exit(2)
    except PermissionError as error:
        path = error.filename
        say(f"{path} tidak dapat ditulis. Ketik: sudo chown -R $USER {path} (not writable).")
        sys.exit(2)
    except KeyboardInterrupt:
        say()
        sys.exit(130)
