"""How long a session lasts, and what it says when it is over.

Idle for `SESSION_COOKIE_AGE` it ends by itself; after `SESSION_LONGEST_AGE` it ends in the midst of work. Why
it ended is said once, on the sign-in page.
"""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.db import models
from django.utils.translation import gettext_lazy as _

BEGAN, SEEN, FAREWELL = "masuk_pada", "terlihat_pada", "pamit"
TOUCH_EVERY = 300
"""Seconds after which use is written down again: not every page is worth a write."""


class Farewell(models.TextChoices):
    """Why somebody is at the door again."""

    CLOSED = "ditutup", _("Akun ini ditutup. Hubungi admin provinsi Anda.")
    UNASSIGNED = "tanpa_tugas", _("Penugasan Anda sudah berakhir. Hubungi admin provinsi Anda.")
    REVOKED = "dicabut", _("Sesi Anda diakhiri: kata sandi diganti, atau akun keluar dari semua perangkat.")
    TOO_OLD = "lama", _("Sesi Anda sudah terlalu lama. Masuk kembali.")
    EVERYWHERE = "semua", _("Anda sudah keluar dari semua perangkat.")
    NEW_PASSWORD = "sandi_baru", _("Kata sandi baru tersimpan. Masuk dengan kata sandi itu.")


def begin(request):
    now = int(time.time())
    request.session[BEGAN], request.session[SEEN] = now, now


def touch(request):
    """Keep a session that is in use from ending."""
    now = int(time.time())
    request.session.setdefault(BEGAN, now)
    if now - request.session.get(SEEN, 0) >= TOUCH_EVERY:
        request.session[SEEN] = now


def is_too_old(request):
    age = time.time() - request.session.get(BEGAN, time.time())
    return age > settings.SESSION_LONGEST_AGE.total_seconds()


def owner(request):
    """The key of whose session this claims to be; None for a visitor's."""
    return request.session.get(SESSION_KEY)


def end(request, farewell):
    """Sign out here, and let the sign-in page say why."""
    logout(request)
    request.session[FAREWELL] = farewell.value


def last_words(request):
    """Why the last session here ended, once; empty where there is nothing to say."""
    said = request.session.pop(FAREWELL, "")
    return Farewell(said).label if said in Farewell.values else ""
