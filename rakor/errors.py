"""Error pages in the site's own layout. None of them asks the database or who is there."""

import logging

from django.http import HttpResponse
from django.template import loader
from django.template.context_processors import csrf

from rakor.context import site

logger = logging.getLogger(__name__)


def page(request, status, **context):
    """Render `<status>.html` without the usual context processors: they would look for the session."""
    body = loader.get_template(f"{status}.html").render(
        {"request": request, **csrf(request), **site(request), **context}
    )
    return HttpResponse(body, status=status)


def bad_request(request, exception=None):
    return page(request, 400)


def permission_denied(request, exception=None):
    return page(request, 403)


def not_found(request, exception=None):
    return page(request, 404)


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
