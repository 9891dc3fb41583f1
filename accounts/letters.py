"""Letters to people with an account. Where no mail is set up there are none; the pages say whom to ask."""

import logging
import threading

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.links import RESET, reset_link

logger = logging.getLogger(__name__)


def send_reset(user):
    """Send a link for a forgotten password, or nothing where `user` is None or has no address.

    Done beside the request, in either case: an answer that waits for the mail server tells who is known.
    """
    if not settings.SENDS_MAIL:
        return
    language = translation.get_language()
    threading.Thread(target=deliver_reset, args=(user, language)).start()


def deliver_reset(user, language):
    if user is None or not user.email or not user.is_active:
        return
    with translation.override(language):
        context = {
            "name": user.get_full_name(),
            "link": reset_link(user),
            "site": settings.SITE_URL,
            "hours": int(RESET.lives.total_seconds() // 3600),
        }
        subject = _("Kata sandi baru untuk Rakor")
        text = render_to_string("accounts/reset_letter.txt", context)
    try:
        send_mail(subject, text, None, [user.email])
    except OSError as error:
        # Not the error's own words: a mail server quotes the address it refused.
        logger.error("a letter could not be sent: %s", type(error).__name__)
