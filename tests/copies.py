"""Databases beside the test database: a copy takes moments where filling one anew takes seconds."""

import shutil
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from django.db import connection

_numbers = count(1)


def copy():
    """Copy the database in which one stands, outside a transaction; gives the copy's name."""
    source = connection.settings_dict["NAME"]
    name = f"{source}_{next(_numbers)}"
    connection.close()  # PostgreSQL copies nothing to which somebody is connected
    if connection.vendor == "sqlite":
        shutil.copyfile(source, name)
    else:
        ask_server(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return name


def drop(name):
    if connection.vendor == "sqlite":
        Path(name).unlink()
    else:
        ask_server(f'DROP DATABASE "{name}"')


def ask_server(statement):
    """A statement about a whole database, from beside it."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def standing_on(name):
    """Ask this database for a while; the threads of a server do so too."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
