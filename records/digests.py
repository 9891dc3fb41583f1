"""The day's letter: what a person was told and has not read, once, grouped by kind."""

import logging
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import get_connection, send_mail
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import ngettext

from accounts.models import User
from records.choices import NoticeKind
from records.models import Notice

__all__ = ["Sent", "send_digests"]

logger = logging.getLogger(__name__)

MOST = 50
"""Lines in one letter; of more it says how many, and where they are."""
CONSOLE = "django.core.mail.backends.console.EmailBackend"


@dataclass
class Sent:
    """What became of a run."""

    letters: int = 0
    notices: int = 0
    failed: int = 0


def send_digests(out=None):
    """Send each person with an address one letter of what is unread and was in no letter yet.

    A letter that cannot be sent stops no other and is tried again by the next run. Where no mail is set up
    they are written to `out`.
    """
    mail = get_connection() if settings.SENDS_MAIL else get_connection(CONSOLE, stream=out)
    sent = Sent()
    waiting = Notice.objects.unread().unmailed().values("recipient")
    for person in User.objects.filter(pk__in=waiting, is_active=True).exclude(email="").order_by("pk"):
        try:
            number = _send(person, mail)
        except OSError as error:
            # Not the error's own words: a mail server quotes the address it refused.
            logger.error("a day's letter could not be sent: %s", type(error).__name__)
            sent.failed += 1
            continue
        sent.letters += bool(number)
        sent.notices += number
    return sent


@transaction.atomic
def _send(person, mail):
    """One letter, marked as sent in the same transaction; gives the number of notices in it."""
    waiting = Notice.objects.of(person).unread().unmailed().order_by("pk")
    if connection.features.has_select_for_update_skip_locked:
        # Another run that holds them is sending this very letter.
        waiting = waiting.select_for_update(skip_locked=True)
    notices = list(waiting)
    if not notices:
        return 0
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(mailed_at=timezone.now())
    subject, text = letter(person, notices)
    send_mail(subject, text, None, [person.email], connection=mail)
    return len(notices)


@translation.override(settings.LANGUAGE_CODE)
def letter(person, notices):
    """(subject, text), in Indonesian whatever language a screen shows."""
    subject = ngettext("Rakor: %(number)d pemberitahuan", "Rakor: %(number)d pemberitahuan", len(notices))
    groups = defaultdict(list)
    for one in notices[:MOST]:
        groups[NoticeKind(one.kind).label].append(one)
    context = {
        "name": person.get_full_name(),
        "groups": dict(groups),
        "rest": len(notices) - MOST if len(notices) > MOST else 0,
        "site": settings.SITE_URL,
    }
    return subject % {"number": len(notices)}, render_to_string("records/digest.txt", context)
