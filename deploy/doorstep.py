"""What can be wrong with the surroundings, each told in one sentence with the command to type."""

import os
import secrets
import socket
import sys

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.utils import Error as DatabaseError

from rakor.environment import is_loopback


class Stop(Exception):
    """A reason to stop, in one sentence."""


def say(text=""):
    print(text, file=sys.stderr, flush=True)


def read_address(environment):
    """HOST and PORT, filled in where missing, and the SITE_URL that follows from them on this machine."""
    host = environment.get("HOST") or "127.0.0.1"
    port = environment.get("PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Stop(f'PORT "{port}" bukan nomor port. Ketik: make run PORT=8000 (not a port number).')
    try:
        socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except OSError:
        raise Stop(
            f'HOST "{host}" bukan alamat komputer ini. Ketik: make run HOST=127.0.0.1 '
            "(not an address of this machine)."
        ) from None
    environment |= {"HOST": host, "PORT": port}
    if not environment.get("SITE_URL") and is_loopback(host):
        environment["SITE_URL"] = f"http://{bracketed(host)}:{port}"
    if not environment.get("DEMO"):
        environment["DEMO"] = "1"
    return host, int(port)


def bracketed(host):
    return f"[{host}]" if ":" in host else host


def make_key(folder, name):
    """Write a key once, readable by this user only; a key that stands is left alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))


def refuse_plain_http(site, host):
    """An address that others reach is served behind https only."""
    if not site.is_https and not is_loopback(host):
        raise Stop(
            f"Alamat {host} terbuka bagi jaringan, jadi perlu https. Ketik: make run DEMO=0 HOST={host} "
            "SITE_URL=https://rakor.contoh.go.id (an open address needs https)."
        )


def check_port(host, port):
    """Take the port for a moment; whoever cannot have it hears which one is free."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            if os.name != "nt":  # there it would take a port that is in use
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except PermissionError:
        raise Stop(
            f"Port {port} hanya untuk root. Ketik: make run PORT=8000 (the port needs root rights)."
        ) from None
    except OSError:
        raise Stop(
            f"Port {port} di {host} sudah dipakai program lain. Ketik: "
            f"make run PORT={free_port(host, family)} (the port is taken)."
        ) from None


def free_port(host, family):
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.bind((host, 0))
        return trial.getsockname()[1]


def check_database():
    """Connect once; the driver's first line says why not, and never holds the password."""
    try:
        connection.ensure_connection()
    except (DatabaseError, ImproperlyConfigured) as error:
        cause = (str(error).splitlines() or [type(error).__name__])[0]
        raise Stop(f"Basis data tidak dapat dipakai: {cause}. Ketik: {mend(cause)}") from None


def mend(cause):
    """The command that usually helps against `cause`."""
    settings_dict = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"chmod u+w {settings_dict['NAME']} (the database file cannot be opened)."
    if "does not exist" in cause and "database" in cause:
        return f"createdb {settings_dict['NAME']} (the database does not exist yet)."
    if "authentication" in cause or "role" in cause:
        return "nano .env, lalu perbaiki nama dan sandi di DATABASE_URL (user or password refused)."
    return "sudo systemctl start postgresql, atau make run DATABASE_URL= untuk SQLite (database unreachable)."
