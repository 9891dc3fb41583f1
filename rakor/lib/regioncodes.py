"""Region codes of Kemendagri as they stand in a sheet: ``15`` a province, ``15.01`` a regency or city.

Only the form is judged here; whether the code exists is for who knows the regions. A dot is never put into
a code without one: ``1506`` of BPS is Tanjung Jabung Timur, ``15.06`` of Kemendagri Tanjung Jabung Barat.
"""

import re

from django.utils.translation import gettext as _

from rakor.lib.numbers import read_stored_number
from rakor.lib.refusals import Refused, refused
from rakor.lib.text import decimal_text, tidy

_CODE = re.compile(r"[1-9][0-9](?:\.[0-9]{2})?")
_ZERO_LOST = re.compile(r"([1-9][0-9])[.,]([0-9])")
_COMMA = re.compile(r"([1-9][0-9]),([0-9]{2})")
_DOTLESS = re.compile(r"[1-9][0-9]{3}")
_DEEPER = re.compile(r"[1-9][0-9](?:\.[0-9]{2}){2}(?:\.[0-9]{4})?")


def read_region_code(written: str, *, is_number: bool = False) -> str:
    """Read a code as text; ``is_number`` says that the cell holds a number (``written`` its stored text).

    Raises Refused: ``ambiguous_region`` where Excel may have dropped a zero (15.1) or where the digits may
    be BPS's (1506), ``unknown_region`` where the form is no Kemendagri code at all.
    """
    text = _shown(written) if is_number else tidy(written)
    if _CODE.fullmatch(code := text.replace(",", ".") if is_number else text):
        return code
    if lost := _ZERO_LOST.fullmatch(text):
        message = _(
            '"%(read)s" bukan kode daerah yang lengkap. Excel membuang nol di belakang (%(code)s?). '
            "Tulis kode sebagai teks, misalnya %(example)s."
        )
        code = f"{lost[1]}.{lost[2]}0"
        raise refused("ambiguous_region", message, text, code=code, example="15.01")
    if _DOTLESS.fullmatch(text):
        message = _(
            '"%(read)s" tanpa titik dapat berarti kode BPS, dan kode BPS tidak selalu sama dengan kode '
            "Kemendagri. Tulis kode Kemendagri dengan titik, misalnya 15.01."
        )
        raise refused("ambiguous_region", message, text)
    raise _unknown(text)


def _shown(stored: str) -> str:
    """A number as its cell shows it here, so that a refusal quotes what people see."""
    try:
        return decimal_text(read_stored_number(stored)).replace(".", ",")
    except Refused:
        raise _unknown(stored) from None


def _unknown(text: str) -> Refused:
    if comma := _COMMA.fullmatch(text):
        message = _('"%(read)s" ditulis dengan koma. Kode daerah memakai titik: %(code)s.')
        return refused("unknown_region", message, text, code=f"{comma[1]}.{comma[2]}")
    if _DEEPER.fullmatch(text):
        message = _('"%(read)s" kode kecamatan atau desa. Tulis kode kabupaten/kota, misalnya 15.01.')
    else:
        message = _('"%(read)s" bukan kode daerah. Tulis kode Kemendagri, misalnya 15.01.')
    return refused("unknown_region", message, text)
