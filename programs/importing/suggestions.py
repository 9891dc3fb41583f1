"""What somebody may have meant by a code or name that is not known. Asked only when something is wrong."""

import re
from dataclasses import replace
from difflib import get_close_matches

from django.utils.translation import gettext as _

from rakor.lib.text import excerpt
from regions.models import Unit, UnitName

LONGEST = 60
"""No region's name is longer; what is, was no name."""

_KIND = re.compile(r"^(kabupaten|kab\.?|kota|provinsi|prov\.?)\s+")


class Regions:
    """All regions by code and by every name they go by, read once."""

    def __init__(self):
        self.names = dict(Unit.objects.regions().order_by("code").values_list("code", "name"))
        self.codes = {}
        for code, name in self.names.items():
            self.codes.setdefault(_bare(name), []).append(code)
        aliases = UnitName.objects.filter(unit__code__in=self.names).values_list("unit__code", "name")
        for code, name in aliases:
            self.codes.setdefault(_bare(name), []).append(code)

    def like(self, text):
        """ "15.01 Kerinci": regions whose name or code is close to `text`, three at most."""
        text = text[:LONGEST]
        if text in self.names:
            codes = [text]
        elif any(letter.isalpha() for letter in text):
            names = get_close_matches(_bare(text), self.codes, n=3, cutoff=0.75)
            codes = [code for name in names for code in self.codes[name]]
        else:
            same_province = [code for code in self.names if code[:2] == text[:2] and len(code) > 2]
            codes = sorted(same_province, key=lambda code: _distance(code, text))[:2]
        return [f"{code} {self.names[code]}" for code in list(dict.fromkeys(codes))[:3]]


def _distance(code, text):
    """Exchanged digits first (15.10 for 15.01), then the nearest number."""
    number = "".join(sign for sign in text[3:8] if sign in "0123456789")
    return sorted(code) != sorted(text), abs(int(code[3:]) - int(number or 0))


def unknown_region(code, regions):
    message = _('Kode daerah "%(code)s" tidak terdaftar.') % {"code": excerpt(code)}
    return with_advice(message, regions.like(code))


def with_names(problems, texts):
    """Problems of cells that hold no code, with the region whose name stands there. `texts` by cell."""
    if not texts:
        return problems
    regions = Regions()
    return [
        replace(problem, message=with_advice(problem.message, regions.like(texts[problem.cell])))
        if problem.cell in texts
        else problem
        for problem in problems
    ]


def unknown_indicator(code, known):
    """`known` are (code, name) of the indicators this row could have meant."""
    message = _('Indikator "%(code)s" tidak dikenal di provinsi ini maupun secara nasional.')
    names = dict(known)
    close = get_close_matches(code.upper(), names, n=3, cutoff=0.5)
    return with_advice(message % {"code": excerpt(code)}, [f"{code} ({names[code]})" for code in close])


def with_advice(message, meant):
    """The sentence, and what was probably meant where something is close."""
    if not meant:
        return message
    return f"{message} " + _("Mungkin maksudnya %(names)s?") % {"names": _(" atau ").join(meant)}


def _bare(name):
    """ "Kab. Batang Hari" is Batanghari."""
    return _KIND.sub("", name.casefold().strip()).replace(" ", "")
