"""Error pages in the site's own layout. None of them asks the database or who is there."""

from django.http import HttpResponse
from django.template import loader
from django.template.context_processors import csrf

from rakor.context import site


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
    return page(request, 500)


def csrf_failure(request, reason=""):
    """A form whose token is missing or old; the page says to go back and send it again."""
    return page(request, 403, form_expired=True)
