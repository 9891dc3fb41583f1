"""Response headers that keep a page to itself; the admin alone gets what its own scripts need."""

from csp.middleware import CSPMiddleware

# Unfold's Alpine.js evaluates the expressions in its templates and sets style attributes.
ADMIN_ALLOWANCE = {"script-src": ["'unsafe-eval'"], "style-src": ["'unsafe-inline'"]}

HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


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
        return response
