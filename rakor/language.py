"""The language follows the visitor's stored choice and nothing else."""

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers


def stored_language(request):
    """The language chosen on this site and kept in a cookie; Indonesian until one is chosen."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class StoredLanguage:
    """In place of LocaleMiddleware, with which an English browser turns an Indonesian site English."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.LANGUAGE_CODE = stored_language(request)
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response
