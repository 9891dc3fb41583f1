"""What a release says of figures that several sources name: agreed, by which berita acara, or not yet."""

from datetime import date

from django.utils.translation import gettext as _

from evaluations.scoring import Basis
from rakor.lib.dates import format_date

UNSETTLED = (Basis.PREFERRED, Basis.OPEN_DIFFERENCE)


def origins_of(line):
    """Where the figures of a stored line came from; what is no origin is left out."""
    return [origin for origin in line.get("origins") or [] if isinstance(origin, dict)]


def is_unsettled(origin):
    return origin.get("basis") in UNSETTLED


def agreed_words(origin):
    """ "Angka disepakati, berita acara nomor 460/12, 7 Mei 2024"; nothing where nothing had to be agreed."""
    settlement = origin.get("settlement")
    if not isinstance(settlement, dict):
        return ""
    day = _day(settlement.get("on"))
    if number := settlement.get("number"):
        return _("Angka disepakati, berita acara nomor %(number)s, %(day)s") % {"number": number, "day": day}
    return _("Angka disepakati, %(day)s") % {"day": day}


def _day(text):
    try:
        return format_date(date.fromisoformat(text))
    except (TypeError, ValueError):
        return "–"
