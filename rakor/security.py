"""What every request must be and every response carries; the admin alone gets what its own scripts need."""

from urllib.parse import unquote

from csp.middleware import CSPMiddleware
from django.conf import settings

from rakor import errors

# Unfold's Alpine.js evaluates the expressions in its templates and sets style attributes.
ADMIN_ALLOWANCE = {"script-src": ["'unsafe-eval'"], "style-src": ["'unsafe-inline'"]}

# Django's own middlewares set some of these too, but not on answers given before their turn: a redirect to
# https, a refused host.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# The site's longest own addresses, filtered lists that remember where they came from, stay below a third.
LONGEST_QUERY = 4000


class SecurityHeaders(CSPMiddleware):
    """The strict policy of the settings everywhere, loosened for paths under /admin/ only."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/"):
            parts.update = ADMIN_ALLOWANCE
        return parts

    def process_response(self, request, response):
        response = super().process_response(request, response)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if is_personal(request, response):
            response.headers["Cache-Control"] = "private, no-store"
        return response


def is_personal(request, response):
    """Whether an answer is made for somebody who has signed in, or is just doing so; no cache may keep it."""
    cookie = settings.SESSION_COOKIE_NAME
    return cookie in response.cookies or cookie in request.COOKIES and not is_file_of_the_site(request)


def is_file_of_the_site(request):
    return request.path_info.startswith(settings.STATIC_URL)


class ReadableRequest:
    """Turns away, before anything reads it, what no page could mean or more than one request may bring."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY or "\0" in request.path_info + unquote(query):
            return errors.bad_request(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal():
            return errors.bad_request(request)
        if int(length) > settings.REQUEST_MAX_SIZE:
            return errors.too_large(request)
        return self.get_response(request)
