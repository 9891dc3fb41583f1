"""How the admin looks: names and colours here, the menu below them."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _


def demo_mark(request):
    """The words beside the site's name while the demo runs."""
    return [_("MODE DEMO"), "warning"] if settings.DEMO else None


UNFOLD = {
    "SITE_TITLE": "Rakor",
    "SITE_HEADER": "Rakor",
    "SITE_SUBHEADER": _("Rapat koordinasi, tindak lanjut, peringkat"),
    "SITE_SYMBOL": "hub",
    "SITE_URL": "/",
    "SHOW_VIEW_ON_SITE": False,
    "ENVIRONMENT": "rakor.unfold.demo_mark",
    "BORDER_RADIUS": "3px",
    "COLORS": {
        # Tarum, the brand's hue (#0b5563), from pale to dark.
        "primary": {
            "50": "#eef6f7",
            "100": "#d9ebee",
            "200": "#b3d6dc",
            "300": "#85bac4",
            "400": "#4f97a5",
            "500": "#267887",
            "600": "#0b5563",
            "700": "#094753",
            "800": "#073a44",
            "900": "#052d35",
            "950": "#031c22",
        }
    },
}
