"""Error pages in the site's own layout. None of them asks the database or who is there."""

import logging
import math

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse
from django.template import loader
from django.template.context_processors import csrf

from rakor.context import site

logger = logging.getLogger(__name__)

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def page(request, status, **context):
    """Render `<status>.html` without the usual context processors: they would look for the session."""
    body = loader.get_template(f"{status}.html").render(
        {"request": request, **csrf(request), **site(request), **context}
    )
    return HttpResponse(body, status=status)


def bad_request(request, exception=None):
    """What cannot be read is a 400; what was readable but more than the site takes is a 413."""
    return too_large(request) if isinstance(exception, TOO_LARGE) else page(request, 400)


def too_large(request):
    """More than one request may bring: in bytes, in fields or in files."""
    return page(request, 413)


def permission_denied(request, exception=None):
    return page(request, 403)


def not_found(request, exception=None):
    return page(request, 404)


def too_many(request, minutes):
    """Whoever tried too often waits; `minutes` says how long, and so does `Retry-After` to programs."""
    minutes = max(1, math.ceil(minutes))
    response = page(request, 429, minutes=minutes)
    response["Retry-After"] = str(minutes * 60)
    return response


def locked_out(request, response, credentials):
    """What django-axes answers where a password was guessed too often, the right one included."""
    return too_many(request, request.locked_for.total_seconds() / 60)


def server_error(request):
    try:
        return page(request, 500)
    except Exception:
        # What broke may be the layout itself; a sentence is better than a second failure.
        logger.exception("the error page itself failed")
        said = "Terjadi galat di server. Coba lagi beberapa saat lagi."
        return HttpResponse(said, status=500, content_type="text/plain; charset=utf-8")


def csrf_failure(request, reason=""):
    """A form whose token is missing or old; the page says to go back and send it again."""
    return page(request, 403, form_expired=True)
