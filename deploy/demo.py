"""The demo's accounts on the screen, and the demo made anew."""

import json
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection

from deploy.doorstep import Stop, say


def accounts():
    """What `load_demo` wrote: a list of {"username", "role", "password"}; empty before the first demo."""
    path = settings.DEMO_ACCOUNTS_FILE
    return read(path) if path.is_file() else []


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def opens(account):
    """Whether this name and password sign somebody in here; an office may have its own "operator"."""
    user = get_user_model().objects.filter(username=account["username"]).first()
    return user is not None and user.check_password(account["password"])


def print_accounts():
    rows = [(account["username"], str(account["role"]), account["password"]) for account in accounts()]
    if not rows:
        return
    say(f"Akun demo (sandi dibuat di komputer ini, tersimpan di {shown(settings.DEMO_ACCOUNTS_FILE)}):")
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        say("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def shown(path):
    return path.relative_to(settings.BASE_DIR) if path.is_relative_to(settings.BASE_DIR) else path


def refuse_demo_database():
    """Without DEMO=1 a database where a demo password still opens is not served: it was on a screen."""
    if any(opens(account) for path in settings.VAR_DIR.glob("demo-accounts*.json") for account in read(path)):
        raise Stop(
            "Basis data ini berisi akun demo. Ketik: make run DEMO=1, atau pakai basis data lain di "
            "DATABASE_URL (this database holds demo accounts)."
        )


def clear():
    """Remove the demo's database content, files and accounts; never a database with anything else in it."""
    if not settings.DEMO:
        raise Stop("Hanya data demo yang dapat dibuat ulang. Ketik: make reset-demo DEMO=1 (demo data only).")
    if settings.DATABASE_URL:
        refuse_foreign_database()
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    for path in (settings.DEMO_ACCOUNTS_FILE, settings.LEDGER_ANCHORS_FILE):
        path.unlink(missing_ok=True)


def refuse_foreign_database():
    """A database named by DATABASE_URL shows by its accounts that it is the demo's; an empty one may be."""
    if not connection.introspection.table_names():
        return
    names = {account["username"] for account in accounts()}
    if not names or get_user_model().objects.filter(username__in=names).count() < len(names):
        raise Stop(
            "DATABASE_URL bukan basis data demo, jadi tidak dikosongkan. Ketik: "
            "make reset-demo DATABASE_URL= (not a demo database)."
        )
