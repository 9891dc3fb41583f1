"""Trying the door: what an attempt answers, and how often the password hasher ran."""

from contextlib import contextmanager

from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

RIGHT, WRONG = "kata-sandi-uji", "bukan-kata-sandinya"


class CountingHasher(MD5PasswordHasher):
    """The suite's hasher, which counts its runs."""

    runs = 0

    def encode(self, password, salt):
        type(self).runs += 1
        return super().encode(password, salt)


@contextmanager
def counted():
    """`with counted() as runs: …` and then `runs()`."""
    before = CountingHasher.runs
    yield lambda: CountingHasher.runs - before


def knock(who, password=WRONG, address="198.51.100.1", client=None, **headers):
    """Try to sign in, from an address, in a browser of its own unless one is given."""
    return (client or Client()).post(
        "/masuk/", {"username": who, "password": password}, REMOTE_ADDR=address, headers=headers
    )
