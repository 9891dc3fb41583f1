"""A new account with a password that can be read out over the telephone."""

import secrets

from accounts.models import User

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is mistaken for another: i l o 0 1."""


def readable_password():
    """Four groups of four: 79 bits, easily typed from paper."""
    groups = ("".join(secrets.choice(LETTERS) for _letter in range(4)) for _group in range(4))
    return "-".join(groups)


def make_account(username, name, password=None, **fields):
    """Make a person who may sign in, and give (user, password); what he or she may do is an Assignment's."""
    password = password or readable_password()
    user = User(username=username, name=name, is_staff=True, **fields)
    user.set_password(password)
    user.full_clean()
    user.save()
    return user, password
