"""Asks at the door of every page whether this person may come in, before its view runs."""

import logging

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.routes import route_of

logger = logging.getLogger(__name__)


class Doorkeeper:
    """Middleware: the row of a route (accounts/routes.py) decides; a route without one is closed.

    A public page asks nothing, not even who is there, so that it stays the same for everybody.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        route = route_of(match.view_name)
        if route is None and match.url_name is None and match.namespace == "admin":
            return None  # the admin's own signposts: from a short address to the long one, or a 404
        if route is None:
            logger.error("route %s has no row in accounts/routes.py", match.view_name)
            raise PermissionDenied(match.view_name)
        if route.is_public:
            return None
        if route.is_closed:
            raise Http404(match.view_name)
        if not request.user.is_authenticated:
            response = redirect_to_login(request.get_full_path())
            response["Cache-Control"] = "private, no-store"
            return response
        permission = route.permission(request.method)
        if permission and not request.user.has_perm(permission):
            raise PermissionDenied(match.view_name)
        return None
