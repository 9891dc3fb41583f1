"""Light or dark: the visitor's stored choice; without one, the browser's own preference rules."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE = "tema"
CHOICES = {"gelap": "dark", "terang": "light"}


def stored_theme(request):
    """ "dark", "light", or "" when nothing was chosen; goes into `data-theme` of the page."""
    return CHOICES.get(request.COOKIES.get(COOKIE, ""), "")


# A token would put a cookie on every visitor and make every public page one of a kind; at stake is a colour.
@csrf_exempt
@require_POST
def set_theme(request):
    """Keep the choice (`tema` = gelap, terang or nothing) and go back to the page it was made on."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    choice = request.POST.get("tema", "")
    if choice in CHOICES:
        response.set_cookie(
            COOKIE,
            choice,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(COOKIE)
    return response
