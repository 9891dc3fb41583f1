"""What every template may know about the site; costs no query."""

from django.conf import settings

from rakor.theme import stored_theme


def site(request):
    """Demo mode, the site's address, the information officer, and the theme that was chosen."""
    return {
        "DEMO": settings.DEMO,
        "SITE_URL": settings.SITE_URL,
        "PPID": settings.PPID,
        "theme": stored_theme(request) if request else "",
    }
