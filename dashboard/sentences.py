"""The sentences that stand as headings: the answer first, with the spaces that must not break."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from rakor.lib.dates import NBSP
from rakor.lib.formats import MINUS, format_number, roman

WORDS = (
    gettext_noop("nol"), gettext_noop("satu"), gettext_noop("dua"), gettext_noop("tiga"),
    gettext_noop("empat"), gettext_noop("lima"), gettext_noop("enam"), gettext_noop("tujuh"),
    gettext_noop("delapan"), gettext_noop("sembilan"), gettext_noop("sepuluh"), gettext_noop("sebelas"),
)  # fmt: skip


@dataclass(frozen=True)
class Move:
    """Change of rank since the last comparable ranking: `places` up (above 0) or down."""

    places: int = 0
    is_new: bool = False

    @property
    def size(self):
        return abs(self.places)

    @property
    def signed(self):
        """+6, −2 or =, for long tables."""
        if self.is_new:
            return _("baru")
        if not self.places:
            return "="
        return f"+{self.places}" if self.places > 0 else f"{MINUS}{-self.places}"


def count_word(number):
    """satu … sebelas in words, larger ones in figures."""
    return _(WORDS[number]) if number < len(WORDS) else format_figure(number)


def format_figure(number):
    return f"{number:,}".replace(",", ".")


def sentence_case(text):
    return text[:1].upper() + text[1:]


def rank_words(label):
    """ "peringkat 1" or "peringkat II", never parted."""
    return (_("peringkat %(rank)s") % {"rank": label}).replace(" ", NBSP)


def rank_label(rank, *, recorded):
    """Ranks that were recorded keep the Roman numeral of their certificate; computed ones are counted."""
    return roman(rank) if recorded else str(rank)


def joined(names):
    """ "A", "A dan B", "A, B, dan C"."""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return _("%(first)s dan %(last)s") % {"first": names[0], "last": names[1]}
    return _("%(first)s, dan %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def period_words(period):
    """ "2018", or the part of the year where it is one."""
    return str(period.year) if period.code == "TAHUNAN" else str(period)


def first_places(names):
    """Who is first: up to three names, more by their number, for a heading has an end."""
    if len(names) <= 3:
        return joined(names)
    said = ngettext("%(count)s daerah", "%(count)s daerah", len(names)) % {"count": count_word(len(names))}
    return sentence_case(said)


def computed_heading(names, places, title, came_from=None):
    """ "Batanghari peringkat 1 dari 11 pada MCP Jambi 2018, naik dari peringkat 7".

    `came_from` is the rank before, where one regency alone is first and there is something to compare with.
    """
    said = {
        "names": first_places(names),
        "rank": rank_words("1"),
        "places": format_figure(places),
        "title": title,
    }
    if came_from == 1:
        return _("%(names)s tetap %(rank)s dari %(places)s pada %(title)s") % said
    if came_from:
        said["before"] = rank_words(came_from)
        return _("%(names)s %(rank)s dari %(places)s pada %(title)s, naik dari %(before)s") % said
    return _("%(names)s %(rank)s dari %(places)s pada %(title)s") % said


def recorded_heading(names, label, subject, region, period):
    """ "Kerinci peringkat I penanganan konflik sosial se-Provinsi Jambi, 2022"."""
    heading = _("%(names)s %(rank)s %(subject)s se-Provinsi %(region)s") % {
        "names": first_places(names),
        "rank": rank_words(label),
        "subject": subject,
        "region": region,
    }
    return f"{heading},{NBSP}{period}"


def unannounced_words(number):
    """ "Delapan daerah lain tidak diumumkan."."""
    said = ngettext(
        "%(count)s daerah lain tidak diumumkan.", "%(count)s daerah lain tidak diumumkan.", number
    )
    return sentence_case(said % {"count": count_word(number)})


def movement_words(risen, same, fallen):
    """ "Delapan daerah naik nilainya, satu tetap, dua turun."; what nobody did is left out."""
    parts = []
    if risen:
        parts.append(_("%(count)s daerah naik nilainya") % {"count": count_word(risen)})
    if same:
        pattern = _("%(count)s tetap") if parts else _("%(count)s daerah tetap nilainya")
        parts.append(pattern % {"count": count_word(same)})
    if fallen:
        pattern = _("%(count)s turun") if parts else _("%(count)s daerah turun nilainya")
        parts.append(pattern % {"count": count_word(fallen)})
    return f"{sentence_case(', '.join(parts))}." if parts else ""


def median_words(before, after, places=None):
    """ "Nilai tengah naik dari 51 menjadi 55."."""
    said = {"before": format_number(before, places), "after": format_number(after, places)}
    if after > before:
        return _("Nilai tengah naik dari %(before)s menjadi %(after)s.") % said
    if after < before:
        return _("Nilai tengah turun dari %(before)s menjadi %(after)s.") % said
    return _("Nilai tengah tetap %(after)s.") % said


def spread_words(lowest, middle, highest, places=None):
    """What is said where there is nothing to compare with."""
    return _("Nilai tengah %(middle)s; terendah %(lowest)s, tertinggi %(highest)s.") % {
        "middle": format_number(middle, places),
        "lowest": format_number(lowest, places),
        "highest": format_number(highest, places),
    }
